// Written by Tests/Scripts/embed from docs/diagnostics. Change that file, then run the script.
// swift-format-ignore-file

/// The pages about diagnostics, as they stand on disk.
enum Embedded {
    /// In order of the codes.
    static let pages: [(code: String, text: StaticString)] = [
        ("compiler/cut-picture", #"""
# A picture that ends too soon

`compiler/cut-picture`, error

A PNG file ends before its last chunk.

## Why it matters

It was copied only in part. Some programs show the upper half, others nothing.

## What to do

Copy or export the file again.

"""#),
        ("compiler/damaged-bundle", #"""
# A bundle that is not as Livery wrote it

`compiler/damaged-bundle`, error

`livery diff` reads what a former bundle promised from its JSON files. One of them is missing, is no
JSON any more, or lacks a member that Livery always writes.

## Why it matters

A comparison with half of a policy would call things new that customers were told long ago.

## What to do

Fetch the bundle whole, with all files that its `manifest.json` lists, or compile it again. When
only the definitions of that time are left, check them out and compare with the tree:

    git worktree add ../former COMMIT
    livery diff --since ../former

"""#),
        ("compiler/equal-logos", #"""
# Two files with one logo

`compiler/equal-logos`, warning

The file of the dark logo holds the same bytes as that of the light one.

## Why it matters

On dark surfaces the light logo may not be seen, and whoever looks at the definition believes that
this was taken care of.

## What to do

Delete `logo_dark`, or put a logo into its file that is made for dark surfaces.

"""#),
        ("compiler/expired-silence", #"""
# A silence whose time is over

`compiler/expired-silence`, warning

A comment allowed a warning until a day, and that day has passed. The warning is shown again. Which
day it is, the computer says, or `--as-of`.

## Why it matters

Somebody meant to look at it again by now.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
-->
```yaml
    light: {primary: "#1F5A3C", on_primary: "#9BBFAA"} # livery: allow tenant/low-contrast until 2026-11-30: new brand
```

## Mended

```yaml
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
```

"""#),
        ("compiler/foreign-domain", #"""
# Links to another shop's website

`compiler/foreign-domain`, error

The domain of links is the website of another shop.

## Why it matters

Links to that website would open the wrong app.

## What to do

Write a domain of the shop's own under `app.deep_link_domain`.

"""#),
        ("compiler/id-of-another-shop", #"""
# An app id that names another shop

`compiler/id-of-another-shop`, warning

The bundle id and the application id of a shop have the name of another shop in them, and not its
own.

## Why it matters

Once an app is in a store, its id cannot be changed. The owner of the other shop will ask why it has
that name.

## What to do

Write an id with the name of the shop. Shops of one chain may use the name of the chain.

"""#),
        ("compiler/incomparable-bundle", #"""
# Two bundles that cannot be compared

`compiler/incomparable-bundle`, error

The folder that `livery diff` was given is no bundle, is the bundle of another shop, or was written
by a Livery whose format this one does not read.

## Why it matters

Two shops differ in everything, and a notice drafted from that would be nonsense.

## What to do

Name the folder of the same shop. When the bundle is older than `privacy/policy.json`, compare with
the definitions of that time instead:

    git worktree add ../former COMMIT
    livery diff --since ../former

"""#),
        ("compiler/large-logo", #"""
# A very large logo

`compiler/large-logo`, warning

A logo has more than 200 kB.

## Why it matters

It stands in every policy and preview, as a third more bytes than the file has, and customers load
it over the phone.

## What to do

Export it smaller. A drawing is best as SVG.

"""#),
        ("compiler/mail-to-another-shop", #"""
# Letters to another shop

`compiler/mail-to-another-shop`, warning

An e-mail address of a shop ends in the website of another shop, of no common chain.

## Why it matters

Customers would send their questions, and requests about their data, to strangers.

## What to do

Write an address of the shop's own, or name the chain with `group` in both.

"""#),
        ("compiler/missing-asset", #"""
# A picture that is not there

`compiler/missing-asset`, error

The definition names a picture, and no file stands at that path below `tenants/assets/`.

## Why it matters

The app would be built without its logo.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  logo: oakwood/logo-old.svg
```

## Mended

```yaml
  logo: oakwood/logo.svg
```

"""#),
        ("compiler/missing-platform", #"""
# No file of the platform

`compiler/missing-platform`, error

`tenants/platform.yaml` holds the operator and the defaults of all shops. Without it no shop is
complete.

## Why it matters

The policy of every shop names the operator.

## What to do

Write `tenants/platform.yaml`. docs/definition.md shows its areas.

"""#),
        ("compiler/picture-of-another-shop", #"""
# The logo of another shop

`compiler/picture-of-another-shop`, warning

A shop of no common chain shows a picture from the folder of another shop.

## Why it matters

The file was probably begun as a copy. Customers would open the app of one shop under the sign of
another.

## What to do

Put the shop's own pictures into a folder of its own, and name those.

"""#),
        ("compiler/reserved-provider", #"""
# A provider called `manifest`

`compiler/reserved-provider`, error

`integrations/manifest.json` of a bundle lists all integrations. A provider of that name would write
the same file.

## Why it matters

One of the two files would be lost.

## What to do

Rename the file of the provider.

"""#),
        ("compiler/secret-of-another-shop", #"""
# The secret of another shop

`compiler/secret-of-another-shop`, error

The path of a secret names another shop. Shops of one group may use each other's.

## Why it matters

The app would sign in as the other shop. Mostly the file began as a copy.

## What to do

Write the path of the shop's own secret.

"""#),
        ("compiler/shared-account", #"""
# Two shops on one account

`compiler/shared-account`, error

Two shops are connected to the same account of a shop management system. Within a chain it is a
warning: two places can work on one account.

## Why it matters

Each app would show the customers of both shops.

## What to do

Write the id of the shop's own account under `integrations`.

"""#),
        ("compiler/shared-app-name", #"""
# Two apps of one name

`compiler/shared-app-name`, warning

Two shops give their apps the same name. Both places are shown.

## Why it matters

Customers find both in the store, and half of them install the wrong one.

## What to do

Add the town, or what tells the two shops apart.

"""#),
        ("compiler/shared-contact", #"""
# Two shops with one phone number

`compiler/shared-contact`, warning

Two shops that belong to no common chain have the same phone number, e-mail address or website.
Shops of one group may share them.

## Why it matters

The customers of one shop would call the other. Mostly the file began as a copy.

## What to do

Write the shop's own, or name the chain of both with `group`.

"""#),
        ("compiler/shared-identity", #"""
# Two shops share what only one can have

`compiler/shared-identity`, error

Two shops have the same bundle id, application id, domain of links, Firebase app or stream of Google
Analytics. Both places are shown.

## Why it matters

The stores refuse the second app. Measurements and links of one shop would reach the other.

## What to do

Give each shop its own id, in the file of the shop. A copied file mostly still holds the ids of its
model.

"""#),
        ("compiler/shared-payments", #"""
# Payments that arrive at another shop

`compiler/shared-payments`, error

Two shops of no common chain use the same account of a payment provider, each in its own file.

## Why it matters

What the customers of one shop pay would be paid out to the other.

## What to do

Write the id of the account that belongs to the shop. Shops of one chain may share an account, and
so may all shops when `platform.yaml` names it.

"""#),
        ("compiler/shared-secret", #"""
# Two shops with one secret

`compiler/shared-secret`, warning

Two shops of no common chain name the same secret, each in its own file. Secrets that a provider
gives to the operator as its partner are no finding.

## Why it matters

One shop's money or customers are in reach of the other's app.

## What to do

Give each shop a secret of its own, or set it once in `platform.yaml` or in the group.

"""#),
        ("compiler/silence-without-end", #"""
# A silence without a last day

`compiler/silence-without-end`, error

A comment `# livery: allow CODE until DATE: REASON` hides a warning until a day. A warning about
privacy can be hidden in this way only; for all others the day may be left out, but not the day
behind `until`.

## Why it matters

What a shop may do with data changes with the law and with its companies. Nobody should be able to
forget for good what was hidden once.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
livery: 1 # livery: allow privacy/country-unknown: the provider will tell us
```

## Mended

```yaml
livery: 1
```

"""#),
        ("compiler/silence-without-reason", #"""
# A silence that gives no reason

`compiler/silence-without-reason`, error

A comment `# livery: allow CODE: REASON` hides a warning on its line. The reason is missing.

## Why it matters

In a year nobody will know why the warning was hidden, and whether it still may be.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
-->
```yaml
    light: {primary: "#1F5A3C", on_primary: "#9BBFAA"} # livery: allow tenant/low-contrast
```

## Mended

```yaml
    light: {primary: "#1F5A3C", on_primary: "#9BBFAA"} # livery: allow tenant/low-contrast: brand mandated
```

"""#),
        ("compiler/silenced-error", #"""
# A silence for an error

`compiler/silenced-error`, error

A comment asks to hide an error. Only warnings and notes can be hidden, and only while
`platform.yaml` does not make them errors.

## Why it matters

A bundle with an error in it would not work, or would break a law.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  email: hello@oakwood.example # livery: allow tenant/invalid-email: it is a local address
```

## Mended

```yaml
  email: hello@oakwood.example
```

"""#),
        ("compiler/sizeless-logo", #"""
# A logo without a size

`compiler/sizeless-logo`, warning

The first element of an SVG logo has no `viewBox`, and not both width and height.

## Why it matters

A page does not know how large the drawing is, and shows a part of it, or a logo that is far too
small.

## What to do

Export the logo again with a `viewBox`; drawing programs call it “responsive”.

"""#),
        ("compiler/stale-baseline", #"""
# Known findings that are gone

`compiler/stale-baseline`, note

A file of known findings (`--baseline FILE`) lists some that no longer exist.

## Why it matters

That is good news. While they stand in the file, the same fault could come back unseen.

## What to do

Write the file anew: `livery validate --write-baseline FILE`.

"""#),
        ("compiler/transparent-icon", #"""
# An icon with transparency

`compiler/transparent-icon`, error

The PNG of the icon has an alpha channel. The App Store refuses it, even if no pixel uses it.

## Why it matters

The upload fails, on the day of the release.

## What to do

Export the icon again as a PNG without alpha, 1024 by 1024 pixels.

"""#),
        ("compiler/unknown-group", #"""
# A group that is not there

`compiler/unknown-group`, error

The shop names a group, and `tenants/groups/` has no file of that name.

## Why it matters

The shop would lose everything that its chain shares.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
group: elms
```

## Mended

```yaml
group: elm
```

"""#),
        ("compiler/unknown-path", #"""
# A value that no layer sets

`compiler/unknown-path`, error

`livery explain SHOP PATH` was asked about a value that neither the shop nor its layers have.

## Why it matters

Mostly the path has a slip. The help offers the nearest one.

## What to do

Run `livery explain SHOP` without a path. It lists every value.

"""#),
        ("compiler/unknown-shop", #"""
# A shop that is not there

`compiler/unknown-shop`, error

No file in `tenants/shops/` has this name. The name of a shop is that of its file without `.yaml`.

## Why it matters

Livery cannot say which shop was meant. The help offers the nearest one.

## What to do

Look at the names in `tenants/shops/`, or write the shop with `livery new SHOP`.

"""#),
        ("compiler/unknown-silenced-code", #"""
# A silence for a code that is none

`compiler/unknown-silenced-code`, error

A comment `# livery: allow CODE: REASON` names no code, or one that no finding has.

## Why it matters

The warning would still be shown, and the comment would say something else.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
-->
```yaml
    light: {primary: "#1F5A3C", on_primary: "#9BBFAA"} # livery: allow tenant/low-contrst: brand mandated
```

## Mended

```yaml
    light: {primary: "#1F5A3C", on_primary: "#9BBFAA"} # livery: allow tenant/low-contrast: brand mandated
```

"""#),
        ("compiler/unrelated-app-ids", #"""
# Two ids for one app that have nothing in common

`compiler/unrelated-app-ids`, warning

The bundle id and the application id share no part besides common words such as `app`.

## Why it matters

A copied file holds both ids of its model, and one of them is easily forgotten. Once an app is in a
store, its id cannot be changed.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  android: {application_id: example.oakwood.app}
-->
```yaml
  android: {application_id: example.birch.app}
```

## Mended

```yaml
  android: {application_id: example.oakwood.app}
```

"""#),
        ("compiler/unsafe-logo", #"""
# A logo that runs or loads something

`compiler/unsafe-logo`, error

An SVG logo holds a script, an attribute that runs one, foreign content, a document type or a
reference to another file.

## Why it matters

The logo stands in the policy and in the preview. Those pages run nothing and load nothing, and so
must the logo.

## What to do

Export the logo again as plain shapes, with its pictures embedded.

"""#),
        ("compiler/unused-group", #"""
# A group without shops

`compiler/unused-group`, warning

No shop names the group. It is said once every shop can be read.

## Why it matters

Nobody keeps a file true that does nothing.

## What to do

Remove the file, or write `group:` into the shops that belong to it.

"""#),
        ("compiler/unused-picture", #"""
# A picture that no shop uses

`compiler/unused-picture`, warning

A file in `tenants/assets/` is named by no shop. It is said once every shop can be read.

## Why it matters

Old logos stay for years and are mistaken for the current one.

## What to do

Remove the file, or name it under `branding`.

"""#),
        ("compiler/unused-silence", #"""
# A silence that hides nothing

`compiler/unused-silence`, warning

A comment allows a warning, and there is none of this code on its line. Either it was mended, or the
comment stands on the wrong line. A comment on a line of its own counts for the line below it.

## Why it matters

A silence that is left behind hides the next warning, which nobody has looked at.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"} # livery: allow tenant/low-contrast: brand mandated
```

## Mended

```yaml
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
```

"""#),
        ("compiler/wrong-asset-format", #"""
# A picture in another format than its name says

`compiler/wrong-asset-format`, error

The file ends in `.png` or `.svg`, but its content is something else.

## Why it matters

To rename a picture does not change its format. Phones refuse it.

## What to do

Export the picture again in the format that its ending names.

"""#),
        ("compiler/wrong-icon-size", #"""
# An icon of the wrong size

`compiler/wrong-icon-size`, error

The icon must have 1024 by 1024 pixels.

## Why it matters

The App Store takes no other size. All smaller icons are made from this one.

## What to do

Export the icon again with 1024 by 1024 pixels, from the original drawing.

"""#),
        ("privacy/answer-days", #"""
# An answer later than the law allows

`privacy/answer-days`, error

`privacy.answer_days` says how soon the shop answers a request about data. A law where customers
live asks for an earlier answer.

## Why it matters

The policy would promise something that breaks the law.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  customers_in: [US-TX]
-->
```yaml
  customers_in: [DE]
  answer_days: 45
```

## Mended

```yaml
  customers_in: [DE]
  answer_days: 30
```

"""#),
        ("privacy/buyers-missing", #"""
# Buyers of data that the policy must name

`privacy/buyers-missing`, error

The shop sells data or gives it for ads, and has customers in Rhode Island. The law there asks the policy to name
every buyer, whatever the size of the shop.

## Why it matters

The policy would be incomplete, and the shop could be fined.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  customers_in: [US-TX]
-->
```yaml
  customers_in: [US-RI]
  sells_data: true
  sold_data: [email]
  size: {sale_percent: 3}
```

## Mended

```yaml
  customers_in: [US-RI]
  sells_data: true
  sold_data: [email]
  buyers: [{name: Adwell Media, country: US}]
  size: {sale_percent: 3}
```

"""#),
        ("privacy/buyers-unused", #"""
# Buyers of nothing

`privacy/buyers-unused`, error

Companies are named as buyers, but the shop neither sells data nor gives it for ads.

## Why it matters

One of the two is wrong, and the policy would say whichever was written: that nothing is sold, or who bought it.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  records_calls: false
-->
```yaml
  records_calls: false
  buyers: [{name: Adwell Media, country: US}]
```

## Mended

```yaml
  records_calls: false
```

"""#),
        ("privacy/card-long", #"""
# The short answer of the policy is too long

`privacy/card-long`, warning

A policy begins with a short answer, and people read about 150 words of it. Long names and many
companies make it longer.

## Why it matters

Who does not read the short answer reads nothing.

## What to do

Shorten the names of the shop, its places or its companies. Each name stands in the short answer.

"""#),
        ("privacy/clause-absent-value", #"""
# A clause with a value that some shops do not have

`privacy/clause-absent-value`, error

A placeholder names a fact that a definition may leave out, and the sentence does not ask for it
first.

## Why it matters

A shop without the value would get a sentence with a hole in it.

## What to do

Put the sentence under a condition: `{if operator.phone}Call {operator.phone}.{end}`, or give the
whole clause `when: operator.phone`.

"""#),
        ("privacy/clause-dead-link", #"""
# A link of a clause that leads nowhere

`privacy/clause-dead-link`, error

A link leads to a section that the page does not have, or to an address that the clause makes up; or
an address stands in running text.

## Why it matters

Readers follow links to find out more, and addresses that stand in two places come apart.

## What to do

Link to `#section`, `mailto:{some.email}`, `tel:{some.phone}` or `{some.url}`.

"""#),
        ("privacy/clause-empty-section", #"""
# A section that can come out empty

`privacy/clause-empty-section`, error

Each clause of the section has a condition, and there are shops for which none of them holds.

## Why it matters

A heading without an answer, or a section that is silently gone, leaves readers with a question.

## What to do

Give the section a clause that always holds, or give it the `when` under which it has something to
say.

"""#),
        ("privacy/clause-misplaced", #"""
# A clause in a place that it may not have

`privacy/clause-misplaced`, error

The file wants to replace what is built in for good, gives a clause a name of another section, has
two clauses of one name, or is in a language that policies do not come in.

## Why it matters

The table and the parts about laws are written from facts. A workspace that could replace them could
contradict the facts.

## What to do

Put the clause into a section that takes it, under a name that begins with the name of the section.
docs/clauses.md says what can be added and replaced.

"""#),
        ("privacy/clause-never-applies", #"""
# A clause that can apply to no shop

`privacy/clause-never-applies`, error

The condition of the clause, together with that of its section, contradicts itself.

## Why it matters

Whoever wrote the clause believes that some policy says it.

## What to do

Mend `when`, or remove the clause.

"""#),
        ("privacy/clause-syntax", #"""
# A clause that cannot be read

`privacy/clause-syntax`, error

A file in `tenants/clauses` does not have the form of a clause: a heading, `key: value` lines, then
clauses that begin with `##`.

## Why it matters

A policy that is read half way would promise half of what it should.

## What to do

docs/clauses.md shows the form. The finding stands at the line where reading stopped.

"""#),
        ("privacy/clause-unknown-fact", #"""
# A clause that asks for a fact that nobody knows

`privacy/clause-unknown-fact`, error

A placeholder, a condition or an `each` names a fact that definitions do not give.

## Why it matters

The sentence would have a gap, or would never stand in any policy.

## What to do

The finding suggests the nearest fact; `livery explain --facts` lists them all.

"""#),
        ("privacy/country-unknown", #"""
# Nobody knows where a company works

`privacy/country-unknown`, warning

A law where customers live asks the policy to name the country of each company that gets data. The
catalogue does not know it.

## Why it matters

The policy says "unknown" where the law asks for a country. Ask the provider, then set `country` in
a file of `integrations/`.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  customers_in: [CA-ON]
```

## Mended

```yaml
  customers_in: [US-TX]
```

"""#),
        ("privacy/hard-to-read", #"""
# A policy that is hard to read

`privacy/hard-to-read`, warning

The reading ease of the body is below 60, or that of the parts about laws below 50, by the formula of
Flesch.

## Why it matters

The law asks for plain language in many places: GDPR Art. 12(1), CQLR c. P-39.1 s. 8.

## What to do

`livery validate --readability` shows each layer. The built-in clauses keep the limit, so it is
clauses of the workspace, or many long words in values, that make the text hard.

"""#),
        ("privacy/long-sentence", #"""
# A sentence that is too long

`privacy/long-sentence`, warning

A sentence of a clause of this workspace has more than 25 words once the values stand in it. Names,
addresses and opening hours count as one word each.

## Why it matters

Of 274 policies that were measured, half have more than a quarter of such sentences, and hardly
anybody reads them.

## What to do

Make two sentences of it. A list with `- each` is easier to read than a long row of names.

"""#),
        ("privacy/made-for-children", #"""
# An app for children without their parents

`privacy/made-for-children`, error

The definition says that the app is made for children under 13.

## Why it matters

The American law on children's data (COPPA) then wants a parent to agree before anything is collected. The app has no
way to ask a parent, so that no policy could be true.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  records_calls: false
-->
```yaml
  records_calls: false
  for_children: true
```

## Mended

```yaml
  records_calls: false
  for_children: false
```

"""#),
        ("privacy/minimum-age", #"""
# A minimum age below the law's

`privacy/minimum-age`, error

A law where customers live sets a higher age for consent than `privacy.minimum_age`.

## Why it matters

The consent of a younger customer would not count.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  customers_in: [US-TX]
-->
```yaml
  customers_in: [DE]
  minimum_age: 13
```

## Mended

```yaml
  customers_in: [DE]
  minimum_age: 16
```

"""#),
        ("privacy/no-toll-free-number", #"""
# No free number in California

`privacy/no-toll-free-number`, warning

The CCPA applies to the shop, and the number that customers call about their data is none that is free to call.

## Why it matters

Cal. Civ. Code 1798.130(a)(1)(A) asks for two ways to send a request, one of them a toll-free number, of every business
that is not on the web alone.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  contact: {name: Dana, email: privacy@oakwood.example, phone: "+15125550123"}
  customers_in: [US-TX]
-->
```yaml
  contact: {name: Dana, email: privacy@oakwood.example, phone: "+15125550123"}
  customers_in: [US-TX, US-CA]
  size: {annual_revenue: 31000000}
```

## Mended

```yaml
  contact: {name: Dana, email: privacy@oakwood.example, phone: "+18005550123"}
  customers_in: [US-TX, US-CA]
  size: {annual_revenue: 31000000}
```

"""#),
        ("privacy/no-wait-for-consent", #"""
# A tag that does not wait for the answer

`privacy/no-wait-for-consent`, warning

`analytics.consent_mode.wait_milliseconds` is 0, and the cookie question answers later than Google's tag starts.

## Why it matters

A visitor's yes of last time comes too late for the first page view, so it is lost or counted without a name.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
-->
```yaml
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
  consent_mode: {wait_milliseconds: 0}
```

## Mended

```yaml
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
  consent_mode: {wait_milliseconds: 500}
```

"""#),
        ("privacy/officer-missing", #"""
# Nobody is in charge of personal information

`privacy/officer-missing`, error

In Quebec a shop must publish the title and the contact of the person who is in charge of personal
information.

## Why it matters

The law asks for it on the website (Act P-39.1, section 3.1). Customers must know whom to ask.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  customers_in: [US-TX]
-->
```yaml
  customers_in: [CA-QC]
```

## Mended

```yaml
  customers_in: [CA-QC]
  officer: {name: Dana Rivers, title: Owner, email: privacy@oakwood.example}
```

"""#),
        ("privacy/officer-undeclared", #"""
# Nothing about a data protection officer

`privacy/officer-undeclared`, warning

The GDPR or the UK GDPR applies to the shop, and the definition neither names a data protection officer nor says that none
is needed.

## Why it matters

Art. 37 asks some firms for an officer, and Art. 13(1)(b) asks the policy to name that person. Silence looks the same as an
oversight.

## What to do

Add `officer` with name, title and e-mail address. Where Art. 37 asks for none, write `officer_not_needed: true`.

"""#),
        ("privacy/page-long", #"""
# A policy that is too long

`privacy/page-long`, warning

All layers of the page together have more than 2,600 words.

## Why it matters

A person reads that for more than eleven minutes, which is to say: does not read it.

## What to do

Shorten the clauses of the workspace. Many companies, cookies and laws make a page long too:
`livery validate --readability` shows which layer it is.

"""#),
        ("privacy/policy-out-of-date", #"""
# A policy of more than a year ago

`privacy/policy-out-of-date`, warning

The CCPA applies to the shop, and `privacy.effective_date` is more than 12 months before the day of the run (or `--as-of`).

## Why it matters

Cal. Civ. Code 1798.130(a)(5) asks for a policy that is brought up to date every 12 months, and readers see the date.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  contact: {name: Dana, email: privacy@oakwood.example, phone: "+15125550123"}
  customers_in: [US-TX]
  records_calls: false
  effective_date: 2026-12-01
-->
```yaml
  contact: {name: Dana, email: privacy@oakwood.example, phone: "+18005550123"}
  customers_in: [US-TX, US-CA]
  size: {annual_revenue: 31000000}
  records_calls: false
  effective_date: 2025-11-30
```

## Mended

```yaml
  contact: {name: Dana, email: privacy@oakwood.example, phone: "+18005550123"}
  customers_in: [US-TX, US-CA]
  size: {annual_revenue: 31000000}
  records_calls: false
  effective_date: 2026-12-01
```

"""#),
        ("privacy/provider-missing", #"""
# A feature whose company is not named

`privacy/provider-missing`, error

A feature needs a company, such as one that sends text messages. No provider of the operator has
that job.

## Why it matters

The policy must name every company that gets data. This one would be missing.

## Wrong

In `tenants/platform.yaml`:

```yaml
    - {id: email, name: Mailyard, job: email, country: US}
```

## Mended

```yaml
    - {id: email, name: Mailyard, job: email, country: US}
    - {id: texts, name: Ringline, job: text_messages, country: US}
```

"""#),
        ("privacy/representative-missing", #"""
# Nobody speaks for the shop in Europe

`privacy/representative-missing`, warning

Customers live in the European Economic Area or the United Kingdom, the shop stands elsewhere, and the definition names
nobody who represents it there.

## Why it matters

Art. 27 of both GDPRs asks for a representative, and the policy must name it. Art. 27(2) spares those who handle data
only now and then and at no risk; whether that is so, a lawyer says. Then silence this finding, with that reason.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  customers_in: [US-TX]
-->
```yaml
  customers_in: [US-TX, DE]
```

## Mended

```yaml
  customers_in: [US-TX, DE]
  eu_representative:
    name: Muster Vertretung GmbH
    address: Beispielweg 4, 10115 Berlin
    email: art27@muster.example
```

"""#),
        ("privacy/resource-undeclared", #"""
# A resource whose data nobody knows

`privacy/resource-undeclared`, error

A provider synchronises a resource, and nothing says which customer data it holds.

## Why it matters

The policy lists what is collected. It cannot list what nobody declared.

## What to do

Leave the resource out of `sync` until somebody has declared its data in the compiler's data map.

"""#),
        ("privacy/retention-missing", #"""
# Data without an end

`privacy/retention-missing`, error

A feature collects data, and no period says how long it is kept. The message names the kind of data
and what brings it in.

## Why it matters

Most laws ask for the period. Data without an end is a risk without a use.

## Wrong

In `tenants/platform.yaml`:

```yaml
    account: {keep: 30 days, after: account_closed, because: disputes}
```

## Mended

```yaml
    account: {keep: 30 days, after: account_closed, because: disputes}
    vehicles: {keep: 2 years, after: last_visit, because: service}
```

"""#),
        ("privacy/safeguard-missing", #"""
# Data crosses a border without a safeguard

`privacy/safeguard-missing`, warning

Customers live where the GDPR holds, and data goes to another country. The policy must name the
safeguard, and none is given.

## Why it matters

Without one the transfer may be illegal. If standard contractual clauses were agreed, add
`transfer_safeguard: standard_contractual_clauses` to the operator in `platform.yaml`.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  customers_in: [US-TX, DE]
```

## Mended

```yaml
  customers_in: [US-TX]
```

"""#),
        ("privacy/sale-banned", #"""
# A sale that the law forbids

`privacy/sale-banned`, error

The shop sells exact locations and is bound by a law that forbids it: that of Maryland or of Oregon.

## Why it matters

No wording of a policy makes such a sale lawful. A shop below the size that the law names is not bound.

## What to do

Take `location` out of `sold_data`, and stop that sale first. `livery explain SHOP --laws` shows the figure that brings
the law in.

"""#),
        ("privacy/size-missing", #"""
# A law turns on a size that nobody gave

`privacy/size-missing`, error

Many American laws spare small businesses. Customers live in a state where that decides, and the fact that decides is
missing.

## Why it matters

A policy that leaves out a right breaks the law, and one that invents a right makes a promise. Livery does not guess
which. Most shops are far below every threshold: one line in `platform.yaml` says so for all of them, and a larger
shop or chain gives its own figures. `livery explain SHOP --laws` shows what each figure decides.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
  size: {annual_revenue: 8000000, consumers: 9000, small_business: true}
-->
```yaml
  size: {annual_revenue: 8000000, consumers: 9000}
```

## Mended

```yaml
  size: {annual_revenue: 8000000, consumers: 9000, small_business: true}
```

"""#),
        ("privacy/sold-data-missing", #"""
# Nothing says what is sold

`privacy/sold-data-missing`, error

The shop sells data or gives it away for ads, and no list says which kinds.

## Why it matters

The App Store and Google Play ask it for each kind of data. A guess would be a false statement.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  records_calls: false
-->
```yaml
  records_calls: false
  sells_data: true
```

## Mended

```yaml
  records_calls: false
  sells_data: true
  sold_data: [email]
```

"""#),
        ("privacy/sold-data-not-collected", #"""
# Sold data that nothing collects

`privacy/sold-data-not-collected`, error

`sold_data` names a kind of data that no feature or provider brings in.

## Why it matters

What is not collected cannot be sold. Either the list is wrong, or a feature is missing.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  records_calls: false
-->
```yaml
  records_calls: false
  sells_data: true
  sold_data: [email, location]
```

## Mended

```yaml
  records_calls: false
  sells_data: true
  sold_data: [email]
```

"""#),
        ("privacy/sold-data-unused", #"""
# A list of sold data, but no sale

`privacy/sold-data-unused`, error

`sold_data` names kinds of data, but the shop neither sells any nor gives it away for ads.

## Why it matters

One of the two is not true, and customers and stores would be told the wrong one.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  records_calls: false
-->
```yaml
  records_calls: false
  sold_data: [email]
```

## Mended

```yaml
  records_calls: false
```

"""#),
        ("privacy/teens-sold", #"""
# Data of young people that is given away

`privacy/teens-sold`, warning

The shop sells data or gives it for ads, people below 18 can use the app, and the law of Connecticut or Maryland applies.

## Why it matters

Both laws forbid the sale of the data of those under 18 and its use for ads (PA 25-113; MODPA, second hand), and an app
whose minimum age is lower cannot say that none of it is theirs.

## What to do

Write `minimum_age: 18`, or stop giving data away.

"""#),
        ("privacy/tracking-domains-missing", #"""
# Nothing says to which hosts ad data goes

`privacy/tracking-domains-missing`, error

The shop gives data away for ads, and no list names the hosts that get it.

## Why it matters

Apple's privacy manifest must list them, and an app that tracks without a list is refused.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  records_calls: false
-->
```yaml
  records_calls: false
  shares_for_ads: true
  sold_data: [usage]
```

## Mended

```yaml
  records_calls: false
  shares_for_ads: true
  sold_data: [usage]
  tracking_domains: [ads.example]
```

"""#),
        ("privacy/tracking-domains-unused", #"""
# Hosts for ads, but no ads

`privacy/tracking-domains-unused`, error

`tracking_domains` names hosts, but the shop gives no data away for ads.

## Why it matters

A manifest that lists hosts and says that nothing is tracked is refused by Apple.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  records_calls: false
-->
```yaml
  records_calls: false
  tracking_domains: [ads.example]
```

## Mended

```yaml
  records_calls: false
```

"""#),
        ("privacy/untranslated-policy", #"""
# An app that speaks more than its policy

`privacy/untranslated-policy`, warning

The app is offered in a language that is not English, or customers live in Quebec, and Livery writes the policy in English only.

## Why it matters

Who cannot read a policy has not been told. Minnesota wants it in each language of the service (Minn. Stat. 325M.16), and
Quebec's Charter of the French Language (s. 52) wants French of what the public gets; that a policy falls under it is inferred.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  locales: [en-US]
  store:
    en-US:
      subtitle: Honest car care in Austin
      short_description: Book a visit from your phone.
      description: Book a visit and see what we did.
-->
```yaml
  locales: [en-US, es-US]
  store:
    en-US:
      subtitle: Honest car care in Austin
      short_description: Book a visit from your phone.
      description: Book a visit and see what we did.
    es-US:
      subtitle: Un taller honrado en Austin
      short_description: Pida su cita desde su celular.
      description: Pida una cita y vea lo que hicimos en su auto.
```

## Mended

```yaml
  # livery: allow privacy/untranslated-policy until 2027-06-30: a translator works on it
  locales: [en-US, es-US]
  store:
    en-US:
      subtitle: Honest car care in Austin
      short_description: Book a visit from your phone.
      description: Book a visit and see what we did.
    es-US:
      subtitle: Un taller honrado en Austin
      short_description: Pida su cita desde su celular.
      description: Pida una cita y vea lo que hicimos en su auto.
```

"""#),
        ("schema/control-character", #"""
# A control character in a text

`schema/control-character`, error

The text holds a character that no screen shows, such as a bell or a backspace. It usually comes
with a text that was copied from a terminal or a spreadsheet.

## Why it matters

Stores, browsers and phones treat such characters differently. Some refuse the whole text.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  name: "Oakwood\x07Auto Care"
```

## Mended

```yaml
  name: Oakwood Auto Care
```

"""#),
        ("schema/missing-key", #"""
# A key that must be there

`schema/missing-key`, error

A mapping lacks a key that no default can fill. The message points at the mapping, and the help says
what the key is for. Any layer can give it: the shop, its group or the platform.

## Why it matters

The app or the policy would have a hole there. Without a phone number, for example, the policy names
no way to reach the shop.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  email: hello@oakwood.example
  address:
```

## Mended

```yaml
  email: hello@oakwood.example
  phone: "+15125550123"
  address:
```

"""#),
        ("schema/not-boolean", #"""
# A switch that is neither on nor off

`schema/not-boolean`, error

The value must be `true` or `false`, in lower case and without quotes. `yes`, `no`, `on` and `off`
are plain texts in YAML 1.2.

## Why it matters

Programs disagree about what `yes` means. Two words leave no doubt.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  booking: {enabled: yes}
```

## Mended

```yaml
  booking: {enabled: true}
```

"""#),
        ("schema/not-integer", #"""
# A number was expected

`schema/not-integer`, error

The value must be a whole number: digits, and nothing else. A number in quotes is a text.

## Why it matters

A text where a number belongs is mostly a value in the wrong line.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  booking: {enabled: true}
-->
```yaml
  booking: {enabled: true, window_days: sixty}
```

## Mended

```yaml
  booking: {enabled: true, window_days: 60}
```

"""#),
        ("schema/not-one-of", #"""
# A value outside its list

`schema/not-one-of`, error

The value is one of a few words, and this is none of them. The help lists the words, and offers the
nearest one.

## Why it matters

Each word switches something. A word that nobody knows would switch nothing.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  model: subscripton
```

## Mended

```yaml
  model: subscription
```

"""#),
        ("schema/out-of-range", #"""
# A number outside its limits

`schema/out-of-range`, error

The number is smaller or larger than the field allows. The message names both limits.

## Why it matters

The limits come from what stores, laws or phones can take. A booking window of 500 days would offer
visits that no calendar holds.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  booking: {enabled: true}
-->
```yaml
  booking: {enabled: true, window_days: 500}
```

## Mended

```yaml
  booking: {enabled: true, window_days: 60}
```

"""#),
        ("schema/repeated-item", #"""
# Two items of a list share an id

`schema/repeated-item`, error

Layers merge some lists item by item. The `id` of an item, or the `name` of a cookie, says which
items belong together. Two items of one list cannot have the same one.

## Why it matters

With two items of one id, nobody could say which of them a group or a shop changes.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  time_zone: America/Chicago
-->
```yaml
  time_zone: America/Chicago
  locations:
    - {id: north, name: North, address: {street: 1 A Street, city: Austin, region: US-TX, postal_code: "78701"}, phone: "+15125550124", hours: {monday: 08:00-17:00}}
    - {id: north, name: South, address: {street: 2 B Street, city: Austin, region: US-TX, postal_code: "78701"}, phone: "+15125550125", hours: {monday: 08:00-17:00}}
```

## Mended

```yaml
  time_zone: America/Chicago
  locations:
    - {id: north, name: North, address: {street: 1 A Street, city: Austin, region: US-TX, postal_code: "78701"}, phone: "+15125550124", hours: {monday: 08:00-17:00}}
    - {id: south, name: South, address: {street: 2 B Street, city: Austin, region: US-TX, postal_code: "78701"}, phone: "+15125550125", hours: {monday: 08:00-17:00}}
```

"""#),
        ("schema/unknown-key", #"""
# A key that Livery does not know

`schema/unknown-key`, error

The format has no key of this name at this place. Mostly it is a slip of the fingers, or a key that
belongs one level higher or lower.

## Why it matters

A key that is quietly ignored looks as if it worked. The shop would find out from its customers.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  phnoe: "+15125550123"
```

## Mended

```yaml
  phone: "+15125550123"
```

"""#),
        ("schema/wrong-count", #"""
# A list with too few or too many items

`schema/wrong-count`, error

The list has fewer items than it needs, or more than there is room for. The message names the limit.

## Why it matters

An empty list of regions, for example, would say that the shop has no customers and that no privacy
law holds.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  customers_in: []
```

## Mended

```yaml
  customers_in: [US-TX]
```

"""#),
        ("schema/wrong-length", #"""
# A text that is too short or too long

`schema/wrong-length`, error

The text does not fit its place. Letters are counted as people see them.

## Why it matters

The stores cut or refuse a text that is too long. App names can have 30 characters, for example.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  app_name: Oakwood Auto Care and Collision Center of South Austin
```

## Mended

```yaml
  app_name: Oakwood Auto
```

"""#),
        ("schema/wrong-type", #"""
# A list, a mapping or a single value in the wrong place

`schema/wrong-type`, error

Each field takes one of three forms: a single value, a list, or a mapping with keys. This one has
another form.

## Why it matters

Half of the value would be lost if Livery guessed which part was meant.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  booking: true
```

## Mended

```yaml
  booking: {enabled: true}
```

"""#),
        ("tenant/asset-outside", #"""
# A picture outside the folder of assets

`tenant/asset-outside`, error

The path of a picture leads out of `tenants/assets/`. Paths count from that folder and cannot leave
it.

## Why it matters

Everything that a bundle is made from stands in the workspace. A path that leaves it works on one
computer only.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  logo: ../../secrets/logo.svg
```

## Mended

```yaml
  logo: oakwood/logo.svg
```

"""#),
        ("tenant/billing-mismatch", #"""
# The billing model and its price do not fit

`tenant/billing-mismatch`, error

`subscription` needs `monthly_fee`, and `commission` needs `commission_percent`. The definition
gives the price of the other model, or none.

## Why it matters

The shop would be billed by a number that its contract does not have.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  commission_percent: "2.5"
```

## Mended

```yaml
  monthly_fee: {amount: "149.00", currency: USD}
```

"""#),
        ("tenant/booking-without-hours", #"""
# Booking without opening hours

`tenant/booking-without-hours`, error

Customers can book visits, but no opening hours are given. The app offers times from those hours.

## Why it matters

The booking screen would be empty. Customers would see a shop that never opens.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  time_zone: America/Chicago
```

## Mended

```yaml
  time_zone: America/Chicago
  hours:
    monday: 07:30-17:30
    saturday: [08:00-12:00, 13:00-16:00]
```

"""#),
        ("tenant/capital-application-id", #"""
# Capital letters in an application id

`tenant/capital-application-id`, warning

The Android application id has capital letters.

## Why it matters

Stores and file systems differ about case, and the id can never be changed after the first release.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  android: {application_id: example.oakwood.app}
-->
```yaml
  android: {application_id: example.Oakwood.app}
```

## Mended

```yaml
  android: {application_id: example.oakwood.app}
```

"""#),
        ("tenant/cookie-outlives-consent", #"""
# A cookie that stays longer than the consent to it

`tenant/cookie-outlives-consent`, warning

A cookie that needs consent stays for more days than the consent holds.

## Why it matters

When the banner asks again, the visitor can still be recognized by a cookie whose consent has run
out.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
billing:
  model: subscription
-->
```yaml
cookies:
  consent_days: 182
  own:
    - {name: tour, category: functional, purpose: Remembers that you have seen the tour., days: 400}
billing:
  model: subscription
```

## Mended

```yaml
cookies:
  consent_days: 182
  own:
    - {name: tour, category: functional, purpose: Remembers that you have seen the tour., days: 180}
billing:
  model: subscription
```

"""#),
        ("tenant/dark-is-light", #"""
# Swapped colour schemes

`tenant/dark-is-light`, warning

The background of the dark scheme is brighter than that of the light one.

## Why it matters

The app would be dazzling at night and dim by day.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
    dark: {primary: "#8FD3AE", on_primary: "#06301B"}
-->
```yaml
    light: {primary: "#8FD3AE", on_primary: "#06301B", background: "#101010", on_background: "#FFFFFF"}
    dark: {primary: "#1F5A3C", on_primary: "#FFFFFF", background: "#F8F8F8", on_background: "#000000"}
```

## Mended

```yaml
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
    dark: {primary: "#8FD3AE", on_primary: "#06301B"}
```

"""#),
        ("tenant/date-before-change", #"""
# The policy counts from before its last change

`tenant/date-before-change`, error

`privacy.effective_date` lies before the newest entry of `privacy.changes.history`.

## Why it matters

Customers must be able to tell which version holds. A policy cannot list a change that came after
it.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  effective_date: 2026-12-01
-->
```yaml
  effective_date: 2026-12-01
  changes:
    history:
      - {date: 2027-01-15, summary: We added tow requests.}
```

## Mended

```yaml
  effective_date: 2027-01-15
  changes:
    history:
      - {date: 2027-01-15, summary: We added tow requests.}
```

"""#),
        ("tenant/different-firebase-projects", #"""
# Two apps in two Firebase projects

`tenant/different-firebase-projects`, error

The second part of a Firebase app id is the number of its project. The iOS app and the Android app
have different numbers.

## Why it matters

Messages and measurements would end in two places, and one of them is probably another shop's.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
-->
```yaml
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
  firebase: {enabled: true, ios_app_id: "1:111:ios:aa11", android_app_id: "1:222:android:bb22", project_id: oakwood-auto}
```

## Mended

```yaml
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
  firebase: {enabled: true, ios_app_id: "1:111:ios:aa11", android_app_id: "1:111:android:bb22", project_id: oakwood-auto}
```

"""#),
        ("tenant/empty-file", #"""
# A file with nothing in it

`tenant/empty-file`, error

The file holds no definition, or comments only. `livery new SHOP` asks a few questions and writes a
complete one.

## Why it matters

An empty file is mostly one that was not saved.

## Wrong

In `tenants/groups/elm.yaml`:

<!-- in place of
livery: 1
branding:
  typography: {heading_font: Bitter}
-->
```yaml
# nothing yet
```

## Mended

```yaml
# nothing yet
livery: 1
```

"""#),
        ("tenant/error-looks-primary", #"""
# Errors in the colour of buttons

`tenant/error-looks-primary`, warning

The colours `primary` and `error` are the same.

## Why it matters

A customer could not tell a failure from an invitation.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
-->
```yaml
    light: {primary: "#9C1C1C", on_primary: "#FFFFFF", error: "#9C1C1C"}
```

## Mended

```yaml
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
```

"""#),
        ("tenant/fact-without-source", #"""
# A fact about a provider without its source

`tenant/fact-without-source`, error

A file in `integrations/` says what a provider can do. Each fact names the page that says so, unless
it is marked `unknown`.

## Why it matters

Shops rely on these facts, and providers change. Without the source nobody can check them again.

## Wrong

In `tenants/integrations/wrench.yaml`:

<!-- a new file -->
```yaml
livery: 1
kind: shop_management
name: {value: Wrench, mark: confirmed}
```

## Mended

```yaml
livery: 1
kind: shop_management
name: {value: Wrench, mark: confirmed, source: "https://wrench.example/api"}
```

"""#),
        ("tenant/far-time-zone", #"""
# A time zone on another continent

`tenant/far-time-zone`, warning

The shop's time zone does not belong to the country of its address.

## Why it matters

Every visit that a customer books would stand hours away from the real one.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  time_zone: America/Chicago
-->
```yaml
  time_zone: Asia/Tokyo
```

## Mended

```yaml
  time_zone: America/Chicago
```

"""#),
        ("tenant/feature-without-system", #"""
# Estimates from nowhere

`tenant/feature-without-system`, warning

Estimates or inspections are on, and no shop system is connected that could send them.

## Why it matters

Customers find an empty page in the app.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
features:
  booking: {enabled: true}
  payments: {enabled: true}
  messaging: {enabled: true, text_messages: true}
integrations:
  tekmetric:
    identifiers: {shop_id: "4821"}
    secrets:
      client_id: {secret: tekmetric/oakwood/client-id}
      client_secret: {env: TEKMETRIC_SECRET}
    sync:
      appointments: [read, create]
-->
```yaml
features:
  booking: {enabled: true}
  payments: {enabled: true}
  messaging: {enabled: true, text_messages: true}
  inspections: {enabled: true}
integrations:
```

## Mended

```yaml
features:
  booking: {enabled: true}
  payments: {enabled: true}
  messaging: {enabled: true, text_messages: true}
  inspections: {enabled: true}
integrations:
  tekmetric:
    identifiers: {shop_id: "4821"}
    secrets:
      client_id: {secret: tekmetric/oakwood/client-id}
      client_secret: {env: TEKMETRIC_SECRET}
    sync:
      appointments: [read, create]
```

"""#),
        ("tenant/fixed-severity", #"""
# An error that cannot be weakened

`tenant/fixed-severity`, error

Under `diagnostics`, `platform.yaml` can make a warning or a note an `error`, a `warning`, or `off`.
An error stays an error.

## Why it matters

A bundle with an error in it would not work, or would break a law.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
environments:
-->
```yaml
diagnostics:
  tenant/unreadable-contrast: warning
environments:
```

## Mended

```yaml
diagnostics:
  tenant/low-contrast: error
environments:
```

"""#),
        ("tenant/foreign-currency", #"""
# A fee in foreign money

`tenant/foreign-currency`, warning

The monthly fee is in the money of neither the shop's country nor the operator's.

## Why it matters

Contracts are seldom made in a third country's money; mostly the line was copied.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  monthly_fee: {amount: "149.00", currency: EUR}
```

## Mended

```yaml
  monthly_fee: {amount: "149.00", currency: USD}
```

"""#),
        ("tenant/foreign-phone", #"""
# A phone number of another country

`tenant/foreign-phone`, warning

The place is in one country, and its phone number belongs to another.

## Why it matters

Customers tap the number to call. A wrong country code reaches a stranger, or nobody.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  phone: "+15125550123"
  address:
-->
```yaml
  phone: "+493023125042"
  address:
```

## Mended

```yaml
  phone: "+15125550123"
  address:
```

"""#),
        ("tenant/format-version", #"""
# A format version that this compiler does not read

`tenant/format-version`, error

Every file begins with `livery: 1`. The line is missing, or it names a version that this compiler
does not know.

## Why it matters

A later format may give a key another meaning. The line makes sure that nobody reads it wrongly.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
livery: 2
```

## Mended

```yaml
livery: 1
```

"""#),
        ("tenant/history-after-deletion", #"""
# A history that is deleted before it is shown

`tenant/history-after-deletion`, error

The app shows the repairs of so many years, but repair records are deleted earlier. Records that are
kept from the last visit on are no finding: they stay as long as the customer comes back.

## Why it matters

The app would promise what is gone, or the policy would promise a deletion that does not happen.

## What to do

Keep repair records for as long as the app shows them, or show fewer years.

"""#),
        ("tenant/history-without-records", #"""
# A service history without records

`tenant/history-without-records`, warning

The service history is on, but the shop system is not asked for repair orders, though it could be.

## Why it matters

Customers would open an empty page.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  booking: {enabled: true}
-->
```yaml
  booking: {enabled: true}
  service_history: {enabled: true}
```

## Mended

```yaml
  booking: {enabled: true}
```

"""#),
        ("tenant/idle-processor", #"""
# A payment provider that takes no payments

`tenant/idle-processor`, warning

A payment provider is connected, and payments go through another, or the app takes none.

## Why it matters

The policy names each company that is connected: customers would read of one that gets nothing of
theirs.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  stripe:
    identifiers: {publishable_key: pk_live_51Oakwood}
-->
```yaml
  authorize_net:
    identifiers: {public_client_key: 7Kq2oakwood}
    secrets:
      api_login_id: {secret: authorize-net/oakwood/login}
      transaction_key: {secret: authorize-net/oakwood/key}
  stripe:
    identifiers: {publishable_key: pk_live_51Oakwood}
```

## Mended

```yaml
  stripe:
    identifiers: {publishable_key: pk_live_51Oakwood}
```

"""#),
        ("tenant/invalid-amount", #"""
# Not an amount of money

`tenant/invalid-amount`, error

An amount is written with a point and two decimals, in quotes.

## Why it matters

`149` can be dollars or cents. Quotes keep every digit as it was written.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  monthly_fee: {amount: "149", currency: USD}
```

## Mended

```yaml
  monthly_fee: {amount: "149.00", currency: USD}
```

"""#),
        ("tenant/invalid-api-version", #"""
# Not a version of the API

`tenant/invalid-api-version`, error

The version is `v` and a whole number, as it stands in the addresses of the API.

## Why it matters

The app puts it into every address that it calls. A wrong one answers nothing.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
  base_url: https://api.northlane.example
-->
```yaml
  base_url: https://api.northlane.example
  version: "2.0"
```

## Mended

```yaml
  base_url: https://api.northlane.example
  version: v2
```

"""#),
        ("tenant/invalid-app-id", #"""
# Not the id of an app

`tenant/invalid-app-id`, error

A bundle id or application id is a domain written backwards, with at least two parts. Android allows
no hyphens; each part begins with a letter.

## Why it matters

The stores refuse it. Once an app is published, its id can never change.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  android: {application_id: example.oak-wood.app}
```

## Mended

```yaml
  android: {application_id: example.oakwood.app}
```

"""#),
        ("tenant/invalid-asset", #"""
# Not a picture that Livery takes

`tenant/invalid-asset`, error

The path must end in `.svg` or `.png` and consist of letters, digits, `.`, `_`, `-` and `/`. The
icon must be a PNG.

## Why it matters

These are the formats that both stores and all browsers show.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  logo: oakwood/logo.gif
```

## Mended

```yaml
  logo: oakwood/logo.svg
```

"""#),
        ("tenant/invalid-color", #"""
# Not a colour

`tenant/invalid-color`, error

A colour is `#` and six hex digits, in quotes. Without the quotes YAML reads the `#` as a comment.

## Why it matters

Names and short forms mean different things on iOS, Android and the web.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    light: {primary: "#1F5A3C", on_primary: white}
```

## Mended

```yaml
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
```

"""#),
        ("tenant/invalid-cookie-name", #"""
# Not the name of a cookie

`tenant/invalid-cookie-name`, error

A cookie's name has letters, digits and `_`, and no spaces (RFC 6265).

## Why it matters

Browsers drop a cookie whose name they cannot read. The cookie list of the policy would then be
wrong.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
billing:
-->
```yaml
cookies:
  own: [{name: "oak wood", category: necessary, purpose: Keeps you signed in., days: 0}]
billing:
```

## Mended

```yaml
cookies:
  own: [{name: oak_wood, category: necessary, purpose: Keeps you signed in., days: 0}]
billing:
```

"""#),
        ("tenant/invalid-date", #"""
# Not a date

`tenant/invalid-date`, error

A date is written as year, month and day with hyphens, and the day must exist.

## Why it matters

Other ways to write a date mean one day in Texas and another in Ontario.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  effective_date: 2026-02-30
```

## Mended

```yaml
  effective_date: 2026-12-01
```

"""#),
        ("tenant/invalid-domain", #"""
# Not a host name

`tenant/invalid-domain`, error

Only the host belongs here: no `https://`, no path, no slash at the end, all in lower case.

## Why it matters

The stores look for a file on exactly this host before they let links open the app.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  android: {application_id: example.oakwood.app}
-->
```yaml
  android: {application_id: example.oakwood.app, signing_fingerprints: ["14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5"]}
  deep_link_domain: https://app.oakwood.example/
```

## Mended

```yaml
  android: {application_id: example.oakwood.app, signing_fingerprints: ["14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5"]}
  deep_link_domain: app.oakwood.example
```

"""#),
        ("tenant/invalid-duration", #"""
# Not a span of time

`tenant/invalid-duration`, error

A span is a number and a unit: `90 days`, `18 months` or `7 years`.

## Why it matters

The policy must say how long data is kept. "As long as needed" says nothing.

## Wrong

In `tenants/platform.yaml`:

```yaml
    account: {keep: as long as needed, after: account_closed, because: disputes}
```

## Mended

```yaml
    account: {keep: 30 days, after: account_closed, because: disputes}
```

"""#),
        ("tenant/invalid-email", #"""
# Not an e-mail address

`tenant/invalid-email`, error

The address needs one `@`, and a domain with a dot after it.

## Why it matters

It stands in the app and in the policy. Requests that customers have a right to make would be lost.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  email: hello@oakwood
```

## Mended

```yaml
  email: hello@oakwood.example
```

"""#),
        ("tenant/invalid-fingerprint", #"""
# Not a signing fingerprint

`tenant/invalid-fingerprint`, error

A fingerprint is the SHA-256 of the certificate that signs the Android app: 32 pairs of capital hex
digits with colons. `keytool -list -v` and the Play Console show it.

## Why it matters

Android compares it byte by byte before a link opens the app.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  android: {application_id: example.oakwood.app}
-->
```yaml
  android: {application_id: example.oakwood.app, signing_fingerprints: ["ab:cd"]}
```

## Mended

```yaml
  android: {application_id: example.oakwood.app, signing_fingerprints: ["14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5"]}
```

"""#),
        ("tenant/invalid-firebase-id", #"""
# Not the id of a Firebase app

`tenant/invalid-firebase-id`, error

The id has four parts, and the third is the platform: `ios` or `android`. It stands in the Firebase
console under Project settings.

## Why it matters

The SDK does not start with a wrong id. Often the ids of the two apps were swapped.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
-->
```yaml
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
  firebase: {enabled: true, ios_app_id: "1:111:android:aa11", android_app_id: "1:111:android:bb22", project_id: oakwood-auto}
```

## Mended

```yaml
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
  firebase: {enabled: true, ios_app_id: "1:111:ios:aa11", android_app_id: "1:111:android:bb22", project_id: oakwood-auto}
```

"""#),
        ("tenant/invalid-hours", #"""
# Not opening hours

`tenant/invalid-hours`, error

Hours are two times of a 24-hour clock with two digits each, and a hyphen without spaces:
`07:30-17:30`. A day can have a list of them, or `closed`. A day cannot end before it starts.

## Why it matters

Booking offers times from these hours.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    monday: 7:30 - 17:30
```

## Mended

```yaml
    monday: 07:30-17:30
```

"""#),
        ("tenant/invalid-identifier", #"""
# Not the form of this provider's id

`tenant/invalid-identifier`, error

The provider gives out ids of a certain form, and this is none. The help shows an example, and says
who confirmed the form.

## Why it matters

A wrong id connects the app to nothing, or to another shop.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    identifiers: {shop_id: oakwood}
```

## Mended

```yaml
    identifiers: {shop_id: "4821"}
```

"""#),
        ("tenant/invalid-locale", #"""
# Not a locale

`tenant/invalid-locale`, error

A locale is a language in lower case and a region in capitals, with a hyphen: `en-US`. The United
Kingdom is `GB`.

## Why it matters

The stores know listings only by these names.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  locales: [en_us]
  store:
    en-US:
```

## Mended

```yaml
  locales: [en-US]
  store:
    en-US:
```

"""#),
        ("tenant/invalid-measurement-id", #"""
# Not a measurement id of Google Analytics 4

`tenant/invalid-measurement-id`, error

The id starts with `G-`. It stands in Google Analytics under Data streams. Ids that start with `UA-`
belong to the old product, which no longer measures.

## Why it matters

Nothing would be measured, and nobody would notice.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  google_analytics: {enabled: true, measurement_id: UA-12345-1}
```

## Mended

```yaml
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
```

"""#),
        ("tenant/invalid-path", #"""
# Not a path of the API

`tenant/invalid-path`, error

A path begins with `/`. Its parts have lower-case letters, digits, `-` and `_`.

## Why it matters

The app joins it to the address of the API. Without the slash the two run together.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
  base_url: https://api.northlane.example
-->
```yaml
  base_url: https://api.northlane.example
  endpoints: {booking: bookings}
```

## Mended

```yaml
  base_url: https://api.northlane.example
  endpoints: {booking: /bookings}
```

"""#),
        ("tenant/invalid-pattern", #"""
# Not a regular expression

`tenant/invalid-pattern`, error

The file of a provider says which form an id has, as a regular expression. This one cannot be read;
mostly a bracket is not closed.

## Why it matters

Without the pattern no id of this provider can be checked.

## Wrong

In `tenants/integrations/wrench.yaml`:

<!-- a new file -->
```yaml
livery: 1
kind: shop_management
name: {value: Wrench, mark: confirmed, source: "https://wrench.example"}
identifiers:
  shop_id: {title: Shop number, pattern: "[0-9", mark: unknown}
```

## Mended

```yaml
livery: 1
kind: shop_management
name: {value: Wrench, mark: confirmed, source: "https://wrench.example"}
identifiers:
  shop_id: {title: Shop number, pattern: "[0-9]+", mark: unknown}
```

"""#),
        ("tenant/invalid-phone", #"""
# Not a phone number in international form

`tenant/invalid-phone`, error

Write `+`, the country code and the number, digits only, in quotes (E.164). Numbers in the United
States and Canada have ten digits after `+1`.

## Why it matters

A phone dials what stands here. A number without its country works only at home.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  phone: (512) 555-0123
```

## Mended

```yaml
  phone: "+15125550123"
```

"""#),
        ("tenant/invalid-pin", #"""
# Not a certificate pin

`tenant/invalid-pin`, error

A pin is the SHA-256 of a public key in base64: 44 characters, the last one `=`.

## Why it matters

The app refuses every server whose key it does not find here. A wrong pin locks all customers out.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
  base_url: https://api.northlane.example
-->
```yaml
  base_url: https://api.northlane.example
  certificate_pins: [abc=, def=]
```

## Mended

```yaml
  base_url: https://api.northlane.example
  certificate_pins: [ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=, 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=]
```

"""#),
        ("tenant/invalid-retention", #"""
# Google does not offer this retention

`tenant/invalid-retention`, error

Google Analytics keeps data of single users for 2 or for 14 months. There is nothing between.

## Why it matters

The policy states this period. It must be one that Google keeps.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E}
-->
```yaml
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E, retention_months: 6}
```

## Mended

```yaml
  google_analytics: {enabled: true, measurement_id: G-1A2BCD345E, retention_months: 2}
```

"""#),
        ("tenant/invalid-secret-reference", #"""
# Not a reference to a secret

`tenant/invalid-secret-reference`, error

A secret is named in one of two ways: `{secret: PATH}` for the secret store, or `{env: NAME}` for a
variable of the server. A variable has capitals, digits and `_`.

## Why it matters

The server looks the secret up by this name when it starts. A name that cannot exist stops it.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
      client_secret: {env: tekmetric-secret}
```

## Mended

```yaml
      client_secret: {env: TEKMETRIC_SECRET}
```

"""#),
        ("tenant/invalid-slug", #"""
# Not a name for files

`tenant/invalid-slug`, error

Names of groups, shops and items have lower-case letters and digits, joined by single hyphens.

## Why it matters

The name is that of a file, and a part of addresses. Spaces and capitals break one of them.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
group: Elm Street
```

## Mended

```yaml
group: elm
```

"""#),
        ("tenant/invalid-team-id", #"""
# Not an Apple team id

`tenant/invalid-team-id`, error

The id has ten capital letters and digits. It stands on the membership page of the developer
account.

## Why it matters

iOS opens links in the app only when team id and bundle id fit.

## Wrong

In `tenants/platform.yaml`:

```yaml
  ios: {team_id: a1b2c3d4e5}
```

## Mended

```yaml
  ios: {team_id: A1B2C3D4E5}
```

"""#),
        ("tenant/invalid-url", #"""
# Not an https address

`tenant/invalid-url`, error

The address must begin with `https://`, and hold no spaces, no `@` and no `#`.

## Why it matters

Phones refuse to open addresses without encryption.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  email: hello@oakwood.example
-->
```yaml
  email: hello@oakwood.example
  website: http://oakwood.example
```

## Mended

```yaml
  email: hello@oakwood.example
  website: https://oakwood.example
```

"""#),
        ("tenant/invalid-version", #"""
# Not a version of the system

`tenant/invalid-version`, error

A version has a major and a minor number, in quotes: `"15.0"`. It cannot be older than the apps run
on.

## Why it matters

Without quotes `15.10` and `15.1` would be the same number.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  ios: {bundle_id: example.oakwood.app}
-->
```yaml
  ios: {bundle_id: example.oakwood.app, minimum_os: 15}
```

## Mended

```yaml
  ios: {bundle_id: example.oakwood.app, minimum_os: "15.0"}
```

"""#),
        ("tenant/keyword-repeats-name", #"""
# A keyword that repeats the name

`tenant/keyword-repeats-name`, warning

One of the keywords is the app's name.

## Why it matters

The App Store finds an app by its name without help. Keywords share 100 bytes.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
      description: Book a visit and see what we did.
-->
```yaml
      description: Book a visit and see what we did.
      keywords: [oakwood auto, brakes]
```

## Mended

```yaml
      description: Book a visit and see what we did.
```

"""#),
        ("tenant/keywords-too-long", #"""
# Too many keywords for the App Store

`tenant/keywords-too-long`, error

The App Store takes 100 bytes of keywords, with the commas between them. A letter with an accent
takes two bytes.

## Why it matters

App Store Connect refuses the listing, and the release waits.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
      subtitle: Honest car care in Austin
-->
```yaml
      subtitle: Honest car care in Austin
      keywords: [car repair shop near me, honest mechanic in austin, oil change and tires, brake repair and alignment, inspection]
```

## Mended

```yaml
      subtitle: Honest car care in Austin
      keywords: [car repair, mechanic, oil change, brakes]
```

"""#),
        ("tenant/links-without-signing", #"""
# Links that will not open the Android app

`tenant/links-without-signing`, warning

The shop has a domain for links, but no signing fingerprint. Android opens the app only when the
domain names that fingerprint.

## Why it matters

Customers who tap a link in a message land in the browser.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  android: {application_id: example.oakwood.app}
-->
```yaml
  android: {application_id: example.oakwood.app}
  deep_link_domain: app.oakwood.example
```

## Mended

```yaml
  android: {application_id: example.oakwood.app, signing_fingerprints: ["14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5"]}
  deep_link_domain: app.oakwood.example
```

"""#),
        ("tenant/live-secret", #"""
# A secret in a definition

`tenant/live-secret`, error

The value looks like a live key of a provider. Definitions are read by many people and kept in
version control for years. Livery masks the value wherever it shows the line.

## Why it matters

Whoever reads the key can act as the shop. Revoke it: to delete the line is not enough, because the
history keeps it.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    identifiers: {publishable_key: sk_live_51OakwoodNotARealKey}
```

## Mended

```yaml
    identifiers: {publishable_key: pk_live_51Oakwood}
```

"""#),
        ("tenant/locale-without-texts", #"""
# A language without store texts

`tenant/locale-without-texts`, error

The app speaks a language in which the stores have no texts.

## Why it matters

The stores ask for a description in every language of the listing.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  locales: [en-US, es-US]
```

## Mended

```yaml
  locales: [en-US]
```

"""#),
        ("tenant/location-abroad", #"""
# A location in another country

`tenant/location-abroad`, warning

A location is in another country than the shop.

## Why it matters

Other laws hold there, and other customers. Mostly the region is a slip.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  time_zone: America/Chicago
-->
```yaml
  time_zone: America/Chicago
  locations:
    - id: north
      name: Oakwood North
      phone: "+18195550188"
      address: {street: 4 Rue Haute, city: Gatineau, region: CA-QC, postal_code: J8X 3R7}
      hours: {monday: 08:00-17:00}
```

## Mended

```yaml
  time_zone: America/Chicago
  locations:
    - id: north
      name: Oakwood North
      phone: "+15125550188"
      address: {street: 4 High Street, city: Round Rock, region: US-TX, postal_code: "78664"}
      hours: {monday: 08:00-17:00}
```

"""#),
        ("tenant/long-day", #"""
# A very long day

`tenant/long-day`, warning

The place is said to be open for more than eighteen hours on a day, and still not around the clock.

## Why it matters

Mostly an hour is mistyped. Customers would book visits in the middle of the night.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    monday: 07:30-17:30
-->
```yaml
    monday: 04:00-23:30
```

## Mended

```yaml
    monday: 07:30-17:30
```

"""#),
        ("tenant/long-name-under-icon", #"""
# A name that the home screen cuts

`tenant/long-name-under-icon`, warning

A home screen shows about 12 characters under an icon. The app's name is longer, and there is no
short one.

## Why it matters

Customers see a name with dots at its end.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  app_name: Oakwood Auto
-->
```yaml
  app_name: Oakwood Auto Care
```

## Mended

```yaml
  app_name: Oakwood Auto Care
  short_name: Oakwood
```

"""#),
        ("tenant/long-waiting", #"""
# A long wait for an answer

`tenant/long-waiting`, warning

Timeout times attempts is more than two minutes.

## Why it matters

A customer at the counter closes the app long before.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
  base_url: https://api.northlane.example
-->
```yaml
  base_url: https://api.northlane.example
  timeout_seconds: 60
```

## Mended

```yaml
  base_url: https://api.northlane.example
```

"""#),
        ("tenant/low-contrast", #"""
# Colours that are hard to read

`tenant/low-contrast`, warning

The two colours do not differ enough. Text needs a contrast of 4.5:1, and lines need 3:1 (WCAG 2.2,
1.4.3 and 1.4.11). The help names the nearest colour that is enough.

## Why it matters

People with weak eyes cannot read the button, and in sunlight nobody can. If the brand demands the
colour, say so on the line: `# livery: allow tenant/low-contrast: brand mandated`.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    light: {primary: "#1F5A3C", on_primary: "#9BBFAA"}
```

## Mended

```yaml
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
```

"""#),
        ("tenant/marketing-cookie", #"""
# A marketing cookie without ads

`tenant/marketing-cookie`, warning

An own cookie is for marketing, while nothing is shared for ads.

## Why it matters

The banner and the policy would say different things about the same cookie.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
privacy:
-->
```yaml
cookies:
  own:
    - {name: oak_ads, category: marketing, purpose: Counts who came from an ad., days: 30}
privacy:
```

## Mended

```yaml
privacy:
```

"""#),
        ("tenant/misplaced-area", #"""
# An area in the wrong file

`tenant/misplaced-area`, error

`operator` and `diagnostics` stand in `platform.yaml` only, and `group` in the file of a shop only.

## Why it matters

There is one operator for all shops, and one shop cannot loosen the rules of all. A group cannot
stand on another group.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
operator: {name: Somebody}
```

## Mended

```yaml
group: elm
```

"""#),
        ("tenant/misplaced-provider", #"""
# A provider under the wrong area

`tenant/misplaced-provider`, error

Providers that measure use stand under `analytics`, and all others under `integrations`.

## Why it matters

Analytics need the customer's consent in many places. Under `integrations` they would run without
it.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
integrations:
  firebase: {}
```

## Mended

```yaml
integrations:
```

"""#),
        ("tenant/missing-identifier", #"""
# A provider lacks an id

`tenant/missing-identifier`, error

The provider needs an id to know which shop is meant. The help says which one, and what it looks
like.

## Why it matters

Without it the connection cannot work. The shop would see empty screens.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  tekmetric:
    secrets:
```

## Mended

```yaml
  tekmetric:
    identifiers: {shop_id: "4821"}
    secrets:
```

"""#),
        ("tenant/missing-secret", #"""
# A provider lacks a secret

`tenant/missing-secret`, error

The provider lets nobody in without this secret. Put the secret in the secret store, and write its
path here.

## Why it matters

The server cannot sign in, and the app gets no data.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
      client_id: {secret: tekmetric/oakwood/client-id}
```

## Mended

```yaml
      client_id: {secret: tekmetric/oakwood/client-id}
      client_secret: {env: TEKMETRIC_SECRET}
```

"""#),
        ("tenant/name-unlike-shop", #"""
# An app called unlike its shop

`tenant/name-unlike-shop`, warning

The name of the app and the name of the shop have no word in common. The legal name counts too.

## Why it matters

Mostly the file began as a copy of another shop's. Customers look for the app by the name over the
door.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  app_name: Birch Motors
```

## Mended

```yaml
  app_name: Oakwood Auto
```

"""#),
        ("tenant/nearly-same-domain", #"""
# An e-mail address beside its website

`tenant/nearly-same-domain`, warning

The domain of the e-mail address and that of the website differ in a letter or two.

## Why it matters

One of them is probably misspelled, and what customers write goes to a stranger.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  email: hello@oakwood.example
-->
```yaml
  email: hello@oakwod.example
  website: https://oakwood.example
```

## Mended

```yaml
  email: hello@oakwood.example
```

"""#),
        ("tenant/no-bookable-day", #"""
# A booking window without a day

`tenant/no-bookable-day`, error

Customers must book so many hours ahead that every day of the window is already too near.

## Why it matters

The calendar of the app would be empty, and nobody would know why.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  booking: {enabled: true}
-->
```yaml
  booking: {enabled: true, lead_time_hours: 72, window_days: 3}
```

## Mended

```yaml
  booking: {enabled: true, lead_time_hours: 12, window_days: 60}
```

"""#),
        ("tenant/no-customers-nearby", #"""
# No customers where the shop is

`tenant/no-customers-nearby`, warning

The place of the shop is not among the places where customers live.

## Why it matters

The policy follows the laws of the places where customers live. Most of them live near the shop.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  customers_in: [US-TX]
-->
```yaml
  customers_in: [US-OK]
```

## Mended

```yaml
  customers_in: [US-TX]
```

"""#),
        ("tenant/no-payment-provider", #"""
# This provider takes no payments

`tenant/no-payment-provider`, error

`billing.processor` names a provider that is connected, but does other work.

## Why it matters

Customers would tap "Pay" and nothing would happen.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  processor: tekmetric
```

## Mended

```yaml
  processor: stripe
```

"""#),
        ("tenant/odd-postal-code", #"""
# A postal code that the country does not have

`tenant/odd-postal-code`, warning

The postal code does not have the shape that the post of this country uses.

## Why it matters

Letters to this address come back, and the map may not find the shop.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    postal_code: "78704"
-->
```yaml
    postal_code: "7870"
```

## Mended

```yaml
    postal_code: "78704"
```

"""#),
        ("tenant/operators-data", #"""
# The operator's address as the shop's

`tenant/operators-data`, warning

The shop has the e-mail address, the phone number or the website of the operator.

## Why it matters

Customers who want their car back would write to the people who run the app.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  email: privacy@northlane.example
```

## Mended

```yaml
  email: hello@oakwood.example
```

"""#),
        ("tenant/overlapping-hours", #"""
# Opening hours that overlap

`tenant/overlapping-hours`, error

Two ranges of one day share some time.

## Why it matters

The booking screen would offer the same time twice.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    saturday: [08:00-14:00, 13:00-16:00]
```

## Mended

```yaml
    saturday: [08:00-12:00, 13:00-16:00]
```

"""#),
        ("tenant/payments-without-processor", #"""
# Payments that nobody takes

`tenant/payments-without-processor`, error

Customers can pay in the app, but `billing.processor` is missing.

## Why it matters

The pay button would lead nowhere.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  monthly_fee: {amount: "149.00", currency: USD}
```

## Mended

```yaml
  monthly_fee: {amount: "149.00", currency: USD}
  processor: stripe
```

"""#),
        ("tenant/photos-to-nobody", #"""
# Photos for nobody

`tenant/photos-to-nobody`, warning

Customers can take photos, but neither booking nor messaging is on.

## Why it matters

Photos are added to a visit or to a message. Here the customer finds neither.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  booking: {enabled: true}
  payments: {enabled: true}
  messaging: {enabled: true, text_messages: true}
-->
```yaml
  payments: {enabled: true}
  photos: {enabled: true}
```

## Mended

```yaml
  booking: {enabled: true}
  payments: {enabled: true}
  messaging: {enabled: true, text_messages: true}
```

"""#),
        ("tenant/placeholder-text", #"""
# A draft that customers would read

`tenant/placeholder-text`, warning

A name or a text of the app still holds a word of its draft: `TODO`, `TBD`, `lorem ipsum`, a bracket
for the name of the shop.

## Why it matters

The stores refuse apps with texts that are not finished, and customers would see them first.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
      subtitle: Honest car care in Austin
-->
```yaml
      subtitle: TBD, ask Dana
```

## Mended

```yaml
      subtitle: Honest car care in Austin
```

"""#),
        ("tenant/processor-not-connected", #"""
# A payment provider that is not connected

`tenant/processor-not-connected`, error

`billing.processor` names a provider that does not stand under `integrations`.

## Why it matters

The app knows whom to ask, but has no key to ask with.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  processor: square
```

## Mended

```yaml
  processor: stripe
```

"""#),
        ("tenant/production-on-trial", #"""
# Customers on a server for tests

`tenant/production-on-trial`, warning

The address of production has a word such as `staging` or `test` in its name.

## Why it matters

What customers book there reaches nobody, and may be gone the next day.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
features:
  booking: {enabled: true}
-->
```yaml
api: {base_url: https://api.staging.oakwood.example}
features:
  booking: {enabled: true}
```

## Mended

```yaml
features:
  booking: {enabled: true}
```

"""#),
        ("tenant/providers-cookie", #"""
# A provider's cookie as an own one

`tenant/providers-cookie`, warning

An own cookie has the name of a cookie that a connected provider sets.

## Why it matters

It would be listed twice, with two purposes, and the provider overwrites it.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
privacy:
-->
```yaml
cookies:
  own:
    - {name: __stripe_mid, category: necessary, purpose: Guards against stolen cards., days: 30}
privacy:
```

## Mended

```yaml
privacy:
```

"""#),
        ("tenant/reminder-after-deletion", #"""
# A reminder of a visit that is deleted

`tenant/reminder-after-deletion`, error

Reminders count the months since a visit, but visits are deleted before so many months have passed.

## Why it matters

Either no reminder would ever go out, or data would be kept for longer than the policy says.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  messaging: {enabled: true, text_messages: true}
-->
```yaml
  reminders: {enabled: true, channels: [email], months_between_services: 30}
```

## Mended

```yaml
  reminders: {enabled: true, channels: [email], months_between_services: 6}
```

"""#),
        ("tenant/reminder-channel-off", #"""
# Reminders through a channel that is off

`tenant/reminder-channel-off`, error

Reminders go out by push, e-mail or text. They can use a channel only if its feature is on.

## Why it matters

No reminder would arrive, and nobody would know.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  booking: {enabled: true}
-->
```yaml
  booking: {enabled: true}
  reminders: {enabled: true, channels: [push]}
```

## Mended

```yaml
  booking: {enabled: true}
  reminders: {enabled: true, channels: [email]}
```

"""#),
        ("tenant/repeated-address", #"""
# A location with the shop's own address

`tenant/repeated-address`, warning

A further location has the same address as the shop. The shop's own address is already the first
place.

## Why it matters

The map would show two pins on one door. Mostly the address was copied and never changed.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  time_zone: America/Chicago
-->
```yaml
  time_zone: America/Chicago
  locations:
    - {id: north, name: North, address: {street: 2210 Oakwood Bend, city: Austin, region: US-TX, postal_code: "78704"}, phone: "+15125550124", hours: {monday: 08:00-17:00}}
```

## Mended

```yaml
  time_zone: America/Chicago
  locations:
    - {id: north, name: North, address: {street: 18 Cedar Street, city: Austin, region: US-TX, postal_code: "78701"}, phone: "+15125550124", hours: {monday: 08:00-17:00}}
```

"""#),
        ("tenant/repeated-change", #"""
# Two changes of the policy on one day

`tenant/repeated-change`, warning

The history of the policy has two entries with the same date.

## Why it matters

Readers tell changes apart by their dates. One of the two is probably a copy whose date was
forgotten.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  effective_date: 2026-12-01
-->
```yaml
  effective_date: 2026-12-01
  changes:
    history:
      - {date: 2026-12-01, summary: We name our new hosting company.}
      - {date: 2026-12-01, summary: We keep messages for two years.}
```

## Mended

```yaml
  effective_date: 2026-12-01
  changes:
    history:
      - {date: 2026-12-01, summary: We name our new hosting company.}
      - {date: 2026-06-01, summary: We keep messages for two years.}
```

"""#),
        ("tenant/repeated-description", #"""
# A description that says nothing more

`tenant/repeated-description`, warning

The long description is the short one again.

## Why it matters

Customers open the description to learn more.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
      description: Book a visit and see what we did.
-->
```yaml
      description: Book a visit from your phone.
```

## Mended

```yaml
      description: Book a visit and see what we did.
```

"""#),
        ("tenant/repeated-keyword", #"""
# A keyword that stands twice

`tenant/repeated-keyword`, warning

The keywords of a store page hold one word twice.

## Why it matters

The App Store takes 100 bytes of keywords in all; the second one is room lost for another.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
      description: Book a visit and see what we did.
-->
```yaml
      description: Book a visit and see what we did.
      keywords: [brakes, oil, Brakes]
```

## Mended

```yaml
      description: Book a visit and see what we did.
      keywords: [brakes, oil, tires]
```

"""#),
        ("tenant/repeated-location-name", #"""
# Two locations of one name

`tenant/repeated-location-name`, warning

Two locations of the shop have the same name.

## Why it matters

A customer who books chooses the place by its name.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  time_zone: America/Chicago
-->
```yaml
  time_zone: America/Chicago
  locations:
    - id: north
      name: Oakwood Round Rock
      phone: "+15125550188"
      address: {street: 4 High Street, city: Round Rock, region: US-TX, postal_code: "78664"}
      hours: {monday: 08:00-17:00}
    - id: south
      name: Oakwood Round Rock
      phone: "+15125550189"
      address: {street: 9 Low Street, city: Round Rock, region: US-TX, postal_code: "78664"}
      hours: {monday: 08:00-17:00}
```

## Mended

```yaml
  time_zone: America/Chicago
  locations:
    - id: north
      name: Oakwood High Street
      phone: "+15125550188"
      address: {street: 4 High Street, city: Round Rock, region: US-TX, postal_code: "78664"}
      hours: {monday: 08:00-17:00}
    - id: south
      name: Oakwood Low Street
      phone: "+15125550189"
      address: {street: 9 Low Street, city: Round Rock, region: US-TX, postal_code: "78664"}
      hours: {monday: 08:00-17:00}
```

"""#),
        ("tenant/repeated-phone", #"""
# Two locations with one phone number

`tenant/repeated-phone`, warning

Two further locations of the shop have the same phone number.

## Why it matters

Mostly the number was copied and never changed, so customers of one place call the other.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  time_zone: America/Chicago
-->
```yaml
  time_zone: America/Chicago
  locations:
    - id: north
      name: North
      address: {street: 1 North Road, city: Austin, region: US-TX, postal_code: "78704"}
      phone: "+15125550124"
      hours: {monday: 08:00-17:00}
    - id: south
      name: South
      address: {street: 2 South Road, city: Austin, region: US-TX, postal_code: "78704"}
      phone: "+15125550124"
      hours: {monday: 08:00-17:00}
```

## Mended

```yaml
  time_zone: America/Chicago
```

"""#),
        ("tenant/repeated-pin", #"""
# The same certificate pin twice

`tenant/repeated-pin`, error

Two certificate pins are equal.

## Why it matters

A second pin is for the key that waits. When the first key changes, every installed app is locked out.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
  base_url: https://api.northlane.example
-->
```yaml
  base_url: https://api.northlane.example
  certificate_pins:
    - 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
    - 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
```

## Mended

```yaml
  base_url: https://api.northlane.example
```

"""#),
        ("tenant/same-dark-logo", #"""
# One logo for light and dark

`tenant/same-dark-logo`, warning

`logo_dark` names the same file as `logo`. Without `logo_dark`, the light one is used on dark surfaces anyway.

## Why it matters

It looks as if there were a dark logo, and nobody asks the shop for one.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  logo: oakwood/logo.svg
-->
```yaml
  logo: oakwood/logo.svg
  logo_dark: oakwood/logo.svg
```

## Mended

```yaml
  logo: oakwood/logo.svg
```

"""#),
        ("tenant/same-location-address", #"""
# Two locations at one address

`tenant/same-location-address`, warning

Two locations of the shop have the same address.

## Why it matters

Customers would drive to the wrong place: one address was probably copied and not changed.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  time_zone: America/Chicago
-->
```yaml
  time_zone: America/Chicago
  locations:
    - id: north
      name: Oakwood North
      phone: "+15125550188"
      address: {street: 4 High Street, city: Round Rock, region: US-TX, postal_code: "78664"}
      hours: {monday: 08:00-17:00}
    - id: south
      name: Oakwood South
      phone: "+15125550189"
      address: {street: 4 High Street, city: Round Rock, region: US-TX, postal_code: "78664"}
      hours: {monday: 08:00-17:00}
```

## Mended

```yaml
  time_zone: America/Chicago
  locations:
    - id: north
      name: Oakwood North
      phone: "+15125550188"
      address: {street: 4 High Street, city: Round Rock, region: US-TX, postal_code: "78664"}
      hours: {monday: 08:00-17:00}
    - id: south
      name: Oakwood South
      phone: "+15125550189"
      address: {street: 9 Low Street, city: Round Rock, region: US-TX, postal_code: "78664"}
      hours: {monday: 08:00-17:00}
```

"""#),
        ("tenant/secret-by-value", #"""
# A secret instead of a reference

`tenant/secret-by-value`, error

Under `secrets` a definition says where a secret is kept. This looks like the secret.

## Why it matters

Whoever can read the definition could use it. If it was real, revoke it.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
      client_secret: hunter2-hunter2
```

## Mended

```yaml
      client_secret: {env: TEKMETRIC_SECRET}
```

"""#),
        ("tenant/shared-area", #"""
# An area that is the same everywhere

`tenant/shared-area`, error

An environment can change `api`, `analytics`, `billing` and `integrations`. All other areas hold for
development, staging and production alike.

## Why it matters

What is tested in staging must look like what customers get.

## Wrong

In `tenants/platform.yaml`:

```yaml
    api: {base_url: https://api.staging.northlane.example}
    branding: {app_name: Staging}
```

## Mended

```yaml
    api: {base_url: https://api.staging.northlane.example}
```

"""#),
        ("tenant/shared-endpoint", #"""
# Two features at one path

`tenant/shared-endpoint`, warning

Two features ask the API at the same path.

## Why it matters

Mostly a line was copied, and one of the two features gets the answers of the other.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
integrations:
-->
```yaml
api:
  endpoints: {booking: /customers, messaging: /customers}
integrations:
```

## Mended

```yaml
api:
  endpoints: {booking: /bookings, messaging: /messages}
integrations:
```

"""#),
        ("tenant/shared-secret-in-trial", #"""
# Production's secret in a test environment

`tenant/shared-secret-in-trial`, warning

An environment for tests names the same secret as production.

## Why it matters

Whoever can read the test system could move real money or read real customers.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
analytics:
-->
```yaml
environments:
  staging:
    integrations:
      stripe:
        secrets:
          secret_key: {secret: stripe/oakwood/secret-key}
analytics:
```

## Mended

```yaml
analytics:
```

"""#),
        ("tenant/short-break", #"""
# A very short break

`tenant/short-break`, warning

Two ranges of a day leave less than a quarter of an hour between them.

## Why it matters

Nobody closes for five minutes: one of the times is mistyped, or it is one range.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    saturday: [08:00-12:00, 13:00-16:00]
-->
```yaml
    saturday: [08:00-12:00, 12:05-16:00]
```

## Mended

```yaml
    saturday: [08:00-12:00, 13:00-16:00]
```

"""#),
        ("tenant/short-name-unlike-app", #"""
# A short name that belongs to another app

`tenant/short-name-unlike-app`, warning

The short name is neither a part nor the initials of the name of the app.

## Why it matters

It stands under the icon. Customers look for the name that they know.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  app_name: Oakwood Auto
-->
```yaml
  app_name: Oakwood Auto
  short_name: Birch
```

## Mended

```yaml
  app_name: Oakwood Auto
```

"""#),
        ("tenant/single-pin", #"""
# One certificate pin alone

`tenant/single-pin`, error

A list of pins needs a second one, for the key that comes next.

## Why it matters

When the server's key changes, an app with one pin trusts no server any more. Only an update from
the store helps.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
  base_url: https://api.northlane.example
-->
```yaml
  base_url: https://api.northlane.example
  certificate_pins: [ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=]
```

## Mended

```yaml
  base_url: https://api.northlane.example
  certificate_pins: [ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=, 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=]
```

"""#),
        ("tenant/subtitle-repeats-name", #"""
# A subtitle that repeats the name

`tenant/subtitle-repeats-name`, warning

The subtitle in the App Store is the app's name again.

## Why it matters

The name stands right above it; the room for what the shop does is wasted.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
      subtitle: Honest car care in Austin
-->
```yaml
      subtitle: Oakwood Auto
```

## Mended

```yaml
      subtitle: Honest car care in Austin
```

"""#),
        ("tenant/test-key-in-production", #"""
# A test key in production

`tenant/test-key-in-production`, error

The key begins like a test key of the payment provider, and production would use it.

## Why it matters

Payments would look as if they worked, and no money would come.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    identifiers: {publishable_key: pk_test_51Oakwood}
```

## Mended

```yaml
    identifiers: {publishable_key: pk_live_51Oakwood}
```

"""#),
        ("tenant/texts-without-locale", #"""
# Store texts in a language that the app does not speak

`tenant/texts-without-locale`, error

There are store texts in a language that is not in `app.locales`.

## Why it matters

Customers would install an app that they cannot read.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  locales: [en-US]
  store:
-->
```yaml
  locales: [en-US]
  store:
    fr-CA: {subtitle: Mécanique honnête, short_description: Prenez rendez-vous., description: Prenez rendez-vous.}
```

## Mended

```yaml
  locales: [en-US, fr-CA]
  store:
    fr-CA: {subtitle: Mécanique honnête, short_description: Prenez rendez-vous., description: Prenez rendez-vous.}
```

"""#),
        ("tenant/towing-calls-shop", #"""
# A towing company with the phone of the shop

`tenant/towing-calls-shop`, warning

The button for towing names a company, and calls the number of the shop.

## Why it matters

Somebody at the side of the road reaches a shop that may be closed.

## What to do

Write the number of the towing company. Where the shop tows itself, write its name as the company.

"""#),
        ("tenant/trial-measures-production", #"""
# Tests counted among the customers

`tenant/trial-measures-production`, warning

An environment for tests repeats the measurement id or the Firebase app of production. Ids that are
left out there are no finding.

## Why it matters

What testers do would be counted among the customers.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
privacy:
-->
```yaml
environments:
  staging:
    analytics: {google_analytics: {measurement_id: G-1A2BCD345E}}
privacy:
```

## Mended

```yaml
environments:
  staging:
    analytics: {google_analytics: {measurement_id: G-TESTS00001}}
privacy:
```

"""#),
        ("tenant/trial-on-production", #"""
# A test environment on production's address

`tenant/trial-on-production`, error

An environment for tests says the same `api.base_url` as production.

## Why it matters

Test bookings would land in the diaries of real shops.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
    api: {base_url: https://api.staging.northlane.example}
-->
```yaml
    api: {base_url: https://api.northlane.example}
```

## Mended

```yaml
    api: {base_url: https://api.staging.northlane.example}
```

"""#),
        ("tenant/trial-uses-production-account", #"""
# Tests on the account of production

`tenant/trial-uses-production-account`, warning

An environment for tests repeats the id of the account that production uses.

## Why it matters

A booking made for a test would stand in the shop's real calendar.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
privacy:
-->
```yaml
environments:
  staging:
    integrations: {tekmetric: {identifiers: {shop_id: "4821"}}}
privacy:
```

## Mended

```yaml
environments:
  staging:
    integrations: {tekmetric: {identifiers: {shop_id: "9001"}}}
privacy:
```

"""#),
        ("tenant/unknown-code", #"""
# Not the code of a diagnostic

`tenant/unknown-code`, error

Under `diagnostics`, `platform.yaml` sets how grave a warning is. No finding has this code.

## Why it matters

The warning that was meant would stay as it is.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
environments:
-->
```yaml
diagnostics:
  tenant/low-contrst: error
environments:
```

## Mended

```yaml
diagnostics:
  tenant/low-contrast: error
environments:
```

"""#),
        ("tenant/unknown-environment", #"""
# Not an environment

`tenant/unknown-environment`, error

There are three environments: `development`, `staging` and `production`.

## Why it matters

What stands under another name would never be used.

## Wrong

In `tenants/platform.yaml`:

```yaml
  stagging:
```

## Mended

```yaml
  staging:
```

"""#),
        ("tenant/unknown-feature", #"""
# Not a feature

`tenant/unknown-feature`, error

No feature has this name. The help lists all features.

## Why it matters

The path would belong to nothing, and the real feature would keep its default.

## Wrong

In `tenants/platform.yaml`:

<!-- in place of
  base_url: https://api.northlane.example
-->
```yaml
  base_url: https://api.northlane.example
  endpoints: {bookings: /bookings}
```

## Mended

```yaml
  base_url: https://api.northlane.example
  endpoints: {booking: /bookings}
```

"""#),
        ("tenant/unknown-identifier", #"""
# An id that the provider does not have

`tenant/unknown-identifier`, error

The provider knows no id of this name. The help lists those that it knows.

## Why it matters

The value would be ignored, and the id that was meant stays as it was.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    identifiers: {shop_id: "4821", shopid: "4821"}
```

## Mended

```yaml
    identifiers: {shop_id: "4821"}
```

"""#),
        ("tenant/unknown-provider", #"""
# Not a provider

`tenant/unknown-provider`, error

Livery knows no provider of this name. A file `integrations/NAME.yaml` can describe a new one.

## Why it matters

Livery would not know what data goes there, and the policy could not say it.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  tekmertic:
```

## Mended

```yaml
  tekmetric:
```

"""#),
        ("tenant/unknown-region", #"""
# Not a region

`tenant/unknown-region`, error

A region is written as in ISO 3166: a country and a part of it, `US-TX`, or the country alone where
no parts are used. The United Kingdom is `GB`.

## Why it matters

The region decides which privacy laws hold.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    region: TX
```

## Mended

```yaml
    region: US-TX
```

"""#),
        ("tenant/unknown-resource", #"""
# A resource that the provider does not have

`tenant/unknown-resource`, error

The interface of the provider has no resource of this name. The help lists those that it has.

## Why it matters

Nothing would be synchronised under this name.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
      appointment: [read, create]
```

## Mended

```yaml
      appointments: [read, create]
```

"""#),
        ("tenant/unknown-secret", #"""
# A secret that the provider does not have

`tenant/unknown-secret`, error

The provider knows no secret of this name.

## Why it matters

The real secret would stay missing, and nobody would look for it here.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
      client_secret: {env: TEKMETRIC_SECRET}
      api_key: {env: TEKMETRIC_KEY}
```

## Mended

```yaml
      client_secret: {env: TEKMETRIC_SECRET}
```

"""#),
        ("tenant/unknown-time-zone", #"""
# Not a time zone

`tenant/unknown-time-zone`, error

A time zone has a name of the IANA list: `America/Chicago`. Abbreviations such as `CST` are no
names.

## Why it matters

Appointments would be an hour off for half of the year.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  time_zone: America/Chigaco
```

## Mended

```yaml
  time_zone: America/Chicago
```

"""#),
        ("tenant/unlisted-change", #"""
# A new date without a change

`tenant/unlisted-change`, warning

The policy counts from a later day than the last change that it lists.

## Why it matters

Readers see a new date, and nothing that says what is new since the policy that they agreed to.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  effective_date: 2026-12-01
-->
```yaml
  effective_date: 2026-12-01
  changes:
    history: [{date: 2026-06-01, summary: We added text messages.}]
```

## Mended

```yaml
  effective_date: 2026-12-01
  changes:
    history:
      - {date: 2026-06-01, summary: We added text messages.}
      - {date: 2026-12-01, summary: We added payments.}
```

"""#),
        ("tenant/unneeded-sync", #"""
# Data that nothing shows

`tenant/unneeded-sync`, warning

The app reads something from the shop's system that only one feature shows, and that feature is off.

## Why it matters

Data that nobody needs must still be guarded, explained in the policy and deleted in time.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
      appointments: [read, create]
-->
```yaml
      estimates: [read]
      appointments: [read, create]
```

## Mended

```yaml
      appointments: [read, create]
```

"""#),
        ("tenant/unreadable-contrast", #"""
# Colours that nobody can read

`tenant/unreadable-contrast`, error

The text and its background differ by less than 3:1. That is below what WCAG 2.2 asks even of large
letters.

## Why it matters

The button is there, and customers cannot see what it says.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    light: {primary: "#1F5A3C", on_primary: "#2E7D52"}
```

## Mended

```yaml
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
```

"""#),
        ("tenant/unsupported-operation", #"""
# An operation that the provider does not offer

`tenant/unsupported-operation`, error

The provider's interface is not known to read, create or update this resource. The help says what is
known, and who confirmed it.

## Why it matters

The sync would fail on its first run. If you know better, say so with the source in a file of
`integrations/`.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
      appointments: [read, create]
-->
```yaml
      appointments: [read, create]
      repair_orders: [read, create]
```

## Mended

```yaml
      appointments: [read, create]
      repair_orders: [read, update]
```

"""#),
        ("tenant/unsupported-webhooks", #"""
# Webhooks that the provider does not offer

`tenant/unsupported-webhooks`, error

The provider is not known to send webhooks. With `false` the platform asks every few minutes
instead.

## Why it matters

The app would wait for messages that never come.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
integrations:
-->
```yaml
integrations:
  mitchell1: {webhooks: true}
```

## Mended

```yaml
integrations:
  mitchell1: {webhooks: false}
```

"""#),
        ("tenant/untranslated-text", #"""
# A description in the wrong language

`tenant/untranslated-text`, warning

Two languages have the same description, word for word.

## Why it matters

Whoever opens the store in the second language reads the first. Better no such page than a foreign
one.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  locales: [en-US]
  store:
    en-US:
      subtitle: Honest car care in Austin
      short_description: Book a visit from your phone.
      description: Book a visit and see what we did.
-->
```yaml
  locales: [en-US, es-US]
  store:
    en-US:
      subtitle: Honest car care in Austin
      short_description: Book a visit from your phone.
      description: Book a visit and see what we did.
    es-US:
      subtitle: Taller de confianza en Austin
      short_description: Reserve una cita desde su teléfono.
      description: Book a visit and see what we did.
```

## Mended

```yaml
  locales: [en-US]
  store:
    en-US:
      subtitle: Honest car care in Austin
      short_description: Book a visit from your phone.
      description: Book a visit and see what we did.
```

"""#),
        ("tenant/vague-purpose", #"""
# A purpose that says nothing

`tenant/vague-purpose`, warning

The app asks to send notifications with a phrase such as “for a better experience”.

## Why it matters

Guideline 5.1.1 of the App Store wants a clear purpose, and customers say no to what they do not
understand.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  booking: {enabled: true}
-->
```yaml
  booking: {enabled: true}
  push: {enabled: true, purpose: We send these for a better experience.}
```

## Mended

```yaml
  booking: {enabled: true}
  push: {enabled: true, purpose: We tell you when your car is ready.}
```

"""#),
        ("tenant/visits-unknown", #"""
# Points for visits that nobody counts

`tenant/visits-unknown`, warning

Loyalty or reminders are on, but booking is off and no shop system is connected.

## Why it matters

Both count visits. Without bookings and without the records of the shop, the app never learns of
one.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
features:
  booking: {enabled: true}
  payments: {enabled: true}
  messaging: {enabled: true, text_messages: true}
integrations:
  tekmetric:
    identifiers: {shop_id: "4821"}
    secrets:
      client_id: {secret: tekmetric/oakwood/client-id}
      client_secret: {env: TEKMETRIC_SECRET}
    sync:
      appointments: [read, create]
-->
```yaml
features:
  reminders: {enabled: true, channels: [email]}
  payments: {enabled: true}
  messaging: {enabled: true, text_messages: true}
integrations:
```

## Mended

```yaml
features:
  booking: {enabled: true}
  payments: {enabled: true}
  messaging: {enabled: true, text_messages: true}
integrations:
  tekmetric:
    identifiers: {shop_id: "4821"}
    secrets:
      client_id: {secret: tekmetric/oakwood/client-id}
      client_secret: {env: TEKMETRIC_SECRET}
    sync:
      appointments: [read, create]
```

"""#),
        ("workspace/bad-name", #"""
# A name that cannot be a shop's or a group's

`workspace/bad-name`, error

The name of a file in `groups/`, `shops/` or `integrations/` has lower-case letters and digits, with
single hyphens between them. Names of providers have `_` instead.

## Why it matters

The name becomes a folder and a part of addresses.

## What to do

Rename the file. The message suggests a name.

"""#),
        ("workspace/broken-link", #"""
# A symbolic link that leads nowhere

`workspace/broken-link`, error

The file is a link, and the file that it names is not there.

## Why it matters

Something that the workspace needs was moved or never committed.

## What to do

Remove the link, or let it point at a file inside `tenants/`.

"""#),
        ("workspace/foreign-file", #"""
# A file in `output/` that Livery did not write

`workspace/foreign-file`, note

Livery leaves it where it is. It never deletes or changes what it did not write.

## Why it matters

It may be somebody's work. It is not a part of the bundle, whoever uploads the folder.

## What to do

Move it out of `output/` if it belongs elsewhere. To hide the note, write `workspace/foreign-file:
off` under `diagnostics` in `platform.yaml`.

"""#),
        ("workspace/foreign-file-in-the-way", #"""
# A foreign file where a part of a bundle belongs

`workspace/foreign-file-in-the-way`, error

A file that Livery did not write has the name of one that it wants to write. Nothing of this shop
was written.

## Why it matters

To overwrite it could destroy somebody's work.

## What to do

Move the file away. When it was generated once, `livery compile --adopt` replaces it and whatever else
stands where a part of a bundle belongs. That is what to do when a merge took lines out of a bundle's
`manifest.json`, so that Livery does not know its own files any more; a manifest with conflict marks
in it is understood without help.

"""#),
        ("workspace/left-bundle", #"""
# The bundle of a shop that is no more

`workspace/left-bundle`, warning

`output/` holds a bundle, and no definition of that name exists any more.

## Why it matters

An old bundle that is still uploaded keeps an old policy in the world.

## What to do

Run `livery compile --prune`. It removes the bundle once nothing else is wrong.

"""#),
        ("workspace/link-leaves", #"""
# A symbolic link that leads out of the workspace

`workspace/link-leaves`, error

The link points at a file outside `tenants/`.

## Why it matters

The workspace would mean something else on each computer.

## What to do

Copy the file into `tenants/`.

"""#),
        ("workspace/linked-folder", #"""
# A symbolic link to a folder

`workspace/linked-folder`, error

Single files may be links, folders may not.

## Why it matters

A linked folder can hold itself, or half of the disk.

## What to do

Replace the link with the folder.

"""#),
        ("workspace/new-needs-platform", #"""
# A new shop needs a platform

`workspace/new-needs-platform`, error

`livery new` writes a shop that stands on `tenants/platform.yaml`, and there is none.

## Why it matters

The shop would lack its operator and its defaults.

## What to do

Write `tenants/platform.yaml` first. docs/definition.md shows its areas.

"""#),
        ("workspace/no-shops", #"""
# A workspace without shops

`workspace/no-shops`, warning

`tenants/shops/` holds no definition.

## Why it matters

There is nothing to compile. Mostly Livery runs in the wrong folder.

## What to do

Write the first shop with `livery new SHOP`, or name the right folder with `--workspace DIR`.

"""#),
        ("workspace/no-tenants-folder", #"""
# No folder `tenants`

`workspace/no-tenants-folder`, error

Livery reads the folder `tenants/` below the current one, and there is none.

## Why it matters

Without it there are no definitions.

## What to do

Run Livery where `tenants/` stands, or name that place with `--workspace DIR`.

"""#),
        ("workspace/not-a-file", #"""
# Something else where a file belongs

`workspace/not-a-file`, error

The entry is a folder, a pipe or a device.

## Why it matters

To read it could wait for ever.

## What to do

Put a file there, or take the entry away.

"""#),
        ("workspace/not-a-folder", #"""
# A file where a folder belongs

`workspace/not-a-folder`, error

`groups`, `shops`, `integrations` and `assets` must be folders.

## Why it matters

Definitions stand in one file each, below their folder.

## What to do

Rename the file and make the folder.

"""#),
        ("workspace/too-large", #"""
# A file that is too large to read

`workspace/too-large`, error

Definitions and pictures have a limit, which the message names.

## Why it matters

A definition is a few kilobytes. Something else was saved under its name.

## What to do

Look at the file. Export a picture again with fewer pixels.

"""#),
        ("workspace/unknown-ending", #"""
# A definition with another ending

`workspace/unknown-ending`, error

Definitions end in `.yaml`. A file such as `oakwood.yml` or `oakwood.json` was probably meant as one.

## Why it matters

The file is not read. A shop would silently be missing.

## What to do

Rename the file as the message says, or move it out of the folder.

"""#),
        ("workspace/unknown-entry", #"""
# A file that is not part of a workspace

`workspace/unknown-entry`, warning

`tenants/` holds `platform.yaml`, `groups`, `shops`, `integrations` and `assets`. Anything else is
not read.

## Why it matters

A folder such as `shop` instead of `shops` would silently be missing.

## What to do

Rename it if it was meant to be read, or move it out of `tenants/`.

"""#),
        ("workspace/unprintable-name", #"""
# A name that cannot be shown

`workspace/unprintable-name`, error

The name of the file holds control characters or bytes that are no UTF-8.

## Why it matters

Nobody can see which file is meant, and some systems cannot store it.

## What to do

Rename it. `ls -b` shows the hidden characters.

"""#),
        ("workspace/unread-file", #"""
# A file that is no definition

`workspace/unread-file`, warning

A folder of definitions holds a file with an ending of its own, such as `oakwood.csv`.

## Why it matters

The file is not read. Whoever put it there may believe that it counts.

## What to do

Move it out of the folder, or give it the ending `.yaml`.

"""#),
        ("workspace/unreadable", #"""
# A file that cannot be read

`workspace/unreadable`, error

The system refused to open the file. The message says why.

## Why it matters

Whatever the file says is missing from the bundle.

## What to do

Make the file readable for the account that runs Livery.

"""#),
        ("yaml/alias-expansion", #"""
# Aliases that grow without end

`yaml/alias-expansion`, error

An alias (`*name`) repeats the value that an anchor (`&name`) marks. Aliases of aliases multiply:
six short lines can stand for a million values.

## Why it matters

Reading such a file would fill the memory. Nobody writes it by accident.

## What to do

Write the values out. What several shops share belongs into the file of their group, or into
`platform.yaml`.

"""#),
        ("yaml/bad-escape", #"""
# A backslash that means nothing

`yaml/bad-escape`, error

In double quotes a backslash gives the next letter a meaning: `\n` is a new line. This pair has
none.

## Why it matters

YAML cannot tell which character was meant.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    street: 2210 Oakwood Bend
-->
```yaml
    street: "2210 Oakwood \q Bend"
```

## Mended

```yaml
    street: "2210 Oakwood \\q Bend"
```

"""#),
        ("yaml/block-header", #"""
# Text behind `|` or `>`

`yaml/block-header`, error

`|` and `>` begin a text of several lines. Behind them only `+`, `-`, a digit or a comment may
stand; the text begins on the next line.

## Why it matters

The first words would be lost.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
      description: Book a visit and see what we did.
-->
```yaml
      description: |Book a visit
        and see what we did.
```

## Mended

```yaml
      description: |
        Book a visit
        and see what we did.
```

"""#),
        ("yaml/colon-in-value", #"""
# A colon in a value without quotes

`yaml/colon-in-value`, error

A colon with a space after it separates a key from its value. In a value, it needs quotes around the
whole text.

## Why it matters

YAML would read the first word as a key.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
      subtitle: Honest car care in Austin
-->
```yaml
      subtitle: Brakes: done right
```

## Mended

```yaml
      subtitle: "Brakes: done right"
```

"""#),
        ("yaml/comment-without-space", #"""
# A comment without a space before it

`yaml/comment-without-space`, error

A `#` begins a comment only behind a space or at the start of a line.

## Why it matters

Without the space the comment would be part of the value.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  email: hello@oakwood.example
-->
```yaml
  email: "hello@oakwood.example"# the front desk
```

## Mended

```yaml
  email: "hello@oakwood.example" # the front desk
```

"""#),
        ("yaml/directive", #"""
# A line that begins with `%`

`yaml/directive`, error

Such a line speaks to the YAML parser, and a line `---` must follow it. A definition needs neither.

## Why it matters

Mostly it was copied from another program's file.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
%YAML 1.2
livery: 1
```

## Mended

```yaml
livery: 1
```

"""#),
        ("yaml/document-marker", #"""
# A key on the line of `---`

`yaml/document-marker`, error

`---` begins a document. The first key stands on the next line. A definition needs no `---` at all.

## Why it matters

YAML allows only a single value on that line.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
--- livery: 1
```

## Mended

```yaml
livery: 1
```

"""#),
        ("yaml/duplicate-key", #"""
# A key that stands twice

`yaml/duplicate-key`, error

A mapping cannot have the same key twice. Both places are shown.

## Why it matters

Programs disagree about which of the two counts. Livery does not guess.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  phone: "+15125550123"
  phone: "+15125550199"
```

## Mended

```yaml
  phone: "+15125550123"
```

"""#),
        ("yaml/expected-item", #"""
# A line among list items without its dash

`yaml/expected-item`, error

All items of a list begin with `- `. This line stands at their indentation, and has none.

## Why it matters

YAML cannot tell whether it is an item, or a part of the item above.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  customers_in: [US-TX]
-->
```yaml
  customers_in:
    - US-TX
    US-OK
```

## Mended

```yaml
  customers_in:
    - US-TX
    - US-OK
```

"""#),
        ("yaml/expected-key", #"""
# A list item among keys

`yaml/expected-key`, error

A line that begins with `- ` stands where keys stand. A list needs a key of its own, on the line
above.

## Why it matters

The item belongs to no list.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  - en-US
```

## Mended

```yaml
  locales: [en-US]
```

"""#),
        ("yaml/extra-comma", #"""
# A comma without a value

`yaml/extra-comma`, error

Two commas follow each other, or a bracket begins with one.

## Why it matters

A value may be missing there.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    saturday: [08:00-12:00,, 13:00-16:00]
```

## Mended

```yaml
    saturday: [08:00-12:00, 13:00-16:00]
```

"""#),
        ("yaml/extra-content", #"""
# Text after the end of the value

`yaml/extra-content`, error

The file's value has ended, and more follows. Mostly the first line is in brackets, or the lines are
not at the same indentation.

## Why it matters

What follows would be lost.

## Wrong

In `tenants/groups/elm.yaml`:

```yaml
{livery: 1}
branding:
```

## Mended

```yaml
livery: 1
branding:
```

"""#),
        ("yaml/hash-comment", #"""
# A value that turned into a comment

`yaml/hash-comment`, error

A `#` behind a space begins a comment. The value has no quotes, so that nothing is left of it.

## Why it matters

This is the most common slip with colours: the colour is written, and the key is empty.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
-->
```yaml
    light:
      primary: #1F5A3C
      on_primary: "#FFFFFF"
```

## Mended

```yaml
    light:
      primary: "#1F5A3C"
      on_primary: "#FFFFFF"
```

"""#),
        ("yaml/indentation", #"""
# A line that is indented by the wrong number of spaces

`yaml/indentation`, error

Lines that belong together begin in the same column. This one fits none of the lines above it.

## Why it matters

The indentation says what belongs to what. One space more makes it another structure.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
     city: Austin
```

## Mended

```yaml
    city: Austin
```

"""#),
        ("yaml/invalid-character", #"""
# A character that YAML does not allow

`yaml/invalid-character`, error

An invisible control character stands in the file. It mostly comes from a copied text.

## Why it matters

No editor shows it, and no program agrees what to do with it.

## What to do

Remove it with the fix that the message offers, or type the line anew.

"""#),
        ("yaml/key-not-text", #"""
# A key that is a list, a mapping or nothing

`yaml/key-not-text`, error

A key is a text. Here a bracket, a brace or a colon stands in its place.

## Why it matters

Every key of a definition has a name.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  ? [booking]
  : {enabled: true}
```

## Mended

```yaml
  booking: {enabled: true}
```

"""#),
        ("yaml/key-on-several-lines", #"""
# A key that runs over several lines

`yaml/key-on-several-lines`, error

A key and its colon stand on one line. Mostly a comma or a bracket is missing on the line before.

## Why it matters

YAML would take both lines for one long key.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  customers_in: [US-TX]
-->
```yaml
  customers_in: [US-TX,
    US-OK
    also: CA-ON]
```

## Mended

```yaml
  customers_in: [US-TX,
    US-OK]
```

"""#),
        ("yaml/key-too-long", #"""
# A key with more than 1,024 characters

`yaml/key-too-long`, error

YAML ends its search for the colon of a key there (YAML 1.2.2, 7.4.3). It is mostly a long text
without quotes that holds a colon.

## Why it matters

It is a value, and it stands where a key should be.

## What to do

Put the text in quotes, or begin it behind `|` on a line of its own.

"""#),
        ("yaml/list-on-key-line", #"""
# A list on the line of its key

`yaml/list-on-key-line`, error

The items of a list begin on the line below the key. On the same line, use brackets: `[US-TX]`.

## Why it matters

YAML could not tell where the next item goes.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  customers_in: - US-TX
```

## Mended

```yaml
  customers_in: [US-TX]
```

"""#),
        ("yaml/merge-key", #"""
# The merge key `<<`

`yaml/merge-key`, error

`<<` belongs to an old version of YAML. YAML 1.2 does not know it, and it merges nothing.

## Why it matters

Some programs obey it and others do not, and a definition must mean one thing. Groups and the
platform's file do the merging.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  <<: {ios: {bundle_id: example.oakwood.app}}
```

## Mended

```yaml
  ios: {bundle_id: example.oakwood.app}
```

"""#),
        ("yaml/misplaced-anchor", #"""
# An anchor before a list item

`yaml/misplaced-anchor`, error

An anchor (`&name`) or a tag stands behind the dash, not before it.

## Why it matters

Before the dash it is unclear whether the item or the list is meant.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
  customers_in: [US-TX]
-->
```yaml
  customers_in:
    &home - US-TX
```

## Mended

```yaml
  customers_in:
    - US-TX
```

"""#),
        ("yaml/missing-colon", #"""
# A line without a colon

`yaml/missing-colon`, error

The line stands among keys, but has no colon with a space behind it.

## Why it matters

YAML cannot tell the key from the value.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  time_zone America/Chicago
```

## Mended

```yaml
  time_zone: America/Chicago
```

"""#),
        ("yaml/missing-comma", #"""
# Two values without a comma

`yaml/missing-comma`, error

In brackets and braces, commas separate the values.

## Why it matters

Without it, two values run into one.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    light: {primary: "#1F5A3C" on_primary: "#FFFFFF"}
```

## Mended

```yaml
    light: {primary: "#1F5A3C", on_primary: "#FFFFFF"}
```

"""#),
        ("yaml/missing-space", #"""
# A colon or dash without its space

`yaml/missing-space`, error

A space belongs behind the colon of a key and behind the dash of an item.

## Why it matters

Without the space, it is part of the text.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    city:Austin
```

## Mended

```yaml
    city: Austin
```

"""#),
        ("yaml/not-utf8", #"""
# A file that is not UTF-8

`yaml/not-utf8`, error

The file was saved in another encoding. The message names the first byte that is no character.

## Why it matters

Letters with accents would come out wrong in the app and in the policy.

## What to do

Open the file in your editor, and save it again with the encoding UTF-8.

"""#),
        ("yaml/recursive-alias", #"""
# A value that holds itself

`yaml/recursive-alias`, error

An alias stands inside the value that it repeats.

## Why it matters

The value would never end.

## What to do

Write the inner value out. A definition never needs an alias inside its own anchor.

"""#),
        ("yaml/reserved-character", #"""
# A text that begins with a reserved sign

`yaml/reserved-character`, error

A text cannot begin with `@` or a backtick unless it stands in quotes. YAML keeps these signs for
later.

## Why it matters

Another program might read the line in another way.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    city: Austin
-->
```yaml
    city: @Austin
```

## Mended

```yaml
    city: "@Austin"
```

"""#),
        ("yaml/several-documents", #"""
# Two documents in one file

`yaml/several-documents`, error

A line `---` begins a second document. A definition is one document in one file.

## Why it matters

The second half would belong to nobody.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
---
analytics:
```

## Mended

```yaml
analytics:
```

"""#),
        ("yaml/tab-indentation", #"""
# A tab at the start of a line

`yaml/tab-indentation`, error

YAML allows only spaces for indentation.

## Why it matters

A tab is as wide as the editor likes, so that nobody can see what belongs to what.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
	name: Oakwood Auto Care
```

## Mended

```yaml
  name: Oakwood Auto Care
```

"""#),
        ("yaml/tag", #"""
# A tag

`yaml/tag`, error

A word that begins with `!` is a tag, and tells a program which type to build. A definition has
none: the format knows the type of each key.

## Why it matters

A tag could change what a value means.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    city: !place Austin
```

## Mended

```yaml
    city: Austin
```

"""#),
        ("yaml/too-deep", #"""
# Too many levels

`yaml/too-deep`, error

Lists and mappings stand inside each other more than 256 deep. A definition needs fewer than ten
levels.

## Why it matters

Such a file is broken, or made to harm.

## What to do

Look for brackets or dashes that were typed by accident, or for a file that a program wrote.

"""#),
        ("yaml/too-large", #"""
# A file that is too large

`yaml/too-large`, error

The file has more than 16 MiB. The longest definition that we know has some 400 lines.

## Why it matters

It is mostly an export or a picture under the wrong name.

## What to do

Check that the file is the definition that you mean.

"""#),
        ("yaml/too-many-nodes", #"""
# Too many values

`yaml/too-many-nodes`, error

The file holds more than a million values.

## Why it matters

It is no definition, and to read it would only cost memory.

## What to do

Check that the file is the definition that you mean, and not an export under its name.

"""#),
        ("yaml/trailing-text", #"""
# Text behind a finished value

`yaml/trailing-text`, error

A value in quotes or brackets has ended, and more text follows on the same line.

## Why it matters

Either the quotes end too early, or the rest is a comment without its `#`.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    street: 2210 Oakwood Bend
-->
```yaml
    street: "2210 Oakwood" Bend
```

## Mended

```yaml
    street: "2210 Oakwood Bend"
```

"""#),
        ("yaml/unclosed-bracket", #"""
# A bracket that is never closed

`yaml/unclosed-bracket`, error

A `[` or `{` has no partner. The message shows where it opens, and the first line that cannot belong
to it.

## Why it matters

Everything after it would be swallowed.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  customers_in: [US-TX
```

## Mended

```yaml
  customers_in: [US-TX]
```

"""#),
        ("yaml/unclosed-quote", #"""
# A quote that is never closed

`yaml/unclosed-quote`, error

A text begins with a quote, and the closing one is missing.

## Why it matters

Everything up to the next quote would be part of the text.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
  phone: "+15125550123
```

## Mended

```yaml
  phone: "+15125550123"
```

"""#),
        ("yaml/undefined-alias", #"""
# An alias without an anchor

`yaml/undefined-alias`, error

`*name` repeats the value that `&name` marks earlier in the same file. There is no such anchor.

## Why it matters

A text that begins with `*` needs quotes, and mostly that is what was meant.

## Wrong

In `tenants/shops/oakwood.yaml`:

<!-- in place of
    city: Austin
-->
```yaml
    city: *Austin
```

## Mended

```yaml
    city: "*Austin"
```

"""#),
        ("yaml/wrong-bracket", #"""
# A bracket that closes another kind

`yaml/wrong-bracket`, error

A `[` is closed by `]`, and a `{` by `}`. Here the two are mixed.

## Why it matters

YAML cannot tell which of the two was meant.

## Wrong

In `tenants/shops/oakwood.yaml`:

```yaml
    saturday: [08:00-12:00, 13:00-16:00}
```

## Mended

```yaml
    saturday: [08:00-12:00, 13:00-16:00]
```

"""#),
    ]
}

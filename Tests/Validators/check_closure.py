"""Whether the files of a bundle say the same: check_closure.py BUNDLE... or check_closure.py --self-test BUNDLE.

In both directions: each fact of data-map.json stands in the policy, the store labels and the consent files where it
must, and each statement there has its fact. Independent of the compiler: readers are Python's own, the names of the
stores stand in store-crosswalk.txt, and only the words for data and uses come from the product's list of words.
--self-test spoils copies of a bundle in many ways and fails unless each of them is found.
"""

import csv
import html
import io
import json
import pathlib
import plistlib
import re
import shutil
import sys
import tempfile

from fideslang.default_taxonomy import DEFAULT_TAXONOMY

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
FIDESLANG = {each.fides_key for each in DEFAULT_TAXONOMY.data_category}


def read_words():
    lines = (ROOT / "Sources/LiveryPrivacy/Clauses/en/words.en.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if ": " in line and not line.startswith("#"))
    return {key: text for key, text in pairs}


def read_crosswalk():
    """By category: the type of Apple's manifest, that of the App Store, that of Google Play."""
    lines = (HERE / "store-crosswalk.txt").read_text(encoding="utf-8").splitlines()
    return {row[0]: row[1:] for row in (line.split() for line in lines if line and not line.startswith("#"))}


WORDS = read_words()
CROSSWALK = read_crosswalk()
# By purpose: Apple's manifest, App Store, Google Play. Apple has four where Google has seven.
FUNCTION = ("AppFunctionality", "APP_FUNCTIONALITY")
PURPOSES = {
    "sign_in": (*FUNCTION, "PSL_ACCOUNT_MANAGEMENT"),
    **{name: (*FUNCTION, "PSL_APP_FUNCTIONALITY")
       for name in ("booking", "repair", "contact", "payment", "loyalty", "towing")},
    "reminders": ("DeveloperAdvertising", "DEVELOPERS_ADVERTISING", "PSL_DEVELOPER_COMMUNICATIONS"),
    "measuring": ("Analytics", "ANALYTICS", "PSL_ANALYTICS"),
    "fixing_errors": (*FUNCTION, "PSL_ANALYTICS"),
    "security": (*FUNCTION, "PSL_FRAUD_PREVENTION_SECURITY"),
    "disputes": ("Other", "OTHER_PURPOSES", "PSL_FRAUD_PREVENTION_SECURITY"),
    "legal_duty": ("Other", "OTHER_PURPOSES", "PSL_FRAUD_PREVENTION_SECURITY"),
}
ADS = ("ThirdPartyAdvertising", "THIRD_PARTY_ADVERTISING", "PSL_ADVERTISING")
PURPOSES |= {"sale": ADS, "ads": ADS}
KINDS = {"necessary": "Needed", "functional": "Comfort", "analytics": "Counting", "marketing": "Ads"}


class Bundle:
    def __init__(self, path):
        self.path = path
        self.map = self.json("privacy/data-map.json")
        self.rows = {row["category"]: row for row in self.map["collected"]}
        self.policy = self.text("privacy/policy.en.md")
        self.sections = self.split(self.policy)

    def text(self, name):
        return (self.path / name).read_text(encoding="utf-8")

    def json(self, name):
        return json.loads(self.text(name))

    def has(self, name):
        return (self.path / name).exists()

    @staticmethod
    def split(markdown):
        """The sections by id."""
        parts = re.split(r'<a id="([a-z0-9-]+)"></a>\n', markdown)
        return dict(zip(parts[1::2], parts[2::2])) | {"": parts[0]}

    def table(self, section):
        """The first table of a section, a list of cells for each row."""
        lines = [line for line in self.sections.get(section, "").splitlines() if line.startswith("| ")]
        return [[plain(cell) for cell in re.split(r"(?<!\\) \| ", line[2:-2])] for line in lines[2:]]

    def recipients(self):
        return {each["name"]: each for row in self.rows.values() for each in row["recipients"]}


def plain(markdown):
    """The words that a reader sees."""
    text = re.sub(r"\[((?:[^\]\\]|\\.)*)\]\((?:[^)\\]|\\.)*\)", r"\1", markdown)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text.replace("**", ""))
    return html.unescape(text)


def leftover(text, phrases):
    """What a list says besides these phrases, and which of them it does not say."""
    missing = []
    rest = text
    for phrase in sorted(phrases, key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", rest, re.IGNORECASE):
            rest = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", "\x00", rest, count=1, flags=re.IGNORECASE)
        else:
            missing.append(phrase)
    return re.sub(r"\x00|,|\band\b|\bTo\b", " ", rest).split(), missing


def table_problems(bundle):
    """The table of the policy is the data map: no row, use, company or period more or less."""
    groups = {}
    for category, row in bundle.rows.items():
        for part in WORDS[f"short.{category}"].lower().split(", "):
            groups.setdefault(part, row)
    seen = set()
    for cells in bundle.table("at-a-glance"):
        data, uses, who, kept = cells[:4]
        names = [name for name in groups if re.search(rf"(?:^|, | and ){re.escape(name)}(?=$|, | and )", data.lower())]
        rest, _ = leftover(data, names)
        if rest or not names or seen & set(names):
            yield f"the table says `{data}`, of which `{' '.join(rest)}` is not in the data map"
        seen |= set(names)
        rows = [groups[name] for name in names]
        purposes = {use for row in rows for use in row["purposes"]} - {"legal_duty"}
        rest, missing = leftover(uses, [WORDS[f"purpose.{use}"] for use in purposes])
        if rest or missing:
            yield f"the table's uses of `{data}`: more `{' '.join(rest)}`, less {missing}"
        people = {each["name"] for row in rows for each in row["recipients"] if each["role"] != "shop"}
        shops = any(each["role"] == "shop" for row in rows for each in row["recipients"])
        rest, missing = leftover(who, people | ({WORDS["who.us"]} if shops else set()))
        if rest or missing:
            yield f"the table's recipients of `{data}`: more `{' '.join(rest)}`, less {missing}"
        periods = {period(row) for row in rows}
        if periods != {kept}:
            yield f"the table keeps `{data}` for `{kept}`, the data map for {sorted(periods)}"
    if unsaid := set(groups) - seen:
        yield f"the table is silent about {sorted(unsaid)}"
    for category in bundle.map["not_collected"]:
        if category in bundle.rows:
            yield f"{category} is collected and is not"


def period(row):
    if row["category"] == "payment_card":
        return WORDS["kept.by_processor"].capitalize()
    count, unit = row["kept"]["for"]["count"], row["kept"]["for"]["unit"]
    number = "one" if count == 1 else "other"
    length = f"{count} {WORDS[f'unit.{unit}.{number}']}"
    if row["category"] == "usage":
        return length
    kept = row["kept"]
    return f"{length} after {WORDS['event.' + kept['after']]}, {WORDS['reason.' + kept['because']]}"


def company_problems(bundle):
    """Who gets data stands in `who sees it`, with the address of its rules; who stands there gets data."""
    section = bundle.sections.get("who-sees-it", "")
    said = set()
    for line in section.splitlines():
        if " gets nothing about you from " in line:
            continue
        if match := re.match(r"- (?:\*\*((?:[^*\\]|\\.)+)\*\*|\[((?:[^\]\\]|\\.)+)\]\(\S+\)) ", line):
            said.add(plain(match[1] or match[2]))
    everybody = bundle.recipients()
    others = {name for name, each in everybody.items() if each["role"] not in ("shop", "operator", "sister_shop")}
    if said != others:
        yield f"`who sees it` names {sorted(said - others)} without data, and not {sorted(others - said)}"
    text = plain(section)
    for name, each in everybody.items():
        if each["role"] != "shop" and name not in text:
            yield f"`who sees it` does not name {name}"
        if each["privacy_policy"] and f"]({each['privacy_policy']})" not in bundle.policy:
            yield f"the policy does not lead to the rules of {name}"
    given = any(row["sold"] or row["shared_for_ads"] for row in bundle.rows.values())
    denies = "do not sell your data or share it for ads" in plain(bundle.sections[""])
    if given == denies:
        yield f"the short answer {'denies' if denies else 'does not deny'} that data is given away"


def use_problems(bundle):
    """Every use stands in `why`."""
    text = bundle.sections.get("why", "")
    listed = {line[2:] for line in text.splitlines() if line.startswith("- ")}
    uses = {WORDS[f"purpose.{use}"] for row in bundle.rows.values() for use in row["purposes"]}
    if listed != uses:
        yield f"`why` lists {sorted(listed - uses)} for nothing, and not {sorted(uses - listed)}"


def label_problems(bundle):
    """Apple's two files and Google's form are what the crosswalk makes of the data map."""
    apple, store, play = {}, {}, {}
    for category, row in bundle.rows.items():
        if CROSSWALK[category][0] == "-":
            continue
        ads = row["sold"] or row["shared_for_ads"]
        uses = [PURPOSES[use] for use in row["purposes"]] + ([ADS] if ads else [])
        shared = any(each["role"] == "sister_shop" for each in row["recipients"])
        for names, target, index in ((0, apple, 0), (1, store, 1), (2, play, 2)):
            entry = target.setdefault(CROSSWALK[category][names], {"uses": set(), "tracks": False, "shared": set(),
                                                                    "needed": False})
            entry["uses"] |= {use[index] for use in uses}
            entry["tracks"] |= row["shared_for_ads"]
            entry["needed"] |= row["needed"]
            if shared:
                entry["shared"] |= {PURPOSES[use][index] for use in row["purposes"]}
            if ads:
                entry["shared"].add(ADS[index])
    yield from manifest_problems(bundle, apple)
    yield from details_problems(bundle, store)
    yield from form_problems(bundle, play)


def manifest_problems(bundle, expected):
    manifest = plistlib.loads((bundle.path / "privacy/apple/PrivacyInfo.xcprivacy").read_bytes())
    prefix = "NSPrivacyCollectedDataType"
    found = {
        each[prefix].removeprefix(prefix): (
            {use.removeprefix(prefix + "Purpose") for use in each[prefix + "Purposes"]}, each[prefix + "Tracking"])
        for each in manifest["NSPrivacyCollectedDataTypes"]
    }
    wanted = {name: (each["uses"], each["tracks"]) for name, each in expected.items()}
    yield from differences("PrivacyInfo.xcprivacy", found, wanted)
    if manifest["NSPrivacyTracking"] != any(each["tracks"] for each in expected.values()):
        yield "PrivacyInfo.xcprivacy: tracking is not what the data map says"


def details_problems(bundle, expected):
    entries = bundle.json("privacy/apple/app-privacy-details.json")
    found = {
        each["category"]: (set(each["purposes"]), "DATA_USED_TO_TRACK_YOU" in each["data_protections"])
        for each in entries if "category" in each
    }
    wanted = {name: (each["uses"], each["tracks"]) for name, each in expected.items()}
    yield from differences("app-privacy-details.json", found, wanted)


def form_problems(bundle, expected):
    text = (bundle.path / "privacy/google/data-safety.csv").read_bytes().decode("utf-8")
    rows = [row for row in csv.reader(io.StringIO(text, newline=""))][1:]
    chosen = {(row[0], row[1]) for row in rows if row[2] == "true"}
    declared = {name for question, name in chosen if question.startswith("PSL_DATA_TYPES_")}

    def answers(name, question):
        return {response for q, response in chosen if q == f"PSL_DATA_USAGE_RESPONSES:{name}:{question}"}

    found = {
        name: (
            answers(name, "DATA_USAGE_COLLECTION_PURPOSE"), answers(name, "DATA_USAGE_SHARING_PURPOSE"),
            "PSL_DATA_USAGE_USER_CONTROL_REQUIRED" in answers(name, "DATA_USAGE_USER_CONTROL"))
        for name in declared
    }
    wanted = {name: (each["uses"], each["shared"], each["needed"]) for name, each in expected.items()}
    yield from differences("data-safety.csv", found, wanted)
    encrypted = ("PSL_DATA_COLLECTION_ENCRYPTED_IN_TRANSIT", "") in chosen
    if {row["encrypted_in_transit"] for row in bundle.rows.values()} != {encrypted}:
        yield "data-safety.csv: encryption is not what the data map says"


def differences(name, found, wanted):
    for key in sorted(set(found) | set(wanted)):
        if found.get(key) != wanted.get(key):
            yield f"{name}: {key} is {found.get(key)}, the data map makes it {wanted.get(key)}"


def consent_problems(bundle):
    """Cookies, providers and permissions: the files for the portal and the apps against the policy."""
    cookies = bundle.json("consent/cookies.json")
    declared = [
        [each["name"], each["provider"], KINDS[each["category"]], each["purpose"], each["duration"]]
        for each in cookies["cookies"]
    ]
    shown = bundle.table("tracking")
    if shown != declared:
        yield f"the policy's cookies {shown} are not those of cookies.json {declared}"
    optional = sorted({each["category"] for each in cookies["cookies"]} - {"necessary"})
    banner = cookies["banner"]
    if bool(optional) != bool(banner) or (banner and sorted(banner["categories"]) != optional):
        yield f"the banner asks for {banner and banner['categories']}, the cookies are {optional}"
    if bool(optional) != bundle.has("consent/cookieconsent.js"):
        yield "cookieconsent.js is there for nothing, or missing"
    if bundle.has("consent/cookieconsent.js"):
        module = bundle.text("consent/cookieconsent.js")
        listed = re.findall(r"^ +\{ name: (\"(?:[^\"\\]|\\.)*\"), provider:", module, re.MULTILINE)
        if {json.loads(name) for name in listed} != {each["name"] for each in cookies["cookies"]}:
            yield "cookieconsent.js lists other cookies than cookies.json"
    providers = {each["name"] for each in bundle.json("consent/analytics.json")["providers"]}
    measuring = {name for name, each in bundle.recipients().items() if each["role"] == "analytics"}
    if providers != measuring:
        yield f"analytics.json has {sorted(providers)}, the data map {sorted(measuring)}"
    tracking = plain(bundle.sections.get("tracking", ""))
    for name in providers:
        if name not in tracking:
            yield f"the section about tracking does not name {name}"
    permissions = bundle.json("app/permissions.json")["permissions"]
    asked = re.findall(r"^- \*\*[^*]+\.\*\* (.+)$", bundle.sections.get("tracking", ""), re.MULTILINE)
    said = [plain(each) for each in asked]
    if said != [each["purpose"] for each in permissions]:
        yield f"the policy's permissions are {said}"


def integration_problems(bundle):
    """Connected systems and processors that get or send data are recipients or sources, and nobody else is."""
    manifest = bundle.json("integrations/manifest.json")
    names = {each.get("name") for each in manifest["integrations"]}
    linked = {name for name, each in bundle.recipients().items() if each["role"] in ("shop_system", "payments")}
    if stray := linked - names:
        yield f"{sorted(stray)} get data, but are not connected"


def link_problems(bundle):
    """Whoever gives data away in California shows the links for it, on the site and in the app, and nobody else does."""
    links = {each["id"]: each for each in bundle.json("consent/privacy-links.json")["links"]}
    for name, words in (("do_not_sell", "Do Not Sell or Share My Personal Information"),
                        ("limit_sensitive", "Limit the Use of My Sensitive Personal Information")):
        said = words in plain(bundle.sections.get("law-california", ""))
        if said != (name in links):
            yield f"privacy-links.json {'lacks' if said else 'has'} `{words}`"
        if name in links and (links[name]["text"] != words or set(links[name]["places"]) != {"website", "app_settings"}):
            yield f"privacy-links.json: {links[name]}"
    if ("cookie_choices" in links) != bundle.has("consent/cookieconsent.js"):
        yield "privacy-links.json and the consent module do not go together"
    for each in links.values():
        if each.get("section") and each["section"] not in bundle.sections:
            yield f"privacy-links.json leads to `{each['section']}`, which the policy lacks"


def provenance_problems(bundle):
    """Every statement of the policy is accounted for, and every account leads to a line that exists."""
    statements = [
        each for document in bundle.json("privacy/provenance.json")["documents"] if document["document"] == "policy"
        for each in document["statements"]
    ]
    squeezed = " ".join(plain(bundle.policy).split())
    lengths = {}
    for each in statements:
        for line in each["text"].splitlines():
            words = " ".join(line.removeprefix("- ").split())
            if words and words not in squeezed:
                yield f"provenance.json: the policy does not say `{words[:80]}`"
        for fact in each["facts"]:
            name = fact.get("file")
            if not name or not (ROOT / name).is_file():
                continue
            if name not in lengths:
                lengths[name] = len((ROOT / name).read_text(encoding="utf-8").splitlines())
            if not 1 <= fact["line"] <= lengths[name]:
                yield f"provenance.json: {name} has no line {fact['line']}"
    accounted = " ".join(" ".join(each["text"].split()) for each in statements)
    paragraphs = re.split(r"\n\n+", bundle.policy.split('<a id="who-we-are"></a>', 1)[-1])
    for paragraph, following in zip(paragraphs, paragraphs[1:] + [""]):
        # The caption of a table goes with the table.
        if following.startswith("|") or paragraph.startswith(("## ", "|", "<")):
            continue
        items = paragraph.splitlines() if paragraph.startswith("- ") else [paragraph]
        for item in items:
            words = " ".join(plain(re.sub(r"^(- |### )", "", item)).split())
            if words and words not in accounted:
                yield f"provenance.json does not account for `{words[:80]}`"


def text_problems(bundle):
    for path in sorted(bundle.path.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        if found := re.search(r"\{[a-z][a-z0-9_.]*\}|\bTODO\b|\[DATE\]|\bundefined\b|\bnull\b|\bnil\b", text):
            yield f"{path.name} has the placeholder `{found[0]}`"
        for heading in re.finditer(r"^(#+) (.+)\n+(?=(#+) |\Z)", text, re.MULTILINE):
            if not heading[3] or len(heading[3]) <= len(heading[1]):
                yield f"{path.name}: nothing stands under `{heading[2]}`"
    for category, row in bundle.rows.items():
        if row["fideslang"] not in FIDESLANG:
            yield f"{category}: {row['fideslang']} is no key of Fideslang"
        if not row["purposes"] or not row["recipients"] or not row["sources"]:
            yield f"{category} has no use, source or recipient"


CHECKS = [
    table_problems, company_problems, use_problems, label_problems, consent_problems, integration_problems,
    link_problems, provenance_problems, text_problems,
]


def problems_of(path):
    bundle = Bundle(path)
    for check in CHECKS:
        yield from check(bundle)


def edited(name, change):
    def spoil(bundle):
        path = bundle / name
        before = path.read_text(encoding="utf-8")
        after = change(before)
        assert after != before, f"nothing to spoil in {name}"
        path.write_text(after, encoding="utf-8")
    return spoil


def changed(name, change):
    def spoil(text):
        value = json.loads(text)
        change(value)
        return json.dumps(value)
    return edited(name, spoil)


def drop_line(pattern):
    return lambda text: re.sub(rf"^.*{pattern}.*\n", "", text, count=1, flags=re.MULTILINE)


MAP, POLICY = "privacy/data-map.json", "privacy/policy.en.md"
SPOILS = {
    "a row of the data map is gone": changed(MAP, lambda map: map["collected"].pop(0)),
    "a use is gone": changed(MAP, lambda map: map["collected"][0]["purposes"].pop(0)),
    "a use is new": changed(MAP, lambda map: map["collected"][0]["purposes"].append("towing")),
    "a company is gone": changed(MAP, lambda map: map["collected"][0]["recipients"].pop()),
    "a company is new": changed(MAP, lambda map: map["collected"][0]["recipients"].append(
        {"name": "Nobody Inc.", "role": "towing", "country": "US", "privacy_policy": None})),
    "data is kept longer": changed(MAP, lambda map: map["collected"][0]["kept"]["for"].update(count=99)),
    "data is kept from another day": changed(MAP, lambda map: map["collected"][0]["kept"].update(after="visit")),
    "data is sold": changed(MAP, lambda map: map["collected"][0].update(sold=True)),
    "data tracks": changed(MAP, lambda map: map["collected"][0].update(shared_for_ads=True)),
    "data is not encrypted": changed(MAP, lambda map: map["collected"][0].update(encrypted_in_transit=False)),
    "data became optional": changed(MAP, lambda map: [row.update(needed=False) for row in map["collected"]]),
    "an unknown key of the taxonomy": changed(MAP, lambda map: map["collected"][0].update(fideslang="user.car")),
    "a row of the table is gone": edited(POLICY, drop_line(r"^\| (?!What)[A-Z][a-z].*after you close")),
    "a use is not listed": edited(POLICY, drop_line("^- sign you in")),
    "a company is not named": edited(POLICY, drop_line("^- .*sends our e-mails")),
    "sale is not denied": edited(POLICY, drop_line("We do not sell your data or share it")),
    "a cookie is not shown": edited(POLICY, drop_line(r"^\| cc\\_cookie")),
    "a placeholder is left": edited(POLICY, lambda text: text + "\nCall {shop.phone}.\n"),
    "a section is empty": edited(POLICY, lambda text: text + "\n## More\n"),
    "a paragraph has no facts": edited(POLICY, lambda text: text.replace("\n## What do you keep", "\nWe fly.\n\n## What do you keep")),
    "a paragraph was changed": edited(POLICY, lambda text: text.replace("We check that it is you", "We trust you")),
    "a cookie is new": changed("consent/cookies.json", lambda file: file["cookies"].append(
        {"name": "x", "provider": "X", "category": "marketing", "purpose": "X.", "duration": "1 day"})),
    "a cookie lasts longer": changed("consent/cookies.json", lambda file: file["cookies"][0].update(duration="9 years")),
    "a provider measures": changed("consent/analytics.json", lambda file: file["providers"].append({"name": "Spy"})),
    "a permission is new": changed("app/permissions.json", lambda file: file["permissions"].append({"purpose": "Why."})),
    "Apple's manifest lacks a type": edited(
        "privacy/apple/PrivacyInfo.xcprivacy",
        lambda text: text.replace("NSPrivacyCollectedDataTypeEmailAddress", "NSPrivacyCollectedDataTypeHealth")),
    "the App Store hears of another type": edited(
        "privacy/apple/app-privacy-details.json", lambda text: text.replace("EMAIL_ADDRESS", "HEALTH")),
    "Google hears of another use": edited(
        "privacy/google/data-safety.csv",
        lambda text: re.sub(r"(PSL_NAME:DATA_USAGE_COLLECTION_PURPOSE,PSL_ANALYTICS),", r"\1,true", text, count=1)),
    "a link is new": changed("consent/privacy-links.json", lambda file: file["links"].append(
        {"id": "do_not_sell", "text": "Sell", "places": ["website"], "section": None})),
    "a link leads nowhere": changed("consent/privacy-links.json", lambda file: file["links"][0].update(section="x")),
    "a statement is gone from the account": changed(
        "privacy/provenance.json", lambda file: file["documents"][0]["statements"].remove(
            next(each for each in file["documents"][0]["statements"] if each["kind"] == "paragraph"))),
    "a fact leads nowhere": changed("privacy/provenance.json", lambda file: file["documents"][0]["statements"][0][
        "facts"][0].update(line=99999)),
}


def self_test(path):
    assert not list(problems_of(path)), "the bundle has problems of its own"
    for name, spoil in SPOILS.items():
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "bundle"
            shutil.copytree(path, copy)
            spoil(copy)
            if not list(problems_of(copy)):
                print(f"FAIL: {name}, and nobody noticed")
                return 1
    print(f"each of {len(SPOILS)} spoiled copies was noticed")
    return 0


def main():
    if sys.argv[1] == "--self-test":
        return self_test(pathlib.Path(sys.argv[2]))
    failed = 0
    bundles = [pathlib.Path(name) for name in sys.argv[1:]]
    for bundle in bundles:
        found = list(problems_of(bundle))
        failed += bool(found)
        if found:
            print(f"FAIL {bundle}")
        for problem in found:
            print(f"     {problem}")
    print(f"{len(bundles) - failed} bundles agree with themselves, {failed} do not")
    return 1 if failed or not bundles else 0


if __name__ == "__main__":
    sys.exit(main())

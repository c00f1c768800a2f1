"""The store labels and app snippets of a bundle against the formats' rules. Independent of the compiler: readers are
Python's own (plistlib, csv, json, xml), and the form's rows stand in data-safety-form.txt.
"""

import csv
import io
import json
import pathlib
import plistlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

FORM = pathlib.Path(__file__).parent / "data-safety-form.txt"

# https://developer.apple.com/documentation/bundleresources/describing-data-use-in-privacy-manifests
DATA_TYPES = set(
    """Name EmailAddress PhoneNumber PhysicalAddress OtherUserContactInfo Health Fitness PaymentInfo CreditInfo
    OtherFinancialInfo PreciseLocation CoarseLocation SensitiveInfo Contacts EmailsOrTextMessages PhotosorVideos AudioData
    GameplayContent CustomerSupport OtherUserContent BrowsingHistory SearchHistory UserID DeviceID PurchaseHistory
    ProductInteraction AdvertisingData OtherUsageData CrashData PerformanceData OtherDiagnosticData EnvironmentScanning
    Hands Head OtherDataTypes""".split()
)
PURPOSES = set(
    "ThirdPartyAdvertising DeveloperAdvertising Analytics ProductPersonalization AppFunctionality Other".split()
)
# Those that an app may give: not the ones for libraries, keyboards or health research.
REASONS = {
    "FileTimestamp": {"DDA9.1", "C617.1", "3B52.1"},
    "SystemBootTime": {"35F9.1", "8FFB.1", "3D61.1"},
    "DiskSpace": {"85F4.1", "E174.1", "7D9E.1"},
    "ActiveKeyboards": {"54BD.1"},
    "UserDefaults": {"CA92.1", "1C8F.1", "AC6B.1"},
}
# spaceship/lib/spaceship/connect_api/models/app_data_usage_*.rb
STORE_CATEGORIES = set(
    """PAYMENT_INFORMATION CREDIT_AND_FRAUD OTHER_FINANCIAL_INFO PRECISE_LOCATION COARSE_LOCATION SENSITIVE_INFO
    PHYSICAL_ADDRESS EMAIL_ADDRESS NAME PHONE_NUMBER OTHER_CONTACT_INFO CONTACTS EMAILS_OR_TEXT_MESSAGES PHOTOS_OR_VIDEOS
    AUDIO GAMEPLAY_CONTENT CUSTOMER_SUPPORT OTHER_USER_CONTENT BROWSING_HISTORY SEARCH_HISTORY USER_ID DEVICE_ID
    PURCHASE_HISTORY PRODUCT_INTERACTION ADVERTISING_DATA OTHER_USAGE_DATA CRASH_DATA PERFORMANCE_DATA
    OTHER_DIAGNOSTIC_DATA HEALTH FITNESS OTHER_DATA""".split()
)
STORE_PURPOSES = set(
    "THIRD_PARTY_ADVERTISING DEVELOPERS_ADVERTISING ANALYTICS PRODUCT_PERSONALIZATION APP_FUNCTIONALITY "
    "OTHER_PURPOSES".split()
)
HEADER = [
    "Question ID (machine readable)", "Response ID (machine readable)", "Response value", "Answer requirement",
    "Human-friendly question label",
]
ANDROID = "{http://schemas.android.com/apk/res/android}"


def expected_rows():
    """Question, response and requirement of all 782 rows."""
    lines = [line.split() for line in FORM.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    purposes = [line[1] for line in lines if line[0] == "purpose"]
    types = [line[1:] for line in lines if line[0] == "data"]
    rows = [(q, "" if r == "-" else r, need) for kind, q, r, need in (x for x in lines if x[0] == "form")]
    rows += [(question, name, "MULTIPLE_CHOICE") for question, name in types]
    for _, name in types:
        for _, question, response, need in (x for x in lines if x[0] == "usage"):
            responses = purposes if response == "purposes" else ["" if response == "-" else response]
            rows += [(f"PSL_DATA_USAGE_RESPONSES:{name}:{question}", each, need) for each in responses]
    assert len(types) == 38 and len(rows) == 782, (len(types), len(rows))
    return rows


EXPECTED = expected_rows()


def manifest_problems(data):
    manifest = plistlib.loads(data, fmt=plistlib.FMT_XML)
    keys = ["NSPrivacyTracking", "NSPrivacyTrackingDomains", "NSPrivacyCollectedDataTypes", "NSPrivacyAccessedAPITypes"]
    if sorted(manifest) != sorted(keys):
        yield f"keys are {sorted(manifest)}"
        return
    tracking, domains, types, apis = (manifest[key] for key in keys)
    if type(tracking) is not bool or tracking != bool(domains):
        yield "tracking and its domains disagree"
    if any(domain != domain.lower() or not domain.isascii() for domain in domains):
        yield f"domains: {domains}"
    prefix = "NSPrivacyCollectedDataType"
    names = [entry[prefix] for entry in types]
    if len(set(names)) != len(names):
        yield "a type stands twice"
    for entry in types:
        if set(entry) != {prefix, prefix + "Linked", prefix + "Tracking", prefix + "Purposes"}:
            yield f"keys of a type: {sorted(entry)}"
        if entry[prefix].removeprefix(prefix) not in DATA_TYPES:
            yield f"no type: {entry[prefix]}"
        purposes = entry[prefix + "Purposes"]
        if not purposes or len(set(purposes)) != len(purposes):
            yield f"purposes of {entry[prefix]}: {purposes}"
        if bad := [each for each in purposes if each.removeprefix(prefix + "Purpose") not in PURPOSES]:
            yield f"no purpose: {bad}"
        if entry[prefix + "Tracking"] and not tracking:
            yield f"{entry[prefix]} tracks, the app does not"
    prefix = "NSPrivacyAccessedAPI"
    categories = [entry[prefix + "Type"].removeprefix(prefix + "Category") for entry in apis]
    if len(set(categories)) != len(categories):
        yield "a category of APIs stands twice"
    for category, entry in zip(categories, apis):
        reasons = entry[prefix + "TypeReasons"]
        if not reasons or not set(reasons) <= REASONS.get(category, set()):
            yield f"reasons of {category}: {reasons}"


def details_problems(entries):
    if entries == [{"data_protections": ["DATA_NOT_COLLECTED"]}]:
        return
    names = [entry.get("category") for entry in entries]
    if names != sorted(set(names)) or not set(names) <= STORE_CATEGORIES:
        yield f"categories: {names}"
    for entry in entries:
        purposes, protections = entry["purposes"], entry["data_protections"]
        if not purposes or purposes != sorted(set(purposes)) or not set(purposes) <= STORE_PURPOSES:
            yield f"purposes of {entry['category']}: {purposes}"
        if protections not in (
            ["DATA_LINKED_TO_YOU"], ["DATA_NOT_LINKED_TO_YOU"], ["DATA_LINKED_TO_YOU", "DATA_USED_TO_TRACK_YOU"],
            ["DATA_NOT_LINKED_TO_YOU", "DATA_USED_TO_TRACK_YOU"],
        ):
            yield f"protections of {entry['category']}: {protections}"


def form_problems(data):
    if data.count(b"\n") != data.count(b"\r\n") or not data.endswith(b"\r\n"):
        yield "lines do not end with CRLF"
    header, *rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    if header != HEADER:
        yield f"header: {header}"
    for number, (row, expected) in enumerate(zip(rows, EXPECTED), start=2):
        if len(row) != 5 or (row[0], row[1], row[3]) != expected:
            yield f"line {number} is {row}, not {expected}"
            return
    if len(rows) != len(EXPECTED):
        yield f"{len(rows)} rows, not {len(EXPECTED)}"
        return
    yield from answer_problems({(row[0], row[1]): row[2] for row in rows})


def answer_problems(value):
    for (question, response), answer in value.items():
        if response and answer not in ("", "true"):
            yield f"{question} {response} is `{answer}`, not blank or true"
    chosen = [r for (q, r), answer in value.items() if q == "PSL_SUPPORTED_ACCOUNT_CREATION_METHODS" and answer]
    if not chosen or ("PSL_ACM_NONE" in chosen and len(chosen) > 1):
        yield f"account methods: {chosen}"
    if bool(value["PSL_ACM_SPECIFY", ""]) != ("PSL_ACM_OTHER" in chosen):
        yield "PSL_ACM_SPECIFY does not go with PSL_ACM_OTHER"
    if "PSL_ACM_NONE" not in chosen and not value["PSL_ACCOUNT_DELETION_URL", ""].startswith("https://"):
        yield "accounts without a page for their deletion"
    deletion = [r for (q, r), answer in value.items() if q == "PSL_SUPPORT_DATA_DELETION_BY_USER" and answer]
    if len(deletion) != 1 or (deletion == ["DATA_DELETION_YES"]) != bool(value["PSL_DATA_DELETION_URL", ""]):
        yield f"deletion of data: {deletion}"
    for question, name in [(q, r) for (q, r) in value if q.startswith("PSL_DATA_TYPES_")]:
        yield from type_problems(name, bool(value[question, name]), value)
    if value["PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA", ""] not in ("true", "false"):
        yield "whether data is collected has no answer"


def type_problems(name, is_declared, value):
    prefix = f"PSL_DATA_USAGE_RESPONSES:{name}:"
    answers = {key: answer for key, answer in value.items() if key[0].startswith(prefix)}

    def chosen(question):
        return [response for (q, response), answer in answers.items() if q == prefix + question and answer]

    if not is_declared:
        if any(answers.values()):
            yield f"{name} is not declared but has answers"
        return
    scope = chosen("PSL_DATA_USAGE_COLLECTION_AND_SHARING")
    if not scope:
        yield f"{name} is neither collected nor shared"
    if "PSL_DATA_USAGE_ONLY_COLLECTED" in scope:
        if answers[prefix + "PSL_DATA_USAGE_EPHEMERAL", ""] not in ("true", "false"):
            yield f"{name} does not say if it is ephemeral"
    for kind, purpose in (("COLLECTED", "COLLECTION"), ("SHARED", "SHARING")):
        if (f"PSL_DATA_USAGE_ONLY_{kind}" in scope) != bool(chosen(f"DATA_USAGE_{purpose}_PURPOSE")):
            yield f"{name}: {kind.lower()} and its purposes disagree"
    if len(chosen("DATA_USAGE_USER_CONTROL")) != 1:
        yield f"{name}: {chosen('DATA_USAGE_USER_CONTROL')}"


def switch_problems(consent):
    """Both platforms start with the same answers."""
    ios, android = consent / "ios-info.plist", consent / "android-manifest.xml"
    if ios.exists() != android.exists():
        yield "only one platform has switches"
    if not ios.exists():
        return
    switches = plistlib.loads(ios.read_bytes(), fmt=plistlib.FMT_XML)
    root = ElementTree.fromstring(android.read_bytes())
    entries = {
        entry.get(ANDROID + "name"): entry.get(ANDROID + "value") for entry in root.findall("application/meta-data")
    }
    signals = {
        f"GOOGLE_ANALYTICS_DEFAULT_ALLOW_{name}": f"google_analytics_default_allow_{name.lower()}"
        for name in ("ANALYTICS_STORAGE", "AD_STORAGE", "AD_USER_DATA", "AD_PERSONALIZATION_SIGNALS")
    }
    pairs = signals | {
        "FIREBASE_ANALYTICS_COLLECTION_ENABLED": "firebase_analytics_collection_enabled",
        "FirebaseCrashlyticsCollectionEnabled": "firebase_crashlytics_collection_enabled",
    }
    if set(switches) != set(pairs) or set(entries) != set(pairs.values()):
        yield f"switches: {sorted(switches)} {sorted(entries)}"
        return
    for key, name in pairs.items():
        if type(switches[key]) is not bool or entries[name] != str(switches[key]).lower():
            yield f"{key} is {switches[key]}, {name} is {entries[name]}"
        if "_AD_" in key and switches[key]:
            yield f"{key} is on before anybody was asked"


def lint_problems(paths):
    if tool := shutil.which("xmllint"):
        for path in paths:
            found = subprocess.run([tool, "--noout", "--nonet", path], capture_output=True, text=True, check=False)
            if found.returncode:
                yield f"{path.name}: {found.stderr.strip()[:160]}"


def problems_of(bundle):
    apple, consent = bundle / "privacy/apple", bundle / "consent"
    checks = {
        "PrivacyInfo.xcprivacy": manifest_problems((apple / "PrivacyInfo.xcprivacy").read_bytes()),
        "app-privacy-details.json": details_problems(
            json.loads((apple / "app-privacy-details.json").read_text(encoding="utf-8"))),
        "data-safety.csv": form_problems((bundle / "privacy/google/data-safety.csv").read_bytes()),
        "consent": switch_problems(consent),
        "xmllint": lint_problems(
            [apple / "PrivacyInfo.xcprivacy", *sorted(consent.glob("*.plist")), *sorted(consent.glob("*.xml"))]),
    }
    for name, found in checks.items():
        yield from (f"{name}: {problem}" for problem in found)
    signal = json.loads((consent / "gpc.json").read_text(encoding="utf-8"))
    if type(signal.get("gpc")) is not bool or not re.fullmatch(r"\d{4}-\d\d-\d\d", signal.get("lastUpdate", "")):
        yield f"gpc.json: {signal}"
    permissions = json.loads((bundle / "app/permissions.json").read_text(encoding="utf-8"))["permissions"]
    text = " ".join((bundle / "privacy/policy.en.txt").read_text(encoding="utf-8").split())
    for each in permissions:
        if len(each["purpose"]) < 20:
            yield f"permissions.json: `{each['purpose']}` is too short"
        if each["purpose"] not in text:
            yield f"permissions.json: the policy does not say `{each['purpose']}`"

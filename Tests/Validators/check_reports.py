"""Holds reports against the formats' definitions: check_reports.py [--reports] FOLDER...

In each FOLDER livery was started, and its reports lie in FOLDER/reports (with --reports, in FOLDER itself). The JSON
report is the measure: every other format must speak of the same findings at the same places. SARIF must also fit the
schema of OASIS, the demands of code scanning, and what sarif-tools reads; JUnit must fit the schema of Jenkins' xunit
plugin, is read by junitparser, and holds only what its readers agree on; the rest is read by Python's own readers. One line a folder, then a summary.
"""

import csv
import gzip
import json
import pathlib
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree
from collections import Counter

import xmlschema
from jsonschema.validators import validator_for
from junitparser import JUnitXml
from sarif import loader

HERE = pathlib.Path(__file__).parent
SARIF_SCHEMA = json.loads((HERE / "sarif-2.1.0/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
JUNIT_SCHEMA = xmlschema.XMLSchema(str(HERE / "junit-10/junit-10.xsd"))
HOME = "tenants/platform.yaml"


def place(code, path, line, home):
    """What all formats know of a finding; one without a place stands in the workspace's own file."""
    return (code, home, 1) if path is None else (code, path, line)


def check_json(reports, root):
    report = json.loads((reports / "json.json").read_text(encoding="utf-8"))
    assert report["format"] == 1 and re.fullmatch(r"\d+\.\d+\.\d+", report["livery"])
    severities = Counter(finding["severity"] for finding in report["findings"])
    for severity in ("error", "warning", "note"):
        assert report["counts"][severity + "s"] == severities[severity]
    for finding in report["findings"]:
        for part in [finding, *finding["related"], *(e for f in finding["fixes"] for e in f["edits"])]:
            if root and "file" in part:
                check_region(root / part["file"], part["start"], part["end"])
    return report


def check_region(path, start, end):
    """Both ends lie in their lines, counted in scalars and in UTF-16."""
    lines = re.split(r"\r\n|\n|\r", path.read_bytes().decode("utf-8"))
    assert (start["line"], start["column"]) <= (end["line"], end["column"]), path
    for position in (start, end):
        line = lines[position["line"] - 1]
        before = line[: position["column"] - 1]
        assert position["column"] <= len(line) + 1, (path, position)
        assert position["utf16_column"] == len(before.encode("utf-16-le")) // 2 + 1, (path, position)


def check_sarif(reports, home):
    data = (reports / "report.sarif").read_bytes()
    report = json.loads(data)
    errors = list(validator_for(SARIF_SCHEMA)(SARIF_SCHEMA).iter_errors(report))
    assert not errors, [(error.json_path, error.message[:160]) for error in errors[:4]]
    assert len(gzip.compress(data)) < 10_000_000
    (run,) = report["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints" and len(run["results"]) <= 25_000
    for rule in rules:
        for name in ("shortDescription", "fullDescription", "help"):
            assert 0 < len(rule[name]["text"]) and (name == "help" or len(rule[name]["text"]) <= 1024)
    fingerprints = Counter()
    found = Counter()
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        uri = physical["artifactLocation"]["uri"]
        assert not urllib.parse.urlparse(uri).scheme and not uri.startswith("/") and ".." not in uri.split("/")
        path = urllib.parse.unquote(uri)
        fingerprints[(result["ruleId"], path, result["partialFingerprints"]["primaryLocationLineHash"])] += 1
        found[(result["ruleId"], path, physical["region"]["startLine"])] += 1
    assert set(fingerprints.values()) <= {1}, "fingerprints are unique"
    records = loader.load_sarif_file(str(reports / "report.sarif")).get_records()
    assert len(records) == len(run["results"]), "sarif-tools reads every result"
    return found


# Elements of the XML that Jenkins' and Ant's readers agree on, with their attributes (required ones first) and children.
# `file` on a case is what GitLab adds: https://docs.gitlab.com/ci/testing/unit_test_reports/
JUNIT = {
    "testsuites": (set(), {"name", "tests", "failures", "errors", "skipped", "time"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"}, {"time", "skipped", "timestamp", "hostname", "id", "package", "file"},
        {"testcase", "properties", "system-out", "system-err"}),
    "testcase": (
        {"name", "classname"}, {"time", "file"}, {"skipped", "error", "failure", "system-out", "system-err"}),
    "failure": (set(), {"message", "type"}, set()),
    "system-out": (set(), set(), set()),
}


def check_junit_elements(root):
    assert root.tag == "testsuites"
    for element in root.iter():
        required, optional, children = JUNIT[element.tag]
        assert required <= set(element.keys()) <= required | optional, (element.tag, element.keys())
        assert {child.tag for child in element} <= children, element.tag
        for name in ("tests", "failures", "errors", "skipped"):
            assert element.get(name, "0").isdigit()
        assert re.fullmatch(r"\d+(\.\d+)?", element.get("time", "0"))


def check_junit(reports, report):
    root = ElementTree.parse(reports / "junit.xml").getroot()
    check_junit_elements(root)
    for case in root.iter("testcase"):
        # GitLab's, as above.
        case.attrib.pop("file", None)
    errors = [f"{error.path}: {error.reason}" for error in JUNIT_SCHEMA.iter_errors(root)]
    assert not errors, errors[:4]
    suites = list(JUnitXml.fromfile(str(reports / "junit.xml")))
    assert [suite.name for suite in suites][0] == "shared files"
    assert set(report["shops"]) <= {suite.name for suite in suites}
    texts = []
    for suite in suites:
        cases = list(suite)
        failed = [case for case in cases if not case.is_passed]
        assert (suite.tests, suite.failures) == (len(cases), len(failed))
        for case in cases:
            assert len(case.result) <= 1
            texts += [result.text for result in case.result] + [case.system_out or ""]
    codes = Counter(re.findall(r"\[([a-z]+/[a-z0-9-]+)\]$", "\n".join(texts), re.MULTILINE))
    assert codes == Counter(finding["code"] for finding in report["findings"])


def check_checkstyle(reports):
    root = ElementTree.parse(reports / "checkstyle.xml").getroot()
    assert root.tag == "checkstyle"
    found = Counter()
    for file in root:
        for error in file:
            assert error.get("severity") in ("error", "warning", "info") and error.get("message")
            found[(error.get("source").removeprefix("livery."), file.get("name"), int(error.get("line")))] += 1
    return found


def check_gitlab(reports):
    data = (reports / "gitlab.json").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    issues = json.loads(data)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues), "GitLab shows one of two that are equal"
    for issue in issues:
        assert issue["description"] and issue["severity"] in ("info", "minor", "major", "critical", "blocker")
    return Counter((i["check_name"], i["location"]["path"], i["location"]["lines"]["begin"]) for i in issues)


def unescaped(text):
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def check_github(reports, home):
    *commands, summary = (reports / "github.txt").read_text(encoding="utf-8").splitlines()
    assert summary.startswith(("livery: ", "::notice title=Livery::"))
    found = Counter()
    for command in commands:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.+)", command)
        assert match, command
        values = dict(item.split("=", 1) for item in match[2].split(","))
        assert values["line"] == values["endLine"] or "col" not in values if "file" in values else True
        path = unescaped(values["file"]) if "file" in values else None
        found[place(unescaped(values["title"]), path, int(values.get("line", 1)), home)] += 1
    return found


def check(reports, root):
    report = check_json(reports, root)
    prefix = next((f["file"].split("tenants/")[0] for f in report["findings"] if "file" in f), "")
    home = prefix + HOME
    expected = Counter(
        place(f["code"], f.get("file"), f["start"]["line"] if "file" in f else 1, home) for f in report["findings"]
    )
    check_junit(reports, report)
    for name, found in (
        ("SARIF", check_sarif(reports, home)),
        ("Checkstyle", check_checkstyle(reports)),
        ("GitLab", check_gitlab(reports)),
        ("GitHub", check_github(reports, home)),
    ):
        assert found == expected, (name, found - expected, expected - found)
    assert len((reports / "compact.txt").read_text(encoding="utf-8").splitlines()) == len(report["findings"])
    return len(report["findings"])


def check_sarif_tools(folder):
    """What `sarif summary` and `sarif csv` made of a report: as many of each severity, and each at its line."""
    (run,) = json.loads((folder / "report.sarif").read_text(encoding="utf-8"))["runs"]
    levels = Counter(result["level"] for result in run["results"])
    summary = (folder / "summary.txt").read_text(encoding="utf-8")
    for level in ("error", "warning", "note"):
        shown = re.search(rf"(?m)^{level}: (\d+)", summary)
        assert int(shown[1]) == levels[level], (level, summary)
    with open(folder / "report.csv", encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Code"]]
    found = Counter((row["Code"], int(row["Line"])) for row in rows)
    expected = Counter(
        (r["ruleId"], r["locations"][0]["physicalLocation"]["region"]["startLine"]) for r in run["results"])
    assert found == expected, (found - expected, expected - found)
    print(f"ok   sarif-tools counts {dict(levels)} and tells {len(rows)} lines")


def main():
    words = sys.argv[1:]
    if words[:1] == ["--sarif-tools"]:
        return check_sarif_tools(pathlib.Path(words[1]))
    only_reports = words[:1] == ["--reports"]
    for name in words[only_reports:]:
        folder = pathlib.Path(name)
        count = check(folder, None) if only_reports else check(folder / "reports", folder)
        print(f"ok   {count} findings in every format: {folder.name}")


if __name__ == "__main__":
    main()

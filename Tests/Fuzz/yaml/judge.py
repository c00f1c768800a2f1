"""Judges the differences that `compare` lists: python3 judge.py DIFFERENCES [VERDICTS].

Where one parser accepts a text and the other does not, the productions decide (grammar.py). Where both accept it and
give other events, the first event that differs must be of a kind that is explained below. With VERDICTS, what we say of
each text is compared with what the productions say, whatever libfyaml thinks. What is not explained is printed, and the
exit status is 1.
"""
import collections
import json
import os
import re
import sys

from grammar import accepts

# What the productions do not say, by the code we refuse a text with: the section that does.
BEYOND_GRAMMAR = {
    "yaml/not-utf8": "5.2: a text that is not UTF-8",
    "yaml/directive": "6.8: %YAML or a handle given twice, or version 2",
    "yaml/tag": "6.9.1: a tag's handle is not declared",
}


def beyond_grammar(case):
    """The section that refuses what the productions accept, or None."""
    code = case["codes"].split(" ")[0]
    text = case["text"]
    if code == "yaml/not-utf8":
        return BEYOND_GRAMMAR[code]
    if code == "yaml/directive":
        names = re.findall(r"^\ufeff*%(YAML(?=[ \t])|TAG[ \t]+\S+)", text, re.M)
        twice = len(set(names)) < len(names)
        return BEYOND_GRAMMAR[code] if twice or re.search(r"^%YAML[ \t]+[^1]", text, re.M) else None
    if code == "yaml/tag":
        return BEYOND_GRAMMAR[code] if re.search(r"![0-9A-Za-z-]+![^ \t\r\n!]", text) else None
    return None


def acceptance(case):
    """The class of a text that one of the two refuses, and whether it is explained."""
    ours = case["outcome"] == "accepted by us alone"
    why = case.get("message", "") if ours else case["codes"].split(" ")[0]
    section = None if ours else beyond_grammar(case)
    if section:
        return f"libfyaml accepts; {section}", True
    explained = accepts(case["text"]) == ours
    return f"libfyaml {'refuses' if ours else 'accepts'}; the productions do not: {why}", explained


def scalar(line):
    """The properties, the style and the content of a scalar event."""
    found = re.match(r"=VAL((?: [&<]\S+)*) ([:'\"|>])(.*)", line, re.S)
    return found.groups() if found else None


def event(case, ours, theirs):
    """The class of two events that differ, or None. Each was looked at: what we give is what the section says."""
    if "\ufeff" in case["text"] and ("\ufeff" in case["theirs"] or theirs == "+DOC"):
        return "5.2: a byte order mark before a document is none of its text"
    if re.match(r"\+[A-Z]{3} \S* ?<[^>]*[,\[\]{}]|=VAL <[^>]*[,\[\]{}]", theirs):
        return "6.9.1 [40]: a flow indicator ends a tag"
    if re.search(r" &\S*:", ours):
        return "6.9.2 [102]: a colon may be part of an anchor's name"
    if "\ufffd" in ours and "%" in case["text"]:
        return "6.9.1: a tag whose escaped bytes are not UTF-8"
    mine, other = scalar(ours), scalar(theirs)
    if not mine or not other or mine[:2] != other[:2]:
        return None
    if mine[1] == ":" and mine[2].startswith(":"):
        return "7.3.3 [126]: a colon with text joined to it begins a plain scalar"
    style, (mine, other) = mine[1], (mine[2], other[2])
    if "\\0" in other and "\\0" not in mine:
        return "none: libfyaml gives bytes that are not in the text"
    if style in "|>":
        if mine.rstrip("n\\ ") == other.rstrip("n\\ "):
            return "8.1.1.2: line breaks at the end of a block scalar; the suite's JEF9/02 where the text has no last one"
        rest = other[len(os.path.commonprefix([mine, other])):]
        if 0 < len(rest) < 4 or rest.replace("\\n", "\n") not in case["text"]:
            return "none: libfyaml gives bytes that are not in the text"
        if mine.startswith(other):
            return "8.1.1.1: lines of a block scalar at column 0"
        if other.startswith(mine):
            return "8.1.1.1: a line that is not indented enough is not the block scalar's"
        if single_breaks(mine) == single_breaks(other):
            return "8.1.2, 8.1.3: blank lines before lines that are indented more"
    if style == '"' and re.search(r"\\(\n|\r)", case["text"]) and squeezed(mine).startswith(squeezed(other)[:-1]):
        return "7.3.1 [112]: each blank line behind an escaped break is a line break"
    if style == "'" and mine.replace("'", "") == other.replace("'", ""):
        return "7.3.2 [117]: two quotes are one"
    if style == '"' and re.search(r"\\[ \t]", case["text"]) and squeezed(mine).startswith(squeezed(other)[:-8]):
        return "5.7, 7.3.1: an escaped blank before a line break is text"
    if style in "\"'" and "\r" in case["text"] and squeezed(mine).startswith(squeezed(other)[:-4]):
        return "5.4, 7.3: CR and CRLF are one line break"
    return None


def single_breaks(content):
    return re.sub(r"(\\n)+", r"\\n", content).rstrip("n\\ ")


def squeezed(content):
    return re.sub(r"\\n|\\t| ", "", content)


def events(case):
    """The class of a text for which both give events, and whether it is explained."""
    ours, theirs = case["ours"].split("\n"), case["theirs"].split("\n")
    for mine, other in zip(ours, theirs):
        if mine != other:
            found = event(case, mine, other)
            return f"other events; {found or mine[:20] + ' / ' + other[:20]}", found is not None
    return "other events; one stops before the other", False


def report(counts, examples):
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:8} {name}")
    for name, text in examples[:20]:
        print(f"NOT EXPLAINED {name}: {text!r}")


def main():
    counts, examples = collections.Counter(), []
    with open(sys.argv[1], encoding="utf8") as lines:
        for case in map(json.loads, lines):
            name, explained = (events if case["outcome"] == "other events" else acceptance)(case)
            counts[name] += 1
            if not explained:
                examples.append((name, case["text"]))
    print("Differences from libfyaml:")
    report(counts, examples)
    unexplained = len(examples)
    print(f"{sum(counts.values())} differences, {unexplained} not explained")
    if len(sys.argv) > 2:
        unexplained += verdicts(sys.argv[2])
    sys.exit(1 if unexplained else 0)


def verdicts(path):
    """Compares what we accept with what the productions do; how many texts differ without an explanation."""
    counts, examples, total = collections.Counter(), [], 0
    with open(path, encoding="utf8") as lines:
        for case in map(json.loads, lines):
            total += 1
            if case["codes"].startswith("yaml/not-utf8") or accepts(case["text"]) == case["accepted"]:
                continue
            name = beyond_grammar(case) if not case["accepted"] else None
            counts[name or "NOT EXPLAINED " + case["codes"]] += 1
            if not name:
                examples.append(("by the productions", case["text"]))
    print("Differences from the productions:")
    report(counts, examples)
    print(f"{total} texts, {sum(counts.values())} differences, {len(examples)} not explained")
    return len(examples)


if __name__ == "__main__":
    main()

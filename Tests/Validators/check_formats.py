"""Holds bundles against the formats' own definitions: check_formats.py BUNDLE...

Each theme.tokens.json against the published schema of the Design Tokens Format Module 2025.10; each page against the
parsing rules of HTML; store labels and app snippets as check_labels.py says; each Markdown file against a CommonMark
parser: what it shows must be the words of the plain-text twin. One line a bundle, then a summary.
"""

import json
import pathlib
import re
import sys

import check_labels
import html5lib
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt
from referencing import Registry, Resource

SCHEMAS = pathlib.Path(__file__).parent / "dtcg-2025.10"
BASE = "https://www.designtokens.org/schemas/2025.10/"


def token_validator():
    resources = []
    for path in sorted(SCHEMAS.rglob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        resources.append((schema["$id"], Resource.from_contents(schema)))
    registry = Registry().with_resources(resources)
    return Draft7Validator({"$ref": BASE + "format.json"}, registry=registry)


def words(text):
    return re.findall(r"\w+", text)


def shown(markdown):
    """The words that a reader of the rendered Markdown sees, as a bag."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    page = html5lib.parse(parser.render(markdown), namespaceHTMLElements=False)
    return words(" ".join(page.itertext()))


def problems_of(bundle, tokens):
    yield from check_labels.problems_of(bundle)
    for path in sorted(bundle.rglob("theme.tokens.json")):
        for error in tokens.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            yield f"{path.name}: {error.json_path}: {error.message[:160]}"
    for path in sorted(bundle.rglob("*.html")):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(path.read_text(encoding="utf-8"))
        for position, code, _ in parser.errors:
            yield f"{path.name}:{position[0]}: {code}"
    for path in sorted(bundle.rglob("*.md")):
        seen = shown(path.read_text(encoding="utf-8"))
        twin = path.with_suffix(".txt").read_text(encoding="utf-8")
        missing = set(words(re.sub(r"https://\S+|\(\w+ \d+\)", " ", twin))) - set(seen)
        # The twin numbers its sections.
        missing = {word for word in missing if not word.isdigit()}
        if missing:
            yield f"{path.name}: not shown: {', '.join(sorted(missing)[:8])}"
        if leftover := re.findall(r"\\[!-/:-@\[-`{-~]", " ".join(seen)):
            yield f"{path.name}: shows escapes: {leftover[:4]}"


def main():
    tokens = token_validator()
    failed = 0
    bundles = [pathlib.Path(name) for name in sys.argv[1:]]
    for bundle in bundles:
        found = list(problems_of(bundle, tokens))
        failed += bool(found)
        print(f"{'FAIL' if found else 'ok  '} {bundle}")
        for problem in found:
            print(f"     {problem}")
    print(f"{len(bundles) - failed} passed, {failed} failed")
    return 1 if failed or not bundles else 0


if __name__ == "__main__":
    sys.exit(main())

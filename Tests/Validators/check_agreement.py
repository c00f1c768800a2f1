"""Does the JSON Schema say what `livery validate` says: check_agreement.py LIVERY [MISTAKES] [SEED]

Takes the sample workspace, checks its files and its schemas, then makes seeded mistakes in each kind of file and asks
both. Where `validate` refuses what the schema accepts, the code must stand in BEYOND, with the reason why JSON Schema
cannot say it. Where the schema refuses what `validate` accepts, the keyword and path must stand in STRICTER.
"""

import collections
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import yaml
from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]

BEYOND = {
    "schema/missing-key": "another layer may give the key",
    "schema/repeated-item": "uniqueness by one key of an item",
    "schema/not-boolean": "`True` and `TRUE` are booleans of YAML's core schema; validate takes `true` alone",
    "schema/not-integer": "signs, leading zeros, `1.0` and `0x10` are gone once YAML is read",
    "schema/wrong-length": "length is counted in UTF-16 units; and a number has no length",
    "schema/control-character": "a number or a boolean has no characters",
    "yaml/": "a JSON Schema sees a document that was read",
    "tenant/empty-file": "so too",
    "tenant/billing-mismatch": "the model may stand in another layer",
    "tenant/unsupported-webhooks": "depends on a fact of the catalogue, not of the file",
    "tenant/overlapping-hours": "order between values",
    "tenant/invalid-hours": "a range that ends before it starts: order between values",
    "tenant/invalid-date": "30 February: the calendar",
    "tenant/keywords-too-long": "a sum over a list",
    "tenant/locale-without-texts": "keys of one mapping against items of another list",
    "tenant/texts-without-locale": "so too",
    "tenant/single-pin": "`minItems` is no lower bound with an exception for none",
    "tenant/": "a rule over several fields or layers",
    "compiler/": "other files: groups, assets, shops",
    "privacy/": "a rule over several fields",
}
# What `tenant/` above must not cover: forms of single values, which the schema can say.
SAID = re.compile(
    r"schema/(unknown-key|wrong-type|not-one-of|out-of-range|wrong-count)"
    r"|tenant/(invalid-(?!hours|date|identifier)\S+|unknown-(?!identifier|secret|resource)\S+)")
STRICTER = {
    "livery": "`livery: null` takes the version away, and validate says so of the merged definition",
    "integrations": "an integration that is off is not linked, so that nobody asks its provider",
}


class Core(yaml.SafeLoader):
    """The core schema of YAML 1.2.2, section 10.3.2, as yaml-language-server reads it."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def mistaken(text, chance):
    """The text with one mistake of a person in it."""
    lines = text.split("\n")
    places = [number for number, line in enumerate(lines) if re.match(r"\s*[\w-]+: ?\S?", line)]
    number = chance.choice(places)
    line = lines[number]
    head, _, value = line.partition(": ")
    kind = chance.randrange(9)
    if kind == 0:
        key = head.strip()
        spot = chance.randrange(len(key))
        lines[number] = line.replace(key, key[:spot] + key[spot + 1:] + "x", 1)
    elif kind == 1:
        del lines[number]
    elif kind == 2 and value:
        lines[number] = f"{head}: {chance.choice(['true', '12', '[a, b]', '{a: b}', 'null', 'no', '-3', '1.5'])}"
    elif kind == 3 and value:
        spot = chance.randrange(len(value))
        lines[number] = f"{head}: {value[:spot]}{chance.choice('xX9 -./')}{value[spot + 1:]}"
    elif kind == 4 and value:
        lines[number] = f"{head}: {value[:-1]}"
    elif kind == 5:
        lines.insert(number, f"{re.match(' *', line)[0]}nonsense: 1")
    elif kind == 6 and value:
        lines[number] = f"{head}: {value.upper()}"
    elif kind == 7 and value:
        lines[number] = f"{head}: \"\""
    else:
        numbers = [i for i in places if re.search(r": \d+$", lines[i])]
        if numbers:
            chosen = chance.choice(numbers)
            lines[chosen] += "000"
    return "\n".join(lines)


def findings(livery, folder):
    """The codes of the errors that `validate` reports, by the file that it shows; "" for those without a place."""
    shown = subprocess.run(
        [livery, "validate", "--max-errors", "0", "--workspace", str(folder)], capture_output=True, text=True, check=False).stderr
    found = collections.defaultdict(set)
    code = None
    for line in shown.split("\n") + ["error[end]"]:
        if match := re.match(r"(error|warning|note)\[([^]]+)\]", line):
            if code:
                found[""].add(code)
            code = match[2] if match[1] == "error" else None
        if code and (match := re.match(r"\s+--> tenants/(\S+?)\.yaml:", line)):
            found[match[1]].add(code)
            code = None
    return found


def mistakes_in_shops(livery, count, chance):
    """Many in one workspace, for a shop's file concerns nobody else."""
    shops = sorted((ROOT / "tenants" / "shops").glob("*.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        tenants = copied(folder)
        texts = [mistaken(chance.choice(shops).read_text(encoding="utf-8"), chance) for _ in range(count)]
        for number, text in enumerate(texts):
            (tenants / f"shops/mistake-{number}.yaml").write_text(text, encoding="utf-8")
        said = findings(livery, folder)
        return [(text, said[f"shops/mistake-{number}"]) for number, text in enumerate(texts)]


def mistakes_in_groups(livery, count, chance):
    """Each with a shop that stands on it, for what nobody uses is not merged."""
    group = ROOT / "tenants/groups/cedar-lane.yaml"
    member = (ROOT / "tenants/shops/cedar-lane-waco.yaml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        tenants = copied(folder)
        texts = [mistaken(group.read_text(encoding="utf-8"), chance) for _ in range(count)]
        for number, text in enumerate(texts):
            (tenants / f"groups/mistake-{number}.yaml").write_text(text, encoding="utf-8")
            shop = re.sub(r"(?m)^group: .*", f"group: mistake-{number}", member)
            (tenants / f"shops/mistake-{number}.yaml").write_text(shop, encoding="utf-8")
        said = findings(livery, folder)
        return [
            (text, said[f"groups/mistake-{number}"] | said[f"shops/mistake-{number}"])
            for number, text in enumerate(texts)
        ]


def mistakes_in_providers(livery, count, chance):
    files = sorted((ROOT / "tenants/integrations").glob("*.yaml")) + sorted(
        (ROOT / "Sources/LiveryTenant/Catalogue").glob("*.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        tenants = copied(folder)
        texts = [mistaken(chance.choice(files).read_text(encoding="utf-8"), chance) for _ in range(count)]
        for number, text in enumerate(texts):
            (tenants / f"integrations/mistake_{number}.yaml").write_text(text, encoding="utf-8")
        said = findings(livery, folder)
        return [(text, said[f"integrations/mistake_{number}"]) for number, text in enumerate(texts)]


def mistakes_in_platforms(livery, count, chance):
    """One run each, for it concerns all; the shops show what is wrong with the merged definition."""
    result = []
    platform = (ROOT / "tenants/platform.yaml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        tenants = copied(folder)
        for shop in sorted((tenants / "shops").glob("*.yaml"))[3:]:
            shop.unlink()
        before = set().union(*findings(livery, folder).values())
        for _ in range(count):
            text = mistaken(platform, chance)
            (tenants / "platform.yaml").write_text(text, encoding="utf-8")
            result.append((text, set().union(*findings(livery, folder).values()) - before))
    return result


def copied(folder):
    tenants = pathlib.Path(folder) / "tenants"
    shutil.copytree(ROOT / "tenants", tenants)
    return tenants


def compare(kind, validator, mistakes, tally):
    """Says which disagreements nothing explains, and how many there are."""
    failed = 0
    for number, (text, codes) in enumerate(mistakes):
        name = f"{kind} {number}"
        codes = codes - {"compiler/shared-identity"}
        try:
            errors = list(validator.iter_errors(yaml.load(text, Core)))
        except yaml.YAMLError:
            tally["no YAML for either" if codes else "no YAML for PyYAML alone"] += 1
            continue
        if bool(codes) == bool(errors):
            tally["both refuse" if codes else "both accept"] += 1
        elif codes:
            told = [code for code in sorted(codes) if SAID.match(code) or not any(map(code.startswith, BEYOND))]
            tally["validate alone, explained" if not told else "validate alone, UNEXPLAINED"] += 1
            failed += len(told)
            for code in told:
                print(f"{name}: the schema accepts what validate refuses: {code}")
        else:
            paths = [error.json_path.removeprefix("$.") for error in errors]
            # An overlay of an environment has the same areas.
            areas = [re.sub(r"^environments\.\w+\.", "", path) for path in paths]
            explained = any(area.startswith(tuple(STRICTER)) for area in areas)
            tally["schema alone, explained" if explained else "schema alone, UNEXPLAINED"] += 1
            if not explained:
                failed += 1
                print(f"{name}: the schema alone refuses {paths[0]}: {errors[0].message[:120]}")
    return failed


def schema_of(livery, name):
    shown = subprocess.run([livery, "schema", name, "--workspace", str(ROOT)], capture_output=True, check=True)
    schema = yaml.safe_load(shown.stdout)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def main():
    livery = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261122
    failed = 0
    for name, pattern in [
        ("platform", "platform.yaml"), ("group", "groups/*.yaml"), ("shop", "shops/*.yaml"),
        ("definition", "shops/*.yaml"), ("provider", "integrations/*.yaml")
    ]:
        validator = schema_of(livery, name)
        for path in sorted((ROOT / "tenants").glob(pattern)):
            for error in validator.iter_errors(yaml.load(path.read_text(encoding="utf-8"), Core)):
                failed += 1
                print(f"{path.name}: {name}: {error.json_path}: {error.message[:120]}")
    for kind, make, part in [
        ("shop", mistakes_in_shops, 1), ("group", mistakes_in_groups, 2), ("provider", mistakes_in_providers, 2),
        ("platform", mistakes_in_platforms, 4),
    ]:
        tally = collections.Counter()
        number = count // part
        failed += compare(kind, schema_of(livery, kind), make(livery, number, random.Random(seed)), tally)
        shown = ", ".join(f"{what} {number}" for what, number in sorted(tally.items()))
        print(f"{kind}: {number} mistakes, seed {seed}: {shown}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

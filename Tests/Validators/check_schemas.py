"""Holds the JSON files of bundles against the schemas that `livery schema` prints: check_schemas.py LIVERY BUNDLE...

What `livery` leaves beside bundles, `facts.json` and its list of actions, is held against its schemas likewise.

Each schema is held against its metaschema, and says of every key what it is. Each JSON file of each bundle must have a
schema and fit it. In those of the first bundle keys are added and values replaced, one at a time at every depth, and
required keys taken away: the schema must refuse each. What a schema offers and no bundle has is listed.
"""

import copy
import fnmatch
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SCHEMAS = pathlib.Path(__file__).parent / "dtcg-2025.10"


def registry():
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SCHEMAS.rglob("*.json"))]
    return Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in found)


def undescribed(schema, path=""):
    """Keys without a description, texts without an example, objects that take anything."""
    if isinstance(schema, list):
        for item in schema:
            yield from undescribed(item, path)
    if not isinstance(schema, dict):
        return
    for key, value in schema.get("properties", {}).items():
        if not value.get("description", "").endswith("."):
            yield f"{path}.{key} has no description"
    if schema.get("type") == "object" and "additionalProperties" not in schema:
        yield f"{path} takes any key"
    if schema.get("type") == "string" and not schema.get("enum") and not schema.get("examples"):
        yield f"{path} has no example"
    for key, value in schema.items():
        if key == "properties":
            for name, member in value.items():
                yield from undescribed(member, f"{path}.{name}")
        elif key not in ("enum", "examples", "required"):
            yield from undescribed(value, f"{path}.{key}" if key == "$defs" else path)


def places(value, path=()):
    """Every object of a document, with its path."""
    if isinstance(value, dict):
        yield path, value
        for key, member in value.items():
            yield from places(member, (*path, key))
    elif isinstance(value, list):
        # Items are alike; the first tells enough.
        for index, item in enumerate(value[:1]):
            yield from places(item, (*path, index))


def shortened(value):
    """The same with one object in each list: the others are like it."""
    if isinstance(value, dict):
        return {key: shortened(member) for key, member in value.items()}
    if isinstance(value, list):
        return [shortened(item) for item in (value[:1] if value and isinstance(value[0], dict) else value)]
    return value


def at(document, path):
    for step in path:
        document = document[step]
    return document


def accepted_mistakes(document, schema, validator):
    """What may not be accepted: an added key anywhere, a required one taken away, a value of another type."""
    for path, _ in places(document):
        added = copy.deepcopy(document)
        at(added, path)["nonsense_key!"] = 1
        if validator.is_valid(added):
            yield f"an added key at {path}"
    for path, value in places(document):
        for key in value:
            changed = copy.deepcopy(document)
            at(changed, path)[key] = [["neither"]]
            if validator.is_valid(changed):
                yield f"a list of lists as {path}.{key}"
    top = document[0] if isinstance(document, list) else document
    for key in schema.get("required", []):
        taken = copy.deepcopy(top)
        del taken[key]
        if validator.is_valid([taken] if isinstance(document, list) else taken):
            yield f"a file without {key}"


def offered(schema, root, path, seen):
    """The paths of all keys that a schema offers."""
    if "$ref" in schema and schema["$ref"].startswith("#"):
        name = schema["$ref"].removeprefix("#/$defs/")
        if name in seen:
            return
        schema, seen = root["$defs"][name], seen | {name}
    for key, member in schema.get("properties", {}).items():
        yield (*path, key)
        yield from offered(member, root, (*path, key), seen)
    if isinstance(schema.get("additionalProperties"), dict):
        yield from offered(schema["additionalProperties"], root, (*path, "*"), seen)
    if "items" in schema:
        yield from offered(schema["items"], root, path, seen)
    for member in schema.get("anyOf", []):
        yield from offered(member, root, path, seen)


def used(value, schema, root, path):
    """The paths of all keys that a document has, in the spelling of `offered`."""
    if "$ref" in schema and schema["$ref"].startswith("#"):
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    for member in schema.get("anyOf", []):
        if member.get("type") != "null" and value is not None:
            yield from used(value, member, root, path)
    if isinstance(value, list):
        for item in value:
            yield from used(item, schema.get("items", {}), root, path)
    elif isinstance(value, dict):
        for key, member in value.items():
            if key in schema.get("properties", {}):
                yield (*path, key)
                yield from used(member, schema["properties"][key], root, (*path, key))
            elif isinstance(schema.get("additionalProperties"), dict):
                yield from used(member, schema["additionalProperties"], root, (*path, "*"))


def others(livery, folder):
    """What `livery` writes beside bundles, by the names of the schemas."""
    root = pathlib.Path(__file__).resolve().parents[2]
    shutil.copytree(root / "tenants", folder / "tenants")
    subprocess.run([livery, "compile", "--shard", "1/1", "--output", "part"], cwd=folder, check=True, capture_output=True)
    (folder / "others").mkdir()
    shutil.copy(folder / "part" / "facts.json", folder / "others")
    subprocess.run([livery, "actions", "--format", "json:others/actions.json"], cwd=folder, check=True)
    return folder / "others"


def main():
    with tempfile.TemporaryDirectory() as folder:
        return check(sys.argv[1], sys.argv[2:], others(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder)))


def check(livery, bundles, beside):
    lines = subprocess.run([livery, "schema", "--list"], capture_output=True, text=True, check=True).stdout.splitlines()
    known, failed, unused, files, mistakes = {}, 0, set(), 0, 0
    resources = registry()
    for line in lines:
        name, _, summary = line.partition(" ")
        schema = json.loads(subprocess.run([livery, "schema", name], capture_output=True, check=True).stdout)
        Draft202012Validator.check_schema(schema)
        if name in ("facts", "actions"):
            known[f"{name}.json"] = schema
        elif " in a bundle: " in summary:
            known[summary.strip().split("`")[1]] = schema
        else:
            continue
        for problem in undescribed(schema):
            failed += 1
            print(f"FAIL {name}: {problem}")
        unused |= {(name, path) for path in offered(schema, schema, (), frozenset())}
    for bundle in [*map(pathlib.Path, bundles), beside]:
        for path in sorted(bundle.rglob("*.json")):
            inside = path.relative_to(bundle).as_posix()
            # The index of integrations is named whole, and their files by a pattern.
            pattern = inside if inside in known else next((p for p in known if fnmatch.fnmatch(inside, p)), None)
            if pattern is None:
                failed += 1
                print(f"FAIL {path}: no schema is for it")
                continue
            schema = known[pattern]
            name = schema["$id"].rpartition("/")[2].rpartition("-")[0]
            validator = Draft202012Validator(schema, registry=resources)
            document = json.loads(path.read_text(encoding="utf-8"))
            files += 1
            for error in validator.iter_errors(document):
                failed += 1
                print(f"FAIL {path}: {error.json_path}: {error.message[:160]}")
            unused -= {(name, path) for path in used(document, schema, schema, ())}
            if bundle in (pathlib.Path(bundles[0]), beside):
                for mistake in accepted_mistakes(shortened(document), schema, validator):
                    failed += 1
                    print(f"FAIL {name}: the schema accepts {mistake}")
                mistakes += 1
    rare = sorted(f"{name}.{'.'.join(path)}" for name, path in unused)
    print(f"{len(known)} schemas, {files} files of {len(bundles)} bundles, {mistakes} files with mistakes: {failed} problems")
    print(f"offered and in no bundle: {', '.join(rare) or 'nothing'}")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main())

"""What a team would write without Livery: PyYAML's C loader, jsonschema-rs and Jinja2 in a pool of processes.

Usage: peers.py WORKSPACE SCHEMA EXAMPLE OUTPUT PROCESSES

Each shop's file is parsed, laid over its group and the platform, validated against SCHEMA (what `livery schema` writes)
and rendered through one template for each file of EXAMPLE, the bundle of a shop that Livery made; then the files are
written with a manifest of their digests. The templates are that bundle's files with the shop's own values put in: next
to no logic, so that the pipeline does less than Livery does. Prints the seconds from the first byte read.
"""
import hashlib
import json
import multiprocessing
import pathlib
import sys
import time

import jinja2
import jsonschema_rs
import yaml

workspace, schema, example, output = map(pathlib.Path, sys.argv[1:5])
tenants = workspace / "tenants"


def load(path):
    return yaml.load(path.read_bytes(), Loader=yaml.CLoader)


def merge(weak, strong):
    if not isinstance(weak, dict) or not isinstance(strong, dict):
        return strong
    return {**weak, **{key: merge(weak[key], value) if key in weak else value for key, value in strong.items()}}


def template(path, definition):
    """The file as a template: the values of its own shop become expressions."""
    text = path.read_text(encoding="utf-8")
    shop, privacy = definition["shop"], definition["privacy"]
    values = {
        shop["name"]: "shop.name", shop["email"]: "shop.email", shop["phone"]: "shop.phone",
        shop["address"]["street"]: "shop.address.street", shop["address"]["city"]: "shop.address.city",
        privacy["contact"]["email"]: "privacy.contact.email", privacy["contact"]["name"]: "privacy.contact.name",
        definition["app"]["ios"]["bundle_id"]: "app.ios.bundle_id",
    }
    text = text.replace("{{", "{{ '{{' }}").replace("{%", "{{ '{%' }}").replace("{#", "{{ '{#' }}")
    for value, expression in sorted(values.items(), key=lambda item: -len(item[0])):
        text = text.replace(str(value), "{{ " + expression + (" | e }}" if path.suffix == ".html" else " }}"))
    return jinja2.Environment().from_string(text)


def prepare():
    global platform, groups, validator, templates
    platform = load(tenants / "platform.yaml")
    groups = {path.stem: load(path) for path in (tenants / "groups").glob("*.yaml")}
    validator = jsonschema_rs.validator_for(json.loads(schema.read_text(encoding="utf-8")))
    own = load(tenants / "shops" / f"{example.name}.yaml")
    definition = merge(merge(platform, groups.get(own.get("group"), {})), own)
    templates = {
        path.relative_to(example): template(path, definition)
        for path in sorted(example.rglob("*")) if path.is_file() and path.name != "manifest.json"}


def compile_shop(path):
    own = load(path)
    if not validator.is_valid(own):
        raise ValueError(f"{path}: {next(validator.iter_errors(own))}")
    definition = merge(merge(platform, groups.get(own.get("group"), {})), own)
    files = []
    for name, page in templates.items():
        data = page.render(definition).encode("utf-8")
        place = output / path.stem / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        files.append({"path": str(name), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()})
    (output / path.stem / "manifest.json").write_text(json.dumps({"files": files}, indent=2), encoding="utf-8")


def main():
    started = time.perf_counter()
    shops = sorted((tenants / "shops").glob("*.yaml"))
    with multiprocessing.Pool(int(sys.argv[5]), prepare) as pool:
        pool.map(compile_shop, shops, chunksize=8)
    print(f"{time.perf_counter() - started:.4f}")


if __name__ == "__main__":
    main()

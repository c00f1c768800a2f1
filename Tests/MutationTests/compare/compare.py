"""The same mistakes for other validators: compare.py FOLDER TENANTS

FOLDER is what MutationTests wrote with LIVERY_DUMP. Each mistake goes through check-jsonschema, with the schemas that
`livery schema` writes, and through KCL, with the same schemas as KCL. Prints a table for each kind of mistake, and why
check-jsonschema accepts what `validate` refuses; fails where it should not. What counts, in their favour:

found    the file is refused
line     the first thing that is shown stands on the line of the mistake
place    it stands at the first character of the token. check-jsonschema shows no line but a JSON path: the token that
         the path leads to counts, and the key where the message names one
extra    what is said beyond one thing
"""

import collections
import json
import multiprocessing
import pathlib
import re
import subprocess
import sys

import kcl_lib.api as kcl
import ruamel.yaml

import kcl_schema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Validators"))
from check_agreement import BEYOND, SAID  # noqa: E402


class Text:
    """A file with its places."""

    def __init__(self, path):
        self.bytes = path.read_bytes()
        self.text = self.bytes.decode()

    def offset(self, index):
        return len(self.text[:index].encode())

    def line(self, offset):
        return self.bytes.count(b"\n", 0, offset)

    def at(self, line, column):
        """The byte at a line and column, both from 1."""
        lines = self.text.split("\n")
        return len("\n".join([*lines[: line - 1], lines[line - 1][: column - 1]]).encode()) if line <= len(lines) else None


def node_at(text, path):
    """The node that a JSON path leads to, with its own key."""
    node, key = ruamel.yaml.YAML().compose(text.text), None
    for part in re.findall(r"\[(\d+)\]|\.([^.\[]+)|\['([^']+)'\]", path):
        index, name = part[0], part[1] or part[2]
        if index:
            node = node.value[int(index)]
        else:
            key, node = next((k, v) for k, v in node.value if k.value == name)
    return node, key


def place_of(text, error):
    """Where the JSON path and the names in the message lead."""
    message = error["message"]
    try:
        node, key = node_at(text, error["path"])
    except (StopIteration, IndexError, TypeError, ruamel.yaml.YAMLError):
        return None
    if "is a required property" in message:
        return text.offset((key or node).start_mark.index)
    names = re.findall(r"'([^']+)'", message)
    if isinstance(node, ruamel.yaml.nodes.MappingNode) and names:
        # Additional properties, or the name of one.
        for child, _ in node.value:
            if child.value == names[0]:
                return text.offset(child.start_mark.index)
    return text.offset(node.start_mark.index)


def check_jsonschema(folder, tenants, names, kind):
    """What check-jsonschema says of each file: how many things, and where the first one is."""
    program = pathlib.Path(sys.executable).parent / "check-jsonschema"
    said = {name: [] for name in names}
    for start in range(0, len(names), 200):
        command = [program, "--output-format", "json", "--schemafile", tenants / ".livery" / f"{kind}.schema.json"]
        shown = subprocess.run(
            [*command, *(folder / name for name in names[start : start + 200])], capture_output=True, text=True, check=False)
        report = json.loads(shown.stdout)
        for error in report["errors"]:
            name = pathlib.Path(error["filename"]).name
            said[name].append(place_of(Text(folder / name), error))
        for error in report.get("parse_errors", []):
            name = pathlib.Path(error["filename"]).name
            said[name].append(syntax_place(folder / name))
    return said


def syntax_place(path):
    """Where the parser under check-jsonschema stops; the program itself does not say."""
    try:
        ruamel.yaml.YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except ruamel.yaml.error.MarkedYAMLError as error:
        return Text(path).offset(error.problem_mark.index) if error.problem_mark else None
    except (ruamel.yaml.YAMLError, ValueError):
        pass
    return None


def ask_kcl(job):
    """What KCL says of a file: the places, and whether it proposes another word."""
    path, code, top = job
    try:
        answer = kcl.API().validate_code(kcl.ValidateCodeArgs(code=code, datafile=str(path), schema=top, format="yaml"))
        message = "" if answer.success else answer.err_message or "refused"
    except Exception as error:  # noqa: BLE001: the library raises Exception itself
        message = str(error)
    message = re.sub(r"\x1b\[[0-9;]*m", "", message)
    text = Text(path)
    places = [text.at(int(line), int(column)) for line, column in re.findall(re.escape(path.name) + r":(\d+):(\d+)", message)]
    return path.name, places or ([None] if message else []), "did you mean" in message


def judge(entry, text, places):
    found = bool(places)
    first = places[0] if found else None
    return {
        "found": found,
        "line": first is not None and text.line(first) == text.line(entry["start"]),
        "place": first is not None and first == entry["start"],
        "extra": max(0, len(places) - 1),
    }


def row(name, part, said):
    def share(values):
        values = list(values)
        return f"{100 * sum(values) / len(values):.1f}" if values else "-"

    cells = [name, str(len(part)), share(bool(e["codes"]) for e in part), share(e["isInPlace"] for e in part)]
    cells.append(share(e["isMended"] for e in part if e["hasOneAnswer"]))
    cells.append(f"{sum(max(0, len(e['codes']) - 1) for e in part) / len(part):.2f}")
    for judged in said:
        mine = [judged[entry["file"]] for entry in part]
        cells += [share(j[what] for j in mine) for what in ("found", "line", "place")]
        cells.append(f"{sum(j['extra'] for j in mine) / len(mine):.2f}")
    return "| " + " | ".join(cells) + " |"


def explain(index, judged):
    """Why check-jsonschema accepts what `validate` refuses; whether all of it is explained."""
    reasons, unexplained = collections.Counter(), 0
    for entry in index:
        if judged[entry["file"]]["found"]:
            continue
        told = [code for code in entry["codes"] if SAID.match(code) or not any(map(code.startswith, BEYOND))]
        code = entry["codes"][0]
        if told:
            unexplained += 1
            print(f"unexplained: {entry['file']} ({entry['kind']}, {entry['path']}): {', '.join(told)}")
        else:
            prefix = max((prefix for prefix in BEYOND if code.startswith(prefix)), key=len)
            reasons[(entry["kind"], code, BEYOND[prefix])] += 1
    for (kind, code, reason), count in sorted(reasons.items()):
        print(f"| {kind} | {count} | `{code}` | {reason} |")
    return unexplained


def main():
    folder, tenants = map(pathlib.Path, sys.argv[1:3])
    index = json.loads((folder / "index.json").read_text())
    kinds = {"platform": ["platform.yaml"], "group": ["groups"], "shop": ["shops"]}
    by_kind = {kind: [e for e in index if e["path"].split("/")[1] in parts] for kind, parts in kinds.items()}
    json_said, jobs, refused = {}, [], 0
    for kind, entries in by_kind.items():
        json_said |= check_jsonschema(folder, tenants, [entry["file"] for entry in entries], kind)
        writer = kcl_schema.Writer(json.loads((tenants / ".livery" / f"{kind}.schema.json").read_text()))
        jobs += [(folder / entry["file"], writer.code(), writer.top) for entry in entries]
        samples = sorted(tenants.glob({"platform": "platform.yaml"}.get(kind, f"{kind}s/*.yaml")))
        for path in samples:
            refused += bool(check_jsonschema(path.parent, tenants, [path.name], kind)[path.name])
            refused += bool(ask_kcl((path, writer.code(), writer.top))[1])
    print(f"the samples themselves: {refused} refused")
    with multiprocessing.Pool() as pool:
        answers = pool.map(ask_kcl, jobs, chunksize=8)
    texts = {entry["file"]: Text(folder / entry["file"]) for entry in index}
    entry_of = {entry["file"]: entry for entry in index}
    judged = [
        {name: judge(entry_of[name], texts[name], places) for name, places in said.items()}
        for said in (json_said, {name: places for name, places, _ in answers})
    ]
    print("| mistake | made | found % | place % | fix % | extra |" + " found % | line % | place % | extra |" * 2)
    print("| --- |" + " ---: |" * 13)
    for kind in dict.fromkeys(entry["kind"] for entry in index):
        print(row(kind, [entry for entry in index if entry["kind"] == kind], judged))
    print(row("**all**", index, judged))
    proposals = sum(proposed for _, _, proposed in answers)
    print(f"\nKCL proposes another word for {proposals} of {len(index)}, and no edit; check-jsonschema neither.\n")
    print("| accepted by check-jsonschema | times | refused by `validate` as | because |\n| --- | ---: | --- | --- |")
    return 1 if explain(index, judged[0]) + refused else 0


if __name__ == "__main__":
    sys.exit(main())

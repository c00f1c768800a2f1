"""The JSON Schema of a file, as KCL says the same: types, enumerations, patterns, lengths, ranges and counts."""

import json
import re

KEYWORDS = set("all and any as assert check elif else filter for if import in is lambda map mixin not or protocol rule schema type".split())
SCALARS = {"string": ["str"], "integer": ["int"], "number": ["int", "float"], "boolean": ["bool"]}


class Writer:
    def __init__(self, root):
        self.root = root
        self.names = {}
        self.texts = []
        self.top = self.schema(root, "Root")

    def code(self):
        return "import regex\n\n" + "\n".join(self.texts)

    def schema(self, node, name):
        """The name of the KCL schema for an object with known keys."""
        while name in self.names.values():
            name += "_"
        self.names[id(node)] = name
        lines, checks = [], []
        for key, value in node["properties"].items():
            attribute = "$" + key if key in KEYWORDS else key
            optional = "" if key in node.get("required", []) else "?"
            value = self.resolved(value)
            lines.append(f"    {attribute}{optional}: {self.type(value, name + '_' + key)}")
            checks += self.checks(value, attribute)
        if "minProperties" in node:
            keys = ", ".join(node["properties"])
            checks.append(f"{node['minProperties']} <= len([v for v in [{keys}] if v not in [None, Undefined]]) <= {node['maxProperties']}")
        body = lines + (["    check:"] + [f"        {check}" for check in checks] if checks else [])
        self.texts.append(f"schema {name}:\n" + "\n".join(body) + "\n")
        return name

    def resolved(self, node):
        if "$ref" in node:
            return self.root["$defs"][node["$ref"].rsplit("/", 1)[1]]
        return node

    def type(self, node, name):
        if "anyOf" in node:
            return " | ".join(dict.fromkeys(self.type(self.resolved(part), name) for part in node["anyOf"]))
        types = node["type"] if isinstance(node["type"], list) else [node["type"]]
        types = [kind for kind in types if kind != "null"]
        if "object" in types:
            if "properties" in node:
                return self.names.get(id(node)) or self.schema(node, re.sub(r"\W", "_", name).title())
            value = self.resolved(node["additionalProperties"])
            return "{str:%s}" % self.type(value, name + "_value")
        if "array" in types:
            item = self.type(self.resolved(node["items"]), name + "_item")
            return f"[{item}]"
        if "enum" in node:
            return " | ".join(json.dumps(value) for value in node["enum"] if value is not None)
        return " | ".join(dict.fromkeys(kind for name in types for kind in SCALARS[name]))

    def checks(self, node, attribute):
        given = f"{attribute} not in [None, Undefined]"
        if "anyOf" in node:
            single, many = (self.resolved(part) for part in node["anyOf"])
            several = f'typeof({attribute}) == "list"'
            return [self.guarded(check, f"{given} and not ({several})") for check in self.scalar(single, attribute)] \
                + [self.guarded(check, f"{given} and {several}") for check in self.list(many, attribute)]
        types = node["type"] if isinstance(node["type"], list) else [node["type"]]
        if "array" in types:
            return [self.guarded(check, given) for check in self.list(node, attribute)]
        if "object" in types:
            pattern = node.get("propertyNames", {}).get("pattern")
            return [self.guarded(f"all k in {attribute} {{ regex.match(k, {self.text(pattern)}) }}", given)] if pattern else []
        return [self.guarded(check, given) for check in self.scalar(node, attribute)]

    def scalar(self, node, value):
        checks = []
        if "pattern" in node:
            checks.append(f"regex.match(str({value}), {self.text(node['pattern'])})")
        if "minLength" in node:
            checks.append(f"{node['minLength']} <= len(str({value})) <= {node['maxLength']}")
        if "minimum" in node and "enum" not in node:
            checks.append(f"{node['minimum']} <= {value} <= {node['maximum']}")
        return checks

    def list(self, node, value):
        checks = [f"{node.get('minItems', 0)} <= len({value}) <= {node['maxItems']}"] if "maxItems" in node else []
        item = self.resolved(node["items"])
        if "object" not in item["type"]:
            checks += [f"all item in {value} {{ {check} }}" for check in self.scalar(item, "item")]
        return checks

    @staticmethod
    def guarded(check, condition):
        return f"{check} if {condition}"

    @staticmethod
    def text(pattern):
        return json.dumps(pattern, ensure_ascii=True)

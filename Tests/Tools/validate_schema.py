"""Validates session files against the JSON Schema with an independent validator.

usage: validate_schema.py [--check] SCHEMA FILE...

Prints one line a file: "FILE: valid", or "FILE: " and what the validator says. Exits 0 whatever the files are; with
--check, 2 where the schema itself is none. PyYAML reads YAML 1.1; editors' language servers read YAML 1.2 (core schema), so its rules for
plain scalars are replaced: dates, times and on/off/yes/no are text, numbers and true/false are what 1.2 says.
"""
import json
import re
import sys

import jsonschema
import yaml


def integer(loader, node):
    text = loader.construct_scalar(node)
    return int(text[2:], {"0o": 8, "0x": 16}[text[:2]]) if text[:2] in ("0o", "0x") else int(text)


def mapping(loader, node):
    """Keys are text, as in JSON."""
    result = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else repr(key_node)
        if key in result:
            raise yaml.YAMLError(f"duplicate key {key!r}")
        result[key] = loader.construct_object(value_node, deep=True)
    return result


def core(base):
    """YAML 1.2, core schema, over one of PyYAML's loaders."""
    class Core(base):
        yaml_implicit_resolvers = {}
        yaml_constructors = dict(yaml.SafeLoader.yaml_constructors)

    for tag, pattern, first in [
        ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
        ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
        ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
        ("float", r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
         list("-+0123456789.")),
    ]:
        Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)
    Core.add_constructor("tag:yaml.org,2002:int", integer)
    Core.add_constructor("tag:yaml.org,2002:map", mapping)
    return Core


Core = core(yaml.SafeLoader)
Fast = core(getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def load(text):
    """What a file says; libyaml is fast, and the few flow scalars that it refuses PyYAML reads."""
    try:
        return yaml.load(text, Fast)
    except yaml.YAMLError:
        return yaml.load(text, Core)


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--check"]
    with open(arguments[0], encoding="utf-8") as file:
        schema = json.load(file)
    if "--check" in sys.argv:
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            print("schema: " + error.message)
            return 2
    validator = jsonschema.Draft202012Validator(schema)
    for name in arguments[1:]:
        try:
            with open(name, encoding="utf-8") as file:
                content = load(file.read())
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            print(f"{name}: not YAML: " + str(error).replace("\n", " "))
            continue
        if validator.is_valid(content):
            print(f"{name}: valid")
            continue
        errors = sorted(validator.iter_errors(content), key=lambda error: error.json_path)
        worst = jsonschema.exceptions.best_match(errors)
        print(f"{name}: {worst.json_path}: " + worst.message.replace("\n", " ")[:300])
    return 0


if __name__ == "__main__":
    sys.exit(main())

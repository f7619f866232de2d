"""Ask jsonschema about records in JSON or YAML: prints, as JSON, what is wrong, by file.

Run by another Python: `shapes.py SCHEMA FILE …`.
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml
from jsonschema.validators import validator_for

schema = json.loads(Path(sys.argv[1]).read_text("utf-8"))
judge = validator_for(schema)
validator = judge(schema, format_checker=judge.FORMAT_CHECKER)


DATE = "tag:yaml.org,2002:timestamp"
KINDS = {
    sign: [(kind, form) for kind, form in kinds if kind != DATE]
    for sign, kinds in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain = type("Plain", (yaml.SafeLoader,), {"yaml_implicit_resolvers": KINDS})
"""Reads YAML as far as it is JSON, in which a date is a text."""


def faults(path: str) -> list[str]:
    """What is wrong with a record. JSON is read as YAML, which it is."""
    record: Any = yaml.load(Path(path).read_text("utf-8"), Plain)  # noqa: S506 (the loader is a safe one)
    return [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(record)]


json.dump({path: faults(path) for path in sys.argv[2:]}, sys.stdout)

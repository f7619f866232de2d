"""Ask jsonschema about every answer of text services in JSON: prints, as JSON, what is wrong, by file.

Run by another Python: `shapes.py dts.schema.json FOLDER`.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

schema, folder = json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2])
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
json.dump(
    {
        path.relative_to(folder).as_posix(): [
            f"{error.json_path}: {error.message[:300]}"
            for error in validator.iter_errors(json.loads(path.read_text("utf-8")))
        ]
        for path in sorted(folder.rglob("*.json"))
    },
    sys.stdout,
)

"""Ask frictionless about a Data Package with its tables: prints, as JSON, what it finds wrong, and how many rows each has.

Run by another Python: `package.py datapackage.json`.
"""

import json
import sys

from frictionless import validate

report = validate(sys.argv[1])
json.dump(
    {
        "errors": [str(error) for error in report.errors]
        + [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors],
        "rows": {task.name: task.stats.get("rows", 0) for task in report.tasks},
    },
    sys.stdout,
)

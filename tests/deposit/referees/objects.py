"""Ask ocfl-py whether folders are OCFL objects: prints, as JSON, what is wrong and what it warns of, by folder.

Run by another Python: `objects.py FOLDER …`.
"""

import json
import sys
from unittest.mock import Mock

# ocfl asks for them when it is imported, for storage that is not used here; the environment is without them.
sys.modules.update(pairtree=Mock(), s3fs=Mock())

from ocfl.validator import Validator  # noqa: E402


def faults(folder: str) -> list[str]:
    """What is wrong with an object, warnings included."""
    validator = Validator(log_warnings=True)
    validator.validate_object(folder)
    return list(validator.log.messages)


json.dump({folder: faults(folder) for folder in sys.argv[1:]}, sys.stdout)

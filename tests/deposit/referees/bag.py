"""Ask bagit whether folders are bags, complete and unchanged: prints, as JSON, what is wrong, by folder.

Run by another Python: `bag.py FOLDER …`.
"""

import json
import sys

import bagit


def faults(folder: str) -> list[str]:
    """What is wrong with a bag, file by file where it says so."""
    try:
        bagit.Bag(folder).validate()
    except bagit.BagValidationError as error:
        return [*map(str, error.details)] or [str(error)]
    except bagit.BagError as error:
        return [str(error)]
    return []


json.dump({folder: faults(folder) for folder in sys.argv[1:]}, sys.stdout)

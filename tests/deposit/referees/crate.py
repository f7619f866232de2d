"""Ask roc-validator whether folders are RO-Crates: prints, as JSON, by folder and level of the rules, what breaks which.

The rules are those of the version whose context is given; nothing is fetched. Run by another Python:
`crate.py CONTEXT FOLDER …`.
"""

import json
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.processor import SPARQLProcessor
from requests import Response
from rocrate_validator import services
from rocrate_validator.models import Severity, ValidationSettings
from rocrate_validator.utils.http import HttpRequester

CONTEXT = Path(sys.argv[1]).read_bytes()
ADDRESS = json.loads(CONTEXT)["@id"]
VERSION = ADDRESS.removesuffix("/context").rpartition("/")[2]


def answer(_: HttpRequester, address: str, **__: object) -> Response:
    """What the network would answer if it had the context and nothing else."""
    response = Response()
    response.status_code, response._content = (200, CONTEXT) if address == ADDRESS else (404, b"")
    response.headers["Content-Type"] = "application/ld+json"
    return response


@cache
def prepared(query: str, prefixes: frozenset[tuple[str, str]]) -> Any:
    """A query, parsed once."""
    return prepareQuery(query, dict(prefixes))


def evaluate(judge: Any, query: str, bindings: Any, prefixes: Any) -> Any:
    """Evaluate a query as rdflib does, but parse it once: rdflib does so for each entity, three quarters of all the time."""
    return EVALUATE(judge, prepared(query, frozenset(prefixes.items())), bindings, prefixes)


EVALUATE = SPARQLProcessor.query


def faults(folder: str, cache_path: str) -> dict[str, dict[str, list[str]]]:
    """Level of a rule → its name → the entities that break it, or what was said where none is named."""
    settings = ValidationSettings(
        rocrate_uri=folder,
        profile_identifier=f"ro-crate-{VERSION}",
        requirement_severity=Severity.RECOMMENDED,
        offline=True,
        cache_path=cache_path,
    )
    broken: dict[str, dict[str, list[str]]] = {"REQUIRED": {}, "RECOMMENDED": {}}
    for issue in services.validate(settings).get_issues():
        entities = broken[issue.severity.name].setdefault(issue.check.name, [])
        entities.append(issue.violatingEntity or issue.message)
    return broken


with (
    TemporaryDirectory() as temporary,
    patch.object(HttpRequester, "get", answer, create=True),
    patch.object(SPARQLProcessor, "query", evaluate),
):
    told = {folder: faults(folder, f"{temporary}/cache") for folder in sys.argv[2:]}
json.dump(told, sys.stdout)

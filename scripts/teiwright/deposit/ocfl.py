"""OCFL 1.1 (Oxford Common File Layout): the versions of an edition side by side, each complete, no file kept twice.

An object is a folder with an inventory: of every version, which path had which digest, and where the bytes of each digest
lie. A new version adds what is new, and a new inventory; nothing that is there is changed but the inventory at the top.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha512
from typing import Any, cast
from uuid import NAMESPACE_URL, uuid5

from teiwright.deposit.bag import PAYLOAD, Package
from teiwright.deposit.record import Record
from teiwright.findings import Finding, Refused

INVENTORY = "inventory.json"
_DECLARATION = "0=ocfl_object_1.1"
_TYPE = "https://ocfl.io/1.1/spec/#inventory"
_DIGEST = "sha512"

Inventory = dict[str, Any]


def next_version(package: Package, record: Record, inventory: bytes | None, folder: str) -> Mapping[str, bytes]:
    """The files to be written into an object, by path in it, in an order in which a reader is never led astray.

    inventory: the one at the top of the object, None for a new object; folder: its name, for findings. There is nothing to
    write where the newest version is this one already. Raises Refused (B004) when the inventory is none, or when this
    version of the edition is there with other files: a version, once given, is not changed.
    """
    known = _read(inventory, folder) if inventory is not None else None
    payload = {path.removeprefix(PAYLOAD): data for path, data in package.files.items() if path.startswith(PAYLOAD)}
    digests = {path: sha512(data).hexdigest() for path, data in payload.items()}
    state: dict[str, list[str]] = {}
    for path, digest in digests.items():
        state.setdefault(digest, []).append(path)
    if known and _is_there(known, package, state, folder):
        return {}
    number = len(known["versions"]) + 1 if known else 1
    version, manifest = f"v{number}", dict(known["manifest"]) if known else {}
    fresh = {digest: paths[0] for digest, paths in state.items() if digest not in manifest}
    manifest |= {digest: [f"{version}/content/{path}"] for digest, path in fresh.items()}
    made: Inventory = {
        "id": known["id"] if known else _identifier(record),
        "type": _TYPE,
        "digestAlgorithm": _DIGEST,
        "head": version,
        "manifest": dict(sorted(manifest.items())),
        "versions": {**(known["versions"] if known else {}), version: _version(record, package, state)},
    }
    data = (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    sidecar = f"{sha512(data).hexdigest()} {INVENTORY}\n".encode()
    files = {} if known else {_DECLARATION: b"ocfl_object_1.1\n"}
    files |= {f"{version}/content/{path}": payload[path] for path in fresh.values()}
    for place in (f"{version}/", ""):
        files |= {f"{place}{INVENTORY}": data, f"{place}{INVENTORY}.{_DIGEST}": sidecar}
    return files


def _read(inventory: bytes, folder: str) -> Inventory:
    try:
        known = cast(Inventory, json.loads(inventory))
        sound = (
            known["type"] == _TYPE and known["digestAlgorithm"] == _DIGEST and list(known["versions"])[-1] == known["head"]
        )
    except (ValueError, TypeError, KeyError, IndexError):
        sound = False
    if not sound:
        help_ = "give a new folder, or an object of OCFL 1.1 with SHA-512 that this program began"
        raise Refused(Finding("B004", "the inventory is not one that can be continued", help_, f"{folder}/{INVENTORY}"))
    return known


def _is_there(known: Inventory, package: Package, state: Mapping[str, Sequence[str]], folder: str) -> bool:
    """Whether the newest version is this one."""
    there = {digest: sorted(paths) for digest, paths in known["versions"][known["head"]]["state"].items()}
    if there == {digest: sorted(paths) for digest, paths in state.items()}:
        return True
    if any(version.get("message", "").startswith(f"{package.label}: ") for version in known["versions"].values()):
        help_ = "release the edition as a new version: teiwright release EDITION VERSION --note …"
        raise Refused(Finding("B004", f"{package.label} is in it already, with other files", help_, folder))
    return False


def _version(record: Record, package: Package, state: Mapping[str, Sequence[str]]) -> Inventory:
    changes = [change.what for change in record.changes if change.version == record.version]
    maker = next((agent.name for agent in record.editors), record.publisher)
    return {
        "created": f"{record.released}T00:00:00Z",
        "message": f"{package.label}: {' '.join(changes) or 'no note on this version'}",
        "user": {"name": maker},
        "state": {digest: sorted(paths) for digest, paths in sorted(state.items())},
    }


def _identifier(record: Record) -> str:
    """An identifier that stays the same through all versions: a UUID of the publisher's and the edition's name."""
    return uuid5(NAMESPACE_URL, f"{record.publisher}/{record.name}").urn

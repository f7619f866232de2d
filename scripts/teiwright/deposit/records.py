"""The records of an edition for catalogues and repositories: each in the form of its own field, all from one record."""

from __future__ import annotations

from collections.abc import Sequence

from teiwright.deposit.citation import citation_cff, zenodo_json
from teiwright.deposit.datacite import datacite_json, datacite_xml
from teiwright.deposit.item import Item, Role
from teiwright.deposit.olac import cmdi, olac
from teiwright.deposit.record import Record


def records(record: Record, items: Sequence[Item]) -> tuple[Item, ...]:
    """The records, in the order in which they are listed; items: the files that they are about, for formats and sizes."""
    made_from = tuple(one.path for one in items if one.role is Role.EDITION)
    forms = (
        ("CITATION.cff", Role.GUIDE, "how to cite the edition, in the Citation File Format", citation_cff(record)),
        (".zenodo.json", Role.METADATA, "what Zenodo asks for when the package is deposited there", zenodo_json(record)),
        ("metadata/datacite.xml", Role.METADATA, "the metadata of a DOI, DataCite 4.7", datacite_xml(record, items)),
        ("metadata/datacite.json", Role.METADATA, "the same, for DataCite’s REST interface", datacite_json(record, items)),
        ("metadata/olac.xml", Role.METADATA, "a record for archives of languages, OLAC 1.1", olac(record)),
        ("metadata/cmdi.xml", Role.METADATA, "a record for CLARIN, CMDI 1.2, profile OLAC-DcmiTerms", cmdi(record, items)),
    )
    return tuple(Item(path, data, role, title, made_from) for path, role, title, data in forms)

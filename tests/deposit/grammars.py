"""The W3C Schemas that records are judged by. They are not kept here: .ci/run takes them out of packages that carry them."""

from pathlib import Path
from typing import Any

from lxml import etree

XSD = {
    "http://datacite.org/schema/kernel-4": "validator/schema/metadata.xsd",
    "http://www.loc.gov/METS/": "educelab/mets/schemas/mets-1.12.1.xsd",
    "http://www.loc.gov/premis/v3": "eulxml/schema_data/premis.xsd",
    "http://www.openarchives.org/OAI/2.0/oai_dc/": "eulxml/schema_data/oai_dc.xsd",
}
"""Namespace → the schema of its elements."""

IMPORTED = {
    "http://dublincore.org/schemas/xmls/simpledc20021212.xsd": "fido/conf/dc.xsd",
    "http://www.loc.gov/standards/xlink/xlink.xsd": "eulxml/schema_data/xlink.xsd",
    "http://www.w3.org/2001/03/xml.xsd": "validator/schema/include/xml.xsd",
}
"""Address in a schema → where what it means lies."""


class Shelf(etree.Resolver):
    """Finds what schemas import, without a network."""

    def __init__(self, schemas: Path) -> None:
        super().__init__()
        self.schemas = schemas

    def resolve(self, system_url: str | None, _: str | None, context: Any) -> Any:
        """Answer an address that is known; leave the others."""
        found = IMPORTED.get(system_url or "")
        return self.resolve_filename(str(self.schemas / found), context) if found else None


def read_grammars(schemas: Path) -> dict[str, etree.XMLSchema]:
    """Namespace → its schema, out of a folder in which the packages of requirements/schemas.txt are unpacked."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Shelf(schemas))
    return {namespace: etree.XMLSchema(etree.parse(schemas / path, parser)) for namespace, path in XSD.items()}

"""Records for archives of languages: OLAC 1.1, and the same statements as CMDI 1.2 for CLARIN.

Both say what Dublin Core says, with codes for what archives of languages look for: the language in ISO 639-3, and that this
is a text in it, not a text about it. What kind of discourse the text is, nobody says, so it is not here. The profile of CMDI
is OLAC-DcmiTerms, `clarin.eu:cr1:p_1288172614026` in CLARIN's registry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.builder import ElementMaker

from teiwright.deposit.documents import document
from teiwright.deposit.identifiers import addresses, doi, other_identifiers
from teiwright.deposit.item import Item, Role
from teiwright.deposit.languages import iso_639_3
from teiwright.deposit.record import Record
from teiwright.xml import Element

DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
OLAC = "http://www.language-archives.org/OLAC/1.1/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
CMD = "http://www.clarin.eu/cmd/1"
PROFILE = "clarin.eu:cr1:p_1288172614026"
CMDP = f"{CMD}/profiles/{PROFILE}"

_OLAC_PLACES = f"{OLAC} {OLAC}olac.xsd"
_CMD_PLACES = (
    f"{CMD} https://infra.clarin.eu/CMDI/1.x/xsd/cmd-envelop.xsd "
    f"{CMDP} https://catalog.clarin.eu/ds/ComponentRegistry/rest/registry/1.x/profiles/{PROFILE}/xsd"
)
_REFINED = {"extent", "issued", "license"}
"""The terms here that are not among the fifteen elements of Dublin Core."""

_MATTER = (Role.EDITION, Role.SOURCE, Role.DERIVATIVE)
"""Which files are the resource; the others tell of it."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement: a term of Dublin Core and its words; scheme: how they are written; code: of OLAC, with its vocabulary."""

    term: str
    words: str
    scheme: str = ""
    code: tuple[str, str] | None = None


def _statements(record: Record) -> Iterator[_Statement]:
    """What is said of the edition. Authors are contributors with a role, as OLAC recommends it."""
    yield _Statement("title", record.title)
    yield from (_Statement("contributor", one.sorted, code=("role", "author")) for one in record.authors)
    yield from (_Statement("contributor", one.sorted, code=("role", "editor")) for one in record.editors)
    yield from (_Statement("subject", one) for one in record.subjects)
    yield from (_Statement("description", one) for one in record.descriptions)
    yield _Statement("publisher", record.publisher)
    yield _Statement("issued", record.released, "W3CDTF")
    yield _Statement("type", "Text", "DCMIType")
    yield _Statement("type", "", code=("linguistic-type", "primary_text"))
    yield _Statement("format", "application/tei+xml", "IMT")
    yield _Statement("extent", record.extent)
    yield from _identifiers(record)
    yield from (_Statement("source", one.citation) for one in record.witnesses)
    yield from _language(record)
    for licence in record.licences:
        yield _Statement("license", licence.licence, "URI")
        yield _Statement("rights", licence.statement)
    yield from (_Statement("rights", one.statement) for one in record.caveats)


def _identifiers(record: Record) -> Iterator[_Statement]:
    if number := doi(record):
        yield _Statement("identifier", f"https://doi.org/{number}", "URI")
    web = addresses(record)
    yield from (_Statement("identifier", one, "URI" if one in web else "") for _, one in other_identifiers(record))


def _language(record: Record) -> Iterator[_Statement]:
    """The language of the text, by its code and its name, or by the tag of the header where no code is known."""
    code = iso_639_3(record.language)
    if code:
        name = next((name for tag, name in record.languages if tag == record.language), "")
        yield _Statement("language", name, code=("language", code))
    elif record.language:
        yield _Statement("language", record.language)


def olac(record: Record) -> bytes:
    """The OLAC record."""
    makers = {
        space: ElementMaker(namespace=space, nsmap={"olac": OLAC, "dc": DC, "dcterms": DCTERMS, "xsi": XSI})
        for space in (OLAC, DC, DCTERMS)
    }
    root = makers[OLAC].olac({f"{{{XSI}}}schemaLocation": _OLAC_PLACES})
    for one in _said(record):
        marks = {}
        if one.code:
            marks = {f"{{{XSI}}}type": f"olac:{one.code[0]}", f"{{{OLAC}}}code": one.code[1]}
        elif one.scheme:
            marks = {f"{{{XSI}}}type": f"dcterms:{one.scheme}"}
        root.append(makers[DCTERMS if one.term in _REFINED else DC](one.term, *filter(None, [one.words]), marks))
    return document(root)


def _said(record: Record) -> list[_Statement]:
    return [one for one in _statements(record) if one.words or one.code]


def cmdi(record: Record, items: Sequence[Item]) -> bytes:
    """The CMDI record; it stands in a folder beside those of the items, and points to the files relative to itself."""
    cmd = ElementMaker(namespace=CMD, nsmap={"cmd": CMD, "cmdp": CMDP, "xsi": XSI})
    root = cmd.CMD(
        {"CMDVersion": "1.2", f"{{{XSI}}}schemaLocation": _CMD_PLACES},
        cmd.Header(cmd.MdCreator("teiwright"), cmd.MdCreationDate(record.released), cmd.MdProfile(PROFILE)),
        cmd.Resources(
            cmd.ResourceProxyList(*(_proxy(cmd, number, one) for number, one in enumerate(_files(items), 1))),
            cmd.JournalFileProxyList(),
            cmd.ResourceRelationList(),
        ),
        cmd.Components(_component(record)),
    )
    return document(root)


def _files(items: Sequence[Item]) -> Iterator[Item]:
    return (one for one in items if one.role in _MATTER)


def _proxy(cmd: ElementMaker, number: int, item: Item) -> Element:
    return cmd.ResourceProxy(
        cmd.ResourceType("Resource", mimetype=item.format.media_type),
        cmd.ResourceRef(f"../{item.path}"),
        id=f"file-{number}",
    )


def _component(record: Record) -> Element:
    """The statements as the profile wants them: by the alphabet, the codes in attributes."""
    maker = ElementMaker(namespace=CMDP, nsmap={"cmd": CMD, "cmdp": CMDP, "xsi": XSI})
    component = maker("OLAC-DcmiTerms")
    for one in sorted(_said(record), key=lambda one: one.term):
        marks = {}
        if one.code:
            marks = {f"olac-{one.code[0]}": one.code[1]}
        elif one.scheme:
            marks = {"dcterms-type": one.scheme}
        component.append(maker(one.term, *filter(None, [one.words]), marks))
    return component

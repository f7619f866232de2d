"""What the records of an edition say, read back by a stranger: for each form a few lines that know nothing of its making.

Each reader gives the facts that its form has room for, under names that all share; `facts` gives those of a record.
"""

import json
import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Any

from lxml import etree

from teiwright.deposit.record import Record

Facts = dict[str, Any]

DATACITE = "{http://datacite.org/schema/kernel-4}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
OLAC = "{http://www.language-archives.org/OLAC/1.1/}"
CMDP = "{http://www.clarin.eu/cmd/1/profiles/clarin.eu:cr1:p_1288172614026}"
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


def facts(record: Record) -> Facts:
    print_ = record.print
    return {
        "title": record.title,
        "creators": [one.sorted for one in record.authors or record.editors],
        "authors": [one.sorted for one in record.authors],
        "editors": [one.sorted for one in record.editors],
        "version": record.version,
        "date": record.released,
        "year": record.year,
        "publisher": record.publisher,
        "language": record.language,
        "subjects": list(record.subjects),
        "descriptions": list(record.descriptions),
        "described": list(record.descriptions or (record.title,)),
        "abstract": record.descriptions[0] if record.descriptions else None,
        "licences": [one.licence for one in record.licences],
        "spdx": [one.spdx for one in record.licences if one.spdx],
        "caveats": [one.statement for one in record.caveats],
        "statements": [one.statement for one in (*record.licences, *record.caveats)],
        "sources": [one.citation for one in record.witnesses],
        "print": print_ is not None and (print_.title or print_.citation, print_.publisher or None, print_.date[:4] or None),
    }


def datacite_xml(data: bytes) -> Facts:
    root = etree.fromstring(data)
    related = root.find("{*}relatedItems/{*}relatedItem")
    rights = root.findall("{*}rightsList/{*}rights")
    descriptions = {one.get("descriptionType"): one.text for one in reversed(root.findall(".//{*}description"))}
    return {
        "title": root.findtext("{*}titles/{*}title"),
        "creators": [one.text for one in root.iterfind("{*}creators/{*}creator/{*}creatorName")],
        "editors": [
            one.findtext("{*}contributorName") for one in root.iterfind("{*}contributors/*[@contributorType='Editor']")
        ],
        "version": root.findtext("{*}version"),
        "date": root.findtext("{*}dates/{*}date[@dateType='Issued']"),
        "year": root.findtext("{*}publicationYear"),
        "publisher": root.findtext("{*}publisher"),
        "language": root.findtext("{*}language"),
        "subjects": [one.text for one in root.iterfind("{*}subjects/{*}subject")],
        "abstract": descriptions.get("Abstract"),
        "licences": [one.get("rightsURI") for one in rights if one.get("rightsURI")],
        "spdx": [one.get("rightsIdentifier") for one in rights if one.get("rightsIdentifierScheme") == "SPDX"],
        "caveats": [one.text for one in rights if not one.attrib],
        "statements": [one.text for one in rights],
        "print": related is not None
        and tuple(related.findtext(path) for path in ("{*}titles/{*}title", "{*}publisher", "{*}publicationYear")),
    }


def datacite_json(data: bytes) -> Facts:
    said = json.loads(data)
    related = next(iter(said.get("relatedItems", [])), None)
    return {
        "title": said["titles"][0]["title"],
        "creators": [one["name"] for one in said["creators"]],
        "editors": [one["name"] for one in said.get("contributors", []) if one["contributorType"] == "Editor"],
        "version": said["version"],
        "date": next(one["date"] for one in said["dates"] if one["dateType"] == "Issued"),
        "year": said["publicationYear"],
        "publisher": said["publisher"]["name"],
        "language": said["language"],
        "subjects": [one["subject"] for one in said.get("subjects", [])],
        "abstract": next(
            (one["description"] for one in said.get("descriptions", []) if one["descriptionType"] == "Abstract"), None
        ),
        "licences": [one["rightsUri"] for one in said.get("rightsList", []) if "rightsUri" in one],
        "spdx": [one["rightsIdentifier"] for one in said.get("rightsList", []) if "rightsIdentifier" in one],
        "caveats": [one["rights"] for one in said.get("rightsList", []) if set(one) == {"rights"}],
        "statements": [one["rights"] for one in said.get("rightsList", [])],
        "print": related is not None
        and (related["titles"][0]["title"], related.get("publisher"), related.get("publicationYear")),
    }


def citation_cff(data: bytes) -> Facts:
    said = yaml(data.decode())
    assert (said["cff-version"], said["type"]) == ("1.2.0", "dataset")
    licence = said.get("license", [])
    reference, cited = next(iter(said.get("references", [])), None), said["preferred-citation"]
    for name in ("title", "authors", "version", "date-released"):
        assert cited[name] == said[name]
    return {
        "title": said["title"],
        "creators": [cff_name(one) for one in said["authors"]],
        **({"editors": [cff_name(one) for one in cited["editors"]]} if "editors" in cited else {}),
        "publisher": cited["publisher"]["name"],
        "year": cited["year"],
        "version": said["version"],
        "date": said["date-released"],
        "subjects": said.get("keywords", []),
        "abstract": said.get("abstract"),
        "spdx": [licence] if isinstance(licence, str) else licence,
        "print": reference is not None
        and (reference["title"], reference.get("publisher", {}).get("name"), reference.get("year")),
    }


def cff_name(entry: Mapping[str, str]) -> str:
    return entry.get("name") or ", ".join(entry[key] for key in ("family-names", "given-names") if key in entry)


def zenodo_json(data: bytes) -> Facts:
    said = json.loads(data)
    licence = said.get("license")
    return {
        "title": said["title"],
        "creators": [one["name"] for one in said["creators"]],
        "editors": [one["name"] for one in said.get("contributors", []) if one["type"] == "Editor"],
        "version": said["version"],
        "date": said["publication_date"],
        "subjects": said.get("keywords", []),
        "described": paragraphs(said["description"]),
        "statements": paragraphs(said.get("notes", "")),
        "spdx": [licence] if licence else [],
    }


def paragraphs(html: str) -> list[str]:
    """The words of paragraphs, where there is nothing else: no other element, and no sign that could begin one."""
    assert re.fullmatch(r"(<p>[^<>]*</p>)*", html)
    return [unescape(one) for one in re.findall(r"<p>(.*?)</p>", html)]


def olac(data: bytes) -> Facts:
    root = etree.fromstring(data)
    assert root.tag == f"{OLAC}olac"
    return {
        **common(root, DC, DCTERMS),
        "authors": [one.text for one in root.iterfind(f"{DC}contributor[@{OLAC}code='author']")],
        "editors": [one.text for one in root.iterfind(f"{DC}contributor[@{OLAC}code='editor']")],
    }


def cmdi(data: bytes) -> Facts:
    (component,) = etree.fromstring(data).iterfind(f".//{CMDP}OLAC-DcmiTerms")
    return {
        **common(component, CMDP, CMDP),
        "authors": [one.text for one in component.iterfind(f"{CMDP}contributor[@olac-role='author']")],
        "editors": [one.text for one in component.iterfind(f"{CMDP}contributor[@olac-role='editor']")],
    }


def common(root: etree._Element, simple: str, refined: str) -> Facts:
    """What OLAC and CMDI say in the same terms."""
    lists = {
        term: [one.text for one in root.iterfind(f"{simple}{term}")]
        for term in ("subject", "description", "rights", "source")
    }
    return {
        "title": root.findtext(f"{simple}title"),
        "date": root.findtext(f"{refined}issued"),
        "publisher": root.findtext(f"{simple}publisher"),
        "subjects": lists["subject"],
        "descriptions": lists["description"],
        "statements": lists["rights"],
        "sources": lists["source"],
        "licences": [one.text for one in root.iterfind(f"{refined}license")],
    }


READERS: dict[str, Callable[[bytes], Facts]] = {
    "CITATION.cff": citation_cff,
    ".zenodo.json": zenodo_json,
    "metadata/datacite.xml": datacite_xml,
    "metadata/datacite.json": datacite_json,
    "metadata/olac.xml": olac,
    "metadata/cmdi.xml": cmdi,
}

# What every reader of YAML takes as a sign: YAML 1.1, section 5.1, without the signs that it reads as the end of a line.
PRINTABLE = re.compile("[\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")


def yaml(text: str) -> Any:
    """Block YAML of mappings, lists and JSON strings; anything else is refused."""
    assert PRINTABLE.fullmatch(text)
    assert text.endswith("\n")
    lines = text.split("\n")[:-1]
    value, rest = block(lines, 0)
    assert not rest
    return value


def block(lines: list[str], depth: int) -> tuple[Any, list[str]]:
    """The mapping or list that begins at this depth, and the lines after it."""
    made: Any = [] if lines[0][depth:].startswith("- ") else {}
    while lines and len(lines[0]) - len(lines[0].lstrip(" ")) == depth:
        line, lines = lines[0][depth:], lines[1:]
        if isinstance(made, list):
            assert line.startswith("- ")
            if line.startswith('- "'):
                made.append(json.loads(line[2:]))
            else:
                one, lines = block([" " * (depth + 2) + line[2:], *lines], depth + 2)
                made.append(one)
            continue
        key, _, value = line.partition(":")
        assert re.fullmatch("[a-z-]+", key)
        assert key not in made
        if value:
            assert value.startswith(' "')
            made[key] = json.loads(value[1:])
        else:
            made[key], lines = block(lines, depth + 2)
    return made, lines

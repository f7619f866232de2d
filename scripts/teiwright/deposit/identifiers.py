"""What kind of identifier an address is: a DOI, or one of those that libraries and researchers give to names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from teiwright.deposit.record import Agent, Record

# The characters that Crossref counts on in a DOI. One that has others stays what the header calls it.
_DOI = re.compile(r"(https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}(?:\.\d+)?/[-._;()/:a-z0-9]+)", re.IGNORECASE)

# What may be shown as an identifier: addresses that only lead somewhere, and words. Where a record is shown as a web page,
# an address of another kind could do something.
_HARMLESS = re.compile(r"(?:https?://|urn:|hdl:|ark:|info:)\S+|[^:]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A register of names, as DataCite calls it: its name, its address, how the addresses of its entries look and begin."""

    name: str
    address: str
    entries: str
    entry: str


_SCHEMES = (
    Scheme("ORCID", "https://orcid.org/", r"https?://orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", "https://orcid.org/"),
    Scheme("ISNI", "https://isni.org/", r"https?://(?:www\.)?isni\.org/(?:isni/)?(\d{15}[\dX])", "https://isni.org/isni/"),
    Scheme("VIAF", "https://viaf.org/", r"https?://(?:www\.)?viaf\.org/viaf/(\d+)/?", "https://viaf.org/viaf/"),
    Scheme("GND", "https://d-nb.info/gnd/", r"https?://d-nb\.info/gnd/([\dX-]+)", "https://d-nb.info/gnd/"),
    Scheme(
        "Wikidata",
        "https://www.wikidata.org/",
        r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q\d+)",
        "https://www.wikidata.org/wiki/",
    ),
    Scheme("ROR", "https://ror.org/", r"https?://ror\.org/(0[a-z0-9]{8})", "https://ror.org/"),
)


def address_in(register: str, number: str) -> str:
    """Where a number of a register leads, such as Q1394 of Wikidata; empty for a register or a number that is none."""
    found = next((scheme for scheme in _SCHEMES if scheme.name.lower() == register.lower()), None)
    address = f"{found.entry}{number}" if found else ""
    return address if scheme_of(address) else ""


def scheme_of(address: str) -> Scheme | None:
    """The register that an address leads to; None for any other address."""
    return next((scheme for scheme in _SCHEMES if re.fullmatch(scheme.entries, address)), None)


def number_in(agent: Agent, name: str) -> str:
    """The number that somebody has in a register, such as ORCID; empty for none."""
    entries = next(scheme.entries for scheme in _SCHEMES if scheme.name == name)
    found = (re.fullmatch(entries, address) for address in agent.identifiers)
    return next((match[1] for match in found if match), "")


def doi_of(text: str, kind: str = "") -> str:
    """The DOI that an identifier is, without prefix; empty for any other. kind: what its type says."""
    found = _DOI.fullmatch(text)
    return found[2] if found and (found[1] or kind.lower() == "doi") else ""


def doi(record: Record) -> str:
    """The DOI of the edition, where its header has one already: as a rule a repository gives it."""
    return next(filter(None, (doi_of(text, kind) for kind, text in record.identifiers)), "")


def other_identifiers(record: Record) -> tuple[tuple[str, str], ...]:
    """The identifiers of the edition other than a DOI, each with its type: those that are harmless where they are shown."""
    return tuple((kind, text) for kind, text in record.identifiers if not doi_of(text, kind) and _HARMLESS.fullmatch(text))


def addresses(record: Record) -> tuple[str, ...]:
    """Where the edition is to be found, as far as the header tells with addresses of the web."""
    return tuple(text for _, text in other_identifiers(record) if re.match("https?://", text))

"""Attributions: who says what is quoted, and what it is quoted from."""

from teiwright.model.claim import Kind

Case = dict[str, str]


def test_attributions(case: Case, read) -> None:
    reading, _ = read(f"1\n{case['text']}\n2\nAnd so on.\n")
    found = [f"{c.get('who')}/{c.get('source')}" for c in reading.of(Kind.ATTRIBUTION)]
    assert found == case["attributions"].split()


def test_a_note_that_cites_a_work_is_the_source(read) -> None:
    reading, _ = read("1\nShe saw “the lamp of the harbour town”1 then.\n1 A. Marr, Papers, p. 4.\n2\nAnd so on.\n")
    (claim,) = reading.of(Kind.ATTRIBUTION)
    (citation,) = reading.of(Kind.CITATION)
    assert (claim["source"], claim["cited"]) == ("letters", f"{citation.start}-{citation.end}")


def test_an_extract_is_by_whoever_announces_it(read) -> None:
    source = (
        "1\nIn the spring of that year when the frost was gone at last Marr wrote:\n"
        "We all stood on the bank in the rain and nobody said\na word until the wedge was out.1\n"
        "The second arch took less time than the first one, because the men had learned.\n"
        "1 The letter is in private hands.\n2\nAnd so on.\n"
    )
    reading, _ = read(source)
    assert len(reading.of(Kind.BLOCK_QUOTATION)) == 1
    assert [claim["who"] for claim in reading.of(Kind.ATTRIBUTION)] == ["marr"]

"""Many papers of one kind in one file."""

import io

import pytest
from pypdf import PdfReader

from jornal.papers.render import CannotDraw
from jornal.papers.together import KINDS, alone, together
from papers.reading import words
from papers.samples import run

PAID = ("K7-0412-M", "K7-0588-R", "K7-0611-T")


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize(("kind", "each"), [("slips", 2), ("tallies", 1), ("hours", 1)])
def test_everybody_who_has_a_slip_has_pages_of_her_own(kind, each):
    found = run("cusco")
    pdf, faults = together(found, kind, found["workers"])
    read = pages(pdf)
    assert (len(read), faults) == (each * len(PAID), [])
    assert [code in read[each * at] for at, code in enumerate(PAID)] == [True] * len(PAID)


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_says_the_same_alone_as_among_others(kind):
    found = run("cusco")
    first = found["workers"][0]
    whole = together(found, kind, [first])[0]
    assert words(alone(found, kind, first)) == words(whole)


def test_each_slip_speaks_her_own_language():
    found = run("cusco")
    for worker, language in zip(found["workers"], ("es", "th", "da"), strict=False):
        worker["language"] = language
    read = pages(together(found, "slips", found["workers"])[0])
    assert ("Boleta de pago" in read[0], "Lønseddel" in read[4]) == (True, True)
    assert any("\u0e01" <= letter <= "\u0e5b" for letter in read[2])


def test_a_name_that_cannot_be_drawn_costs_nobody_else_her_paper():
    found = run("cusco")
    found["workers"][0]["name"] = "ليلى"
    pdf, faults = together(found, "tallies", found["workers"])
    assert (len(pages(pdf)), [fault["worker"] for fault in faults]) == (2, [PAID[0]])
    with pytest.raises(CannotDraw):
        alone(found, "tallies", found["workers"][0])


def test_where_nobody_has_a_slip_there_is_no_file():
    found = run("cusco")
    assert together(found, "slips", [one for one in found["workers"] if one["code"] not in PAID]) == (b"", [])

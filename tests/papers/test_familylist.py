"""The cash list of families."""

from datetime import date

from jornal.papers import familylist
from jornal.papers.familylist import ByHand
from jornal.papers.heads import issue
from papers.reading import words
from papers.samples import run

DUE = date(2026, 11, 7)
SUMS = [ByHand("Q01", "Rosa Ñahui", "Q01-1", "María Ñahui", 24_000), ByHand("Q02", "", "Q02-1", "", 100)]


def test_each_sum_stands_with_who_fetches_it_and_from_whom_it_is():
    told = familylist.says(issue(run("cusco"), "es"), SUMS, DUE)
    assert told["rows"] == [["María Ñahui", "de Rosa Ñahui", "240.00"], ["Q02-1", "de Q02", "1.00"]]
    assert told["total"] == ["En conjunto", "241.00"]


def test_it_is_drawn_with_a_place_for_each_signature():
    text = words(familylist.familylist(issue(run("cusco"), "es"), SUMS, DUE))
    assert "Firma o huella" in text
    assert "María Ñahui" in text


def test_a_name_that_no_font_draws_is_its_code():
    assert familylist.drawn("安", "Q01-1") == "Q01-1"

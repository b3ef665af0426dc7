"""The cash list."""

from datetime import date

from jornal.papers import cashlist
from jornal.papers.heads import issue
from papers.reading import words
from papers.samples import run

DUE = date(2026, 11, 7)
SUMS = {"K7-0412-M": 41_190, "K7-0611-T": 100, "K7-0702-A": 0}


def test_it_holds_whoever_is_still_to_be_paid_and_the_sum_of_just_those():
    told = cashlist.says(issue(run("cusco"), "es"), SUMS, DUE)
    assert [row[1:] for row in told["rows"]] == [["K7-0412-M", "411.90"], ["K7-0611-T", "1.00"]]
    assert told["total"] == ["En conjunto", "412.90"]
    assert (told["lead"].replace("\u00a0", " "), told["due"]) == (
        "2 personas · S/ 412.90",
        "Vence el 7 de noviembre de 2026",
    )


def test_it_is_drawn_with_a_place_for_each_signature():
    text = words(cashlist.cashlist(issue(run("cusco"), "es"), SUMS, DUE))
    assert "Lista de efectivo" in text
    assert "Firma o huella" in text
    assert "Rosa Ñahui Quispe" in text


def test_where_nobody_is_to_be_paid_it_is_empty_and_says_so():
    told = cashlist.says(issue(run("cusco"), "en"), {}, DUE)
    assert (told["rows"], told["lead"].replace("\u00a0", " ")) == ([], "0 people · S/ 0.00")

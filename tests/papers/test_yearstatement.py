"""What the statement of a year says, in four languages."""

from datetime import date

import pytest

from funded import began, case, recorded, sales
from jornal.actions.yearlines import SOLD
from jornal.actions.yearstatement import statement
from jornal.facts.funding import HEADS as SPENT_ON
from jornal.facts.funding import PURPOSES
from jornal.papers.moneysheet import sheet, text
from jornal.papers.yearstatement import HEADS, called, of_year, promise_line, told
from jornal.rules.year import Figure
from jornal.units.parts import Several
from jornal.units.said import Said
from jornal.words.catalogue import LANGUAGES, Words
from papers.reading import words


@pytest.fixture
def made(sqlite):
    began()
    told = case("knitters")
    recorded(told, told["day"])
    return statement(2026, told["day"], sales(told))


def test_every_head_and_purpose_has_its_words():
    assert {*SPENT_ON, *PURPOSES} <= set(HEADS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_drawn_in_every_language(made, language: str):
    found = words(sheet(of_year(made, Words(language), rules=True)))
    assert "490" in found
    assert " c-1" in found


def test_the_promise_is_one_line_that_anybody_may_read(made):
    line = promise_line(made, Words("en")).replace("\u00a0", " ")
    assert line == (
        "50% of the profit of 2026 goes back: S/ 745.00 is due, S/ 600.00 is set aside, S/ 0.00 was spent."
    )


def test_where_nothing_was_promised_the_line_says_so(sqlite):
    began()
    made = statement(2026, date(2026, 11, 13), [])
    assert promise_line(made, Words("en")) == "No share of the profit was promised."
    assert "So far, until 13 November 2026" in text(of_year(made, Words("en")))


def test_a_rate_is_named_with_its_day_and_its_source(sqlite):
    began()
    told = case("twocountries")
    recorded(told, told["day"])
    found = text(of_year(statement(2025, told["day"], sales(told)), Words("en"))).replace("\u00a0", " ")
    assert "By the rate of 31 Dec 2025: 1 DKK was 0.5 PEN" in found
    assert "A bank's list of that day" in found


def test_a_reader_of_spanish_meets_no_english_in_channels_sites_months_and_rates():
    spanish = Words("es")
    sold = Figure("income", "sales", "wholesale", 100, "PEN", SOLD, ("sales wholesale 2026-11",), ())
    paid = Figure("wages", "gross", "cusco", 100, "PEN", "", (), ())
    assert called(sold, spanish, {}) == "Ventas: Mayoreo"
    assert called(paid, spanish, {"cusco": "Workshop in Cusco"}) == "Salarios: Taller en Cusco"
    says = Said(
        "{site}: no pay is issued for {months}; those wages are not known.",
        site=Several(["Workshop in Cusco"], 8), months=Several(["2026-01", "2026-02"], 8),
    )  # fmt: skip
    assert told(says, spanish).startswith("Taller en Cusco: ")
    assert "enero de 2026, febrero de 2026" in told(says, spanish)

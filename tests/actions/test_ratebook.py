"""Rates beside their floors, with what comes next and for how many they count."""

from datetime import date
from fractions import Fraction

import pytest

import payroll
from crew import do
from jornal.actions.ratebook import effects, rates_on
from jornal.actions.rates import NewRate
from offices import office

TODAY = date(2026, 10, 31)
HOURLY, PIECE = "cusco-hourly", "cusco-piece"


@pytest.fixture
def book(sqlite, tmp_path):
    """A function that gives the rates of a day by contract and what they are for."""
    payroll.begun(tmp_path)

    def of(day=TODAY):
        found = {one.contract.id: one for one in rates_on("cusco", day)}
        return {(name, *rate.of): rate for name, one in found.items() for rate in one.rates}

    return of


def test_a_rate_of_a_contract_stands_beside_its_floor_with_those_whom_it_pays(book):
    maker = book()[HOURLY, "hour", "", "maker"]
    # October 2026 has 22 planned days of five hours: 1130.00 / 110.
    assert (maker.now.amount, maker.floor, maker.workers, maker.holds) == (
        1180,
        Fraction(113000, 110),
        1,
        True,
    )


def test_the_floor_of_a_piece_is_its_measured_minutes_at_the_floor(book):
    hat = book()[PIECE, "piece", "hat", ""]
    assert (hat.floor, hat.holds, hat.workers) == (Fraction(113000, 110) * Fraction(55, 60), True, 1)


def test_a_rate_to_come_is_told_with_the_day_it_was_announced(book):
    rise = {
        "per": "hour",
        "grade": "maker",
        "since": "2026-12-01",
        "amount": "12.00",
        "announced_on": "2026-10-30",
    }
    do(office("hq_operations", "H1", day=TODAY), "set-rate", {**rise, "source": "letter"})
    maker = book()[HOURLY, "hour", "", "maker"]
    assert (maker.now.amount, maker.next.since, maker.next.amount) == (1180, date(2026, 12, 1), 1200)
    assert (maker.next.announced_on, maker.next.source) == (date(2026, 10, 30), "letter")
    assert [step.amount for step in maker.steps] == [1140, 1180, 1200]


def test_a_piece_without_a_measured_time_has_no_floor_and_an_unknown_amount_holds_nothing(book):
    sets = [("gloves", "4.00"), ("socks", "unknown")]
    rows = [
        {"per": "piece", "operation": name, "since": "2026-10-01", "amount": amount} for name, amount in sets
    ]
    do(office("hq_operations", "H1", day=TODAY), "set-rate", *rows)
    found = book()
    gloves, socks = found[PIECE, "piece", "gloves", ""], found[PIECE, "piece", "socks", ""]
    assert (gloves.floor, gloves.holds, socks.now.amount, socks.holds) == (None, None, None, None)
    assert (HOURLY, "piece", "gloves", "") not in found


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (
            {"per": "hour", "grade": "maker", "amount": "12.00"},
            [(HOURLY, 1, 1180, 1200)],
        ),
        ({"per": "piece", "operation": "scarf", "amount": "13.00"}, [(PIECE, 1, 1250, 1300)]),
        ({"per": "piece", "operation": "new", "amount": "unknown"}, [(PIECE, 0, None, None)]),
    ],
    ids=["a rise by the hour", "a rise by the piece", "a new piece without an amount"],
)  # fmt: skip
def test_a_new_rate_tells_whom_it_touches_and_what_was_before(book, row, wanted):
    assert book()
    found = effects("cusco", NewRate(since=date(2026, 10, 1), **row), TODAY)
    assert [(one.contract.id, one.workers, one.before, one.after) for one in found] == wanted


def test_a_card_stands_under_a_training_contract_only_where_it_pays_somebody(sqlite, tmp_path):
    people = {"Q01": ("cusco-training", "maker")}
    payroll.begun(tmp_path, people)
    rates = [
        {"per": "hour", "grade": grade, "since": "2026-10-01", "amount": "13"}
        for grade in ("maker", "senior")
    ]
    do(office("hq_operations", "H1", day=TODAY), "set-rate", *rates)
    training = next(one for one in rates_on("cusco", TODAY) if one.contract.id == "cusco-training")
    assert [(one.of, one.workers) for one in training.rates] == [(("hour", "", "maker"), 1)]


@pytest.mark.usefixtures("sqlite")
def test_a_site_without_adopted_terms_has_no_rates():
    office()
    assert rates_on("cusco", TODAY) == []

"""Cards of rates as rates of the terms, and a contract's rates with the cards among them by their days."""

from datetime import date
from fractions import Fraction

import pytest

import crew
from agreement import agreement, piece
from jornal.facts.work import RateCard
from jornal.journal import place
from jornal.reads.rates import rate_cards, together
from jornal.rules.plan import laid_out
from jornal.terms.contracts import Rate
from jornal.units.periods import month


def card(since: date, amount: str, **more: object) -> RateCard:
    said = {"site": "cusco", "per": "piece", "operation": "sole", "grade": "", "layer": "contract", **more}
    return RateCard(since=since, amount=amount, **said)


def spans(rates: tuple[Rate, ...]) -> list[tuple[str, str, str, str]]:
    """Layer, first day, last day and amount of each value."""
    return [
        (
            rate.layer,
            str(value.since),
            str(value.until or ""),
            "?" if value.amount is None else str(value.amount),
        )
        for rate in rates
        for value in rate.value
    ]


@pytest.mark.usefixtures("database")
def test_a_card_through_time_is_one_rate():
    crew.begun()
    crew.headquarters().put(
        [
            card(date(2026, 9, 1), "4.00", label="Soles", standard_minutes="12", source="card 9"),
            card(date(2026, 10, 15), "4.50", label="Soles", standard_minutes="12"),
            card(date(2026, 9, 1), "unknown", operation="heel"),
        ],
        "hq_site",
    )
    soles, heels = sorted(rate_cards("cusco"), key=lambda rate: rate.operation, reverse=True)
    assert (soles.label, soles.standard_minutes, [one.source for one in soles.value]) == (
        "Soles", Fraction(12), ["card 9", "rate card 2026-10-15"],
    )  # fmt: skip
    assert spans((soles, heels)) == [
        ("contract", "2026-09-01", "2026-10-14", "4"),
        ("contract", "2026-10-15", "", "9/2"),
        ("contract", "2026-09-01", "", "?"),
    ]


@pytest.mark.usefixtures("sqlite")
def test_a_rate_that_changes_its_layer_says_each_days_own():
    here = crew.begun()
    here.put(
        [
            card(date(2026, 9, 1), "4.00"),
            card(date(2026, 10, 1), "4.20", layer="house"),
            card(date(2026, 11, 1), "4.50"),
        ]
    )
    assert spans(rate_cards("cusco")) == [
        ("contract", "2026-09-01", "2026-09-30", "4"),
        ("house", "2026-10-01", "2026-10-31", "21/5"),
        ("contract", "2026-11-01", "", "9/2"),
    ]


@pytest.mark.usefixtures("sqlite")
def test_cards_of_other_sites_and_later_places_are_not_read():
    here = crew.begun()
    here.put([card(date(2026, 9, 1), "4.00"), card(date(2026, 9, 1), "9.00", site="lima")])
    before = {"cusco": place.found("cusco").seq}
    here.put([card(date(2026, 10, 1), "4.50")])
    assert [row[3] for row in spans(rate_cards("cusco", before))] == ["4"]


def test_a_card_in_the_middle_of_a_month_leaves_the_days_before_it_at_the_contracts_rate():
    contract = agreement(piece("sole", {"2020-01-01": "4.00"}), pays="piece").contract
    rates = together(contract.rate, [piece("sole", {"2026-10-15": "4.50"})])
    plan = laid_out(agreement(*rates, pays="piece"), month("2026-10"))
    priced = [plan.pieces["sole"][date(2026, 10, day)].text for day in (1, 14, 15, 31)]
    assert priced == ["400", "400", "450", "450"]


@pytest.mark.parametrize(
    ("agreed", "carded", "expected"),
    [
        ({"2026-01-01": "4"}, {}, {"2026-01-01": "4"}),
        ({}, {"2026-01-01": "5"}, {"2026-01-01": "5"}),
        ({"2026-01-01": "4"}, {"2026-01-01": "5"}, {"2026-01-01": "5"}),
        (
            {"2026-01-01": "4", "2026-11-01": "6"},
            {"2026-10-01": "5"},
            {"2026-01-01": "4", "2026-10-01": "5", "2026-11-01": "6"},
        ),
    ],
    ids=[
        "the contract alone",
        "the card alone",
        "the card on one day",
        "the later takes the place of the earlier",
    ],
)
def test_of_a_contract_and_its_cards_the_latest_day_counts(agreed, carded, expected):
    rates = together([piece("sole", agreed)] if agreed else [], [piece("sole", carded)] if carded else [])
    found = {str(value.since): str(value.amount) for rate in rates for value in rate.value}
    assert found == expected


def test_other_rates_stand_beside_each_other():
    rates = together([piece("sole", "4"), piece("heel", "1")], [piece("heel", {"2026-10-01": "2"})])
    assert sorted((rate.operation, len(rate.value)) for rate in rates) == [("heel", 2), ("sole", 1)]

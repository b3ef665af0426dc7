"""Rates are set from a day on, are announced before they fall, and never fall backwards."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

import crew
from crew import do
from jornal.actions.correcting import correct, take_back
from jornal.actions.rates import Lowered, OfHeadquarters, amounts_on
from jornal.actions.verb import BadRows
from jornal.facts.work import Job, RateCard
from jornal.journal.record import NotCorrectable
from jornal.reads.rates import rate_cards

SOLE = {"per": "piece", "operation": "sole", "since": "2026-09-01", "amount": "4.00"}


def amounts() -> dict[str, str | None]:
    """Of the one rate there is: amounts by first day."""
    values = [value for rate in rate_cards("cusco") for value in rate.value]
    return {str(value.since): None if value.amount is None else str(value.amount) for value in values}


@pytest.mark.usefixtures("database")
def test_headquarters_sets_rates_in_its_book_of_the_site():
    crew.begun()
    do(
        crew.headquarters(),
        "set-rate",
        SOLE,
        {"per": "hour", "grade": "maker", "since": "2026-09-01", "amount": "5.5"},
    )
    kept = RateCard.objects.order_by("per")
    assert [(one.per, one.amount, one.layer, one.book) for one in kept] == [
        ("hour", "5.5", "contract", "hq.cusco"),
        ("piece", "4.00", "contract", "hq.cusco"),
    ]


@pytest.mark.usefixtures("sqlite")
def test_a_site_sets_rates_of_the_house_alone():
    here = crew.begun()
    with pytest.raises(OfHeadquarters, match="set it as one of the house"):
        do(here, "set-rate", SOLE)
    do(here, "set-rate", {**SOLE, "layer": "house"})
    assert RateCard.objects.get().book == "cusco"


@pytest.mark.parametrize(
    ("since", "amount", "announced"),
    [
        ("2026-10-01", "4.50", ""),
        ("2026-09-15", "4.00", ""),
        ("2026-12-01", "4.50", ""),
        ("2026-12-01", "3.50", "2026-11-01"),
    ],
    ids=["a rise that reaches back", "as it was", "a rise to come", "a fall announced 30 days before"],
)
@pytest.mark.usefixtures("sqlite")
def test_a_rate_may_change_like_this(since, amount, announced):
    crew.begun()
    do(crew.headquarters(), "set-rate", SOLE)
    do(crew.headquarters(), "set-rate", {**SOLE, "since": since, "amount": amount, "announced_on": announced})
    assert amounts()[since] == str(Fraction(amount))


@pytest.mark.parametrize(
    ("since", "amount", "announced", "said"),
    [
        ("2026-10-01", "3.99", "2026-08-01", "never lowered for days already worked"),
        ("2026-10-30", "3.99", "2026-08-01", "never lowered for days already worked"),
        ("2026-10-01", "unknown", "", "never lowered for days already worked"),
        ("2026-12-01", "3.99", "2026-11-02", "announced 30 days before"),
        ("2026-12-01", "3.99", "", "announced 30 days before"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_rate_never_falls_like_this(since, amount, announced, said):
    crew.begun()
    do(crew.headquarters(), "set-rate", SOLE)
    with pytest.raises(Lowered, match=f"The rate for sole is 4 on {since}: .*{said}"):
        do(
            crew.headquarters(),
            "set-rate",
            {**SOLE, "since": since, "amount": amount, "announced_on": announced},
        )
    assert amounts() == {"2026-09-01": "4"}


@pytest.mark.usefixtures("sqlite")
def test_a_correction_is_no_way_to_lower_what_days_were_worked_at():
    crew.begun()
    hq = crew.headquarters()
    do(hq, "set-rate", SOLE)
    key = {name: SOLE.get(name, "") for name in ("per", "operation", "grade", "since")} | {"site": "cusco"}
    for amount in ("3.99", "unknown"):
        with pytest.raises(Lowered, match="never lowered for days already worked"):
            correct(hq, "rate_card", {**key, "amount": amount}, "a slip of the pen")
    with pytest.raises(NotCorrectable, match="days were worked at it"):
        take_back(hq, "rate_card", key, "a slip of the pen")
    correct(hq, "rate_card", {**key, "amount": "4.20"}, "a slip of the pen")
    correct(hq, "rate_card", {**key, "label": "Sole"}, "a slip of the pen")
    assert amounts() == {"2026-09-01": "21/5"}


@pytest.mark.usefixtures("sqlite")
def test_a_rate_set_by_mistake_today_is_taken_back_today():
    crew.begun()
    today = replace(crew.headquarters(), day=date(2026, 10, 1))
    do(today, "set-rate", SOLE, {**SOLE, "since": "2026-10-01", "amount": "450"})
    key = {"site": "cusco", "per": "piece", "operation": "sole", "grade": "", "since": "2026-10-01"}
    take_back(today, "rate_card", key, "a point was left out")
    correct(today, "rate_card", {**key, "amount": "4.50"}, "a point was left out")
    assert amounts() == {"2026-09-01": "4", "2026-10-01": "9/2"}


@pytest.mark.usefixtures("sqlite")
def test_a_card_below_the_contracts_own_rate_is_a_fall_too():
    crew.begun()
    crew.adopted()
    (held,) = amounts_on("cusco", ("hour", "", "maker"), date(2026, 10, 1))
    with pytest.raises(Lowered):
        do(
            crew.headquarters(),
            "set-rate",
            {"per": "hour", "grade": "maker", "since": "2026-10-01", "amount": "1"},
        )
    do(
        crew.headquarters(),
        "set-rate",
        {"per": "hour", "grade": "maker", "since": "2026-10-01", "amount": "12.80"},
    )
    assert (held, set(amounts_on("cusco", ("hour", "", "maker"), date(2026, 10, 1)))) == (
        Fraction("11.8"), {Fraction("12.8")},
    )  # fmt: skip


@pytest.mark.usefixtures("sqlite")
def test_a_card_that_is_sent_again_is_no_fall():
    crew.begun()
    for _ in range(2):
        do(crew.headquarters(), "set-rate", SOLE)
    assert RateCard.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({**SOLE, "operation": ""}, "a piece rate names its operation"),
        ({**SOLE, "per": "hour"}, "a piece rate names its operation"),
        ({**SOLE, "amount": "4,00"}, "not an amount"),
        ({**SOLE, "amount": "-4"}, "below zero"),
        ({**SOLE, "standard_minutes": "soon"}, "not a share"),
        ({**SOLE, "layer": "law"}, "layer"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_rate_that_cannot_be_is_refused(row, said):
    crew.begun()
    with pytest.raises(BadRows, match=said):
        do(crew.headquarters(), "set-rate", row)


@pytest.mark.usefixtures("sqlite")
def test_a_job_is_named_with_what_it_is_compared_with():
    crew.begun()
    said = {"comparator_amount": "113000", "comparator_unit": "month", "comparator_source": "survey of 2026"}
    do(crew.headquarters(), "name-job", {"job": "knitter", "label": "Knitter", "trade": "knitting", **said})
    assert (Job.objects.get().comparator_amount, Job.objects.get().book) == (113_000, "hq.cusco")

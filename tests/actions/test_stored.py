"""A worker's month kept in a run folder, and made again from it."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from agreement import agreement, credit
from cast import ANA, HALF_TO_HER_FAMILY, MOTHER, SPLIT
from jornal.actions.stored import NotARun, as_month, carry_in, carry_out, day_row, earlier, line_from, stored
from jornal.actions.tables import line_row
from jornal.rules.rows import Adjustment, Beneficiary
from tables import before, month, pay


def again(period):
    """A month written as JSON and read back."""
    worker = {"stored": stored(period), "days": [day_row(shift) for shift in period.shifts]}
    return as_month(json.loads(json.dumps(worker)), period.period)


HERS = replace(
    ANA,
    ratio_code="R1",
    balances={"reparation": None},
    requests=frozenset({"a", "b"}),
    authorised_rest_days=frozenset({date(2026, 10, 11)}),
    instructions=(
        replace(
            HALF_TO_HER_FAMILY,
            share=Fraction(1, 3),
            beneficiaries=(MOTHER, Beneficiary("b", "B", "", Fraction(2, 7))),
        ),
    ),
)
FULL = month(
    "day start end pause kind place\n2026-10-05 22:00 06:00 15 work cell\n2026-10-12 - - - sick -",
    tally="day operation good rejected_paid rejected_unpaid\n2026-10-05 sole 3 1 2",
    worker=HERS,
    adjustments=(
        Adjustment("a1", date(2026, 10, 5), "x", 100, "r", "p", "a", "repayment", "", date(2026, 10, 1)),
    ),
    given={"tax": 100, "other": None},
    carry=before(
        "day hours\n2026-09-30 5", "day operation good\n2026-09-30 sole 1", week_top_up=7, owed_back=3
    ),
)


def test_a_month_made_again_is_the_same_month():
    assert again(FULL) == FULL


def test_it_is_paid_the_same_to_the_cent():
    assert pay(SPLIT, again(FULL)).lines == pay(SPLIT, FULL).lines


def test_what_the_next_month_needs_comes_back():
    carry = pay(agreement(credit("ratio", 1, 5), *SPLIT.steps), FULL).carry
    assert carry_in(json.loads(json.dumps(carry_out(carry)))) == carry


def test_a_line_comes_back_with_its_rows():
    line = next(one for one in pay(SPLIT, FULL).lines if one.rests_on)
    found = line_from(json.loads(json.dumps(line_row(line))))
    assert (found.amount, found.rests_on, found.kind) == (line.amount, line.rests_on, line.kind)
    assert found.since == line.since is not None


def test_a_stored_month_that_was_changed_by_hand_is_refused():
    worker = {"stored": {**stored(FULL), "pieces": "many"}, "days": []}
    with pytest.raises(ValueError, match="pieces"):
        as_month(worker, FULL.period)


def run_of(folder, **other):
    table = {
        "period": {"label": "2026-09"},
        "site": {"id": "cusco"},
        "enterprise": {"id": "qori"},
        "workers": [],
        **other,
    }
    (folder / "run.json").write_text(json.dumps(table))
    return folder


def test_an_earlier_run_is_known_by_its_month(tmp_path):
    assert earlier(run_of(tmp_path), "cusco").label == "2026-09"


def test_a_run_of_another_site_is_refused(tmp_path):
    with pytest.raises(NotARun, match="is a run of cusco, not of lima"):
        earlier(run_of(tmp_path), "lima")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"period": {"label": "2026-13"}, "workers": []}'])
def test_a_folder_that_holds_no_run_is_refused(tmp_path, text):
    (tmp_path / "run.json").write_text(text)
    with pytest.raises(NotARun, match="holds no run that can be read"):
        earlier(tmp_path, "cusco")

"""What holds for every month under every agreement."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from agreement import kind
from jornal.rules.rows import WORKED_KINDS, Shift
from jornal.units.rounding import rounded
from rules.months import agreements, floors, months
from tables import each, pay, priced_again

some = settings(max_examples=80, deadline=None, derandomize=True)
PIECES = {"piece"}


def told(found):
    """Everything a month says, the rows behind a line and the faults in no order."""
    lines = [line._replace(rests_on=tuple(sorted(line.rests_on))) for line in found.lines]
    return (
        lines,
        found.totals,
        sorted(fault.stops for fault in found.faults),
        found.comparison.get("guarantee"),
    )


@some
@given(agreements(), months())
def test_the_parts_of_the_gross_sum_to_it(terms, month):
    found = pay(terms, month)
    assert found.totals["gross"] == sum(
        line.amount for part in ("earning", "top_up", "bonus") for line in each(found, part)
    )


@some
@given(agreements(), months())
def test_the_shares_sum_to_the_gross(terms, month):
    found = pay(terms, month)
    own = next(line.amount for line in each(found, "own"))
    assert own + sum(line.amount for line in each(found, "deduction")) == found.totals["gross"]


@some
@given(agreements(), months())
def test_what_she_gets_is_her_own_less_what_she_sends_and_takes_up(terms, month):
    found = pay(terms, month)
    sent = sum(line.amount for line in each(found, "instruction"))
    after = sum(line.amount for line in each(found, "in_hand"))
    assert found.totals["in_hand"] == found.totals["own"] - sent + after


@some
@given(agreements(), months())
def test_nobody_ever_gets_less_than_nothing(terms, month):
    found = pay(terms, month)
    assert min(found.totals.values()) >= 0


@some
@given(agreements(), months())
def test_no_deduction_passes_the_limits_of_the_agreement(terms, month):
    found = pay(terms, month)
    gross = found.totals["gross"]
    assert found.totals["deductions"] * 2 <= gross
    assert found.totals["own"] * 3 >= gross


@some
@given(agreements(), months())
def test_the_same_month_gives_the_same_lines_twice(terms, month):
    assert told(pay(terms, month)) == told(pay(terms, month))


@some
@given(agreements(), months(), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(terms, month, chance):
    rows = {name: list(getattr(month, name)) for name in ("shifts", "pieces")}
    for kept in rows.values():
        chance.shuffle(kept)
    mixed = replace(month, **{name: tuple(kept) for name, kept in rows.items()})
    assert told(pay(terms, mixed)) == told(pay(terms, month))


@some
@given(months(), st.data())
def test_a_stricter_floor_never_lowers_pay(month, data):
    lower = data.draw(floors())
    raised = replace(lower.value[0], amount=lower.value[0].amount + data.draw(st.integers(1, 50)))
    terms = data.draw(agreements(lower, deductions=False))
    stricter = replace(terms, every_floor={"least": (replace(lower, value=(raised,)),)})
    assert pay(stricter, month).totals["gross"] >= pay(terms, month).totals["gross"]


@some
@given(agreements(), months())
def test_a_floor_never_lowers_pay(terms, month):
    bare = replace(terms, contract=replace(terms.contract, floor=()), every_floor={})
    assert pay(terms, month).totals["gross"] >= pay(bare, month).totals["gross"]


@some
@given(agreements(), months(), st.integers(1, 300))
def test_adding_unpaid_minutes_to_a_day_never_raises_the_effective_hourly_pay(terms, month, minutes):
    terms = replace(terms, contract=replace(terms.contract, kind=(kind("cleaning", "nothing"),)))
    days = [one.day for one in month.shifts if one.kind in WORKED_KINDS]
    more = tuple(Shift("unpaid", day, minutes, "cleaning") for day in days[:1])
    before, after = pay(terms, month), pay(terms, replace(month, shifts=(*month.shifts, *more)))
    assert effective(after) <= effective(before)


def effective(found):
    """What an hour of hers brought."""
    minutes = found.comparison["minutes"]
    return Fraction(found.comparison["base"] * 60, minutes) if minutes else Fraction(0)


@some
@given(agreements(), months())
def test_every_earning_can_be_priced_again_from_its_own_line(terms, month):
    found = pay(terms, month)
    assert all(abs(priced_again(line) - line.amount) <= 1 for line in each(found, "earning"))


@some
@given(agreements(), months())
def test_the_heads_of_each_earning_sum_to_its_exact_total_rounded_once(terms, month):
    heads = list(each(pay(terms, month), "earning"))
    on_pieces = PIECES | ({"rest_pay"} if terms.contract.pays == "piece" else set())
    for of in (True, False):
        one = [line for line in heads if (line.kind in on_pieces) == of]
        assert sum(line.amount for line in one) == rounded(sum(map(priced_again, one), Fraction(0)))


@some
@given(agreements(), months())
def test_the_quantity_of_a_line_is_that_of_the_rows_it_rests_on(terms, month):
    found = pay(terms, month)
    minutes = {shift.id: shift.minutes for shift in month.shifts}
    pieces = {row.id: row.good + row.rejected_paid for row in month.pieces}
    for line in each(found, "earning"):
        if line.kind == "piece":
            assert line.quantity == sum(pieces[row] for row in line.rests_on)
        elif line.kind == "hourly" or line.rule.startswith("kind:"):
            assert line.quantity == sum(minutes[row] for row in line.rests_on)


@some
@given(agreements(), months())
def test_every_worked_minute_is_paid_somewhere_or_named(terms, month):
    found = pay(terms, month)
    paid = {row for line in each(found, "earning") for row in line.rests_on} | {
        fault.row for fault in found.faults
    }
    by_pieces = terms.contract.pays == "piece"
    unpaid = {rule.kind for rule in terms.contract.kind if rule.of == "nothing"} | (
        {"work"} if by_pieces else set()
    )
    stopped = {fault.stops.partition(":")[2] for fault in found.faults}
    worked = {one.id for one in month.shifts if one.kind in WORKED_KINDS - unpaid - stopped}
    assert worked <= paid


@some
@given(agreements(), months())
def test_a_top_up_is_the_floor_less_what_stood_against_it(terms, month):
    for line in each(pay(terms, month), "top_up"):
        facts = dict(line.facts)
        assert line.amount == rounded(Fraction(facts["floor"]) - Fraction(facts["base"]))

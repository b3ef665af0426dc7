"""Months as they may fall, for the properties: any rows under any agreement, drawn by chance."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from agreement import (
    FIVE_HOURS_FIVE_DAYS,
    agreement,
    bonus,
    falls,
    floor,
    hers,
    holiday,
    kind,
    night,
    overtime,
    piece,
    premium,
    rate,
    rest_pay,
    step,
)
from cast import ANA, HALF_TO_HER_FAMILY, MOTHER, SON
from jornal.rules.rows import Adjustment, Carry, Month, Piece, Shift
from tables import span

FIRST = date(2026, 9, 28)
KINDS = ("work", "work", "work", "training", "waiting", "cleaning", "sick", "lockdown", "visit")
AGREED = date(2026, 10, 1)

money = st.integers(1, 3000).map(lambda cents: f"{cents // 100}.{cents % 100:02}")
shares = st.sampled_from(["10 %", "20 %", "1/3", "12.5 %", "7 %"])


@st.composite
def shifts(draw, first=0, last=33):
    """Rows of a few days: hours alone, or from-to with a break, some over midnight."""
    found = []
    for at, day in enumerate(draw(st.lists(st.integers(first, last), max_size=8, unique=True))):
        minutes = draw(st.integers(1, 720))
        start = draw(st.none() | st.integers(0, 1439))
        pause = 0 if start is None else draw(st.sampled_from([0, 15, 60]))
        end = None if start is None else start + minutes + pause
        kind_ = draw(st.sampled_from(KINDS))
        found.append(Shift(f"r{at}", FIRST + timedelta(days=day), minutes, kind_, start, end, pause))
    return tuple(found)


@st.composite
def tallies(draw, first=0, last=33):
    """Pieces of two operations."""
    rows = draw(
        st.lists(
            st.tuples(st.integers(first, last), st.sampled_from(["sole", "heel"]), st.integers(0, 30)),
            max_size=6,
        )
    )
    return tuple(
        Piece(f"p{at}", FIRST + timedelta(days=day), name, good, good % 3)
        for at, (day, name, good) in enumerate(rows)
    )


@st.composite
def months(draw):
    """A whole October with what September left of the straddling week."""
    every, pieces = draw(shifts()), draw(tallies())
    start = date(2026, 10, 1)
    carry = Carry(
        tuple(one for one in every if one.day < start),
        tuple(one for one in pieces if one.day < start),
        draw(st.sampled_from([0, 0, 700])),
    )
    family = replace(
        HALF_TO_HER_FAMILY, share=Fraction(draw(st.integers(0, 100)), 100), beneficiaries=(MOTHER, SON)
    )
    worker = replace(
        ANA,
        balances={"debt": draw(st.sampled_from([0, 500, 10**6, None]))},
        instructions=(family,),
        left_on=draw(st.sampled_from([None, None, date(2026, 10, 31)])),
    )
    return Month(
        worker,
        span("2026-10"),
        tuple(one for one in every if one.day >= start),
        tuple(one for one in pieces if one.day >= start),
        draw(adjustments()),
        carry=carry,
    )


@st.composite
def adjustments(draw):
    """A few sums decided by a person."""
    kinds = draw(st.lists(st.sampled_from(["bonus", "refund", "advance", "repayment"]), max_size=3))
    return tuple(
        Adjustment(f"a{at}", AGREED, one, draw(st.integers(1, 5000)), "r", "p", "a", one, "", AGREED)
        for at, one in enumerate(kinds)
    )


@st.composite
def floors(draw):
    """A floor by one of its measures; every one can be raised."""
    unit = draw(st.sampled_from(["hour", "day", "month"]))
    full = draw(st.sampled_from([1, 240, 480]))
    hours = {"hour": "1", "day": "8", "month": "240"}[unit]
    amount = draw(st.integers(1, {"hour": 20, "day": 120, "month": 2500}[unit]))
    return floor(f"{amount}.00", unit, full_from_minutes=None if unit == "hour" else full, plain_hours=hours)


@st.composite
def agreements(draw, floor_row=None, deductions=True):
    """Any contract: by the hour, by the piece or both, with some of the law's rows."""
    pays = draw(st.sampled_from(["hourly", "piece", "mixed"]))
    rows = [piece("sole", draw(money)), piece("heel", draw(money))] if pays != "hourly" else []
    if pays != "piece":
        rows.append(rate({"2020-01-01": draw(money), "2026-10-14": draw(money)}))
    some = [
        overtime(("25 %", 60), ("1/3", None), day=480),
        overtime(("50 %", None), week=1200, id="week"),
        night("35 %", hour_minutes=draw(st.sampled_from([None, "52.5"]))),
        night("20 %", "floor"),
        premium("sunday", "25 %"),
        premium("holiday", "100 %", paid_day=True),
        rest_pay(6),
        bonus("day", draw(money)),
        kind("sick", "rate" if pays != "piece" else "piece_average", draw(shares)),
        kind("waiting", "piece_average" if pays != "hourly" else "rate"),
        kind("cleaning", "nothing"),
    ]
    rows += [row for row in some if draw(st.booleans())]
    rows += [holiday("2026-10-08"), floor_row or draw(floors())]
    if deductions:
        steps = (
            step("a", draw(shares)),
            step("debt", draw(shares), needs="balance"),
            step("c", "15 %", base="net", over="5.00"),
        )
        rows += [*steps, hers(), falls(most_of_gross="50 %", protected_of_gross="1/3")]
    return agreement(
        *rows,
        pays=pays,
        measure=draw(st.sampled_from(["guarantee", "plain_hour"])),
        timetable=FIVE_HOURS_FIVE_DAYS,
        spendable_least=Fraction(1, 5),
        site={"cash_step": draw(st.sampled_from([None, Fraction(1, 10)]))},
    )

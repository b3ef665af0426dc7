"""No day ends with less than no material, in stock or with a lot, in whatever order it is recorded and corrected."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

import making
from jornal.actions.correcting import correct, take_back
from jornal.actions.given import NotYet
from jornal.actions.materialholds import RestsOnMore, ShortOn
from jornal.actions.materials import NotInStock, NotWithTheLot
from jornal.facts.lots import MaterialIssued, MaterialLot
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.units.faults import UnitsFault
from peopled import do

WHY = "it was read wrongly"
FIRST = date(2026, 10, 6)


def key(fact: Fact, **more: object) -> dict[str, str]:
    return {name: str(getattr(fact, name)) for name in fact.KEY} | {
        name: str(one) for name, one in more.items()
    }


@pytest.fixture
def here(sqlite):
    return making.begun()


def move(here, verb: str, day: str, quantity: int, code: str = "") -> MaterialIssued:
    """Material issued to a lot, or brought back from it, on a day of October."""
    lot = code or making.opened(here)
    row = {"lot": lot, "material": MaterialLot.objects.first().code, "quantity": str(quantity)}
    return do(here, f"{verb}-material", {**row, "day": f"2026-10-{day}"})[0]


def test_yarn_that_was_used_up_later_is_not_issued_on_an_earlier_day_as_well(here):
    move(here, "issue", "20", 4800)
    with pytest.raises(NotInStock, match="200 are left on 2026-10-20, and 300"):
        move(here, "issue", "10", 300)
    assert move(here, "issue", "10", 200).quantity == 200


def test_yarn_that_came_back_later_is_not_issued_before_it_came_back(here):
    code = making.opened(here)
    move(here, "issue", "10", 5000, code)
    move(here, "return", "20", 1000, code)
    with pytest.raises(NotInStock, match="0 are left on 2026-10-15, and 1000"):
        move(here, "issue", "15", 1000)
    assert move(here, "issue", "20", 1000).quantity == 1000


def test_a_lot_gives_nothing_back_before_it_was_given_anything(here):
    code = making.opened(here)
    move(here, "issue", "20", 1000, code)
    with pytest.raises(NotWithTheLot, match=r"holds 0 of material .* on 2026-10-19, and 10"):
        move(here, "return", "19", 10, code)


def test_an_issue_is_not_moved_to_a_day_on_which_its_yarn_was_with_another_lot(here):
    one = making.opened(here)
    move(here, "issue", "10", 5000, one)
    move(here, "return", "20", 5000, one)
    later = move(here, "issue", "25", 5000)
    with pytest.raises(NotInStock, match="0 are left on 2026-10-15"):
        correct(here, "material_issued", key(later, day="2026-10-15"), WHY)


@pytest.mark.parametrize(
    ("what", "changes", "fault"),
    [
        ("issued", {"day": "2026-10-21"}, ShortOn),  # some came back on the 20th
        ("returned", {"day": "2026-10-26"}, ShortOn),  # what came back was issued again on the 25th
        ("returned", {"quantity": "500"}, RestsOnMore),
        ("returned", {"day": "2026-10-09"}, NotWithTheLot),
        ("issued", {"what": "returned"}, NotWithTheLot),
        ("returned", {"what": "issued"}, NotInStock),
        ("issued", {"day": "2026-10-31"}, NotYet),
        ("issued", {"quantity": "0"}, NotCorrectable),
        ("returned", {"quantity": "-5"}, NotCorrectable),
    ],
    ids=str,
)
def test_no_correction_leaves_a_day_in_between_short(here, what, changes, fault):
    code = making.opened(here)
    move(here, "issue", "10", 5000, code)
    move(here, "return", "20", 1000, code)
    move(here, "issue", "25", 1000)
    tip = MaterialIssued.objects.current().filter(what=what).order_by("day").first()
    with pytest.raises(fault):
        correct(here, "material_issued", key(tip, **changes), WHY)


def test_a_receipt_is_not_made_smaller_than_what_was_out_at_once(here):
    code = making.opened(here)
    move(here, "issue", "10", 5000, code)
    move(here, "return", "20", 4000, code)
    with pytest.raises(RestsOnMore, match="cannot have 2000, because 5000 are recorded"):
        correct(here, "material_lot", key(MaterialLot.objects.get(), quantity="2000"), WHY)


@pytest.mark.parametrize(
    "changes", [{"received_on": "2026-10-11"}, {"received_on": "2026-10-31"}, {"quantity": "0"}]
)
def test_a_receipt_is_not_moved_behind_what_was_issued_of_it_nor_to_a_day_to_come(here, changes):
    move(here, "issue", "10", 10)
    with pytest.raises(UnitsFault):
        correct(here, "material_lot", key(MaterialLot.objects.get(), **changes), WHY)


STEPS = some.lists(
    some.tuples(
        some.sampled_from(["issue", "issue", "return", "receipt", "change", "gone"]),
        some.integers(0, 4),
        some.integers(1, 60),
        some.integers(0, 9),
    ),
    min_size=3,
    max_size=9,
)


def lowest(material: MaterialLot) -> int:
    """The least that is there at the end of any day, in stock or with any lot: summed by hand."""
    rows = list(MaterialIssued.objects.current().filter(material=material.root))
    days = {material.received_on, *(one.day for one in rows)}
    found = []
    for day, lot in product(days, {None, *(one.lot for one in rows)}):
        out = sum(
            one.quantity if one.what == "issued" else -one.quantity
            for one in rows
            if one.day <= day and lot in (None, one.lot)
        )
        there = material.quantity if material.received_on <= day else 0
        found.append(there - out if lot is None else out)
    return min(found)


@given(steps=STEPS)
@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_recorded_late_or_corrected_in_whatever_order_no_day_is_short(here, steps):
    lots = [making.opened(here), making.opened(here)]
    said = {**making.YARN, "quantity": "100", "received_on": f"{FIRST}"}
    code = do(here, "receive-material", said)[0].code
    for step, day, quantity, which in steps:
        tried(here, (code, lots[which % 2]), step, (FIRST + timedelta(days=day), quantity, which))
        assert lowest(MaterialLot.objects.current().get(code=code)) >= 0


def tried(here, of: tuple[str, str], step: str, how: tuple[date, int, int]) -> None:
    """One thing recorded, corrected or taken back, where it is not refused."""
    (code, lot), (day, quantity, which) = of, how
    material = MaterialLot.objects.current().get(code=code)
    rows = list(MaterialIssued.objects.filter(material=material.root, corrects=None).order_by("seq"))
    one = rows[which % len(rows)] if rows else None
    try:
        if step in ("issue", "return"):
            row = {"lot": lot, "material": code, "quantity": str(quantity), "day": f"{day}"}
            do(here, f"{step}-material", row)
        elif step == "receipt":
            correct(here, "material_lot", key(material, received_on=day, quantity=2 * quantity), WHY)
        elif one is not None and step == "change":
            correct(here, "material_issued", key(one, day=day, quantity=quantity), WHY)
        elif one is not None:
            take_back(here, "material_issued", key(one), WHY)
    except UnitsFault:
        return

"""The rows of a month of pay as pages show them."""

from types import SimpleNamespace

import pytest

from jornal.actions.briefs import brief
from jornal.pages import payrows
from jornal.rules.steps import HELD
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures

ALL_PAGES = {"site.attendance.day", "site.pieces.day", "site.rates", "site.people.one"}


def desk(pages=ALL_PAGES):
    words = Words("en")
    return SimpleNamespace(
        words=words, say=words.say, figures=Figures(words, "PEN", 2), keys=None,
        called=lambda codes: {code: code for code in codes},
        at=lambda name, _=None, **captured: f"{name} {sorted(captured.values())}",
        at_if_any=lambda name, **captured: f"{name} {next(iter(captured.values()), '')}" if name in pages else "",
    )  # fmt: skip


def row(**more):
    totals = dict.fromkeys(
        ("gross", "top_up", "deductions", "instructions", "held", "in_hand", "owed_back"), 0
    )
    compared = {
        "minutes": 600,
        "base": 10_000,
        "guarantee": 9_000,
        "measure": "guarantee",
        "declared_gap": "",
    }
    return {
        "code": "Q01", "status": "ready", "contract": {"id": "cusco"}, "totals": totals | {"gross": 10_000},
        "comparison": compared, "faults": [], "lines": [], **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "where"),
    [
        ({"row": "shift 2026-10-05 1", "stops": "pay"}, "site.attendance.day 2026-10-05"),
        ({"row": "pieces 2026-10-05 scarf 1", "stops": "pay"}, "site.pieces.day 2026-10-05"),
        ({"row": "", "stops": "pay"}, "site.people.one Q01"),
        ({"row": "", "stops": "deduction:pe-reparation"}, "site.people.one Q01"),
        ({"row": "", "stops": "instruction:family"}, "site.people.one Q01"),
        ({"row": "", "stops": "top_up:pe-rmv"}, "site.rates "),
        ({"row": "", "stops": "hourly", "says": [["day", "2026-10-07"]]}, "site.attendance.day 2026-10-07"),
        ({"row": "", "stops": "piece"}, "site.rates "),
    ],
)
def test_each_thing_that_is_missing_leads_to_where_it_is_added(fault, where):
    assert payrows.where(desk(), "Q01", {"says": [], **fault}) == where


def test_a_balance_that_is_not_known_leads_to_its_form_and_to_no_list_of_people():
    fault = {
        "key": HELD["balance_unknown"],
        "says": [["step", "Reparation"]],
        "row": "",
        "stops": "deduction:pe-reparation",
    }
    here = desk({*ALL_PAGES, "site.people.do"})
    (told,) = payrows.missing(here, row(faults=[fault]))
    assert told.address == "site.people.do Q01"
    assert ("Record what she owes" in told.says, "list of people" in told.says) == (True, False)


def test_where_a_page_is_not_hers_it_leads_nowhere():
    assert payrows.where(desk(set()), "Q01", {"says": [], "row": "", "stops": "pay"}) == ""


def test_many_deductions_share_a_column():
    few, many = ({str(n): f"Share {n}" for n in range(size)} for size in (2, 4))
    heads = [[column.head for column in payrows.columns(desk(), of)] for of in (few, many)]
    assert heads == [
        ["Earned", "Top-up", "Share 0", "Share 1", "Sent, saved"],
        ["Earned", "Top-up", "Taken off", "Sent, saved"],
    ]


@pytest.mark.parametrize(("base", "is_below"), [(8_999, True), (9_000, False), (9_001, False)])
def test_pay_is_held_against_the_floor_to_the_last_coin(base, is_below):
    compared = row()["comparison"] | {"base": base}
    assert brief(row(comparison=compared)).below == is_below
    assert not brief(row(comparison=compared, status="none")).below


def test_what_is_held_is_open_and_what_is_only_remarked_is_not():
    held, remark = {"part": "held"}, {"stops": "", "key": "", "says": [], "row": ""}
    assert (brief(row(lines=[held])).open, brief(row(faults=[remark])).open) == (True, False)


def test_the_bar_and_its_floor_are_also_said_in_figures():
    frame = payrows.Frame("2026-10", payrows.columns(desk(), {}), 2_000, frozenset({"Q01"}))
    (one,) = payrows.shown(desk(), [row()], frame)
    assert (one.bar, one.tick, one.hour, one.floor) == (500, 450, "S/\u00a010.00", "S/\u00a09.00")
    assert (one.beside, one.changed) == ("S/\u00a010.00 above the floor for these hours.", True)
    (without,) = payrows.shown(desk(), [row(status="none", comparison=None)], frame)
    assert (without.tick, without.hour, without.in_hand, without.kind) == (-1, "", "–", "bad")


def test_the_floor_is_told_with_its_layer_and_source_and_any_gap():
    compared = row()["comparison"] | {
        "label": "Monthly minimum", "layer": "law", "source": "DS 1", "declared_gap": "Less for learners",
    }  # fmt: skip
    told = payrows.floors(desk(), [brief(row(comparison=compared))] * 2)
    assert told == [
        "Monthly minimum · The guarantee for this timetable · law · DS 1. Declared gap: Less for learners"
    ]

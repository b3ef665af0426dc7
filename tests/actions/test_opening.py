"""A list of people and run folders become the first day of a register."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from textwrap import dedent

import pytest

import vaulted
from jornal.actions import adopt
from jornal.actions.opening import Asked, NotTaken, take_in
from jornal.actions.stored import NotARun
from jornal.facts.people import Consent, ConsentWithdrawn, Left, Worker
from jornal.facts.work import Instruction
from jornal.journal.entry import Entry
from jornal.journal.vaultlog import Reader
from jornal.reads import people, work
from jornal.reads.openings import openings
from jornal.rules.rows import CreditCarry
from jornal.sheets.listed import SheetFault
from jornal.units.periods import month
from offices import office
from workshop import Desk

READER = Reader("S1", "a test", datetime(2026, 10, 1, tzinfo=UTC))
OCTOBER = month("2026-10")
HEADS = "code,name,language,contract,grade,birth year,reparation,account allowed,custody,ratio code,ratio paper date,"
ANA = "Q01,Ana Quispe,es,cusco-hourly,MAKER,1990,5000.00,yes,sentenced,PE-R1,2026-01-02,"
MORE = "family share,family consent,initials,last four,savings amount,since,left on,"
MORE += "credit rule,days carried,gross this year"


@pytest.fixture
def here(sqlite):
    """The manager at her desk, the terms adopted and nobody recorded yet."""
    at = office(keys=vaulted.unlocked(vaulted.new(sqlite.home)), day=date(2026, 10, 1))
    adopt.adopt(office("hq_finance", "F1"), "qori")
    return at


@pytest.fixture
def listed(tmp_path):
    """A list of people as a file."""

    def write(text: str) -> Path:
        path = tmp_path / "people.csv"
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    return write


def whole(listed, *rows: str) -> Path:
    return listed("\n".join([HEADS + MORE, *rows]) + "\n")


def stands(here) -> dict[str, object]:
    """The workers of October as the rules read them."""
    found = work.workers("cusco", OCTOBER, keys=here.keys, reader=READER)
    return {one.code: one for one in found}


def test_what_the_list_says_is_what_pay_reads(here, listed):
    row = ANA + "1/2,2026-01-05,M. Q.,4411,,2025-03-01,,,,"
    taken = take_in(here, Asked(whole(listed, row), month="2026-10"))
    ana = stands(here)["Q01"]
    assert (taken.people, taken.held) == (1, ())
    assert (ana.contract, ana.grade, ana.birth_year, ana.custody, ana.ratio_code, ana.ratio_paper) == (
        "cusco-hourly", "maker", 1990, "sentenced", "PE-R1", "2026-01-02",
    )  # fmt: skip
    assert (ana.account_allowed, ana.since, ana.left_on) == (True, date(2025, 3, 1), None)
    assert set(ana.balances.values()) == {500_000}
    (told,) = ana.instructions
    assert (told.share, told.consent_on, [one.id for one in told.beneficiaries]) == (
        Fraction(1, 2), date(2026, 1, 5), ["Q01-1"],
    )  # fmt: skip


def test_names_and_who_receives_are_sealed(here, listed):
    take_in(here, Asked(whole(listed, ANA + "1/2,2026-01-05,M. Q.,4411,,,,,,"), month="2026-10"))
    bodies = "".join(Entry.objects.filter(book="cusco").values_list("body", flat=True))
    assert [text for text in ("Quispe", "M. Q.", "4411", "PE-R1", "credited") if text in bodies] == []
    assert people.names(["Q01"], here.keys, reader=READER) == {"Q01": "Ana Quispe"}


def test_an_instruction_without_the_day_of_its_consent_is_held_and_none_is_made_up(here, listed):
    taken = take_in(here, Asked(whole(listed, ANA + "1/2,,M. Q.,4411,20.00,,,,,"), month="2026-10"))
    told = stands(here)["Q01"].instructions
    assert [(one.purpose, one.amount, one.consent_on) for one in told] == [
        ("family", None, None),
        ("savings", 2000, None),
    ]
    assert (taken.held, Consent.objects.count()) == (("Q01",), 0)


def test_nobody_is_said_to_have_consented_to_work(here, listed):
    take_in(here, Asked(whole(listed, ANA + "1/2,2026-01-05,M. Q.,4411,,,,,,"), month="2026-10"))
    assert [(one.purpose, one.read_by, one.witness_of) for one in Consent.objects.all()] == [
        ("family", "", "none")
    ]


def test_what_stood_before_the_first_month_is_her_opening_balance(here, listed):
    take_in(here, Asked(whole(listed, ANA + ",,,,,,,PE-R1,3,1200.50"), month="2026-10"))
    carry = openings(keys=here.keys, reader=READER)["Q01"]
    assert (carry.year_to_date, carry.credit) == ({"gross": 120_050}, (CreditCarry("PE-R1", 3, 0, 0),))


def test_a_run_folder_leaves_what_its_last_month_left(here, tmp_path, capsys):
    desk = Desk(tmp_path, capsys)
    assert desk.pay(month="2026-10") in (0, 1)
    here = replace(here, day=date(2026, 11, 1))
    taken = take_in(here, Asked(desk.folder / "people.csv", (desk.folder / "2026-10",), "2026-11"))
    left = {one["code"]: one["carry"] for one in desk.read()["workers"]}
    kept = openings(keys=here.keys, reader=READER)
    assert taken.people == 3
    assert {code: one.year_to_date for code, one in kept.items()} == {
        code: carry["year_to_date"] for code, carry in left.items()
    }


def test_the_year_so_far_ends_with_the_year(here, tmp_path, capsys):
    desk = Desk(tmp_path, capsys)
    desk.sheet("shifts.csv", "code,day,hours\nQ01,2026-12-30,5\n")
    desk.sheet("pieces.csv", "code,day,operation,good\n")
    desk.pay(month="2026-12")
    here = replace(here, day=date(2027, 1, 1))
    take_in(here, Asked(desk.folder / "people.csv", (desk.folder / "2026-12",), "2027-01"))
    assert [one.day for one in openings()["Q01"].shifts] == [date(2026, 12, 30)]
    assert {code: one.year_to_date for code, one in openings().items()} == {
        "Q01": {},
        "Q02": {},
        "Q21": {},
    }


def test_who_left_is_there_until_she_left(here, listed):
    take_in(here, Asked(whole(listed, ANA + ",,,,,2025-03-01,2026-10-09,,,"), month="2026-10"))
    assert stands(here)["Q01"].left_on == date(2026, 10, 9)
    assert Left.objects.get().reason == "other"


def test_a_consent_taken_back_stays_taken_back(here, listed):
    heads = "code,name,language,contract,family share,family consent,family withdrawn,initials"
    row = "Q01,Ana Quispe,es,cusco-hourly,1/2,2026-01-05,2026-09-01,M. Q."
    take_in(here, Asked(listed(f"{heads}\n{row}\n"), month="2026-10"))
    assert ConsentWithdrawn.objects.get().day == date(2026, 9, 1)
    assert stands(here)["Q01"].instructions[0].withdrawn_on == date(2026, 9, 1)


def test_the_same_list_again_changes_nothing_and_a_longer_one_adds_who_is_new(here, listed):
    take_in(here, Asked(whole(listed, ANA + ",,,,,,,,,"), month="2026-10"))
    before = Entry.objects.count()
    again = take_in(here, Asked(whole(listed, ANA + ",,,,,,,,,"), month="2026-10"))
    assert (again.people, again.known, Entry.objects.count()) == (0, ("Q01",), before)
    bea = ANA.replace("Q01,Ana Quispe", "Q02,Bea Flores")
    more = take_in(here, Asked(whole(listed, ANA + ",,,,,,,,,", bea + ",,,,,,,,,"), month="2026-10"))
    assert (more.people, more.known) == (1, ("Q01",))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (ANA.replace("cusco-hourly", "lima-hourly") + ",,,,,,,,,", "the site has no contract lima-hourly"),
        (ANA.replace("1990", "soon") + ",,,,,,,,,", "people.csv!2"),
        (ANA + ",,,,,2026-03-01,2026-01-01,,,", "people.csv!2"),
    ],
)
def test_one_row_that_cannot_be_read_leaves_nobody_recorded(here, listed, row, says):
    good = ANA.replace("Q01,Ana", "Q03,Eva") + ",,,,,,,,,"
    with pytest.raises(NotTaken) as told:
        take_in(here, Asked(whole(listed, row, good), month="2026-10"))
    assert (says in str(told.value), Worker.objects.count()) == (True, 0)


def test_it_is_all_or_nobody_when_it_is_cut_off(here, listed, monkeypatch):
    monkeypatch.setattr(
        "jornal.actions.opening._resting", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
    )
    with pytest.raises(KeyboardInterrupt):
        take_in(here, Asked(whole(listed, ANA + ",,,,,,,,,"), month="2026-10"))
    assert (Worker.objects.count(), Instruction.objects.count()) == (0, 0)


def of_lima(run):
    run["site"]["id"] = "lima"


def torn(run):
    run["workers"][0]["carry"]["shifts"] = [["shifts.csv!3", "the 30th", 300]]


def listed_only_here(run):
    run["workers"].append({**run["workers"][0], "code": "Q77"})


def unpaid(run):
    run["workers"][1]["status"] = "none"


@pytest.mark.parametrize(
    ("harm", "first", "says"),
    [
        (None, "2026-10", "The run of 2026-10 is not before 2026-10, the first month kept here."),
        (None, "2026-12", "what 2026-11 leaves is missing. Give the run of 2026-11 with --run"),
        (of_lima, "2026-11", "is a run of lima, not of cusco"),
        (torn, "2026-11", "What Q01 carries on from 2026-10 cannot be read in its run. Make that run again"),
        (listed_only_here, "2026-11", "Q77 is in the run of 2026-10 and not in people.csv. Add her row"),
        (unpaid, "2026-11", "Q02 has no slip in the run of 2026-10"),
    ],
)
def test_a_run_that_does_not_lead_up_to_the_month_is_refused_and_nobody_recorded(
    here, tmp_path, capsys, harm, first, says
):
    desk = Desk(tmp_path, capsys)
    desk.pay(month="2026-10")
    if harm is not None:
        run = desk.read()
        harm(run)
        (desk.folder / "2026-10" / "run.json").write_text(json.dumps(run), encoding="utf-8")
    with pytest.raises((NotTaken, NotARun)) as told:
        take_in(here, Asked(desk.folder / "people.csv", (desk.folder / "2026-10",), first))
    assert (says in str(told.value), Worker.objects.count(), here.keys.tokens()) == (True, 0, [])


def test_a_list_that_asks_why_anyone_is_inside_is_refused(here, listed):
    with pytest.raises(SheetFault):
        take_in(here, Asked(listed("code,name,contract,offence\nQ01,Ana,cusco-hourly,x\n"), month="2026-10"))


def test_it_goes_on_each_kind_of_database(database, listed):
    at = office(keys=vaulted.unlocked(vaulted.new(database.home)), day=date(2026, 10, 1))
    adopt.adopt(office("hq_finance", "F1"), "qori")
    row = ANA + "1/2,2026-01-05,M. Q.,4411,20.00,2025-03-01,,PE-R1,3,1200.50"
    assert take_in(at, Asked(whole(listed, row), month="2026-10")).people == 1
    assert stands(at)["Q01"].instructions[0].consent_on == date(2026, 1, 5)

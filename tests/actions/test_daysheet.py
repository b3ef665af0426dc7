"""The day sheet as a table for its paper."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import crew
import hands
import payroll
from jornal.actions.closing import close_day
from jornal.actions.correcting import correct, take_back
from jornal.actions.daysheet import NotAtASite, blank, recorded, week
from jornal.journal import chain
from offices import office

FRIDAY, MONDAY = crew.TODAY, date(2026, 10, 26)
AT = {"day": str(FRIDAY), "number": "1"}


def evening(here, days: int = 0):
    """The same office at six in the evening of Friday, Lima time, or some days later; its clock goes on."""
    begin = hands.BEGIN.replace(month=10, day=30, hour=23) + timedelta(days=days)
    return replace(here, hand=hands.hand("S1", "site_manager", begin=begin))


def marked(here, worker: str, **said: str) -> None:
    crew.do(here, "mark", {"worker": worker, "day": str(FRIDAY), "minutes": "300", **said})


def rows(table) -> list[dict]:
    return table["days"][0]["rows"]


@pytest.mark.usefixtures("sqlite")
def test_a_blank_sheet_has_the_rows_of_the_day_and_says_who_printed_it():
    table = blank(evening(crew.begun()), FRIDAY)
    assert [row["worker"] for row in rows(table)] == table["order"] == list(crew.CREW)
    assert (table["site"]["label"], table["site"]["languages"]) == ("Cusco", ["es"])
    assert (table["names"], table["closed"]) == (False, [])
    assert (table["printed"]["by"], table["printed"]["at"]) == ("S1", "2026-10-30T18:00")


@pytest.mark.usefixtures("sqlite")
def test_a_week_has_the_days_on_which_somebody_is_due():
    table = week(crew.begun(), FRIDAY)
    assert [day["day"] for day in table["days"]] == [str(MONDAY + timedelta(days=n)) for n in range(5)]
    assert table["order"] == list(crew.CREW)


@pytest.mark.usefixtures("sqlite")
def test_a_week_without_work_is_one_day_without_rows():
    table = week(crew.begun(timetable=False), date(2026, 8, 5))
    assert (table["order"], [day["day"] for day in table["days"]]) == ([], ["2026-08-03"])


@pytest.mark.usefixtures("sqlite")
def test_a_public_holiday_by_the_adopted_terms_is_marked(tmp_path):
    days = week(payroll.begun(tmp_path), date(2026, 10, 8))["days"]
    assert [day["day"] for day in days if day["holiday"]] == ["2026-10-08"]


@pytest.mark.usefixtures("sqlite")
def test_before_the_site_is_recorded_the_adopted_terms_say_what_it_is_called(tmp_path):
    table = blank(payroll.begun(tmp_path), FRIDAY)
    assert (table["site"]["currency"], table["enterprise"]["invented"], table["names"]) == ("PEN", True, True)
    assert rows(table)[0]["name"] == "name of Q01"


@pytest.mark.usefixtures("sqlite")
def test_without_terms_and_site_its_code_stands_for_it():
    assert blank(office(day=FRIDAY), FRIDAY)["site"]["label"] == "cusco"


@pytest.mark.usefixtures("sqlite")
def test_headquarters_has_no_day_sheet():
    with pytest.raises(NotAtASite, match="--site"):
        blank(office("hq_operations", "H1", site="", day=FRIDAY), FRIDAY)


@pytest.mark.usefixtures("sqlite")
def test_a_day_that_was_not_closed_has_no_characters():
    here = evening(crew.begun())
    marked(here, "QC01")
    table = recorded(here, FRIDAY)
    assert (table["closed"], "head" in table, rows(table)[0]["recorded"][0]["late"]) == ([], False, False)


def test_a_closed_day_bears_the_head_that_was_signed_and_what_it_does_not_reach(database):
    here = evening(crew.begun())
    marked(here, "QC01")
    heads = close_day(here)
    marked(here, "QC02")
    table = recorded(here, FRIDAY)
    own = next(head for head in heads if head.book == "cusco")
    assert table["head"] == chain.shown(own.code)
    assert next((one["book"], one["seq"], one["at"][:10]) for one in table["closed"]) == (
        "cusco",
        own.seq,
        str(FRIDAY),
    )
    assert {one["book"] for one in table["closed"]} == {"cusco", "hq", "hq.cusco"}
    late = {row["worker"]: [one["late"] for one in row["recorded"]] for row in rows(table)}
    assert late == {"QC01": [False], "QC02": [True], "QC03": [], "QC04": []}
    assert recorded(here, FRIDAY, heads) | {"printed": 0} == table | {"printed": 0}


@pytest.mark.usefixtures("sqlite")
def test_a_corrected_record_says_what_it_said_before_and_why():
    here = evening(crew.begun(), days=1)
    marked(here, "QC01")
    correct(here, "shift", {"worker": "QC01", **AT, "minutes": "240"}, "she left at noon")
    take_back(here, "shift", {"worker": "QC01", **AT}, "it was QC02")
    correct(here, "shift", {"worker": "QC01", **AT, "minutes": "250"}, "it was hers")
    (one,) = rows(recorded(here, FRIDAY))[0]["recorded"]
    assert one["minutes"] == 250
    assert [(was["minutes"], was["void"], was["why"], was["by"], was["on"]) for was in one["before"]] == [
        (300, False, "she left at noon", "S1", "2026-10-31"),
        (240, False, "it was QC02", "S1", "2026-10-31"),
        (240, True, "it was hers", "S1", "2026-10-31"),
    ]


@pytest.mark.usefixtures("sqlite")
def test_what_was_taken_back_is_told_once_and_not_where_it_stands_again():
    here = evening(crew.begun())
    for worker in ("QC01", "QC02"):
        marked(here, worker)
        take_back(here, "shift", {"worker": worker, **AT}, "wrong row")
    correct(here, "shift", {"worker": "QC02", **AT, "minutes": "60"}, "an hour of it")
    take_back(here, "shift", {"worker": "QC02", **AT}, "nor that")
    told = recorded(here, FRIDAY)["days"][0]["taken_back"]
    assert [(one["worker"], one["minutes"], one["why"]) for one in told] == [
        ("QC01", 300, "wrong row"), ("QC02", 60, "nor that"),
    ]  # fmt: skip
    correct(here, "shift", {"worker": "QC01", **AT, "minutes": "300"}, "it was right")
    assert [one["worker"] for one in recorded(here, FRIDAY)["days"][0]["taken_back"]] == ["QC02"]


@pytest.mark.usefixtures("sqlite")
def test_what_stopped_work_stands_with_its_day():
    here = crew.begun()
    crew.do(
        here,
        "stop-work",
        {"day": str(FRIDAY), "start": "10:00", "end": "12:00", "ordered_by": "head of security"},
    )
    (one,) = blank(here, FRIDAY)["days"][0]["stoppages"]
    assert (one["what"], one["start"], one["end"], one["ordered_by"]) == (
        "lockdown",
        600,
        720,
        "head of security",
    )

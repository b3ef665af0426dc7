"""What waits for somebody at a site."""

from datetime import date, timedelta

import pytest

import crew
import payroll
from jornal.actions.waiting import waiting
from jornal.facts.attendance import OvertimeAsked
from jornal.facts.organisation import Visit
from jornal.facts.pay import Finding, PayAnswer, PayQuery
from jornal.words.catalogue import Words

TODAY = crew.TODAY
FINDING = {"site": "cusco", "control": "HRS-04", "about": "QC01 overtime", "lies_with": "site"}


def said(here) -> list[str]:
    return [one.said(Words("en"), {"QC01": "Ana"}) for one in waiting(here)]


def all_marked(here) -> None:
    """The week before today is marked for everybody."""
    for back in range(1, 8):
        day = TODAY - timedelta(days=back)
        if day.weekday() < 5:
            crew.do(here, "mark-all", {"day": day.isoformat()})


def test_days_without_a_mark_wait_the_oldest_first(database):
    here = crew.begun()
    found = [(one.how, one.which, one.facts["number"]) for one in waiting(here) if one.about == "day"]
    assert found == [("bad", (TODAY - timedelta(days=back)).isoformat(), 4) for back in (7, 4, 3, 2, 1)]
    all_marked(here)
    assert [one for one in waiting(here) if one.about == "day"] == []


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize(
    ("ends", "says"),
    [
        (TODAY, "The consent of Ana ended on 30 October 2026"),
        (date(2026, 11, 10), "The consent of Ana ends on 10 November 2026"),
        (date(2026, 12, 30), None),
        (None, None),
    ],
)
def test_a_consent_to_work_is_named_before_it_ends(ends, says):
    here = crew.begun()
    crew.consented(here, "QC01", "work", ends)
    assert [one for one in said(here) if "consent of Ana" in one] == ([says] if says else [])


@pytest.mark.usefixtures("sqlite")
def test_whoever_works_here_and_is_not_known_to_have_agreed_is_named_each_day():
    here = crew.begun()
    for worker in crew.CREW[1:]:
        crew.consented(here, worker, "work")
    assert [one for one in said(here) if "consent" in one.lower()] == [
        "No consent of Ana to work is recorded"
    ]


@pytest.mark.usefixtures("sqlite")
def test_findings_of_one_control_stand_together_until_they_are_closed():
    here = crew.begun()
    told = {"says": "{worker} was hurt at work on {day}: record who gave first aid and what was done."}
    facts = {"worker": "QC01", "day": "2026-10-05"}
    one = Finding(**FINDING, **told, day=date(2026, 10, 5), facts=facts)
    here.put([one])
    first = "Ana was hurt at work on 5 October 2026: record who gave first aid and what was done"
    assert f"Open since then: {first}" in said(here)
    here.put([Finding(**{**FINDING, "about": "QC02"}, **told, day=date(2026, 10, 6), facts=facts)])
    assert f"2 findings are open, the first: {first}" in said(here)


@pytest.mark.usefixtures("sqlite")
def test_a_question_waits_until_it_is_answered():
    here = crew.begun()
    asked = PayQuery(worker="QC01", day=TODAY, number=1, site="cusco", told="")
    here.put([asked])
    assert "Ana asked about her pay on 30 October 2026" in said(here)
    here.put([PayAnswer(query=asked.root, day=TODAY, outcome="explained", told="")])
    assert not [one for one in said(here) if "asked" in one]


@pytest.mark.usefixtures("sqlite")
def test_overtime_and_visits_to_come_are_named():
    here = crew.begun()
    here.put([OvertimeAsked(worker="QC01", day=TODAY, site="cusco", minutes=60, asked_on=TODAY)])
    here.put([Visit(site="cusco", day=TODAY, visitor="V1", state="planned", agenda="", notes="")])
    assert "Ana has not said whether she works longer on 30 October 2026" in said(here)
    assert said(here)[-1] == "A visit is planned on 30 October 2026"


@pytest.mark.usefixtures("sqlite")
def test_pay_waits_to_be_issued_then_approved_then_paid(tmp_path):
    here = payroll.begun(tmp_path)
    payroll.days(here, date(2026, 9, 1), date(2026, 9, 30))
    later = payroll.on(here, "2026-10-02")
    about_pay = [one.says for one in waiting(later) if one.about == "month"]
    assert about_pay == ["The pay of {month} is not issued yet"]
    payroll.issued(later, "2026-09")
    assert [one.said(Words("en")) for one in waiting(later) if one.about == "month"] == [
        "The pay of September 2026 waits for a second person",
        "Not all pay of September 2026 has left yet",
    ]

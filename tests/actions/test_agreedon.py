"""What was agreed for a site, as it stands on a day."""

from datetime import date

import pytest

import crew
import hands
from jornal.actions.agreedon import agreements, employers, employing, ending, in_force, timetables
from jornal.facts.organisation import Agreement, Employer, Timetable
from jornal.journal.record import record

SIGNED = date(2025, 1, 1)


def agreement(number: int, holds_from: date = SIGNED, expires_on: date | None = None) -> Agreement:
    return Agreement(
        agreement="workshop", number=number, authority="inpe", parties=["A", "B"], clauses=[], model="employment",
        model_signed_by="bar", fee="none", signed_on=SIGNED, holds_from=holds_from, expires_on=expires_on,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("expires_on", "state"),
    [
        (None, "holds"),
        (date(2027, 10, 30), "holds"),
        (date(2027, 1, 28), "soon"),
        (date(2026, 10, 30), "soon"),
        (date(2026, 10, 29), "ended"),
    ],
)
@pytest.mark.usefixtures("sqlite")
def test_an_agreement_ends_soon_for_ninety_days_and_then_has_ended(expires_on, state):
    crew.begun()
    record([agreement(1, expires_on=expires_on)], "hq", hands.hand("H1", "hq_operations"))
    assert [one.state for one in agreements(["inpe"], crew.TODAY)] == [state]


@pytest.mark.parametrize(
    ("expires_on", "notice", "found"),
    [
        (date(2027, 1, 28), "", [(90, None)]),
        (date(2027, 1, 29), "", []),
        (date(2027, 3, 29), "60", [(150, date(2027, 1, 28))]),
        (date(2027, 3, 30), "60", []),
        (date(2026, 10, 29), "60", [(-1, date(2026, 8, 30))]),
        (None, "60", []),
    ],
)
@pytest.mark.usefixtures("sqlite")
def test_the_alarm_is_told_ninety_days_before_the_end_or_its_notice(expires_on, notice, found):
    crew.begun()
    one = agreement(1, expires_on=expires_on)
    one.clauses = [{"name": "notice_days", "says": notice}] if notice else []
    record([one], "hq", hands.hand("H1", "hq_operations"))
    assert [(each.days, each.notice_by) for each in ending(["inpe"], crew.TODAY)] == found


@pytest.mark.usefixtures("sqlite")
def test_an_agreement_that_another_version_follows_gives_no_alarm():
    crew.begun()
    versions = [agreement(1, expires_on=date(2026, 11, 30)), agreement(2, holds_from=date(2026, 12, 1))]
    record(versions, "hq", hands.hand("H1", "hq_operations"))
    assert ending(["inpe"], crew.TODAY) == []


@pytest.mark.usefixtures("sqlite")
def test_a_version_replaces_the_one_before_once_it_holds():
    crew.begun()
    versions = [agreement(1), agreement(2), agreement(3, holds_from=date(2026, 12, 1))]
    record(versions, "hq", hands.hand("H1", "hq_operations"))
    found = [(one.of.number, one.state) for one in agreements(["inpe"], crew.TODAY)]
    assert found == [(3, "later"), (2, "holds"), (1, "replaced")]
    assert agreements(["another"], crew.TODAY) == []


@pytest.mark.usefixtures("sqlite")
def test_the_employer_of_today_stands_beside_the_next_one():
    crew.begun()
    rows = [
        Employer(site="cusco", since=day, label=str(day))
        for day in (SIGNED, date(2026, 10, 1), date(2027, 1, 1))
    ]
    record(rows, "hq", hands.hand("H1", "hq_operations"))
    now, later = employers("cusco", crew.TODAY)
    assert (now.label, later.label, employers("lima", crew.TODAY)) == (
        "2026-10-01",
        "2027-01-01",
        (None, None),
    )
    assert {site: one.label for site, one in employing(crew.TODAY).items()} == {"cusco": "2026-10-01"}


@pytest.mark.usefixtures("sqlite")
def test_the_week_in_force_comes_before_the_week_to_come():
    here = crew.begun()
    for since in (date(2026, 10, 1), date(2026, 12, 1)):
        here.put([Timetable(site="cusco", workshop="knitting", since=since, week=crew.WEEK, starts="09:00")])
    found = [(one.since, holds) for one, holds in timetables("cusco", crew.TODAY)]
    assert found == [(date(2026, 10, 1), True), (date(2026, 12, 1), False)]


@pytest.mark.usefixtures("sqlite")
def test_terms_name_the_packs_they_rest_on_and_the_rows_nobody_confirmed():
    crew.begun()
    assert in_force(crew.TODAY, "cusco") is None
    crew.adopted()
    here, everywhere = in_force(crew.TODAY, "cusco"), in_force(crew.TODAY)
    assert [one.pack.id for one in here.packs] == ["pe"]
    assert [one.pack.id for one in everywhere.packs] == ["pe", "th"]
    (rests,) = here.packs
    assert (rests.rows > len(rests.unread), {row.confirmed for row in rests.unread} <= {False}) == (
        True,
        True,
    )

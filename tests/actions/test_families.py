"""What families wait for, and savings that came late, as findings that are opened and closed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import payroll
from families import DUE, OCTOBER
from jornal.actions import paying, saving
from jornal.actions.closing import close_month
from jornal.actions.families import SAVED, SENT, open_of, unsent
from jornal.actions.verb import done
from jornal.facts.pay import Finding
from jornal.reads.pay import runs_of

VERBS = {**paying.VERBS, **saving.VERBS}
TO_FAMILIES = {"month": OCTOBER, "part": "instruction", "day": "2026-11-07"}
OUT = {"worker": "Q01", "what": "paid_out", "amount": "1000", "paper": "her note 1", "asked_on": "2026-11-08"}


@pytest.fixture
def here(sent_home, tmp_path):
    with payroll.copied(sent_home, tmp_path) as found:
        yield replace(found, day=DUE + timedelta(11))


def say(verb: str, here, **row) -> list:
    return list(done(verb, VERBS[verb], here, [row]))


def open_now(control: str = SENT) -> list[dict]:
    return [one.facts for one in Finding.objects.current().filter(control=control, closed_on=None)]


def sent(here) -> None:
    for worker in ("Q01", "Q02"):
        row = {**TO_FAMILIES, "worker": worker, "payee": f"{worker}-1"}
        say("pay", here, **row, way="bank", paper=f"transfer {worker}")


def test_closing_a_month_leaves_a_finding_while_a_family_waits_and_it_holds_nothing_back(here):
    assert close_month(here, OCTOBER).fact.month == OCTOBER
    assert open_now() == [{"month": OCTOBER, "late": 2, "unshown": 0}]
    (run,) = runs_of("cusco")
    assert unsent(here, run) == []  # it stands already


def test_what_left_has_thirty_days_to_be_shown_to_have_arrived(here):
    sent(here)
    (run,) = runs_of("cusco")
    assert open_of(run, date(2026, 12, 7)) == (0, 0)
    assert open_of(run, date(2026, 12, 8)) == (0, 2)


def test_the_finding_is_closed_once_every_family_has_it(here):
    close_month(here, OCTOBER)
    sent(here)
    for worker in ("Q01", "Q02"):
        say("arrived", here, **{**TO_FAMILIES, "worker": worker, "payee": f"{worker}-1"}, proof="her letter")
    assert open_now() == []
    assert Finding.objects.current().get(control=SENT).closed_on == here.day


@pytest.mark.parametrize(("day", "found"), [("2026-11-22", 0), ("2026-11-23", 1)])
def test_savings_that_came_more_than_fourteen_days_after_she_asked_are_a_finding(here, day, found):
    here = replace(here, day=date(2026, 11, 25))
    say(
        "pay",
        here,
        month=OCTOBER,
        part="instruction",
        payee="savings",
        day="2026-11-08",
        way="savings",
        paper="t",
    )
    for _ in range(2):
        say("move-savings", here, **OUT, day=day)
    assert len(open_now(SAVED)) == found

"""Taking back from the command line."""

from datetime import date

import pytest

from commanded import at_home, refused, said
from hands import hand
from jornal.facts.attendance import OvertimeAnswered, OvertimeAsked
from jornal.journal.record import record

KEY = ("worker=QC01", "day=2026-10-01")


@pytest.fixture(autouse=True)
def _asked(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    day = date(2026, 10, 1)
    record([OvertimeAsked(worker="QC01", day=day, site="cusco", minutes=60, asked_on=day)], "cusco", hand())


def test_what_is_taken_back_counts_no_more_and_can_be_read(capsys):
    code, out = said(capsys, "void", "overtime-asked", *KEY, "--why", "asked the wrong worker")
    assert (code, "taken back" in out) == (0, True)
    assert (OvertimeAsked.objects.current().count(), OvertimeAsked.objects.count()) == (0, 2)


def test_it_is_refused_while_others_rest_on_it_and_they_are_named(capsys):
    root = OvertimeAsked.objects.get().root
    record([OvertimeAnswered(asked=root, answer="yes", day=date(2026, 10, 1))], "cusco", hand())
    assert "cannot be voided while others rest on it: overtime answered" in refused(
        capsys, "void", "overtime_asked", *KEY, "--why", "x"
    )


@pytest.mark.parametrize(
    ("told", "says"),
    [((), "Say which record"), (("overtime_asked", *KEY, "minutes=1"), "needs its key and nothing else")],
)
def test_it_takes_the_key_and_nothing_else(capsys, told, says):
    assert says in refused(capsys, "void", *told, "--why", "x")

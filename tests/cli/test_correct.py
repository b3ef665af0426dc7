"""Corrections from the command line."""

from datetime import date

import pytest

from commanded import at_home, refused, said
from hands import hand
from jornal.facts.attendance import Shift
from jornal.journal.record import record

KEY = ("worker=QC01", "day=2026-10-01", "number=1")


@pytest.fixture
def shift(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    return record(
        [Shift(worker="QC01", day=date(2026, 10, 1), number=1, site="cusco", what="work", minutes=300)],
        "cusco",
        hand(),
    )[0]


@pytest.mark.usefixtures("shift")
def test_a_shift_is_corrected_with_its_reason(capsys):
    code, out = said(capsys, "correct", "shift", *KEY, "minutes=240", "--why", "she left early")
    assert (code, out.split(":")[0]) == (0, "cusco 3  shift QC01, 2026-10-01, 1")
    tip = Shift.objects.current().get()
    assert (tip.minutes, tip.why, tip.seq) == (240, "she left early", 3)


@pytest.mark.usefixtures("shift")
@pytest.mark.parametrize(
    ("told", "says"),
    [
        ((), "Say which record"),
        (("shoe", *KEY), 'There is no kind of fact "shoe"'),
        (("shift", *KEY[:2]), "There is no shift without number"),
        (("shift", "worker=QC09", *KEY[1:]), "There is no shift QC09, 2026-10-01, 1"),
        (("shift", *KEY, "minutes=many"), "minutes cannot be 'many'"),
        (("shift", *KEY, "minutes=300"), "it says so already"),
        (("shift", *KEY, "minutes=1", "--role", "hq_finance"), "not by hq finance"),
    ],
)
def test_a_correction_that_cannot_be_is_one_sentence(capsys, told, says):
    assert says in refused(capsys, "correct", *told, "--why", "because")
    assert Shift.objects.count() == 1


@pytest.mark.usefixtures("shift")
def test_a_correction_needs_its_reason(capsys):
    assert said(capsys, "correct", "shift", *KEY, "minutes=240")[0] == 2

"""Every version of one record."""

from datetime import date

from commanded import at_home, refused, said
from hands import hand
from jornal.facts.attendance import Shift
from jornal.facts.people import Worker
from jornal.journal.record import record

KEY = ("worker=QC01", "day=2026-10-01", "number=1")


def test_each_version_says_who_when_why_and_what_is_otherwise(database, monkeypatch, capsys):
    at_home(database, monkeypatch)
    day = date(2026, 10, 1)
    record([Shift(worker="QC01", day=day, number=1, site="cusco", what="work", minutes=300)], "cusco", hand())
    said(capsys, "correct", "shift", *KEY, "minutes=240", "--why", "she left early")
    said(capsys, "void", "shift", *KEY, "--why", "another worker")
    code, out = said(capsys, "history", "shift", *KEY)
    lines = [line for line in out.splitlines() if line.startswith("cusco")]
    assert code == 0
    assert [line.split("UTC  ")[1] for line in lines] == [
        "S1 (site manager)  recorded",
        "S1 (site manager)  corrected: she left early",
        "S1 (site manager)  taken back: another worker",
    ]
    assert "    minutes: 300\n" in out
    assert out.count("    minutes: 240\n") == 1


def test_what_is_sealed_stays_sealed(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    record([Worker(worker="QC01", name="1:abc", born_on="")], "cusco", hand())
    assert "name: sealed" in said(capsys, "history", "worker", "worker=QC01")[1]


def test_a_record_that_is_not_there_is_said(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    assert "There is no worker QC09" in refused(capsys, "history", "worker", "worker=QC09")
    assert "Say which record" in refused(capsys, "history")

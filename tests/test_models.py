"""Every table is found by Django."""

from contextlib import nullcontext
from datetime import date
from pathlib import Path

from django.core.management import call_command

from jornal import models
from jornal.actions.beginning import tables
from jornal.facts.people import OpeningBalance
from jornal.journal import canon, guard
from jornal.journal.fact import kinds
from jornal.journal.replay import replayed_faults
from lost import owned
from offices import office


def test_every_subject_of_facts_is_found():
    subjects = {path.stem for path in (Path(models.__file__).parent / "facts").glob("[a-z]*.py")}
    assert subjects <= set(models.__all__)


def test_no_two_kinds_share_a_name_and_none_lacks_its_subject():
    assert len(kinds()) == len({kind.__name__ for kind in kinds().values()})
    assert {kind.__module__.rpartition(".")[0] for kind in kinds().values()} == {
        "jornal.facts",
        "jornal.journal",
    }


def test_the_migrations_make_the_tables_as_they_are(sqlite, capsys):
    call_command("makemigrations", check=True, dry_run=True)
    assert "No changes detected" in capsys.readouterr().out
    assert sqlite.vendor == "sqlite"


def test_a_register_of_the_release_before_keeps_what_it_holds(database, monkeypatch):
    """Tables and bytes as that release wrote them: the new columns have their constant, and the guards stand again."""
    here = office()
    columns = [one for one in canon._plain(OpeningBalance) if one[0] not in ("owed_back", "week")]
    with monkeypatch.context() as before:
        before.setattr(OpeningBalance, "VERSION", 1)
        before.setitem(canon._plains, OpeningBalance, columns)
        here.put([OpeningBalance(worker="Q01", day=date(2026, 10, 1), site="cusco", savings=7)])
    sqlite = database.vendor == "sqlite"
    with nullcontext() if sqlite else owned(database):
        alias = "default" if sqlite else "owner"
        with monkeypatch.context() as before:
            before.setattr(guard, "install", lambda _: None)  # it would look for the tables of today
            call_command("migrate", "jornal", "0002_texts_put_away", database=alias, verbosity=0)
        assert tables() is True
    here.put([OpeningBalance(worker="Q02", day=date(2026, 10, 1), site="cusco", owed_back=5)])
    assert list(OpeningBalance.objects.order_by("worker").values_list("savings", "owed_back", "week")) == [
        (7, 0, {}),
        (None, 5, {}),
    ]
    assert replayed_faults() == []

"""Every table is found by Django."""

from pathlib import Path

from django.core.management import call_command

from jornal import models
from jornal.journal.fact import kinds


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

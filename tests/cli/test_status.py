"""The register at a glance."""

from django.conf import settings
from django.db import connection

from commanded import at_home, refused, said


def test_books_heads_guards_names_clock_and_backup_are_on_the_screen(database, monkeypatch, capsys):
    at_home(database, monkeypatch)
    code, out = said(capsys, "status")
    lines = out.splitlines()
    assert code == 0
    assert [line.split()[0] for line in lines[1:4]] == ["cusco", "hq", "hq.cusco"]
    assert lines[4:] == [
        "guards: all stand",
        "names:  there is no vault here",
        "clock:  goes on from the last record",
        "backup: none yet; make one with `jornal backup`",
    ]


def test_a_guard_that_is_gone_has_to_be_seen_to(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch, names=True)
    with connection.cursor() as cursor:
        cursor.execute('DROP TRIGGER "jornal_entry_delete"')
    code, out = said(capsys, "status")
    assert (code, "jornal_entry_delete is gone" in out, "names:  locked" in out) == (1, True, True)


def test_where_no_register_is_one_is_told_how_to_begin(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(settings, "HOME", tmp_path / "none")
    assert "jornal init" in refused(capsys, "status")

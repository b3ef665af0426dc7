"""A register that is moved while its pages are open: what is recorded afterwards goes where it lies now."""

import shutil

from django.core.signals import request_started
from django.db import connection

from hands import hand
from jornal.journal.entry import Entry
from jornal.journal.record import record
from journal.registers import register, shift

FILE = "register.sqlite3"


def test_a_days_work_does_not_go_into_the_file_that_was_put_away(sqlite):
    register()
    connection.close()
    away = sqlite.home / "away"
    away.mkdir()
    shutil.copy(sqlite.home / FILE, away / "backup")
    before = Entry.objects.count()
    shutil.move(sqlite.home / FILE, away / FILE)
    shutil.move(away / "backup", sqlite.home / FILE)
    request_started.send(sender=None)
    record([shift("QC09", day=20)], "cusco", hand())
    assert Entry.objects.count() == before + 1
    connection.close()
    shutil.move(away / FILE, sqlite.home / FILE)
    assert Entry.objects.count() == before


def test_a_file_that_lies_where_it_lay_stays_open(sqlite):
    register()
    open_before = connection.connection
    request_started.send(sender=None)
    assert connection.connection is open_before

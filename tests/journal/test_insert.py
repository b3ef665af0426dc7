"""Rows into tables, as they are."""

import pytest
from django.db import connection

from jornal.facts.attendance import Shift, Stoppage
from jornal.journal import insert
from jornal.journal.entry import Entry
from jornal.journal.fact import kinds
from jornal.journal.replay import empty
from journal.goldens import sample

pytestmark = pytest.mark.usefixtures("database")


def test_every_kind_comes_back_from_its_table_as_it_was_put_in():
    insert.rows(sample(kind) for kind in kinds().values())
    for kind in kinds().values():
        kept, put = kind.objects.get(), sample(kind)
        assert [getattr(kept, f.name) for f in kind._meta.concrete_fields] == [
            getattr(put, f.name) for f in kind._meta.concrete_fields
        ], kind


def test_rows_stand_as_django_itself_would_have_put_them():
    insert.rows([sample(Shift, 3)])
    other = sample(Shift, 4)
    other.worker = "another"
    other.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT day, recorded_at, substitute, note, start FROM jornal_shift ORDER BY seq")
        first, second = cursor.fetchall()
    assert first == second


def test_rows_of_several_tables_go_in_at_once():
    insert.rows([sample(Shift, 3), sample(Stoppage, 4)])
    assert (Shift.objects.count(), Stoppage.objects.count()) == (1, 1)


def test_nothing_is_nothing():
    insert.rows([])
    insert.entries([])
    assert Entry.objects.count() == 0


def test_entries_are_put_in_by_what_they_are():
    insert.entries([("cusco", 1, "shift", "{}", "0" * 64)])
    assert Entry.objects.values_list("book", "seq", "kind", "body", "digest").get() == (
        "cusco",
        1,
        "shift",
        "{}",
        "0" * 64,
    )


def test_rows_can_go_into_another_database():
    with empty() as using:
        insert.rows([sample(Shift)], using)
        assert (Shift.objects.using(using).count(), Shift.objects.count()) == (1, 0)

"""The guards of every table, tried on each of them."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, models, transaction

import databases
from hands import hand
from jornal.journal import guard, insert
from jornal.journal.entry import Entry, Head
from jornal.journal.fact import Fact
from journal.goldens import sample
from journal.tampering import refused
from lost import bare

TABLES = pytest.mark.parametrize("model", guard.guarded(), ids=lambda model: model.__name__)


@pytest.fixture(params=databases.VENDORS, scope="module")
def filled(request, tmp_path_factory) -> Iterator[databases.Database]:
    """One row in every guarded table; nothing a test tries may change one, so that all tests share it."""
    with databases.fresh(request.param, tmp_path_factory.mktemp("filled") / "home") as found:
        insert.rows([row(model) for model in guard.guarded()])
        yield found


def row(model: type[models.Model], seq: int = 7) -> models.Model:
    if issubclass(model, Fact):
        return sample(model, seq)
    if model is Entry:
        return Entry(book="cusco", seq=seq, kind="shift", body="{}", digest="0" * 64)
    return Head(
        book="cusco", seq=seq, digest="0" * 64, code="0" * 10, why="day", signed_at=hand().now(), signature=""
    )


def standing(model: type[models.Model]) -> list[tuple]:
    return list(model.objects.order_by("pk").values_list())


def copied(model: type[models.Model], **changed: str) -> str:
    """Columns and values of the row that stands, some of them changed: what follows INSERT INTO."""
    names = [field.column for field in model._meta.concrete_fields]
    quoted = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(changed.get(name, f'"{name}"') for name in names)
    return f'"{model._meta.db_table}" ({quoted}) SELECT {values} FROM "{model._meta.db_table}" WHERE seq = 7'


def statements(model: type[models.Model], vendor: str) -> list[str]:
    table, key = model._meta.db_table, model._meta.pk.column
    other = {"id": "'01a0f7a4fc60710c9e436d5851a40000'", "root": "'01a0f7a4fc60710c9e436d5851a40000'"}
    other = other if issubclass(model, Fact) else {"id": "99"}
    set_seq = "DO UPDATE SET seq = 1"
    unique = "book, seq" if model is Entry else "book, seq, why"
    found = [
        f'UPDATE "{table}" SET seq = 1',
        f'DELETE FROM "{table}"',
        f"INSERT INTO {copied(model)} AND true ON CONFLICT ({key}) {set_seq}",
    ]
    if not issubclass(model, Fact):
        found.append(f"INSERT INTO {copied(model, **other)} AND true ON CONFLICT ({unique}) {set_seq}")
    if vendor == "postgresql":
        return [
            *found,
            f'TRUNCATE "{table}"',
            f'TRUNCATE "{table}" CASCADE',
            f'LOCK TABLE "{table}" IN EXCLUSIVE MODE',
        ]
    found += [f"{verb} INTO {copied(model)}" for verb in ("INSERT OR REPLACE", "REPLACE")]
    found += [f"{verb} INTO {copied(model, **other)}" for verb in ("INSERT OR REPLACE", "REPLACE")]
    found.append(f'UPDATE OR REPLACE "{table}" SET seq = 8')
    names = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    if issubclass(model, Fact):  # the number that SQLite gives a row besides its id
        values = ", ".join(
            other.get(field.column, f'"{field.column}"') for field in model._meta.concrete_fields
        )
        values = values.replace(f'"{model.KEY[0]}"', "'another'")
        found.append(f'REPLACE INTO "{table}" (rowid, {names}) SELECT rowid, {values} FROM "{table}"')
    return found


@TABLES
def test_no_statement_changes_takes_out_or_replaces_a_row(filled, model):
    before = standing(model)
    went_through = [one for one in statements(model, filled.vendor) if not refused(one)]
    assert (went_through, standing(model)) == ([], before)


def _tried(deed) -> bool:
    try:
        with transaction.atomic():
            deed()
    except DatabaseError:
        return True
    return False


@TABLES
@pytest.mark.usefixtures("filled")
def test_no_queryset_changes_takes_out_or_replaces_a_row(model):
    before, again = standing(model), row(model)
    again.pk = before[0][0]
    deeds = [
        lambda: model.objects.update(seq=1),
        lambda: model.objects.all().delete(),
        lambda: model.objects.get().delete(),
        lambda: model.objects.get().save(),
        lambda: model.objects.bulk_update(model.objects.all(), ["seq"]),
        lambda: model.objects.bulk_create(
            [again], update_conflicts=True, update_fields=["seq"], unique_fields=["pk"]
        ),
    ]
    went_through = [number for number, deed in enumerate(deeds) if not _tried(deed)]
    assert (went_through, standing(model)) == ([], before)


@TABLES
@pytest.mark.usefixtures("filled")
def test_a_set_that_passes_over_what_is_there_changes_nothing_either(model):
    before, again = standing(model), row(model)
    again.pk = before[0][0]
    _tried(lambda: model.objects.bulk_create([again], ignore_conflicts=True))
    assert standing(model) == before


@pytest.mark.parametrize("vendor", databases.VENDORS)
def test_tables_are_there_with_their_guards_and_their_note_or_not_at_all(vendor, tmp_path, monkeypatch):
    with bare(vendor, tmp_path) as machine:
        alias = "owner" if machine.owner_url else "default"
        with monkeypatch.context() as patched:
            patched.setattr(guard, "install", cut_off)
            with pytest.raises(KeyboardInterrupt):
                guard.migrated(alias)
        assert "jornal_entry" not in connection.introspection.table_names()
        guard.migrated(alias, databases.WRITER if machine.owner_url else "")
        guard.check(connection)


def cut_off(_: object) -> None:
    raise KeyboardInterrupt

"""The guards of every table: no row is changed, removed or replaced by accident, and nothing is recorded without them.

They stop accidents. What a person with the file and time does is found by the chain and by the heads that others keep.
One change is let through: the text of an entry goes where a record says that it was put away.
"""

from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from jornal.journal.entry import Entry, Head
from jornal.journal.fact import Fact
from jornal.journal.opening import TextsPutAway
from jornal.journal.putaway import STAY, may_go

REFUSED = "jornal: this table takes new rows only"
THERE = "jornal: there is such a row already"


class GuardMissing(RuntimeError):
    """A table without its guard, or a database that may lose what it acknowledged."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Nothing was recorded: {what}. Run `jornal audit --full`, then `jornal init --guards`, "
            "and tell headquarters."
        )


def guarded() -> list[type[models.Model]]:
    """Every table that takes new rows only."""
    return [Entry, Head, *(model for model in apps.get_models() if issubclass(model, Fact))]


def migrated(alias: str, writer: str = "") -> None:
    """Makes or changes every table of a database with its guard, all or nothing; `writer` may then add rows.

    Django alone notes a migration after its tables are there, and could never go on where it was cut off between.
    """
    database = connections[alias]
    database.disable_constraint_checking()  # as SQLite asks; Django checks them at the end of each migration
    try:
        with transaction.atomic(using=alias):
            call_command("migrate", database=alias, verbosity=0)
            if writer:
                grant(database, writer)
    finally:
        database.enable_constraint_checking()


def install(connection: BaseDatabaseWrapper) -> None:
    """Puts every guard on, all or none; those that stand are made anew. On PostgreSQL the tables' owner does it."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in _postgres() if connection.vendor == "postgresql" else _sqlite(cursor):
            cursor.execute(statement)
    connection.jornal_guarded = None  # type: ignore[attr-defined]


def check(connection: BaseDatabaseWrapper) -> None:
    """Raises GuardMissing where a guard is gone or altered, or where a power cut could take what was acknowledged."""
    if connection.vendor == "postgresql":
        _check_postgres(connection)
        return
    with connection.cursor() as cursor:
        version = cursor.execute("PRAGMA schema_version").fetchone()[0]
        if cursor.execute("PRAGMA synchronous").fetchone()[0] < 2:  # of a connection, so asked each time
            raise GuardMissing("the database does not wait until what it writes is on the disk")
        seen = (connection.connection, version)  # a connection made anew is looked at anew
        if getattr(connection, "jornal_guarded", None) == seen:
            return
        cursor.execute(_TRIGGERS)
        standing = {name: (table, statement) for name, table, statement in cursor.fetchall()}
    for name, statement in expected().items():
        if standing.get(name, ("", ""))[1] != statement:
            raise GuardMissing(f"the guard {name} is gone or was altered")
    tables = {model._meta.db_table for model in guarded()}  # noqa: SLF001
    for name, (table, _) in standing.items():
        if table in tables and name not in expected():
            raise GuardMissing(f"a trigger {name} was put on a table, which may swallow what is recorded")
    connection.jornal_guarded = seen  # type: ignore[attr-defined]


_TRIGGERS = """
SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'
UNION ALL SELECT name, tbl_name, sql FROM sqlite_temp_master WHERE type = 'trigger'
"""
_expected: dict[str, str] = {}


def expected() -> dict[str, str]:
    """Every trigger of SQLite by its name."""
    if not _expected:
        for model in guarded():
            _expected.update(_triggers(model))
    return _expected


def _sqlite(cursor: Any) -> list[str]:
    standing = {name for name, *_ in cursor.execute(_TRIGGERS).fetchall()}
    dropped = [f'DROP TRIGGER "{name}"' for name in expected() if name in standing]
    return [*dropped, *expected().values()]


def _triggers(model: type[models.Model]) -> dict[str, str]:
    table = model._meta.db_table  # noqa: SLF001
    unique = "\n".join(
        f"  SELECT RAISE(ABORT, '{THERE} ({name})') WHERE EXISTS (SELECT 1 FROM \"{table}\" WHERE {condition});"  # noqa: S608 (names of our own tables)
        for name, condition in _unique(model)
    )
    when = f" WHEN NOT ({_put_away()})" if model is Entry else ""
    bodies = {
        "update": f"BEFORE UPDATE ON \"{table}\"{when} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
        "delete": f"BEFORE DELETE ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
        # INSERT OR REPLACE removes rows without any DELETE trigger, so it has to be met here.
        "replace": f'BEFORE INSERT ON "{table}" BEGIN\n{unique}\nEND',
    }
    return {f"{table}_{name}": f'CREATE TRIGGER "{table}_{name}" {body}' for name, body in bodies.items()}


def _put_away() -> str:
    """The one change of an entry that is none: its text goes, all else stays, and a record says so."""
    same = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in ("id", "book", "seq", "kind", "digest"))
    stay = ", ".join(f"'{kind}'" for kind in STAY)
    away = TextsPutAway._meta.db_table  # noqa: SLF001
    return (
        f"NEW.body IS '' AND {same} AND OLD.kind NOT IN ({stay}) AND EXISTS (SELECT 1 FROM {away} AS away "  # noqa: S608 (names of our own tables)
        "WHERE away.book = OLD.book AND away.opened = OLD.book AND away.upto > OLD.seq) "
        f"AND NOT EXISTS (SELECT 1 FROM {away} AS away WHERE away.book = OLD.book AND away.upto = OLD.seq)"
    )


def emptied(book: str, upto: int) -> int:
    """Takes the texts before a place out of a book and gives how many; the guard refuses where no record says so."""
    return may_go(book, upto).update(body="")


def _unique(model: type[models.Model]) -> list[tuple[str, str]]:
    """What no two rows of a table share: each name with its condition on a new row."""
    key = model._meta.pk.column  # noqa: SLF001
    # A row without an id gets a new one, which cannot be there.
    found = [("id", f"NEW.{key} IS NOT NULL AND {key} = NEW.{key}")]
    if not isinstance(model._meta.pk, models.AutoField):  # noqa: SLF001
        # Such a table numbers its rows besides, and REPLACE takes that number too; -1 is none given.
        found.append(("rowid", "NEW.rowid <> -1 AND rowid = NEW.rowid"))
    for constraint in model._meta.constraints:  # noqa: SLF001
        if not isinstance(constraint, models.UniqueConstraint):
            continue
        same = " AND ".join(
            f'"{_column(model, name)}" = NEW."{_column(model, name)}"' for name in constraint.fields
        )
        kind = constraint.name.rpartition("_")[2]
        if kind == "key":
            same = f"NEW.corrects IS NULL AND corrects IS NULL AND {same}"
        elif kind == "corrects":
            same = f"NEW.corrects IS NOT NULL AND {same}"
        found.append((kind, same))
    return found


def _column(model: type[models.Model], name: str) -> str:
    return str(model._meta.get_field(name).column)  # type: ignore[union-attr] # noqa: SLF001


_BODY = f" BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation'; END "


def _postgres() -> list[str]:
    found = [
        f"CREATE OR REPLACE FUNCTION jornal_refuse() RETURNS trigger LANGUAGE plpgsql AS $${_BODY}$$",
    ]
    for table in (model._meta.db_table for model in guarded()):  # noqa: SLF001
        for name, what in (("rows", "UPDATE OR DELETE"), ("table", "TRUNCATE")):
            each = "ROW" if name == "rows" else "STATEMENT"
            on = f'"{table}_{name}" BEFORE {what} ON "{table}"'
            found.append(f'DROP TRIGGER IF EXISTS "{table}_{name}" ON "{table}"')
            found.append(f"CREATE TRIGGER {on} FOR EACH {each} EXECUTE FUNCTION jornal_refuse()")
    return found


_STANDING = """
SELECT count(*) FILTER (WHERE ours AND t.tgname = c.relname || '_rows' AND t.tgtype & 27 = 27),
       count(*) FILTER (WHERE ours AND t.tgname = c.relname || '_table' AND t.tgtype & 34 = 34),
       coalesce(bool_or(NOT ours OR c.relhasrules), true),
       coalesce(bool_or(pg_has_role(current_user, c.relowner, 'USAGE')), true),
       coalesce(bool_or(has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')), true),
       current_setting('synchronous_commit'), current_setting('session_replication_role')
FROM pg_class c
JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
JOIN pg_proc p ON p.oid = t.tgfoid
CROSS JOIN LATERAL (
    SELECT p.proname = 'jornal_refuse' AND p.prosrc = %s AND p.pronamespace = c.relnamespace
       AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL AND t.tgattr::text = '' AS ours
) AS which
WHERE c.relname = ANY(%s) AND c.relnamespace = current_schema()::regnamespace
"""


def _check_postgres(connection: BaseDatabaseWrapper) -> None:
    tables = [model._meta.db_table for model in guarded()]  # noqa: SLF001
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, [_BODY, tables])
        rows, truncates, others, owner, may, commits, replication = cursor.fetchone()
    if rows < len(tables) or truncates < len(tables):
        raise GuardMissing("a guard of the database is gone, was altered or was switched off")
    if others:
        raise GuardMissing("a trigger or rule was put on a table, which may swallow what is recorded")
    if owner or may:
        raise GuardMissing("the database's user owns the tables or may change rows; it may only read and add")
    if commits == "off" or replication == "replica":
        raise GuardMissing(
            "the database does not wait until what it writes is on the disk, or passes its guards by"
        )


def grant(connection: BaseDatabaseWrapper, role: str) -> None:
    """On PostgreSQL, as the owner: lets a role read and add rows, and nothing else."""
    name: Any = connection.ops.quote_name(role)
    with connection.cursor() as cursor:
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {name}")
        cursor.execute(f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {name}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}")

"""What happens when tables change."""

from django.core.checks import registry
from django.core.management import call_command
from django.db import connection

from jornal.journal import guard


def test_after_tables_were_changed_the_guards_stand_again(sqlite):
    with connection.cursor() as cursor:
        cursor.execute('DROP TRIGGER "jornal_entry_delete"')
    call_command("migrate", verbosity=0)
    guard.check(connection)
    assert (sqlite.home / "register.sqlite3").exists()


def test_the_checks_are_known_to_django():
    modules = {check.__module__ for check in registry.registry.get_checks()}
    assert "jornal.checks" in modules

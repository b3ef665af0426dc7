"""Facts lie in the register; whatever is about signing in lies beside it."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import connections

import browsing
from jornal.accounts.models import Account
from jornal.accounts.routing import Router
from jornal.facts.organisation import Site


@pytest.mark.parametrize(
    ("model", "where"),
    [(Site, "default"), (Account, "accounts"), (Session, "accounts"), (Authenticator, "accounts")],
)
def test_a_table_is_read_and_written_where_it_belongs(model, where):
    assert (Router().db_for_read(model), Router().db_for_write(model)) == (where, where)


@pytest.mark.parametrize(
    ("database", "label", "made"),
    [
        ("default", "jornal", True),
        ("owner", "jornal", True),
        ("accounts", "jornal", False),
        ("accounts", "accounts", True),
        ("accounts", "sessions", True),
        ("default", "sessions", False),
        ("owner", "mfa", False),
    ],
)
def test_tables_are_made_where_they_belong(database, label, made):
    assert Router().allow_migrate(database, label) is made


def test_neither_file_has_tables_of_the_other(database, monkeypatch):
    browsing.opened(database, monkeypatch)
    register = connections["default"].introspection.table_names()
    accounts = connections["accounts"].introspection.table_names()
    assert ("jornal_site" in register, "accounts_account" in accounts) == (True, True)
    assert set(register) & set(accounts) <= {"django_migrations", "sqlite_sequence"}

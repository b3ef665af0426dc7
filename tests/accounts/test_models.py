"""The tables of the accounts."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError

import browsing
from jornal.accounts.models import Account, Change
from signing import AT


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)


def test_a_member_of_staff_has_one_account_and_no_roles_in_it():
    Account.objects.create(staff="S1")
    with pytest.raises(IntegrityError):
        Account.objects.create(staff="S1")
    assert not [
        one.name for one in Account._meta.get_fields() if "role" in one.name or "permission" in one.name
    ]


def test_an_account_is_called_as_the_member_of_staff_is():
    assert str(Account(staff="S1")) == "S1"
    assert str(Change(at=AT, staff="S1", what="opened", by="F1")) == "2026-10-01 12:00 S1 opened by F1"


def test_the_migrations_make_the_tables_as_they_are(capsys):
    call_command("makemigrations", "accounts", check=True, dry_run=True)
    assert "No changes detected" in capsys.readouterr().out

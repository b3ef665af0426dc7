"""The file of the accounts."""

import stat
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from jornal.accounts.models import Account
from jornal.accounts.tables import opened, ready


@pytest.mark.usefixtures("sqlite")
def test_the_file_is_made_once_and_read_by_its_owner_alone(sqlite):
    assert (ready(), ready()) == (True, False)
    assert stat.S_IMODE((sqlite.home / "accounts.sqlite3").stat().st_mode) == 0o600
    assert Account.objects.count() == 0


def test_accounts_lie_beside_a_register_on_either_database(database):
    ready()
    Account.objects.create(staff="S1")
    assert [one.staff for one in Account.objects.all()] == ["S1"]


def test_opened_it_signs_with_the_key_of_the_folder_and_forgets_sessions_that_ran_out(sqlite, monkeypatch):
    monkeypatch.setattr(settings, "SECRET_KEY", "chance")
    ready()
    old = Session.objects.create(
        session_key="old", session_data="", expire_date=timezone.now() - timedelta(1)
    )
    opened(sqlite.home)
    assert (sqlite.home / "secret.key").read_text(encoding="ascii") == settings.SECRET_KEY
    assert not Session.objects.filter(pk=old.pk).exists()

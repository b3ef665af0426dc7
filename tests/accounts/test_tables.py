"""The file of the accounts."""

import stat

import pytest

from jornal.accounts.models import Account
from jornal.accounts.tables import ready


@pytest.mark.usefixtures("sqlite")
def test_the_file_is_made_once_and_read_by_its_owner_alone(sqlite):
    assert (ready(), ready()) == (True, False)
    assert stat.S_IMODE((sqlite.home / "accounts.sqlite3").stat().st_mode) == 0o600
    assert Account.objects.count() == 0


def test_accounts_lie_beside_a_register_on_either_database(database):
    ready()
    Account.objects.create(staff="S1")
    assert [one.staff for one in Account.objects.all()] == ["S1"]

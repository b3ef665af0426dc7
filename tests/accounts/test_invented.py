"""The accounts of the demo's staff."""

import pytest

from jornal.accounts.invented import known
from jornal.accounts.models import Account


@pytest.mark.usefixtures("sqlite")
def test_the_invented_have_accounts_and_no_passphrase():
    known(["S1", "S2"])
    known(["S2"])
    assert [(one.staff, one.has_usable_password()) for one in Account.objects.order_by("staff")] == [
        ("S1", False),
        ("S2", False),
    ]

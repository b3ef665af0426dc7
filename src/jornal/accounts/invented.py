"""Accounts of the demo's invented staff: nobody has a passphrase, and they are entered only in the demo."""

from collections.abc import Iterable

from jornal.accounts.models import Account
from jornal.accounts.tables import ready


def known(staff: Iterable[str]) -> None:
    """An account for each of these members of staff, without a passphrase."""
    ready()
    for token in staff:
        account_of(token)


def account_of(token: str) -> Account:
    """The account of one of them, made where there is none yet."""
    account, new = Account.objects.get_or_create(staff=token)
    if new:
        account.set_unusable_password()
        account.save()
    return account

"""Accounts opened, given new codes, reset and closed; what somebody starts with is seen once and soon replaced."""

import re
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.db import transaction

from jornal.accounts.models import CODES, PASSPHRASE, Account, Change
from jornal.accounts.routing import ACCOUNTS
from jornal.actions.given import NotStaff, on_the_staff
from jornal.journal.recovery import SIGNS
from jornal.journal.seal import tidied
from jornal.units.said import Said

TO_START = 3
"""Codes on the slip that somebody starts with; the others come on the sheet that she prints herself."""

FEW = 5
"""So few codes left, and she is told at each sign-in to print new ones."""

_GROUPS, _SIGNS = 4, 4
_FIRST = re.compile(rf"[{SIGNS}]{{{_SIGNS}}}(-[{SIGNS}]{{{_SIGNS}}}){{{_GROUPS - 1}}}", re.IGNORECASE)


class HasAccount(Said):
    """An account opened twice."""

    def __init__(self, staff: str) -> None:
        super().__init__(
            "{staff} has an account already. Give new codes, or close it and open it again.", staff=staff
        )


class NoAccount(Said):
    """Somebody without an open account."""

    def __init__(self, staff: str) -> None:
        super().__init__("{staff} has no open account here. Open one first.", staff=staff)


class Start(NamedTuple):
    """What somebody signs in with the first time; an empty passphrase where she keeps her own."""

    staff: str
    passphrase: str
    codes: tuple[str, ...]


def opened(staff: str, by: str, at: datetime) -> Start:
    """An account for a member of staff, or a closed one opened again. Raises NotStaff, HasAccount."""
    _on_staff(staff)
    with transaction.atomic(using=ACCOUNTS):
        account = Account.objects.filter(staff=staff).first()
        if account is not None and account.is_open:
            raise HasAccount(staff)
        return _begun(account or Account(staff=staff), by, at, "opened")


def reset(staff: str, by: str, at: datetime) -> Start:
    """A new first passphrase and codes, whatever there was; app and keys are gone, and she is signed out everywhere.

    Raises NotStaff.
    """
    _on_staff(staff)
    with transaction.atomic(using=ACCOUNTS):
        account = Account.objects.filter(staff=staff).first()
        return _begun(account or Account(staff=staff), by, at, "reset" if account else "opened")


def codes_again(staff: str, by: str, at: datetime) -> Start:
    """Three codes in place of those she had, with which she prints a new sheet. Raises NoAccount."""
    with transaction.atomic(using=ACCOUNTS):
        account = _open(staff)
        account.wants = account.wants or CODES
        account.save(update_fields=["wants"])
        changed(staff, "codes", by, at)
        return Start(staff, "", _new_codes(account)[:TO_START])


def closed(staff: str, by: str, at: datetime) -> None:
    """Nobody signs in with this account any more, and whoever is signed in with it is out. Raises NoAccount."""
    with transaction.atomic(using=ACCOUNTS):
        account = _open(staff)
        account.is_active = False
        account.set_unusable_password()
        account.save(update_fields=["is_active", "password"])
        Authenticator.objects.filter(user=account).delete()
        changed(staff, "closed", by, at)


def took_own_passphrase(account: Account, at: datetime) -> None:
    """She has a passphrase that nobody else knows."""
    if account.wants == PASSPHRASE:
        account.wants = CODES
        account.save(update_fields=["wants"])
    changed(account.staff, "passphrase", account.staff, at)


def sheet(account: Account, at: datetime) -> tuple[str, ...]:
    """All the codes of a new sheet, which only she sees; those before are void."""
    with transaction.atomic(using=ACCOUNTS):
        if account.wants == CODES:
            account.wants = ""
            account.save(update_fields=["wants"])
        changed(account.staff, "sheet", account.staff, at)
        return _new_codes(account)


def factor_off(factor: Authenticator) -> None:
    """One app or key less; her codes stay."""
    factor.delete()


def changed(staff: str, what: str, by: str, at: datetime) -> None:
    """Writes down what was done to an account."""
    Change.objects.create(staff=staff, what=what, by=by, at=at)


def left(accounts: Iterable[Account]) -> dict[str, int]:
    """How many codes each has left, by token; who never had any is not there. One query for all."""
    wanted = {account.pk: account.staff for account in accounts}
    rows = Authenticator.objects.filter(user__in=wanted, type=Authenticator.Type.RECOVERY_CODES)
    whole: int = settings.MFA_RECOVERY_CODE_COUNT
    return {wanted[row.user_id]: whole - int(row.data["used_mask"]).bit_count() for row in rows}


def as_typed(passphrase: str) -> str:
    """The passphrase as it is meant: one form of each letter; a first one in the capitals in which it is printed."""
    meant = tidied(passphrase)
    return meant.upper() if _FIRST.fullmatch(meant) else meant


def _on_staff(staff: str) -> None:
    if staff not in on_the_staff([staff]):
        raise NotStaff(staff)


def _open(staff: str) -> Account:
    account = Account.objects.filter(staff=staff).first()
    if account is None or not account.is_open:
        raise NoAccount(staff)
    return account


def _begun(account: Account, by: str, at: datetime, what: str) -> Start:
    groups = ("".join(secrets.choice(SIGNS) for _ in range(_SIGNS)) for _ in range(_GROUPS))
    first = "-".join(groups)
    account.is_active, account.wants = True, PASSPHRASE
    account.set_password(first)
    account.save()
    Authenticator.objects.filter(user=account).exclude(type=Authenticator.Type.RECOVERY_CODES).delete()
    changed(account.staff, what, by, at)
    return Start(account.staff, first, _new_codes(account)[:TO_START])


def _new_codes(account: Account) -> tuple[str, ...]:
    Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).delete()
    return tuple(RecoveryCodes.activate(account).generate_codes())

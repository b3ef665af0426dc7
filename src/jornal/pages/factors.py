"""What somebody signs in with beside her passphrase: codes on paper at a site, an app or a key at headquarters."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from jornal.accounts.models import CODES, PASSPHRASE, Account
from jornal.pages import wanted
from jornal.pages.access import grants, today
from jornal.pages.wanted import SECOND

STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def app_offered(account: Account) -> bool:
    """Whether she may use an app on a telephone: only who works beyond the sites, where one may be carried."""
    return any(where == "" for _, where in grants(account.staff, today(None)))


def key_offered(account: Account) -> bool:
    """Whether she may use a security key: at headquarters, and at sites where this computer's setting allows it."""
    return bool(settings.SECURITY_KEYS) or app_offered(account)


def must_be_strong(account: Account) -> bool:
    """Whether she needs an app or a key: whoever has a role of headquarters today."""
    return any(what.startswith("hq_") for what, _ in grants(account.staff, today(None)))


def strong(account: Account) -> int:
    """How many apps and keys she has."""
    return int(Authenticator.objects.filter(user=account, type__in=STRONG).count())


def removable(authenticator: Authenticator) -> bool:
    """Whether an app or a key may go: not the last one of somebody who needs one."""
    return strong(authenticator.user) > 1 or not must_be_strong(authenticator.user)


def begun(request: HttpRequest, account: Account) -> None:
    """Notes at sign-in what she is asked for before anything else."""
    lacks = must_be_strong(account) and not strong(account)
    steps = {PASSPHRASE: [PASSPHRASE, CODES], CODES: [CODES]}.get(account.wants, [])
    wanted.noted(request, [*steps, *([SECOND] if lacks else [])])

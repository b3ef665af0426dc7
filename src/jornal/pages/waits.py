"""Tries that are counted, in the memory of this program: after some that failed, one has to wait."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest

RATES = {"names": "5/5m/user,20/5m/key", "codes": "40/d/key"}
"""How many tries in how long, for one person and for all together (`key`); others of the sign-in stand in the settings.

Codes are asked for after the right passphrase, so their day's limit keeps out nobody but who knows one.
"""

_APP = "jornal"


def may(request: HttpRequest, what: str, of: str = "") -> bool:
    """Whether one more try is allowed, which is counted with it; `of` is whose it is, where nobody is signed in yet."""
    told = {"config": RATES, "key": f"{what} {of}", "user": request.user}
    return ratelimit.consume(request, app=_APP, action=what, **told) is not None


def succeeded(request: HttpRequest, what: str, of: str = "") -> None:
    """Nothing counts any more."""
    ratelimit.clear(request, app=_APP, action=what, config=RATES, key=f"{what} {of}", user=request.user)

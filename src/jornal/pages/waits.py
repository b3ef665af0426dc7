"""Tries that are counted, in the memory of this program: after some that failed, one has to wait."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest

RATES = {"names": "5/5m/user,20/5m/key"}
"""How many tries in how long, for one person and for all together; those of the sign-in stand in the settings."""

_APP = "jornal"


def may(request: HttpRequest, what: str) -> bool:
    """Whether one more try is allowed, which is counted with it."""
    used = ratelimit.consume(request, app=_APP, action=what, config=RATES, key=what, user=request.user)
    return used is not None


def succeeded(request: HttpRequest, what: str) -> None:
    """Nothing counts against anybody any more."""
    ratelimit.clear(request, app=_APP, action=what, config=RATES, key=what, user=request.user)

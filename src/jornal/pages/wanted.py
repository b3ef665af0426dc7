"""What somebody is asked for after her sign-in and before anything else, kept in her session."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from jornal.accounts.models import CODES, PASSPHRASE

SECOND = "second"
"""An app or a key, which headquarters signs in with."""

_KEY = "wanted"
_WHERE = {PASSPHRASE: "account_change_password", CODES: "codes", SECOND: "mfa_index"}


def noted(request: HttpRequest, steps: Sequence[str]) -> None:
    """These steps are asked for, in their order."""
    request.session[_KEY] = list(steps)


def steps(request: HttpRequest) -> list[str]:
    """What is still asked for."""
    return list(request.session.get(_KEY, ()))


def done(request: HttpRequest, step: str) -> None:
    """That step is behind her."""
    if step in steps(request):
        noted(request, [one for one in steps(request) if one != step])


def first(request: HttpRequest) -> HttpResponse | None:
    """The way to what is asked for first; None where nothing is."""
    left = steps(request)
    return HttpResponseRedirect(reverse(_WHERE[left[0]])) if left else None

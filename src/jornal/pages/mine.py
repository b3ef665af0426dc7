"""Her own sheet of codes: a new one made, and shown while she prints it."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from jornal.accounts import members
from jornal.accounts.models import CODES
from jornal.pages import sheets, wanted
from jornal.pages.access import today
from jornal.pages.tongue import words

APART = 4
"""Figures of a code that stand together on the sheet."""


@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]
def codes(request: HttpRequest) -> HttpResponse:
    """What a new sheet means, and the button that makes one; then on to the sheet."""
    account: Any = request.user
    if request.method != "POST":
        context = {"left": members.left([account]).get(account.staff, 0), "steps": wanted.steps(request)}
        return render(request, "account/codes.html", context)
    made = members.sheet(account, timezone.now())
    wanted.done(request, CODES)
    return HttpResponseRedirect(reverse("codes_sheet", args=[sheets.put(account.staff, made)]))


@login_required
def sheet(request: HttpRequest, token: str) -> HttpResponse:
    """The sheet to print; ten minutes later it is nowhere but on paper."""
    made = sheets.shown(str(request.user), token)
    if not isinstance(made, tuple):
        raise Http404
    rows = [(number, f"{code[:APART]} {code[APART:]}") for number, code in enumerate(made, start=1)]
    return render(
        request, "account/sheet.html", {"codes": rows, "made_on": today(None), "words": words(request)}
    )

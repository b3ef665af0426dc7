"""In the demo, and nowhere else: entering as anybody of the invented staff, without a passphrase."""

from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from jornal.accounts.invented import account_of
from jornal.demo import homes, invented
from jornal.facts.organisation import Site
from jornal.pages import roles, tongue, typed
from jornal.pages.access import grants, today
from jornal.reads.people import roles_held

FIRST = ("site_manager", "trainer", "hq_operations", "hq_finance")
"""Whom most who look want to be: they stand first."""


class Somebody(NamedTuple):
    """One of the invented staff: token, roles in words, and where."""

    staff: str
    roles: str
    where: str


def allowed() -> bool:
    """Whether anybody may enter as anybody: asked for by JORNAL_DEMO, in a register that is wholly invented."""
    return bool(settings.DEMO) and invented.wholly(Path(settings.HOME))


def those(request: HttpRequest) -> list[Somebody]:
    """The invented staff with a role today, one of each role first; none outside the demo."""
    if not allowed():
        return []
    words, day = tongue.words(request), today(None)
    labels = dict(Site.objects.current().values_list("site", "label"))
    found, so_far = [], Counter[str]()
    held = (one for one in roles_held(day) if one.since <= day)
    for staff, of_one in groupby(held, key=lambda one: one.staff):
        mine = list(of_one)
        where = ", ".join(sorted({words.say(labels.get(one.site, "")) for one in mine} - {""}))
        order, what = min(
            (FIRST.index(one.what) if one.what in FIRST else len(FIRST), one.what) for one in mine
        )
        found.append(
            (so_far[what], order, Somebody(staff, roles.called(words, [one.what for one in mine]), where))
        )
        so_far[what] += 1
    return [one for _, _, one in sorted(found)]


def opens_with() -> str:
    """The invented passphrase of the names; "" where none is written down."""
    path = Path(settings.HOME) / homes.TO_OPEN
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Signed in as somebody of the invented staff; anywhere else there is no such page."""
    staff = request.POST.get("staff", "")
    if not allowed() or not grants(staff, today(None)):
        raise Http404
    account = account_of(staff)
    chosen = request.session.get(tongue.CHOSEN, "")
    request.session.flush()
    get_adapter().login(request, account)
    request.session[tongue.CHOSEN] = chosen
    tongue.taken(request, account)
    on = HttpResponseRedirect(get_next_redirect_url(request) or "/")
    answer = typed.first(request) if typed.waiting(staff) else on
    return tongue.kept(answer, tongue.words(request).language)

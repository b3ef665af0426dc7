"""The few doors of the pages: who may open what at which site. Whoever reaches past one gets a 404, and it is noted."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from jornal.accounts.models import Account
from jornal.facts.organisation import RoleEnded, RoleGranted, Site
from jornal.pages import names, once, reaches, typed, wanted
from jornal.pages.desk import Desk
from jornal.pages.tongue import spoken

View = Callable[..., HttpResponse]

EVERYBODY = (
    "site_manager", "trainer", "quality", "hq_operations", "hq_finance", "seller", "authority", "auditor",
    "representative",
)  # fmt: skip
ATTENDANCE = ("site_manager", "trainer")
HQ = ("hq_operations", "hq_finance")
READERS = ("auditor",)


class Page(NamedTuple):
    """An address with its view, the roles that may open it, and those that may send something to it.

    `address` begins with `<site>/` for pages of a site and with `hq/` for those of headquarters. `name` is "site.…"
    or "hq.…". `label` is the catalogue key of its entry in the menu; an empty one has none.
    """

    name: str
    address: str
    view: View
    roles: tuple[str, ...]
    sends: tuple[str, ...] = ()
    label: str = ""


def door(page: Page) -> View:
    """The view of a page behind its door."""

    @wraps(page.view)
    def answer(request: HttpRequest, **captured: Any) -> HttpResponse:
        place = captured.pop("site", "" if page.name.startswith("hq.") else None)
        if not request.user.is_authenticated:
            return typed.asked_to_sign_in(request)
        desk = desk_of(request, place or "", page.name)
        may = page.sends if request.method == "POST" else page.roles
        if desk is None or not desk.roles & set(may):
            reaches.noted(str(request.user), request.path, request.method or "")
            raise Http404
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"] if page.sends else ["GET"])
        asked = wanted.first(request)
        if asked is not None:
            return asked
        if request.method == "POST":
            answer = once.answered(request, lambda: page.view(desk, **captured))
            typed.arrived(request)
            return answer
        return page.view(desk, **captured)

    return answer


def desk_of(request: HttpRequest, place: str, shown: str = "") -> Desk | None:
    """The desk of whoever is signed in, at a site or ("") at headquarters; None where that site is not theirs."""
    account = request.user
    if not isinstance(account, Account):
        return None
    sites = {site.site: site for site in Site.objects.current().order_by("site")}
    if place and place not in sites:
        return None
    site = sites.get(place)
    day = today(site)
    held = grants(account.staff, day)
    roles = frozenset(what for what, where in held if where in ("", place))
    everywhere = any(where == "" for _, where in held)
    mine = tuple(
        one for token, one in sites.items() if everywhere or any(where == token for _, where in held)
    )
    if not place and not roles:
        return None
    return Desk(
        request=request, who=account.staff, roles=roles, site=site, words=spoken(account, site, mine), day=day,
        keys=names.kept(roles), shown=shown, sites=mine,
    )  # fmt: skip


def grants(staff: str, day: date) -> list[tuple[str, str]]:
    """The roles of a member of staff that hold on a day, each with its site ("" is everywhere)."""
    ended = RoleEnded.objects.current().filter(day__lte=day).values("granted")
    found = RoleGranted.objects.current().filter(
        Q(until=None) | Q(until__gte=day), staff=staff, since__lte=day
    )
    return sorted(found.exclude(root__in=ended).values_list("what", "site"))


def today(site: Site | None) -> date:
    """Today where the site is, by this computer's clock; in the demo, the day on which its story ends."""
    if settings.DAY:
        return date.fromisoformat(settings.DAY)
    zone = ZoneInfo(site.zone) if site else None
    return datetime.now(zone).astimezone(zone).date()


def home_of(request: HttpRequest) -> tuple[str, dict[str, str]] | None:
    """The page that a person sees first: headquarters' board, or today at her first site; None without a role."""
    account = request.user
    if not isinstance(account, Account):
        return None
    held = grants(account.staff, today(None))
    if any(what in (*HQ, "auditor") and where == "" for what, where in held):
        return "hq.board", {}
    if ("seller", "") in held:
        return "hq.orders", {}
    places = [where for _, where in held if where]
    if not places and held:
        places = list(Site.objects.current().order_by("site").values_list("site", flat=True)[:1])
    return ("site.today", {"site": places[0]}) if places else None

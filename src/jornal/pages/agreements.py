"""Agreements: what was agreed with the authority, who employs, the week of each workshop, visits, and the terms."""

from datetime import date
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions.agreedon import Signed, agreements, employers, employing, in_force, timetables
from jornal.actions.present import ONE_DAY
from jornal.facts.dialogue import Promise
from jornal.facts.organisation import Authority, Enterprise, Site, SiteClosed, Visit, Workshop
from jornal.pages import acting, adopting
from jornal.pages.access import Page
from jornal.pages.agreementdeeds import HEADQUARTERS, MODELS, OF_A_SITE
from jornal.pages.desk import Desk
from jornal.units.periods import WEEKDAYS
from jornal.words.dates import weekday_name

READ = ("site_manager", "hq_operations", "hq_finance", "auditor")
SEND = ("site_manager", "hq_operations")
STATES = {
    "ended": ("bad", "ended"), "soon": ("soon", "ends soon"), "holds": ("good", "in force"),
    "later": ("", "not in force yet"), "replaced": ("", "replaced"),
}  # fmt: skip
VISITS = {"planned": "planned", "held": "held", "cancelled": "cancelled"}
KEPT = "retention_years"
MONDAY = date(2026, 1, 5)


class Card(NamedTuple):
    """An agreement as it is shown."""

    of: Any
    authority: str
    model: str
    how: str
    badge: str
    clauses: tuple[str, ...]
    kept_years: str


class Week(NamedTuple):
    """A workshop's planned week as it is shown."""

    label: str
    of: Any
    days: tuple[tuple[int, str], ...]
    holds: bool
    change: str


def of_a_site(desk: Desk) -> HttpResponse:
    """The page of a site."""
    of = desk.site.authority if desk.site else ""
    authority = Authority.objects.current().filter(authority=of).first()
    now, later = employers(desk.place, desk.day)
    visits = list(Visit.objects.current().filter(site=desk.place).order_by("-day")[:12])
    names = desk.called({one.visitor for one in visits})
    made: dict[date, list[str]] = {}
    for each in Promise.objects.current().filter(site=desk.place, made_at="visit").order_by("due_on"):
        made.setdefault(each.day, []).append(each.says)
    return desk.page(
        "agreements.html",
        cards=[_card(desk, one, {of: authority.label} if authority else {}) for one in agreements([of], desk.day)],
        authority=authority, employer=now, employer_later=later, weeks=_weeks(desk), weekdays=_weekdays(desk),
        visits=[
            {**_visit(desk, one, names[one.visitor]), "promises": made.get(one.day, one.promises)} for one in visits
        ],
        terms=in_force(desk.day, desk.place),
        acts=acting.listed(desk, OF_A_SITE, "site.agreements.do"),
        closed=SiteClosed.objects.current().filter(site=desk.place).first(), adopt="",
    )  # fmt: skip


def of_all(desk: Desk) -> HttpResponse:
    """The page of headquarters: every agreement, every site with its employer and authority, the terms."""
    known = dict(Authority.objects.current().values_list("authority", "label"))
    found = agreements(known, desk.day)
    first: dict[str, Signed] = {}
    for one in found:
        if one.state != "later":
            first.setdefault(one.of.authority, one)
    employed = employing(desk.day)
    sites = [
        {**_site(desk, site, first.get(site.authority), known), "employer": employed.get(site.site)}
        for site in Site.objects.current().order_by("site")
    ]
    return desk.page(
        "agreements_hq.html",
        cards=[_card(desk, one, known) for one in found], sites=sites, terms=in_force(desk.day),
        enterprise=Enterprise.objects.current().first(),
        acts=acting.listed(desk, HEADQUARTERS, "hq.agreements.do"), adopt=desk.at_if_any("hq.agreements.adopt"),
    )  # fmt: skip


def _card(desk: Desk, one: Signed, known: dict[str, str]) -> Card:
    how, badge = STATES[one.state]
    said = [one for one in one.of.clauses if one["name"] != KEPT]
    clauses = tuple(
        each["says"] if each["name"].isdecimal() else f"{each['name']}: {each['says']}" for each in said
    )
    years = next((each["says"] for each in one.of.clauses if each["name"] == KEPT), "")
    return Card(
        one.of,
        known.get(one.of.authority, one.of.authority),
        desk.say(MODELS[one.of.model]),
        how,
        desk.say(badge),
        clauses,
        years,
    )


def _site(desk: Desk, site: Site, held: Signed | None, known: dict[str, str]) -> dict[str, Any]:
    how, badge = STATES[held.state] if held else ("bad", "none is signed")
    return {
        "of": site, "address": desk.at("site.agreements", site=site.site),
        "authority": known.get(site.authority, site.authority), "how": how, "badge": desk.say(badge),
        "expires_on": held.of.expires_on if held else None,
    }  # fmt: skip


def _weekdays(desk: Desk) -> list[str]:
    return [weekday_name(MONDAY + ONE_DAY * number, desk.words.language) for number in range(len(WEEKDAYS))]


def _weeks(desk: Desk) -> list[Week]:
    labels = dict(Workshop.objects.current().filter(site=desk.place).values_list("workshop", "label"))
    found = []
    for one, holds in timetables(desk.place, desk.day):
        given = {
            "workshop": one.workshop,
            "starts": one.starts,
            **{day: one.week.get(day, 0) for day in WEEKDAYS},
        }
        change = desk.at("site.agreements.do", given, verb="set-timetable")
        may = acting.may(desk, "set-timetable")
        days = tuple(zip((int(one.week.get(day, 0)) for day in WEEKDAYS), _weekdays(desk), strict=True))
        found.append(
            Week(desk.say(labels.get(one.workshop, one.workshop)), one, days, holds, change if may else "")
        )
    return found


def _visit(desk: Desk, one: Visit, name: str) -> dict[str, Any]:
    """A visit with what can be done of it."""
    given = {"visitor": one.visitor, "day": one.day.isoformat()}
    open_ = one.state == "planned" and acting.may(desk, "hold-visit")
    return {
        "of": one, "name": name, "state": desk.say(VISITS[one.state]),
        "how": {"held": "good", "cancelled": "", "planned": "bad" if one.day < desk.day else "soon"}[one.state],
        "held": desk.at("site.agreements.do", given, verb="hold-visit") if open_ else "",
        "cancelled": desk.at("site.agreements.do", given, verb="cancel-visit") if open_ else "",
    }  # fmt: skip


PAGES = [
    Page("site.agreements", "<token:site>/agreements", of_a_site, READ, label="Agreements"),
    Page(
        "site.agreements.do", "<token:site>/agreements/do/<slug:verb>", acting.form_of(OF_A_SITE), SEND, SEND
    ),
    Page(
        "hq.agreements",
        "hq/agreements",
        of_all,
        ("hq_operations", "hq_finance", "auditor"),
        label="Agreements",
    ),
    Page(
        "hq.agreements.do",
        "hq/agreements/do/<slug:verb>",
        acting.form_of(HEADQUARTERS),
        ("hq_operations",),
        ("hq_operations",),
    ),
    Page("hq.agreements.adopt", "hq/agreements/adopt", adopting.page, ("hq_finance",), ("hq_finance",)),
]

"""What was agreed for a site and what its figures rest on: agreements, employer, timetables, terms and their packs."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from jornal.actions import adopt
from jornal.facts.organisation import Agreement, Employer, Timetable
from jornal.facts.terms import TermsAdopted
from jornal.terms.packs import Pack
from jornal.terms.shown import ShownRow, shown_rows

SOON = timedelta(days=90)
"""So long before its end, or before the notice that it asks for, an agreement is spoken of again."""

NOTICE = "notice_days"
"""The clause that says how many days before its end notice is given."""

State = Literal["ended", "soon", "holds", "later", "replaced"]


class Signed(NamedTuple):
    """A version of an agreement, and how it stands on a day."""

    of: Agreement
    state: State


class Ending(NamedTuple):
    """An agreement that ends soon or has ended: how many days are left (fewer than none once it has), and notice.

    `notice_by` is the last day to give the notice that it asks for, None where it asks for none.
    """

    of: Agreement
    days: int
    notice_by: date | None


class Rests(NamedTuple):
    """A pack of law that the terms rest on: its rows in force, and those of them that nobody has confirmed."""

    pack: Pack
    rows: int
    unread: tuple[ShownRow, ...]


class InForce(NamedTuple):
    """The terms that a site is computed with, and the packs they rest on."""

    fact: TermsAdopted
    packs: tuple[Rests, ...]


def agreements(authorities: Iterable[str], day: date) -> list[Signed]:
    """The agreements with these authorities, the newest version of each first; earlier versions after them."""
    rows = (
        Agreement.objects.current().filter(authority__in=list(authorities)).order_by("agreement", "-number")
    )
    found: list[Signed] = []
    held: set[str] = set()
    for one in rows:
        found.append(Signed(one, "replaced" if one.agreement in held else _state(one, day)))
        if one.holds_from <= day:
            held.add(one.agreement)
    return sorted(found, key=lambda signed: signed.state == "replaced")


def ending(authorities: Iterable[str], day: date) -> list[Ending]:
    """The agreements with these authorities that end soon or have ended and are followed by none, the first first."""
    found = agreements(authorities, day)
    followed = {one.of.agreement for one in found if one.state in ("holds", "later")}
    ends = [
        Ending(one.of, (one.of.expires_on - day).days, _notice_by(one.of))
        for one in found
        if one.state in ("soon", "ended") and one.of.expires_on and one.of.agreement not in followed
    ]
    return sorted(ends, key=lambda one: one.days)


def notice_of(one: Agreement) -> timedelta:
    """The notice that an agreement asks for before its end, by its clause `notice_days`; none where it has none."""
    days = [clause["says"] for clause in one.clauses if clause["name"] == NOTICE]
    return timedelta(days=int(days[0])) if days and days[0].isdecimal() else timedelta(0)


def _notice_by(one: Agreement) -> date | None:
    return one.expires_on - notice_of(one) if one.expires_on and notice_of(one) else None


def _state(one: Agreement, day: date) -> State:
    if one.holds_from > day:
        return "later"
    if one.expires_on is None:
        return "holds"
    if one.expires_on < day:
        return "ended"
    return "soon" if one.expires_on - notice_of(one) <= day + SOON else "holds"


def employers(site: str, day: date) -> tuple[Employer | None, Employer | None]:
    """Who employs the workers of a site in law on a day, and who does after them where that is recorded."""
    rows = list(Employer.objects.current().filter(site=site).order_by("since"))
    now = [one for one in rows if one.since <= day]
    later = [one for one in rows if one.since > day]
    return (now[-1] if now else None), (later[0] if later else None)


def employing(day: date) -> dict[str, Employer]:
    """Who employs the workers of each site in law on a day."""
    return {one.site: one for one in Employer.objects.current().filter(since__lte=day).order_by("since")}


def timetables(site: str, day: date) -> list[tuple[Timetable, bool]]:
    """The week of each workshop in force on a day and those to come, each with whether it holds already."""
    rows = Timetable.objects.current().filter(site=site).order_by("workshop", "since")
    now: dict[str, Timetable] = {}
    later: list[Timetable] = []
    for one in rows:
        if one.since <= day:
            now[one.workshop] = one
        else:
            later.append(one)
    found = [(one, True) for one in now.values()] + [(one, False) for one in later]
    return sorted(found, key=lambda pair: (pair[0].workshop, pair[0].since))


def in_force(day: date, site: str = "") -> InForce | None:
    """The terms of a site ("" is the enterprise) with the packs they rest on, on a day; None where none are."""
    fact = adopt.adopted_for(site)
    if fact is None:
        return None
    enterprise, packs = adopt.terms_of(fact)
    here = {one.jurisdiction for one in enterprise.site if site in ("", one.id)}
    return InForce(fact, tuple(_rests(packs[name], day) for name in sorted(here)))


def _rests(pack: Pack, day: date) -> Rests:
    rows = shown_rows(pack, day)
    return Rests(pack, len(rows), tuple(row for row in rows if not row.confirmed))

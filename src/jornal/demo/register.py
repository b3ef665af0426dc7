"""An enterprise's register of the demo: three months told day by day, every fact through its verb, then audited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from jornal.actions import closing, correcting
from jornal.actions.audit import Asked, Checked, audited
from jornal.demo import (
    afterwards,
    days,
    dialogue,
    funding,
    heldlearned,
    holdings,
    joining,
    making,
    orders,
    passports,
    stock,
    telling,
)
from jornal.demo.cast import Turn, told, turns
from jornal.demo.days import Month
from jornal.demo.founding import begun
from jornal.demo.loaded import Loaded
from jornal.demo.payday import Payday
from jornal.demo.people import Someone, people
from jornal.demo.stage import Stage
from jornal.demo.world import Place, between, data
from jornal.journal.entry import Entry, Head
from jornal.journal.vaultlog import Reader

MANAGER = "site_manager"
A_DAY = timedelta(days=1)


@dataclass
class _Site:
    """A site while it is told: its people, its months, its turns and its paydays."""

    here: Place
    crew: list[Someone]
    months: dict[str, Month]
    turns: dict[date, list[Turn]]
    paydays: list[Payday]


def loaded(enterprise: str, home: Path, sites: Iterable[str] = (), *, full: bool = False) -> Loaded:
    """The register of an enterprise (or some of its sites) in a home that Django was set up on, audited, with its page.

    The audit is the daily one, or `full`: every entry, table and run made again. Raises NotThatHome.
    """
    stage = story(told(enterprise, sites), home)
    passports.written(stage)
    heldlearned.papers(home)
    head = Head.objects.filter(why="issue").order_by("signed_at", "book").last()
    if head is None:
        raise NothingIssued(enterprise)
    reader = Reader(stage.cast.who("auditor"), "audit", stage.office("auditor").hand.now())
    checks = list(audited(Asked(full, (head.code,), stage.keys if full else None, reader if full else None)))
    found = Loaded(
        enterprise=enterprise, label=stage.terms.label, home=home, facts=Entry.objects.count(), head=head.code,
        head_of=head.book, full=full, audit=tuple(_line(one) for one in checks),
        faults=tuple(fault for one in checks for fault in one.faults),
    )  # fmt: skip
    holdings.write(found)
    return found


def _line(one: Checked) -> str:
    return f"{one.name}: {'; '.join(one.says if one.stands else one.faults)}"


class NothingIssued(RuntimeError):
    """A story that paid nobody."""

    def __init__(self, enterprise: str) -> None:
        super().__init__(f"The register of {enterprise} issued no pay, so no head of it is printed anywhere.")


def story(here: list[Place], home: Path) -> Stage:
    """The three months of these sites told from the first day to the last; gives the stage as it stands then."""
    stage = begun(here, home)
    stage.crews = {place.site.id: people(place) for place in here}
    for place in here:
        stage.crews[place.site.id] = days.crew(stage, place)
    sites = [_site(stage, place) for place in here]
    for day in between(data("cast")["begun"], data("cast")["ends"]):
        stage.day = day
        for site in sites:
            _told(stage, site)
        if day in data("cast")["days_closed"] and len(here) <= FEW:
            closing.close_day(stage.office(MANAGER, here[0].site.id))
    stock.told(stage)
    funding.recorded(stage)
    return stage


FEW = 6
"""Sites of which the demo closes a day: each close prints a head of every book, and each head is slow on purpose."""


def _site(stage: Stage, here: Place) -> _Site:
    crew = stage.crews[here.site.id]
    by_day: dict[date, list[Turn]] = {}
    for turn in [*turns(here.at), *making.kits(here.at)]:
        by_day.setdefault(turn.day, []).append(turn)
    weekly = stage.cast.says.get("keyed") == "weekly"
    months = {
        month: days.of_month(here, crew, month, weekly=weekly) for month in [*here.months, *_going_on(here)]
    }
    return _Site(here, crew, months, by_day, [Payday(stage, here, month) for month in here.months])


def _going_on(here: Place) -> list[str]:
    """The month in which the story ends: its days are marked and nothing is paid; kits are handed in at its end."""
    last = f"{data('cast')['ends']:%Y-%m}"
    return [] if last in here.months or "kits" in here.says else [last]


def _told(stage: Stage, site: _Site) -> None:
    """A day of a site: who is offered work, begins; what happens; the day's work; who leaves; pay."""
    day = stage.day
    _joining(stage, site)
    for turn in site.turns.get(day, ()):
        _happens(stage, site.here, turn)
    telling.told(stage, site.here.site.id, site.crew)
    afterwards.told(stage, site.here)
    dialogue.said(stage, site.here.at)
    month = site.months.get(f"{day:%Y-%m}")
    if month is not None and day != data("cast")["ends"]:  # the last day is left to whoever opens the demo
        days.done(stage, month)
    for one in site.crew:
        if one.left_on == day:
            row = {"worker": one.code, "reason": _reason(stage, site.here, one)}
            stage.do("leave", MANAGER, site.here.site.id, [row])
    for paid in site.paydays:
        step = paid.steps.get(day)
        if step is not None:
            step(paid)


def _joining(stage: Stage, site: _Site) -> None:
    """Everybody who was there before on the first day; others on the days on which it happens."""
    begin = data("cast")["begun"]
    there = [one for one in site.crew if one.since <= begin]
    if stage.day == begin:
        soon = [one for one in site.crew if one.since - joining.CONSENTED_BEFORE <= begin]
        joining.offered(stage, site.here, soon)
        joining.consented(stage, site.here, soon)
        joining.enrolled(stage, site.here, there)
        joining.opening(stage, site.here, there)
        return
    for before, step in _STEPS:
        new = [one for one in site.crew if one.since - before == stage.day]
        late = [one for one in new if one not in there]
        step(stage, site.here, late)


_STEPS = (
    (joining.OFFERED_BEFORE, joining.offered),
    (joining.CONSENTED_BEFORE, joining.consented),
    (timedelta(0), joining.enrolled),
)


def _happens(stage: Stage, here: Place, turn: Turn) -> None:
    rows = stage.cast.filled(turn.rows, here.site.id)
    if turn.refused:
        orders.answered_no(stage, here, turn, rows)
        return
    if turn.verb not in ("correct", "void"):
        stage.do(turn.verb, turn.role, here.site.id, rows)
        return
    change = correcting.correct if turn.verb == "correct" else correcting.take_back
    for row in rows:
        change(stage.office(turn.role, here.site.id), turn.kind, row, turn.why)


def _reason(stage: Stage, here: Place, one: Someone) -> str:
    """Why somebody leaves: as the cast says, else that she is released."""
    rows = stage.cast.rows("extra", here.site.id)
    return next((row["reason"] for row in rows if row["number"] == one.number), "release")

"""The day sheet as a table for its paper: rows to be filled by pen, or what was recorded with the signed heads."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from jornal import __version__
from jornal.actions import adopt
from jornal.actions.closing import day_heads
from jornal.actions.dayrows import DayRow, Recorded, day_rows, order, rows_of
from jornal.actions.hours import zone_of
from jornal.actions.office import Office
from jornal.actions.planned import public_holidays
from jornal.actions.present import ONE_DAY
from jornal.actions.standing import languages
from jornal.facts.attendance import Shift, Stoppage
from jornal.facts.organisation import Enterprise, Site
from jornal.journal import chain
from jornal.journal.entry import Head
from jornal.units.money import exponent
from jornal.units.periods import Period
from jornal.units.said import Said

Row = dict[str, Any]
WEEK = timedelta(days=7)


class NotAtASite(Said):
    """A day sheet asked for where nobody works."""

    def __init__(self) -> None:
        super().__init__("A day sheet is of one site. Say which with --site.")


def blank(office: Office, day: date, *, everybody: bool = False) -> Row:
    """The sheet of a day to be filled by pen: one row for each worker due, or for `everybody` of the site.

    With names where the office has the keys. Raises NotAtASite.
    """
    days = {day: day_rows(office, day, everybody=everybody)}
    return _table(office, "blank", days)


def week(office: Office, day: date, *, everybody: bool = False) -> Row:
    """The same for the week that a day is in, Monday first, without the days on which nobody is due."""
    first = day - timedelta(days=day.weekday())
    days = rows_of(office, Period(first, first + WEEK), everybody=everybody)
    due = [day for day, rows in days.items() if any(row.due for row in rows)]
    return _table(office, "week", {day: days[day] for day in due} or {first: []})


def recorded(office: Office, day: date, heads: Sequence[Head] = ()) -> Row:
    """What is recorded of a day, what was corrected in it, and the heads that were signed when it was closed.

    `heads` are those just signed; without them they are looked up, and a day that was not closed has none.
    Raises NotAtASite.
    """
    days = {day: day_rows(office, day)}
    signed = list(heads) or day_heads(office.site, day)
    table = _table(office, "recorded", days)
    own = next((one for one in signed if one.book == office.site), None)
    reach = own.seq if own else None
    zone = ZoneInfo(zone_of(office.site))
    told = zip(table["days"][0]["rows"], days[day], strict=True)
    rows = [_with_past(row, one, reach, zone) for row, one in told]
    table["days"][0] |= {"rows": rows, "taken_back": list(_taken_back(office, day, zone))}
    if own is None:
        return table
    others = [one for one in signed if one is not own]
    closed = [_head(one, zone) for one in (own, *others)]
    return table | {"closed": closed, "head": closed[0]["code"]}


def _table(office: Office, form: str, days: dict[date, list[DayRow]]) -> Row:
    """What every form of the sheet holds, told like a run (docs/run.md) where a run tells the same."""
    if not office.site:
        raise NotAtASite
    zone = ZoneInfo(zone_of(office.site))
    listed = list(days)
    closed = public_holidays(office.site, Period(listed[0], listed[-1] + ONE_DAY))
    return {
        "form": form,
        "release": __version__,
        **place_of(office.site),
        "period": {"since": listed[0].isoformat(), "until": listed[-1].isoformat()},
        "names": office.keys is not None,
        "printed": {
            "by": office.hand.by,
            "role": office.hand.role,
            "at": _local(office.hand.now(), zone),
        },
        "order": order(days),
        "days": [{**_day(office, day, rows), "holiday": day in closed} for day, rows in days.items()],
        "closed": [],
    }


def place_of(site: str) -> Row:
    """The site and the enterprise as they are recorded, else as the adopted terms have them."""
    fact = Site.objects.current().filter(site=site).first()
    adopted = adopt.adopted_for(site)
    terms = adopt.terms_of(adopted)[0] if adopted else None
    agreed = next((one for one in terms.site if one.id == site), None) if terms else None
    here: Any = fact or agreed
    found = Enterprise.objects.current().filter(enterprise=fact.enterprise).first() if fact else None
    owner: Any = found or terms
    spoken = languages(fact) if fact else list(agreed.languages) if agreed else []
    return {
        "site": {
            "id": site,
            "label": here.label if here else site,
            "jurisdiction": here.jurisdiction if here else "",
            "currency": here.currency if here else "",
            "exponent": exponent(here.currency) if here else 0,
            "languages": spoken or ["en"],
        },
        "enterprise": {
            "label": owner.label if owner else "",
            "invented": terms.invented if terms else False,
        },
    }


def _day(office: Office, day: date, rows: Iterable[DayRow]) -> Row:
    stopped = Stoppage.objects.current().filter(site=office.site, day=day).order_by("workshop", "number")
    return {
        "day": day.isoformat(),
        "rows": [asdict(row) for row in rows],
        "stoppages": list(stopped.values("what", "workshop", "start", "end", "ordered_by")),
    }


def _with_past(row: Row, held: DayRow, reach: int | None, zone: ZoneInfo) -> Row:
    """A row with what each of its records said before, and whether the signed head reaches it."""
    told = [
        {
            **said,
            "late": reach is not None and one.seq > reach,
            "before": list(_before(one, zone)) if one.corrected else [],
        }
        for said, one in zip(row["recorded"], held.recorded, strict=True)
    ]
    return {**row, "recorded": told}


def _before(one: Recorded, zone: ZoneInfo) -> Iterable[Row]:
    """Each earlier version of a record, with who replaced it when and why."""
    versions = Shift.objects.all().versions(one.root) if one.root else ()
    for old, new in pairwise(versions):
        yield _replaced(old, new, zone)


def _taken_back(office: Office, day: date, zone: ZoneInfo) -> Iterable[Row]:
    """What was recorded of the day and taken back, with its worker."""
    gone = Shift.objects.filter(site=office.site, day=day, void=True).order_by("worker", "number", "-seq")
    standing = set(Shift.objects.current().filter(day=day).values_list("root", flat=True))
    seen = set()
    for void in gone:
        if void.root in standing or void.root in seen:
            continue
        seen.add(void.root)
        *_, old, new = Shift.objects.all().versions(void.root)
        yield {"worker": void.worker, **_replaced(old, new, zone)}


def _replaced(old: Shift, new: Shift, zone: ZoneInfo) -> Row:
    said = {name: getattr(old, name) for name in ("what", "minutes", "start", "end", "void")}
    return {**said, "by": new.by, "on": _local(new.recorded_at, zone)[:10], "why": new.why}


def _head(head: Head, zone: ZoneInfo) -> Row:
    signed = _local(head.signed_at, zone)
    return {"book": head.book, "seq": head.seq, "code": chain.shown(head.code), "at": signed}


def _local(at: datetime, zone: ZoneInfo) -> str:
    """A moment as the wall clock of the site shows it, such as 2026-10-06T16:05."""
    return at.astimezone(zone).replace(tzinfo=None).isoformat(timespec="minutes")

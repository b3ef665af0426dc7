"""The close of a month and of a day: what is still open, and the ten characters that others keep on paper."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpResponse

from jornal.actions.backup import Backup, back_up
from jornal.actions.closing import ROLES, close_day, close_month, closed, day_heads, month_head, would_close
from jornal.actions.months import Month
from jornal.actions.standing import BACKUPS
from jornal.journal import chain
from jornal.journal.entry import Head
from jornal.pages import jobs
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import READ, issued_month, line

WORKS = "The backup of the day is being written and read through."


class Characters(NamedTuple):
    """A signed head as it stands on paper: of which book, how far it goes, its ten characters."""

    book: str
    seq: int
    code: str


def month(desk: Desk, month: str) -> HttpResponse:
    """What is still open of a month, or was when it was closed. A POST closes it, which delays nothing."""
    one = issued_month(desk, month)
    if desk.posted:
        try:
            close_month(desk.office(ROLES), month)
        except ValueError as fault:
            return _month(desk, one, [fault])
        desk.note("The month is closed. Keep its ten characters on paper.")
        return desk.to("site.pay.close", None, month=month)
    return _month(desk, one)


def _month(desk: Desk, one: Month, faults: Sequence[Exception] = ()) -> HttpResponse:
    fact = closed(desk.place, one.run.month)
    head = month_head(fact) if fact else None
    open_ = fact or would_close(desk.office(READ), one.run.month, Path(settings.HOME))
    context: dict[str, Any] = {
        "month": one.run.month, "first": one.run.since, "line": line(desk, one), "closed": fact, "open": open_,
        "heads": [_characters(head)] if head else [], "may_send": bool(desk.roles & set(ROLES)),
    }  # fmt: skip
    return (
        desk.again("pay/close.html", faults, **context) if faults else desk.page("pay/close.html", **context)
    )


def day(desk: Desk) -> HttpResponse:
    """The close of today: a POST signs the books as they stand and writes the backup of the day."""
    if desk.posted:
        return _close_day(desk)
    return _day(desk, desk.day)


def _day(desk: Desk, on: date, faults: Sequence[Exception] = ()) -> HttpResponse:
    heads = [_characters(head) for head in day_heads(desk.place, on)]
    context: dict[str, Any] = {"heads": heads, "may_send": bool(desk.roles & set(ROLES))}
    return desk.again("pay/day.html", faults, **context) if faults else desk.page("pay/day.html", **context)


def _close_day(desk: Desk) -> HttpResponse:
    try:
        close_day(desk.office(ROLES))
    except ValueError as fault:
        return _day(desk, desk.day, [fault])
    desk.note("The day is closed. Write the ten characters on the day sheet.")
    home, at = Path(settings.HOME), desk.now()
    job = jobs.begun(_key(desk), lambda _: back_up(home, home / BACKUPS, at=at))
    return _backed_up(desk, job) if job.ended() else desk.to("site.close.backup")


def backup(desk: Desk) -> HttpResponse:
    """How far the backup is; and the page of the day, once it is written."""
    job = jobs.going(_key(desk))
    if job is None:
        return desk.to("site.close")
    return _backed_up(desk, job) if job.ended(0.2) else jobs.waiting(desk, job, WORKS)


def _backed_up(desk: Desk, job: jobs.Job) -> HttpResponse:
    """The page of the day; where no backup could be made it says so, which stops nothing else."""
    jobs.dropped(_key(desk))
    try:
        made: Backup = job.result()
    except (ValueError, OSError) as fault:
        desk.note("No backup was made: {why}", why=desk.told(fault))
        return desk.to("site.close")
    desk.note(BACKED_UP, path=str(made.path))
    return desk.to("site.close")


BACKED_UP = "{path} is written, opened again and read through. Copy it to a stick that is kept elsewhere."


def _characters(head: Head) -> Characters:
    return Characters(head.book, head.seq, chain.shown(head.code))


def _key(desk: Desk) -> tuple[str, ...]:
    return ("backup", str(settings.HOME), desk.who)


PAGES = [
    Page("site.pay.close", "<token:site>/pay/<month:month>/close", month, READ, ROLES),
    Page("site.close", "<token:site>/close", day, ROLES, ROLES, "Close of the day"),
    Page("site.close.backup", "<token:site>/close/backup", backup, ROLES),
]

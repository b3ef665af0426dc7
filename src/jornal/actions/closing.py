"""The end of a day and of a month: the head that is printed, and what is still open when a month closes."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from jornal.actions.approving import found
from jornal.actions.briefs import of_run, owed_of
from jornal.actions.families import unsent
from jornal.actions.hours import zone_of
from jornal.actions.office import Office, check
from jornal.facts.pay import MonthClosed, PayAnswer, PayQuery
from jornal.journal import books, place
from jornal.journal.entry import Head
from jornal.reads.money import owed, together
from jornal.reads.pay import final

ROLES = ("site_manager", "hq_finance")


@dataclass(frozen=True)
class Closed:
    """What closing a month recorded, and the head that is its checkpoint."""

    fact: MonthClosed
    head: Head
    currency: str


def close_day(office: Office) -> list[Head]:
    """The signed heads of every book that this computer writes; their ten characters go onto the day sheet."""
    check(office, "Closing the day", ROLES)
    return [books.signed(book, "day", office.hand) for book in own_books(office)]


def day_heads(site: str, day: date) -> list[Head]:
    """The heads of the books of a site that were signed when a day was closed: on that day the last, else the next.

    None where the site's own book was not signed since: then the day was not closed.
    """
    zone = ZoneInfo(zone_of(site))
    found: dict[str, Head] = {}
    for head in Head.objects.filter(book__in=_books_of(site), why="day").order_by("signed_at", "seq"):
        on = head.signed_at.astimezone(zone).date()
        if on == day or (on > day and head.book not in found):
            found[head.book] = head
    return list(found.values()) if site in found else []


def close_month(office: Office, month: str) -> Closed:
    """A month closed: what is open, unpaid and under way is counted in the fact, and the head is a checkpoint.

    Closing waits for nothing, and delays nothing: what is open stays owed. What families still wait for is a finding
    (FAM-01). Raises NothingToApprove, AlreadyRecorded.
    """
    check(office, "Closing a month", ROLES)
    run, _ = found(office.site, month)
    there = closed(office.site, month)
    fact = there or office.put([would_close(office, month)])[0]
    office.put(unsent(office, run))
    for book in _of_the_site(office):
        books.signed(book, "month", office.hand)
    return Closed(fact, books.signed(office.book("site"), "month", office.hand), run.currency)


def closed(site: str, month: str) -> MonthClosed | None:
    """The close of a month; None while it is open."""
    found_: MonthClosed | None = final(MonthClosed).filter(site=site, month=month).first()
    return found_


def month_head(fact: MonthClosed) -> Head | None:
    """The head of the site's book that was signed when a month was closed, or next after it."""
    found_ = Head.objects.filter(book=fact.site, why="month", seq__gte=fact.seq).order_by("seq")
    return found_.first()


def would_close(office: Office, month: str, home: Path | None = None) -> MonthClosed:
    """The close of a month as it would be recorded now: what is open, unpaid and under way. Raises NothingToApprove.

    To be looked at, with the register's folder, it is made of what is kept there of the slips.
    """
    run, whole = found(office.site, month)
    sums = together(owed_of(of_run(run, whole, home)) if home else owed(run))
    answered = PayAnswer.objects.current().values("query")
    asked = PayQuery.objects.current().filter(site=office.site, day__lte=office.day)
    return MonthClosed(
        site=office.site, month=month, run=run.root, day=office.day,
        open_questions=asked.exclude(root__in=answered).count(), unpaid=sums.waiting, in_transit=sums.in_transit,
    )  # fmt: skip


def own_books(office: Office) -> list[str]:
    """The books that this computer writes."""
    return [book for book in place.books() if place.found(book).public_key == office.hand.node.public]


def _of_the_site(office: Office) -> list[str]:
    """Those of the books of a site that this computer writes; other sites' books are no matter of its month."""
    return [book for book in own_books(office) if book in _books_of(office.site)]


def _books_of(site: str) -> set[str]:
    """The book of a site, headquarters' book for it, and headquarters' book for all."""
    return {site, f"hq.{site}", "hq"}

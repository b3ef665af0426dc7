"""A pay run: drafted from the facts as they stand, begun with its cursor, issued, and taken up where it was cut off."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from jornal import __version__
from jornal.actions import adopt, briefs
from jornal.actions.gathering import everybody, gathered
from jornal.actions.inputs import NoSuchSite
from jornal.actions.office import Office, check
from jornal.actions.registered import Asked
from jornal.actions.run import paid_people
from jornal.actions.slips import Whole, says, slips_from
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.journal import books
from jornal.journal.entry import Head
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads import pay
from jornal.reads.changed import past_of
from jornal.reads.noticed import ends
from jornal.units.periods import month as period_of
from jornal.units.said import Said

ROLES = ("site_manager", "hq_finance")
AT_ONCE = 1000
"""Slips that are computed and recorded together: what a run holds in memory, and how often it tells how far it is."""
DUE_AFTER = timedelta(days=7)
"""Pay is due seven days after its period at the latest (standard, pay_delay_max)."""
A_DAY = timedelta(days=1)

Progress = Callable[[int, int], None]


class NotNext(Said):
    """A month that is not the next one of its site."""

    def __init__(self, month: str, last: str, following: str) -> None:
        if month <= last:
            super().__init__(
                "{month} is not after {last}, which is issued. What was wrong in an issued month is "
                "corrected in its facts; the difference comes as lines of the next run.",
                month=month,
                last=last,
            )
        else:
            super().__init__(
                "{following} is not issued yet, and a month that is passed over would never be paid. "
                "Issue it first, also if nobody worked: `jornal issue {following}`.",
                following=following,
            )


class NotBegun(Said):
    """A month of which no day has come yet."""

    def __init__(self, month: str, today: date) -> None:
        super().__init__(
            "{month} has not begun on {today}. Look at the month, or at the computer's clock.",
            month=month,
            today=today,
        )


class Unfinished(Said):
    """A month while another one is begun and not whole."""

    def __init__(self, run: Run) -> None:
        super().__init__(
            "The run of {month} was cut off. Finish it first: `jornal issue {month}`.", month=run.month
        )


class DueTooLate(Said):
    """A day on which pay is due that is later than it may be."""

    def __init__(self, wanted: date, last: date) -> None:
        super().__init__(
            "Pay of this month is due by {last}; {wanted} is later. Give that day or an earlier one.",
            last=last,
            wanted=wanted,
        )


class OtherRelease(Said):
    """A run that was begun by another release, whose figures might not be the same."""

    def __init__(self, run: Run) -> None:
        super().__init__(
            "The run of {month} was begun with jornal {release}. Finish it with that release; this is"
            " {this}.",
            month=run.month,
            release=run.release,
            this=__version__,
        )


class IssuedOtherwise(Said):
    """A slip that was recorded and comes out otherwise now."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(
            "{worker}'s slip was recorded before the run was cut off and comes out otherwise now. "
            "Nothing more was issued. Run `jornal audit --full` and tell headquarters.",
            worker=slip.worker,
        )


@dataclass(frozen=True)
class Issued:
    """A run that is whole, what it comes to, and the head of the book that its slips carry."""

    run: Run
    whole: RunIssued
    head: Head


def draft(office: Office, month: str) -> Run:
    """The run of a month as it would begin now; nothing is recorded.

    Raises NotNext, NotBegun, Unfinished, NotAdopted, NoSuchSite, and ValueError for what is no month.
    """
    period = period_of(month)
    before = pay.runs_of(office.site)
    if before:
        last = before[-1]
        following = f"{last.until + A_DAY:%Y-%m}"
        if month != following:
            raise NotNext(month, last.month, following)
    if period.start > office.day:
        raise NotBegun(month, office.day)
    others = [run for run in pay.unfinished(office.site) if run.month != month]
    if others:
        raise Unfinished(others[0])
    terms = adopt.adopted(office.site)
    enterprise, _ = adopt.terms_of(terms)
    site = next((one for one in enterprise.site if one.id == office.site), None)
    if site is None:
        raise NoSuchSite(office.site, enterprise)
    until = period.end - A_DAY
    return Run(
        site=office.site,
        month=month,
        number=1,
        since=period.start,
        until=until,
        due_on=until + DUE_AFTER,
        cursor=ends(office.site),
        terms=terms.root,
        terms_digest=terms.digest,
        release=__version__,
        currency=site.currency,
    )


def to_draft(office: Office, month: str) -> Run:
    """The run of a month that is not issued: one that was cut off as it was begun, else as it would begin now."""
    begun = pay.begun(office.site, month)
    return begun if begun and pay.issued(begun) is None else draft(office, month)


def issue(
    office: Office,
    month: str,
    *,
    due_on: date | None = None,
    progress: Progress | None = None,
    home: Path | None = None,
) -> Issued:
    """A month issued for a site: a slip for everybody, then the run as a whole, with the head that is printed.

    With the register's folder its slips are kept there in brief, so that nobody waits for the first list of them.

    A run that was cut off goes on from its own cursor; one that is whole is given back as it is. The names must be
    open, because each tally is sealed. Raises NotYourRole, NotGranted, Locked, DueTooLate, OtherRelease, and what
    `draft` raises.
    """
    check(office, "Issuing pay", ROLES)
    keys = office.opened()
    run = pay.begun(office.site, month)
    if run is None:
        wanted = draft(office, month)
        if due_on is not None and due_on > wanted.due_on:
            raise DueTooLate(due_on, wanted.due_on)
        wanted.due_on = due_on or wanted.due_on
        (run,) = office.put([wanted])
    whole = pay.issued(run)
    if whole is None:
        whole, short = _finished(office, run, keys, progress)
        if home:
            briefs.keep(home, run, whole, short)
    return Issued(run, whole, books.signed(office.book("site"), "issue", office.hand))


def _finished(
    office: Office, run: Run, keys: Keys, progress: Progress | None
) -> tuple[RunIssued, list[briefs.Brief]]:
    if run.release != __version__:
        raise OtherRelease(run)
    reader = Reader(office.hand.by, f"pay of {run.month}", office.hand.now())
    past = past_of(run)
    everyone = everybody(run, past)
    asked = Asked(run, (), keys, reader, past)
    whole, short = Whole(), []
    for some in parts(everyone):
        with uncollected():
            short += _record(office, replace(asked, workers=some), whole)
        if progress:
            progress(whole.slips, len(everyone))
    return office.put([whole.issued(run)])[0], short


def _record(office: Office, asked: Asked, whole: Whole) -> list[briefs.Brief]:
    """Records the slips of some workers and adds them up; those that stand already have to come out the same.

    Gives all of them in brief.
    """
    there = {slip.worker: slip for slip in pay.slips_of(asked.run, asked.workers)}
    slips = slips_for(asked)
    for slip in slips:
        if slip.worker in there and says(there[slip.worker]) != says(slip):
            raise IssuedOtherwise(slip)
        whole.add(slip)
    put = {slip.worker: slip for slip in office.put([slip for slip in slips if slip.worker not in there])}
    return [briefs.of_slip({**there, **put}[slip.worker]) for slip in slips]


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector, which would look through thousands of rows that nothing leaves behind, again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def parts(everyone: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The workers of a run in the sets that are computed together."""
    for start in range(0, len(everyone), AT_ONCE):
        yield tuple(everyone[start : start + AT_ONCE])


def slips_for(asked: Asked) -> list[Slip]:
    """The slips of some workers of a run, not recorded; without keys, without the tallies."""
    return slips_from(asked.run, paid_people(gathered(asked)), asked.keys)

"""What she agreed to in her contract: changed only with her signature, and never so that days past are paid less."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django.db import transaction

from jornal.actions.planned import adopted_terms
from jornal.facts.attendance import Shift
from jornal.facts.pieces import Pieces
from jornal.facts.work import ContractVersion, Graded
from jornal.journal.fact import Fact
from jornal.reads.rates import rate_cards, together
from jornal.reads.work import contracts_in_force
from jornal.terms.contracts import Rate
from jornal.terms.dated import in_force
from jornal.units.periods import Period, month
from jornal.units.said import Said

NOTICE = timedelta(days=30)
"""So long before a fall begins she hears of it."""
ONE_DAY = timedelta(days=1)
AGREED = ("site", "contract", "grade", "language", "weekly_minutes", "notice_days", "text_version")
"""What stands in the contract that she signed."""


class NotSigned(Said):
    """Another thing in the place of what she agreed to, without her signature."""

    def __init__(self, worker: str, since: date) -> None:
        super().__init__(
            "{worker} agreed to her contract of {since} as it stands, so this waits until she has. Ask her; then give "
            "signed_on, the day on which she signed it so, and copy_given_on, empty until the new copy is in her hand. "
            "Or let her sign another contract from the first of a month.",
            worker=worker,
            since=since,
        )


class LessBackwards(Said):
    """A contract or a grade by which days that are past would be paid less, or not so that it can be told."""

    def __init__(self, worker: str, since: date) -> None:
        super().__init__(
            "{worker}: since {since} her days would be paid less, or by another contract. Nobody's pay is lowered "
            "backwards, whoever agrees. Let her sign a contract from the first of a month that is still to come.",
            worker=worker,
            since=since,
        )


class NotAnnounced(Said):
    """Less pay from a day on that was not announced to her a month before."""

    def __init__(self, worker: str, since: date) -> None:
        super().__init__(
            "{worker}: from {since} on she would be paid less, which is announced to her 30 days before. Give "
            "announced_on, or a later day.",
            worker=worker,
            since=since,
        )


@dataclass(frozen=True)
class Asked:
    """A contract or grade that is about to be recorded, corrected or taken back: hers, from which day, how agreed."""

    worker: str
    since: date
    signed_on: date | None = None
    announced_on: date | None = None


@dataclass(frozen=True)
class _Stands:
    """What she works under in a month: its contract, its minutes and notice, and each rate by what it is for."""

    contract: str
    minutes: int | None
    notice: int | None
    rates: Mapping[tuple[str, str], Fraction] = field(default_factory=dict)


def contract_holds(tip: ContractVersion, changes: Mapping[str, Any], today: date) -> None:
    """Raises NotSigned for a correction of what she agreed to that she did not sign after that.

    Nothing is hers yet where neither her signature nor a copy in her hand is recorded. Her signature is not taken away.
    """
    if not is_hers(tip):
        return
    other = [name for name in AGREED if changes.get(name, getattr(tip, name)) != getattr(tip, name)]
    gone = tip.signed_on is not None and changes.get("signed_on", tip.signed_on) is None
    if gone or (other and not signed_anew(tip, changes, today)):
        raise NotSigned(tip.worker, tip.since)


def is_hers(tip: ContractVersion) -> bool:
    """Whether she has agreed to a contract: she signed it, or holds her copy of it."""
    return tip.signed_on is not None or tip.copy_given_on is not None


def signed_anew(tip: ContractVersion, changes: Mapping[str, Any], today: date) -> bool:
    """Whether a correction says on which day she signed it so, after she signed it before, and tells of her copy."""
    on = changes.get("signed_on")
    if on is None or on > today or "copy_given_on" not in changes:
        return False
    return tip.signed_on is None or on > tip.signed_on or on == today


def guarded(tip: Fact, changes: Mapping[str, Any] | None, today: date) -> AbstractContextManager[None]:
    """Around the next version of a contract or a grade, None taking it back: as `never_less`; of others nothing.

    What nobody agreed to yet and no day was worked under is free, and so is a grade on the day it was recorded.
    """
    site = tip.book.removeprefix("hq.")
    if isinstance(tip, ContractVersion):
        if not is_hers(tip) and _new(site, tip.worker, tip.since):
            return nullcontext()
        anew = changes is not None and signed_anew(tip, changes, today)
        told = changes if changes is not None and anew else {}
        asked = Asked(tip.worker, tip.since, told.get("signed_on"), told.get("announced_on"))
        return never_less(site, [asked], today)
    if isinstance(tip, Graded):
        first = Graded.objects.get(id=tip.root)
        if first.recorded_at.date() < today:
            return never_less(site, [Asked(tip.worker, tip.since)], today)
    return nullcontext()


def in_turn(rows: Iterable[Any]) -> list[list[Any]]:
    """Rows so that each turn holds one of a worker at most, her earliest first: each is looked at beside the last."""
    turns: list[list[Any]] = []
    count: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: row.since):
        at = count[row.worker] = count.get(row.worker, -1) + 1
        turns += [[]] if at == len(turns) else []
        turns[at].append(row)
    return turns


@contextmanager
def never_less(site: str, some: Sequence[Asked], today: date) -> Iterator[None]:
    """Around what is recorded: all of it or, where by it somebody had less than she agreed to, nothing.

    Raises LessBackwards for days up to today, but for a contract she signed under which no day is recorded yet; of days
    to come NotSigned, and NotAnnounced for less pay. `some` are of different workers.
    """
    with transaction.atomic():
        months = list(_months(min((one.since for one in some), default=today), some, today))
        before = [_standings(site, some, one) for one in months]
        yield
        for one, stood in zip(months, before, strict=True):
            stands = _standings(site, some, one)
            for asked in some:
                if asked.since < one.end:
                    _check(site, asked, today, (one.start, stood.get(asked.worker), stands.get(asked.worker)))


def _months(first: date, some: Sequence[Asked], today: date) -> Iterator[Period]:
    """The months from the first day to today, or to the last of the days where that is later."""
    last = max([today, *(one.since for one in some)])
    at = month(f"{first:%Y-%m}")
    while at.start <= last:
        yield at
        at = month(f"{at.end:%Y-%m}")


def _check(site: str, asked: Asked, today: date, of: tuple[date, _Stands | None, _Stands | None]) -> None:
    first, before, after = of
    begins = max(asked.since, first)
    if before is None or (after is not None and not _worse(before, after)):
        return
    less = after is None or _pays_less(before, after)
    other = after is None or after.contract != before.contract
    fresh = asked.signed_on is not None and _new(site, asked.worker, asked.since)
    if begins <= today and (less or other) and not fresh:
        raise LessBackwards(asked.worker, begins)
    if asked.signed_on is None or asked.signed_on > today:
        raise NotSigned(asked.worker, begins)
    if less and begins > today and (asked.announced_on is None or asked.announced_on + NOTICE > begins):
        raise NotAnnounced(asked.worker, begins)


def _new(site: str, worker: str, since: date) -> bool:
    """Whether no day and no piece of hers is recorded since."""
    told = {"site": site, "worker": worker, "day__gte": since}
    return not any(kind.objects.current().filter(**told).exists() for kind in (Shift, Pieces))


def _worse(before: _Stands, after: _Stands) -> bool:
    return (
        after.contract != before.contract
        or _fewer(before.minutes, after.minutes)
        or _fewer(before.notice, after.notice)
        or _pays_less(before, after)
    )


def _fewer(before: int | None, after: int | None) -> bool:
    return before is not None and (after is None or after < before)


def _pays_less(before: _Stands, after: _Stands) -> bool:
    """Whether a rate that both have is lower, or one is missing under the same contract."""
    same = after.contract == before.contract
    return any(after.rates[of] < amount if of in after.rates else same for of, amount in before.rates.items())


def _standings(site: str, some: Sequence[Asked], period: Period) -> dict[str, _Stands]:
    """What each of them works under at the end of a month; nobody of whom nothing is recorded."""
    terms = adopted_terms(site)
    contracts = {one.id: one for one in terms.contract} if terms else {}
    workers, last = [one.worker for one in some], period.end - ONE_DAY
    trades = {one.id: one.trade for one in contracts.values()} or None
    held = contracts_in_force(site, period, workers=workers, trades=trades)
    rows = ContractVersion.objects.current().filter(site=site, worker__in=workers, since__lte=last)
    told = rows.order_by("since").values_list("worker", "weekly_minutes", "notice_days")
    hours = {worker: (minutes, notice) for worker, minutes, notice in told}
    cards = rate_cards(site) if contracts else ()
    rates = {
        of: _rates(together(contracts[of[0]].rate, cards), of[1], last) if of[0] in contracts else {}
        for of in set(held.values())
    }
    return {
        worker: _Stands(of[0], *hours.get(worker, (None, None)), rates[of]) for worker, of in held.items()
    }


def _rates(rates: Sequence[Rate], grade: str, day: date) -> dict[tuple[str, str], Fraction]:
    """What each rate is for a grade on a day, a grade without its own at that of no grade; none that is not known."""
    found: dict[tuple[str, str], Fraction] = {}
    for rate in sorted(rates, key=lambda rate: rate.grade == grade):
        value = in_force(rate.value, day) if rate.per == "piece" or rate.grade in ("", grade) else None
        if value is not None and value.amount is not None:
            found[rate.per, rate.operation] = value.amount
    return found

"""Who is enrolled where and in which language, whose consent is in force, who has which role, how people are called."""

import json
from collections.abc import Collection, Iterable
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import CharField, Q, QuerySet, TextField
from django.db.models.functions import Cast

from jornal.facts.organisation import RoleEnded, RoleGranted, Staff
from jornal.facts.people import (
    CarriedOver,
    Consent,
    ConsentWithdrawn,
    Enrolled,
    Forgotten,
    Left,
    OpeningBalance,
    Worker,
)
from jornal.facts.told import TellingAgreed, TellingWithdrawn
from jornal.journal.fact import Cursor
from jornal.journal.keys import Keys, PersonFault
from jornal.journal.vaultlog import Reader
from jornal.rules.rows import Carry, CreditCarry, Piece, Shift
from jornal.units.periods import Period

AT_ONCE = 1000
"""How many people a query names; for more of them all are read."""
_COLUMNS = ("worker", "site", "since", "workshop", "language", "reads", "clock_number")
_AS_TEXT = CharField()


class Enrolment(NamedTuple):
    """A worker's time at a site; `left_on` is her last day, None while she is there."""

    worker: str
    site: str
    since: date
    left_on: date | None
    workshop: str
    language: str
    reads: str
    clock_number: str
    languages: tuple[str, ...]


class Stay(NamedTuple):
    """As much of an enrolment as a site's days ask for; `left_on` is her last day, None while she is there."""

    worker: str
    since: date
    left_on: date | None
    workshop: str


def stays(site: str, period: Period, upto: Cursor | None = None) -> list[Stay]:
    """The enrolments at a site that have a day in the period, as `enrolled` gives them, in brief and by first day."""
    rows = Enrolled.objects.current(upto).filter(site=site, since__lt=period.end).order_by("since")
    ended = _ended(Left.objects.current(upto).filter(site=site))
    found = rows.annotate(stay=Cast("root", _AS_TEXT)).values_list("worker", "since", "workshop", "stay")
    told = (Stay(worker, since, ended.get(stay), workshop) for worker, since, workshop, stay in found)
    return [one for one in told if one.left_on is None or one.left_on >= period.start]


def enrolled(
    site: str, period: Period, upto: Cursor | None = None, *, workers: Collection[str] | None = None
) -> list[Enrolment]:
    """The enrolments at a site that have a day in the period, by worker and first day.

    Somebody who left and came back is there twice. Whoever withdrew her consent stays, until she leaves: what she is
    owed does not end with it.
    """
    rows = _of(Enrolled, upto, workers).filter(site=site, since__lt=period.end)
    told = _told(rows.order_by("worker", "since"), _of(Left, upto, workers).filter(site=site))
    return [one for one in told if one.left_on is None or one.left_on >= period.start]


def who_is_enrolled(site: str, period: Period) -> set[str]:
    """Who is enrolled at a site, or with "" at any, on a day of the period, as `enrolled` tells it, by code alone."""
    return set(codes_enrolled(site, period))


def codes_enrolled(site: str, period: Period) -> "QuerySet[Any]":
    """The same as a query, by which others are narrowed without naming thousands."""
    at = {"site": site} if site else {}
    gone = Left.objects.current().filter(**at, day__lt=period.start).values("enrolled")
    found = Enrolled.objects.current().filter(**at, since__lt=period.end).exclude(root__in=gone)
    return found.values_list("worker", flat=True)


def enrolled_on(workers: Collection[str], day: date, upto: Cursor | None = None) -> dict[str, Enrolment]:
    """Where each of these workers is enrolled on a day, by worker; who is enrolled nowhere is not there."""
    rows = _of(Enrolled, upto, workers).filter(since__lte=day).order_by("since")
    told = _told(rows, _of(Left, upto, workers))
    return {one.worker: one for one in told if one.left_on is None or one.left_on >= day}


def _told(rows: Any, ends: Any) -> list[Enrolment]:
    # Thousands speak the same few languages: what says so is fetched as it is written, and read once.
    found = rows.annotate(stay=Cast("root", _AS_TEXT), spoken=Cast("languages", TextField()))
    ended, spoken = _ended(ends), dict[str, tuple[str, ...]]()
    told = []
    for stay, text, worker, site, since, *more in found.values_list("stay", "spoken", *_COLUMNS):
        if text not in spoken:
            spoken[text] = tuple(json.loads(text))
        told.append(Enrolment._make([worker, site, since, ended.get(stay), *more, spoken[text]]))
    return told


def _ended(ends: Any) -> dict[str, date]:
    """The last day of each enrolment that ended, by its name as text: asked once, and not for each of thousands."""
    return dict(ends.annotate(stay=Cast("enrolled", _AS_TEXT)).values_list("stay", "day"))


def languages(
    site: str, upto: Cursor | None = None, workers: Collection[str] | None = None
) -> dict[str, str]:
    """The language of each worker's papers at a site, as she chose it when she was enrolled last."""
    found = Enrolled.objects.current(upto).filter(site=site).exclude(language="")
    if workers is not None:
        found = found.filter(worker__in=list(workers))
    return dict(found.order_by("since").values_list("worker", "language"))


def consent_in_force(worker: str, purpose: str, day: date, upto: Cursor | None = None) -> Consent | None:
    """A worker's consent to something that holds on a day, the last given; None where there is none."""
    return consents_in_force([worker], purpose, day, upto).get(worker)


def consents_in_force(
    workers: Collection[str], purpose: str, day: date, upto: Cursor | None = None
) -> dict[str, Consent]:
    """The consents of a purpose that hold on a day, by worker: given, thought over, not expired, not withdrawn.

    A consent no longer holds on the day it expires, nor on the day it is withdrawn. Where one worker has several, of
    several scopes, the last given stands here.
    """
    withdrawn = ConsentWithdrawn.objects.current(upto).filter(day__lte=day).values("consent")
    found = Consent.objects.current(upto).filter(
        Q(cooling_off_until=None) | Q(cooling_off_until__lte=day),
        Q(expires_on=None) | Q(expires_on__gt=day),
        worker__in=list(workers), purpose=purpose, given_on__lte=day,
    ).exclude(root__in=withdrawn)  # fmt: skip
    return {one.worker: one for one in found.order_by("given_on", "number")}


def role_holders(role: str, site: str, day: date, upto: Cursor | None = None) -> list[str]:
    """The staff tokens of those who have a role at a site ("" is headquarters) on a day, in order."""
    ended = RoleEnded.objects.current(upto).filter(day__lte=day).values("granted")
    found = RoleGranted.objects.current(upto).filter(
        Q(until=None) | Q(until__gte=day), what=role, site__in=["", site], since__lte=day
    )
    return sorted(set(found.exclude(root__in=ended).values_list("staff", flat=True)))


class Held(NamedTuple):
    """A role that somebody has on a day: what, where ("" is everywhere), from when, and until when where it ends."""

    staff: str
    what: str
    site: str
    since: date
    until: date | None


def roles_held(day: date, upto: Cursor | None = None) -> list[Held]:
    """Every role that holds on a day, or begins later and has not ended, by staff token; in one query."""
    ended = RoleEnded.objects.current(upto).filter(day__lte=day).values("granted")
    found = RoleGranted.objects.current(upto).filter(Q(until=None) | Q(until__gte=day))
    rows = found.exclude(root__in=ended).values_list("staff", "what", "site", "since", "until")
    return [Held(*row) for row in rows.order_by("staff", "site", "what", "since")]


def names(
    tokens: Iterable[str], keys: Keys, *, reader: Reader, upto: Cursor | None = None
) -> dict[str, str | PersonFault]:
    """What workers and staff are called, by token, or the fault that hides a name (such as that she was forgotten).

    The vault is opened once and notes one reading. Who has no name recorded is not there. Raises Locked.
    """
    wanted = set(tokens)
    sealed: dict[str, str] = {}
    for kind, who in ((CarriedOver, "worker"), (Worker, "worker"), (Staff, "staff")):
        found = _of(kind, upto, wanted if len(wanted) <= AT_ONCE else None, who)
        sealed |= {token: text for token, text in found.values_list(who, "name") if token in wanted and text}
    opened = keys.opened_many([(token, "name", text) for token, text in sealed.items()], reader=reader)
    return dict(zip(sealed, opened, strict=True))


def openings(
    upto: Cursor | None = None,
    keys: Keys | None = None,
    reader: Reader | None = None,
    workers: Collection[str] | None = None,
    *,
    at: tuple[str, Period] | None = None,
) -> dict[str, Carry]:
    """Where workers stood before their first month in these books, by worker: the year so far, and what is owed back.

    The open week of a run folder is there too; who comes from another site has none, because her week ended there on
    the day she left. Credit is sealed and stands there only where the names are open. The later of an opening balance
    and of what headquarters carried over counts; with `at`, of those of that site, and before those of a later month,
    unless she was carried over again from the same site without having left this one.
    """
    balances, moves = _of(OpeningBalance, upto, workers), _of(CarriedOver, upto, workers)
    if at is not None:
        balances, moves = balances.filter(site=at[0]), moves.filter(into_site=at[0])
    rows = [_Brought(one.day, one.worker, _said(one), one.credit) for one in balances]
    rows += [
        _Brought(one.day, one.worker, one.carry, one.credit, one.from_site, one.into_site) for one in moves
    ]
    until = date.max if at is None else at[1].end
    last: dict[str, _Brought] = {}
    for row in sorted(rows, key=itemgetter(0)):
        before = last.get(row.worker)
        if before is None or row.day < until or _is_again(row, before, _of(Left, upto, [row.worker])):
            last[row.worker] = row
    credit = _credit({worker: one.credit for worker, one in last.items() if one.credit}, keys, reader)
    return {worker: _carry(one.said, credit.get(worker, ())) for worker, one in last.items()}


class _Brought(NamedTuple):
    """Where a worker stood on a day before, and from which site she came into which; none for an opening balance."""

    day: date
    worker: str
    said: dict[str, Any]
    credit: str
    from_site: str = ""
    into_site: str = ""


def _is_again(row: _Brought, before: _Brought, left: Any) -> bool:
    """Whether she was carried over again with what the same site had settled meanwhile; else she came back."""
    if not row.from_site or row.from_site != before.from_site:
        return False
    return not left.filter(site=row.into_site, day__gte=before.day, day__lt=row.day).exists()


def _of(kind: Any, upto: Cursor | None, some: Collection[str] | None, who: str = "worker") -> Any:
    found = kind.objects.current(upto)
    return found if some is None else found.filter(**{f"{who}__in": list(some)})


def _said(one: OpeningBalance) -> dict[str, Any]:
    """An opening balance in the words in which a slip carries on, its week apart."""
    return {
        "year": one.day.year, "year_to_date": one.year_to_date, "owed_back": one.owed_back, "week": one.week,
    }  # fmt: skip


def _carry(said: dict[str, Any], credit: tuple[CreditCarry, ...]) -> Carry:
    week = said.get("week", {})
    return Carry(
        shifts=tuple(Shift(**_dated(row)) for row in week.get("shifts", ())),
        pieces=tuple(Piece(**_dated(row)) for row in week.get("pieces", ())),
        week_top_up=week.get("top_up", 0),
        credit=credit,
        year=said.get("year", 0),
        year_to_date=dict(said.get("year_to_date", {})),
        owed_back=said.get("owed_back", 0),
    )


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "day": date.fromisoformat(row["day"])}


def _credit(
    sealed: dict[str, str], keys: Keys | None, reader: Reader | None
) -> dict[str, tuple[CreditCarry, ...]]:
    """What each tally carries on; nothing while the names are locked."""
    if keys is None or reader is None:
        return {}
    opened = keys.opened_many([(worker, "credit", text) for worker, text in sealed.items()], reader=reader)
    return {
        worker: tuple(_credit_row(row) for row in json.loads(text)["carry"])
        for worker, text in zip(sealed, opened, strict=True)
        if isinstance(text, str)
    }


def _credit_row(row: Any) -> CreditCarry:
    """A tally as an opening balance names it, or in the order in which a slip carries it on."""
    return CreditCarry(*row) if isinstance(row, list) else CreditCarry(**row)


def forgotten(upto: Cursor | None = None) -> list[str]:
    """Every token whose key is deleted: workers, beneficiaries and staff, and what somebody told and took back."""
    who = set(Forgotten.objects.current(upto).values_list("who", flat=True))
    back = TellingWithdrawn.objects.current(upto).values_list("voice", flat=True)
    return sorted({*who, *back, *voices(who, upto)})


def voices(workers: Collection[str], upto: Cursor | None = None) -> list[str]:
    """The keys of their own under which these workers told something of themselves, in order."""
    found = TellingAgreed.objects.current(upto).filter(worker__in=list(workers)) if workers else ()
    return sorted(one.voice for one in found)

"""Who is enrolled where and in which language, whose consent is in force, who has which role, how people are called."""

import json
from collections.abc import Collection, Iterable
from datetime import date
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
    Worker,
)
from jornal.facts.told import TellingAgreed, TellingWithdrawn
from jornal.journal.fact import Cursor
from jornal.journal.keys import Keys, PersonFault
from jornal.journal.vaultlog import Reader
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
    rows = current_of(Enrolled, upto, workers).filter(site=site, since__lt=period.end)
    told = _told(rows.order_by("worker", "since"), current_of(Left, upto, workers).filter(site=site))
    return [one for one in told if one.left_on is None or one.left_on >= period.start]


def who_is_enrolled(site: str, period: Period) -> set[str]:
    """Who is enrolled at a site, or with "" at any, on a day of the period, as `enrolled` tells it, by code alone."""
    return set(codes_enrolled(site, period))


def codes_enrolled(site: str, period: Period) -> "QuerySet[Any]":
    """The same as a query, by which others are narrowed without naming thousands."""
    at = {"site": site} if site else {}
    gone = Left.objects.current().filter(**at, day__lt=period.start).values("enrolled")
    rows = Enrolled.objects.current().filter(**at, since__lt=period.end).exclude(root__in=gone)
    return rows.values_list("worker", flat=True)


def enrolled_on(workers: Collection[str], day: date, upto: Cursor | None = None) -> dict[str, Enrolment]:
    """Where each of these workers is enrolled on a day, by worker; who is enrolled nowhere is not there."""
    rows = current_of(Enrolled, upto, workers).filter(since__lte=day).order_by("since")
    told = _told(rows, current_of(Left, upto, workers))
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
        found = current_of(kind, upto, wanted if len(wanted) <= AT_ONCE else None, who)
        sealed |= {token: text for token, text in found.values_list(who, "name") if token in wanted and text}
    opened = keys.opened_many([(token, "name", text) for token, text in sealed.items()], reader=reader)
    return dict(zip(sealed, opened, strict=True))


def current_of(kind: Any, upto: Cursor | None, some: Collection[str] | None, who: str = "worker") -> Any:
    """The rows of a kind that stand at a place of the books, of some people or (None) of all."""
    found = kind.objects.current(upto)
    return found if some is None else found.filter(**{f"{who}__in": list(some)})


def forgotten(upto: Cursor | None = None) -> list[str]:
    """Every token whose key is deleted: workers, beneficiaries and staff, and what somebody told and took back."""
    who = set(Forgotten.objects.current(upto).values_list("who", flat=True))
    back = TellingWithdrawn.objects.current(upto).values_list("voice", flat=True)
    return sorted({*who, *back, *voices(who, upto)})


def voices(workers: Collection[str], upto: Cursor | None = None) -> list[str]:
    """The keys of their own under which these workers told something of themselves, in order."""
    found = TellingAgreed.objects.current(upto).filter(worker__in=list(workers)) if workers else ()
    return sorted(one.voice for one in found)

"""Where a worker stands when she comes from elsewhere: carried over by headquarters, or from before jornal was used."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from jornal.actions.amounts import Minor
from jornal.actions.given import Code, Token, known_here, on
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.pay import Adjustment, Run, RunIssued, Slip
from jornal.facts.people import CarriedOver, Left, OpeningBalance, Worker
from jornal.facts.work import Graded
from jornal.journal import place
from jornal.journal.canon import canonical
from jornal.journal.fact import Fact
from jornal.reads.savings import balances, moves
from jornal.units.parts import Part
from jornal.units.said import Said

SO_FAR = ("gross", "deductions", "own", "instructions", "in_hand")


class NotLeft(Said):
    """Somebody carried over who is still at the old site."""

    def __init__(self, worker: str, site: str, day: date) -> None:
        super().__init__(
            "{worker} has not left {site} by {day}, as far as is known here. The manager of that site"
            " records it with `jornal do leave`, and its book is read here.",
            worker=worker,
            site=site,
            day=day,
        )


class SameSite(Said):
    """Somebody carried over to where she is."""

    def __init__(self, worker: str, site: str) -> None:
        super().__init__(
            "{worker} is moved into {site}, which is no other site than before. Do this for the new "
            "site: `jornal do transfer --site NEW`.",
            worker=worker,
            site=site or Part("headquarters"),
        )


class Moved(Row):
    """A worker who left one site comes to the one this is done for. What stood there is taken up as it was issued.

    Done again on a later day, once the old site has issued her last month there, that counts in place of the first.
    """

    worker: Code
    from_site: Token
    day: date | None = None


class Before(Row):
    """Where she stood before the first month kept here, in minor units; what the year's slips said, and her credit.

    `credit_rule` is the code of the authority's paper; days and minutes carried gave nothing yet. Credit is sealed.
    `owed_back` is what her last slip shows as owed back; it is shown again, and taken only with her agreement.
    """

    worker: Code
    day: date | None = None
    gross: int | None = None
    deductions: int | None = None
    own: int | None = None
    instructions: int | None = None
    in_hand: int | None = None
    savings: int | None = None
    credit_rule: str = ""
    days_carried: int = 0
    minutes_carried: int = 0
    credited_before: int = 0
    source: str = ""
    owed_back: Minor = 0


def transfer(office: Office, rows: Sequence[Moved]) -> list[Fact]:
    """What is carried over, as recorded in headquarters' book for the new site. Raises NotLeft, SameSite, NotYet."""
    days = [on(office, row.day) for row in rows]
    for row, day in zip(rows, days, strict=True):
        if not office.site or row.from_site == office.site:
            raise SameSite(row.worker, office.site)
        left = Left.objects.current().filter(worker=row.worker, site=row.from_site, day__lte=day)
        if not left.exists():
            raise NotLeft(row.worker, row.from_site, day)
    return office.put((_carried(office, row, day) for row, day in zip(rows, days, strict=True)), "hq_site")


def _carried(office: Office, row: Moved, day: date) -> CarriedOver:
    """Where she stands, from her last issued slip at the old site, else from what was known before the first."""
    key = {"worker": row.worker, "into_site": office.site, "day": day}
    there = CarriedOver.objects.filter(**key).first()
    if there is not None:  # sent twice: the old book may have gone on since
        return there
    slip = last_slip(row.worker, row.from_site)
    opening = (
        OpeningBalance.objects.current().filter(worker=row.worker, book=row.from_site).order_by("day").last()
    )
    before = CarriedOver.objects.filter(worker=row.worker, into_site=row.from_site).order_by("day").last()
    known = Worker.objects.current().filter(worker=row.worker).first() or before
    head = place.found(row.from_site)
    money = _money(slip, opening, before)
    money["savings"] = _saved(row, office.site, day, money["savings"])
    return CarriedOver(
        **key, from_site=row.from_site, **_known(known), **money,
        grades=_grades(row.worker), open_adjustments=_open(row, slip),
        source_book=head.book, source_seq=head.seq, source_digest=head.digest,
    )  # fmt: skip


def _saved(row: Moved, into: str, day: date, before: int | None) -> int | None:
    """What the ledger of the old site says that she has saved; what was known before where it holds nothing of hers.

    Carried over again, all of it stands in the later record, which takes the place of what was carried.
    """
    found = balances(moves(row.from_site, day, [row.worker]))
    if row.worker not in found:
        return before
    gone = CarriedOver.objects.filter(worker=row.worker, from_site=row.from_site, into_site=into)
    last = gone.order_by("day").values_list("savings", flat=True).last()
    return found[row.worker] + (last or 0)


def _known(known: Any) -> dict[str, Any]:
    names = ("name", "born_on", "birth_year")
    return {name: getattr(known, name) for name in names} if known is not None else {}


def _money(slip: Any, opening: Any, before: Any) -> dict[str, Any]:
    """The carry, the sealed credit and the savings of the newest of the three that there is."""
    savings = next((one.savings for one in (opening, before) if one is not None), None)
    if slip is not None:
        return {"carry": slip.carry, "credit": slip.credit, "savings": slip.carry.get("savings", savings)}
    if opening is not None and (before is None or opening.day >= before.day):
        carry = {
            "year": opening.day.year, "year_to_date": opening.year_to_date, "owed_back": opening.owed_back,
        }  # fmt: skip
        return {"carry": carry, "credit": opening.credit, "savings": savings}
    if before is not None:
        return {"carry": before.carry, "credit": before.credit, "savings": before.savings}
    return {"carry": {}, "savings": None}


def last_slip(worker: str, site: str) -> Slip | None:
    """The slip of a worker's last issued month at a site; None where no run with her was issued there."""
    ends = Run.objects.filter(root=OuterRef("run"), site=site).values("until")[:1]
    issued = RunIssued.objects.values("run")
    found = (
        Slip.objects.filter(worker=worker, run__in=issued).annotate(until=Subquery(ends)).exclude(until=None)
    )
    return found.order_by("until", "seq").last()


def _grades(worker: str) -> list[dict[str, str]]:
    """Her grade in each trade, as assessed last."""
    last = {one.trade: one for one in Graded.objects.current().filter(worker=worker).order_by("since")}
    return [
        {"trade": trade, "grade": one.grade, "since": one.since.isoformat(), "assessor": one.assessor}
        for trade, one in sorted(last.items())
    ]


def _open(row: Moved, slip: Any) -> list[dict[str, Any]]:
    """The sums decided at the old site that no issued run has read; they are settled in the old book."""
    found = Adjustment.objects.current().filter(worker=row.worker, site=row.from_site)
    if slip is not None:
        run = Run.objects.get(root=slip.run)
        read = run.cursor.get(row.from_site, 0)
        found = found.exclude(seq__lte=read, day__lte=run.until)
    return [
        {
            "day": one.day.isoformat(),
            "what": one.what,
            "number": one.number,
            "label": one.label,
            "amount": one.amount,
        }
        for one in found.order_by("day", "what", "number")
    ]


def open_balance(office: Office, rows: Sequence[Before]) -> list[Fact]:
    """Where they stood before, as recorded. Raises NotKnownHere, NotYet; Locked where a credit is given."""
    known_here(office, [row.worker for row in rows])
    return office.put(
        OpeningBalance(
            worker=row.worker, day=on(office, row.day), site=office.site, source=row.source, savings=row.savings,
            year_to_date={name: getattr(row, name) for name in SO_FAR if getattr(row, name) is not None},
            credit=_sealed(office, row), owed_back=row.owed_back,
        )
        for row in rows
    )  # fmt: skip


def _sealed(office: Office, row: Before) -> str:
    """Her credit in the form in which a slip carries it on, sealed; nothing where none is given."""
    if not row.credit_rule and not any((row.days_carried, row.minutes_carried, row.credited_before)):
        return ""
    carry = {
        "code": row.credit_rule, "days": row.days_carried, "minutes": row.minutes_carried,
        "credited": row.credited_before,
    }  # fmt: skip
    return office.opened().seal(row.worker, "credit", canonical({"carry": [carry], "credit": []}))


VERBS: dict[str, Verb] = {
    "transfer": Verb(
        Moved, transfer, ("hq_operations",), "Carry a worker who left one site over into this one."
    ),
    "opening-balance": Verb(
        Before,
        open_balance,
        ("site_manager",),
        "Record where a worker stood before the first month kept here.",
    ),
}

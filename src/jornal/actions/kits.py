"""Kits for work in cells: given out, counted once when they come back, with every needle, and paid on receipt."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

from django.db import transaction
from django.db.models import Max
from pydantic import Field

from jornal.actions.given import Code, on
from jornal.actions.materials import LotFinishedAlready, coined, lot_here
from jornal.actions.office import Office
from jornal.actions.onlot import LotNotOpen
from jornal.actions.pieces import Counted, count
from jornal.actions.present import NotPresent, present
from jornal.actions.products import Counts
from jornal.actions.verb import Row, Verb
from jornal.facts.kits import Kit, KitReturned
from jornal.facts.lots import Lot
from jornal.facts.pieces import Pieces
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.reads.kits import kits_out
from jornal.reads.lots import lots
from jornal.reads.people import enrolled
from jornal.units.listed import refuse
from jornal.units.parts import Part, Several
from jornal.units.periods import Period
from jornal.units.said import Said

ROLES = ("site_manager", "trainer")
MOST = 10_000


class NoSuchKit(Said):
    """A kit that was never given out at a site."""

    def __init__(self, kit: str, site: str) -> None:
        super().__init__(
            "No kit {kit} was given out at {site}. Look at its code letter by letter.", kit=kit, site=site
        )


class KitOfAnotherSite(Said):
    """A kit returned at a site that did not give it out."""

    def __init__(self, kit: str, site: str, out_of: str) -> None:
        super().__init__(
            "Kit {kit} was given out at {out_of}, so it is counted and paid there, not at {site}. Send it back with "
            "its tools; where she left, it is counted with her last day.",
            kit=kit,
            site=site,
            out_of=out_of,
        )


class KitBackAlready(Said):
    """A kit returned twice."""

    def __init__(self, kit: str, day: date) -> None:
        super().__init__(
            "Kit {kit} came back on {day} and was counted then. A kit is paid once: look at the code on its label.",
            kit=kit,
            day=day,
        )


class KitAfterLeaving(Said):
    """A kit returned after its worker left the site."""

    def __init__(self, kit: str, worker: str, left_on: date) -> None:
        super().__init__(
            "Kit {kit} is out with {worker}, who left here on {day}. What was made until then is counted and paid "
            "with that day: give it as the day of the return.",
            kit=kit,
            worker=worker,
            day=left_on,
        )


class BeforeItWasGiven(Said):
    """A kit returned before it was given out."""

    def __init__(self, kit: str, day: date) -> None:
        super().__init__("Kit {kit} was given out on {day}. Correct the day of the return.", kit=kit, day=day)


class MoreThanTheKit(Said):
    """More pieces returned than a kit holds, or given out than a lot has left."""

    def __init__(self, code: str, there: int, wanted: int) -> None:
        super().__init__(
            "{code} holds {there} pieces, and these would be {wanted}. Correct the number.",
            code=code,
            there=there,
            wanted=wanted,
        )


class ToolsNotCounted(Said):
    """A return or count that leaves out a tool, or has one that is not on the list."""

    def __init__(self, code: str, wanted: Sequence[str]) -> None:
        super().__init__(
            "{code}: every tool is counted, none else: {tools}. Write nought for one that is not there.",
            code=code,
            tools=Several(wanted, len(wanted)),
        )


class GivenOut(Row):
    """A kit of a lot given to a worker for her cell: how many pieces, and the tools with it, such as "needles: 3".

    Without a code it is given one.
    """

    worker: Code
    lot: Code
    pieces: Annotated[int, Field(ge=1, le=MOST)]
    tools: Counts = Field(default_factory=list)
    day: date | None = None
    code: Code | None = None


class CameBack(Row):
    """A kit that came back: good pieces, those to be done again, and every tool counted, nought where it is gone.

    The pieces are counted for her that day, for every operation of the lot, and so are paid on receipt. `why` is the
    reason where more or fewer tools came back than went out; what was counted is recorded with or without it.
    """

    kit: Code
    good: Annotated[int, Field(ge=0, le=MOST)]
    rework: Annotated[int, Field(ge=0, le=MOST)] = 0
    tools: Annotated[str, Field(max_length=500)] = ""
    why: Annotated[str, Field(max_length=200)] = ""
    day: date | None = None


def give_out(office: Office, rows: Sequence[GivenOut]) -> list[Fact]:
    """The kits, as recorded, each with its code. Raises NotPresent, LotNotKnown, LotFinishedAlready, MoreThanTheKit."""
    days = [on(office, row.day) for row in rows]
    present(office, zip((row.worker for row in rows), days, strict=True))
    with transaction.atomic():
        locked(office.book("site"))
        codes = coined(office, "K", Kit)
        found: list[Fact] = []
        for row, day in zip(rows, days, strict=True):
            lot = _with_room(office, row)
            tools = [{"tool": one["name"], "count": int(one["says"])} for one in row.tools]
            said = {"worker": row.worker, "pieces": row.pieces, "tools": tools, "day": day}
            found += office.put([Kit(**said, code=row.code or next(codes), site=office.site, lot=lot.root)])
        return found


def come_back(office: Office, rows: Sequence[CameBack]) -> list[Fact]:
    """The returns and the counts that pay them, as recorded.

    Raises NoSuchKit, KitOfAnotherSite, KitBackAlready, KitAfterLeaving, NotPresent, BeforeItWasGiven, MoreThanTheKit,
    ToolsNotCounted, NotYet.
    """
    with transaction.atomic():
        locked(office.book("site"))
        return [fact for row in rows for fact in _back(office, row)]


def compared(code: str, held: Sequence[dict[str, object]], told: str) -> list[tuple[str, int, int]]:
    """Each tool with how many there should be and how many were counted. Raises ToolsNotCounted."""
    should = {str(one["tool"]): int(str(one["count"])) for one in held}
    found = {}
    for part in filter(None, (one.strip() for one in told.split(";"))):
        name, _, number = (text.strip() for text in part.partition(":"))
        if name not in should or name in found or not number.isdecimal():
            raise ToolsNotCounted(code, list(should))
        found[name] = int(number)
    if found.keys() != should.keys():
        raise ToolsNotCounted(code, list(should))
    return [(name, should[name], found[name]) for name in should]


def explained(tools: Sequence[tuple[str, int, int]], why: str) -> list[dict[str, str]]:
    """For each tool the reason, where there are more or fewer of it than there should be. Raises ListedTerm."""
    said = refuse(why, Part("the reason"))
    return [{"why": said} if said and should != there else {} for _, should, there in tools]


def missing(tools: Sequence[tuple[str, int, int]]) -> int:
    """How many tools are not there; one kind too many does not make up for another."""
    return sum(max(0, should - there) for _, should, there in tools)


def _with_room(office: Office, row: GivenOut) -> Lot:
    lot = lot_here(office, row.lot)
    if row.code and Kit.objects.filter(code=row.code).exists():
        return lot  # given out already, word for word or not: the door says which
    (of,) = lots(office.site, [row.lot])
    if of.finished is not None:
        raise LotFinishedAlready(row.lot)
    if on(office, row.day) < lot.opened_on:
        raise LotNotOpen(of, on(office, row.day))
    out = sum(one.pieces for one in kits_out(office.site, lots=[lot.root]) if one.code != row.code)
    made = max((step.good for step in of.steps), default=0)
    if out + made + row.pieces > lot.quantity:
        raise MoreThanTheKit(row.lot, lot.quantity, out + made + row.pieces)
    return lot


def _back(office: Office, row: CameBack) -> list[Fact]:
    kit = Kit.objects.current().filter(code=row.kit, site=office.site).first()
    if kit is None:
        other = Kit.objects.current().filter(code=row.kit).first()
        raise KitOfAnotherSite(row.kit, office.site, other.site) if other else NoSuchKit(row.kit, office.site)
    before = KitReturned.objects.current().filter(kit=kit.root).first()
    if before is not None:
        raise KitBackAlready(row.kit, before.day)
    day = on(office, row.day)
    if day < kit.day:
        raise BeforeItWasGiven(row.kit, kit.day)
    if row.good + row.rework:  # a lost kit comes back with nothing, wherever she is by then
        _still_here(office, kit, day)
    if row.good + row.rework > kit.pieces:
        raise MoreThanTheKit(row.kit, kit.pieces, row.good + row.rework)
    tools = compared(row.kit, kit.tools, row.tools)
    back = KitReturned(
        kit=kit.root, day=day, good=row.good, rework=row.rework, missing=missing(tools), counted_by=office.hand.by,
        tools=[
            {"tool": name, "out": out, "back": there, **why}
            for (name, out, there), why in zip(tools, explained(tools, row.why), strict=True)
        ],
    )  # fmt: skip
    return [*office.put([back]), *_paid(office, kit, back)]


def _paid(office: Office, kit: Kit, back: KitReturned) -> list[Fact]:
    """The counts of a kit that came back, one for each operation of its lot: the pieces that pay her."""
    if not back.good + back.rework:
        return []
    code = Lot.objects.get(root=kit.lot, corrects=None).code
    (of,) = lots(office.site, [code])
    rows = []
    for step in of.steps:
        key = {"worker": kit.worker, "day": back.day, "operation": step.operation}
        last = Pieces.objects.filter(**key).aggregate(Max("number"))["number__max"] or 0
        said = {"good": back.good, "rework": back.rework, "number": last + 1, "lot": code, "tally": kit.code}
        rows.append(Counted(**key, **said))
    return count(office, rows)


def _still_here(office: Office, kit: Kit, day: date) -> None:
    """Raises KitAfterLeaving where she left the site before the day, NotPresent where she was never here with it."""
    stays = enrolled(office.site, Period(kit.day, day + timedelta(days=1)), workers=[kit.worker])
    if not any(one.since <= day and (one.left_on is None or day <= one.left_on) for one in stays):
        left = [one.left_on for one in stays if one.left_on is not None and one.left_on >= kit.day]
        if not left:
            raise NotPresent(office.site, [(kit.worker, day)])
        raise KitAfterLeaving(kit.code, kit.worker, max(left))


VERBS: dict[str, Verb] = {
    "issue-kit": Verb(
        GivenOut, give_out, ROLES, "Give a worker a kit of a lot for her cell, with its tools."
    ),
    "return-kit": Verb(
        CameBack,
        come_back,
        ROLES,
        "Count a kit that came back, with every tool; its pieces are paid on receipt.",
    ),
}

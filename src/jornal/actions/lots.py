"""Lots of products: opened, finished when every operation is accepted, judged by somebody not paid by output."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from django.db.models import Max
from pydantic import Field, model_validator

from jornal.actions.alone import alone
from jornal.actions.given import Code, Listed, Token, on
from jornal.actions.materials import LotFinishedAlready, coined, lot_here
from jornal.actions.office import Office
from jornal.actions.pieces import who_decides
from jornal.actions.products import product_of, recipe_of
from jornal.actions.quoting import NoSuchOrder, order_of
from jornal.actions.verb import Row, Verb
from jornal.facts.lots import Lot, LotFinished, LotJudged
from jornal.facts.orders import OrderLine
from jornal.facts.pieces import Pieces
from jornal.facts.products import Checklist
from jornal.journal.fact import Fact
from jornal.reads.kits import kits_out
from jornal.reads.lots import Standing, lots
from jornal.units.identifiers import is_whole
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("site_manager", "trainer")
JUDGES = ("quality", "site_manager", "trainer")
MOST = 100_000
YES = "yes"


class MistypedLot(Said):
    """A code for a lot whose last letter does not fit."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "{code} is not the code of a lot: its last letter does not fit. Leave it out, and one is given.",
            code=code,
        )


class NotWhole(Said):
    """More pieces finished than have every operation."""

    def __init__(self, of: Standing, quantity: int) -> None:
        least = min(of.steps, key=lambda step: step.good)
        super().__init__(
            "{quantity} of lot {code} cannot be finished: of {operation} {good} are accepted. Count what is missing "
            "first, with `jornal do count`.",
            quantity=quantity,
            code=of.lot.code,
            operation=least.operation,
            good=least.good,
        )


class KitsOut(Said):
    """An end of a lot whose kits have not come back: what is in them would not be paid."""

    def __init__(self, code: str, kits: Sequence[str]) -> None:
        super().__init__(
            "Lot {code} is not finished while kits of it are out: {kits}. Count each that came back with `jornal do "
            "return-kit`; one that is lost comes back with nothing.",
            code=code,
            kits=", ".join(kits),
        )


class TooEarly(Said):
    """An end or a judgement of a lot on a day before what it follows."""

    def __init__(self, code: str, day: date, since: date, what: str) -> None:
        super().__init__(
            "Lot {code}: {day} is before {since}, {what}. Correct the day.",
            code=code,
            day=day,
            since=since,
            what=Part(what),
        )


class NotFinished(Said):
    """A judgement of a lot that is still being made."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "Lot {code} is not finished. Finish it first, with `jornal do finish-lot`; then judge it.",
            code=code,
        )


class NotAllJudged(Said):
    """A judgement whose pieces do not add up to the lot."""

    def __init__(self, code: str, finished: int, judged: int) -> None:
        super().__init__(
            "Lot {code} has {finished} finished pieces, and {judged} are judged. Give each as good, to be done again "
            "or rejected.",
            code=code,
            finished=finished,
            judged=judged,
        )


class NotAJudge(Said):
    """A judgement by somebody whose own pay hangs on pieces, or who has no such role."""

    def __init__(self, who: str, site: str) -> None:
        super().__init__(
            "{who} cannot judge a lot of {site}: name a manager, trainer or quality reviewer there who is not paid by "
            "output.",
            who=who,
            site=site,
        )


class NotAllAnswered(Said):
    """A judgement that leaves out what its checklist asks."""

    def __init__(self, product: str, asks: int, answers: int) -> None:
        super().__init__(
            "The checklist of {product} asks {asks} things, and {answers} were answered. Answer each with yes, no or "
            "none, in its order, with semicolons between.",
            product=product,
            asks=asks,
            answers=answers,
        )


class Opened(Row):
    """A lot of a product: how many pieces, in which workshop, for which order and line of it, if any.

    Without a code it is given one. It is made by the recipe that holds on the day it is opened.
    """

    product: Token
    quantity: Annotated[int, Field(ge=1, le=MOST)]
    workshop: Token | None = None
    opened_on: date | None = None
    due_on: date | None = None
    order: Annotated[str, Field(max_length=60)] = ""
    line: Annotated[int, Field(ge=1, le=999)] | None = None
    code: Code | None = None


class Finished(Row):
    """A lot on which work has ended, and how many whole pieces came of it."""

    lot: Code
    quantity: Annotated[int, Field(ge=0, le=MOST)]
    day: date | None = None


class Judged(Row):
    """A judgement of every piece of a finished lot, with the answers to its checklist in order: yes, no or none.

    Without a number it is the next; the last one counts. Whoever judges is not paid by output.
    """

    lot: Code
    good: Annotated[int, Field(ge=0, le=MOST)]
    rework: Annotated[int, Field(ge=0, le=MOST)] = 0
    rejected: Annotated[int, Field(ge=0, le=MOST)] = 0
    cause: Literal["none", "material", "machine", "design", "worker", "unknown"] = "none"
    answers: Listed = Field(default_factory=list)
    judged_by: Annotated[str, Field(max_length=60)] = ""
    note: Annotated[str, Field(max_length=500)] = ""
    number: Annotated[int, Field(ge=1, le=99)] | None = None
    day: date | None = None

    @model_validator(mode="after")
    def _has_its_cause(self) -> "Judged":
        if bool(self.rework or self.rejected) == (self.cause == "none"):
            raise Said("pieces that are not good have a cause, and others have none")
        if not set(self.answers) <= {"yes", "no", "none"}:
            raise Said("answer each with yes, no or none")
        return self


@alone("hq", "site")
def open_lots(office: Office, rows: Sequence[Opened]) -> list[Fact]:
    """The lots, as recorded, each with its code. Raises NoSuchProduct, NoSuchOrder, NoRecipe, MistypedLot, NotYet."""
    codes = coined(office, "L", Lot)
    facts = []
    for row in rows:
        day = on(office, row.opened_on)
        recipe = recipe_of(product_of(row.product).product, day)
        if row.code and not is_whole(row.code):
            raise MistypedLot(row.code)
        _ordered(row)
        said = row.model_dump(exclude={"code", "opened_on", "workshop"})
        facts.append(
            Lot(
                **said, code=row.code or next(codes), site=office.site, workshop=row.workshop or "", opened_on=day,
                recipe=recipe.root,
            )
        )  # fmt: skip
    return list(office.put(facts))


def _ordered(row: Opened) -> None:
    """Raises NoSuchOrder where a lot is for an order, or a line of one, that was not placed."""
    if not row.order:
        return
    order_of(row.order)
    lines = OrderLine.objects.current().filter(order=row.order, quantity__gt=0)
    if row.line is not None and not lines.filter(line=row.line).exists():
        raise NoSuchOrder(row.order, row.line)


@alone("site")
def finish(office: Office, rows: Sequence[Finished]) -> list[Fact]:
    """The ends of lots, as recorded. Raises LotNotKnown, NotWhole, KitsOut, TooEarly, LotFinishedAlready, NotYet."""
    facts = []
    for row in rows:
        lot, day = lot_here(office, row.lot), on(office, row.day)
        (of,) = lots(office.site, [row.lot])
        if of.finished and (of.finished.quantity, of.finished.day) != (row.quantity, day):
            raise LotFinishedAlready(row.lot)
        if row.quantity > of.whole:
            raise NotWhole(of, row.quantity)
        if out := kits_out(office.site, lots=[lot.root]):
            raise KitsOut(row.lot, [one.code for one in out])
        in_time(lot, day)
        facts.append(LotFinished(lot=lot.root, day=day, quantity=row.quantity))
    return list(office.put(facts))


def in_time(lot: Lot, day: date) -> None:
    """Raises TooEarly where a lot would end before it was opened, or before the last of its pieces was counted."""
    last = Pieces.objects.current().filter(lot=lot.code, book=lot.site).aggregate(all=Max("day"))["all"]
    if day < lot.opened_on:
        raise TooEarly(lot.code, day, lot.opened_on, "when it was opened")
    if last is not None and day < last:
        raise TooEarly(lot.code, day, last, "when the last of its pieces was counted")


@alone("site")
def judge(office: Office, rows: Sequence[Judged]) -> list[Fact]:
    """The judgements, as recorded.

    Raises NotFinished, TooEarly, NotAllJudged, NotAJudge, NotAllAnswered, LotNotKnown, NotYet.
    """
    facts: list[Fact] = []
    for row in rows:
        lot_here(office, row.lot)
        (of,) = lots(office.site, [row.lot])
        facts += office.put([_judged(office, row, of)])
    return facts


def _judged(office: Office, row: Judged, of: Standing) -> LotJudged:
    judged_by = row.judged_by or office.hand.by
    if judged_by not in who_decides(office, on(office, row.day)):
        raise NotAJudge(judged_by, office.site)
    if of.finished is None:
        raise NotFinished(row.lot)
    if (those := row.good + row.rework + row.rejected) != of.finished.quantity:
        raise NotAllJudged(row.lot, of.finished.quantity, those)
    day = on(office, row.day)
    if day < of.finished.day:
        raise TooEarly(row.lot, day, of.finished.day, "when it was finished")
    asks = asked(of.lot.product, day)
    if len(asks) != len(row.answers):
        raise NotAllAnswered(of.lot.product, len(asks), len(row.answers))
    answers = [{"ask": ask, "answer": answer} for ask, answer in zip(asks, row.answers, strict=True)]
    last = LotJudged.objects.filter(lot=of.lot.root).aggregate(Max("number"))["number__max"] or 0
    said = row.model_dump(exclude={"lot", "answers", "judged_by", "number", "day"})
    refuse(row.note, Part("the note"))
    return LotJudged(
        **said, lot=of.lot.root, number=row.number or last + 1, day=day, judged_by=judged_by, answers=answers
    )


def asked(product: str, day: date) -> list[str]:
    """What the checklist of a product asks on a day; nothing where it has none."""
    rows = Checklist.objects.current().filter(product=product, since__lte=day).order_by("since")
    found = rows.values_list("asks", flat=True).last()
    return list(found or ())


VERBS: dict[str, Verb] = {
    "open-lot": Verb(Opened, open_lots, ROLES, "Open a lot of a product; it is given a code."),
    "finish-lot": Verb(
        Finished, finish, ROLES, "Record that a lot is finished, and how many pieces came of it."
    ),
    "judge-lot": Verb(Judged, judge, JUDGES, "Judge a finished lot, piece by piece, with its checklist."),
}

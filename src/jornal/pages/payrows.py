"""The rows of a month of pay as pages show them: figures in words, pay beside its floor, what is missing and where."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from jornal.actions.briefs import PAID, Brief, brief, deductions, taken
from jornal.actions.issued import beneficiaries
from jornal.actions.monthpay import MonthPay
from jornal.journal.vaultlog import Reader
from jornal.pages.desk import Desk
from jornal.papers import bars, totals
from jornal.papers.phrases import decided, fault_sentence
from jornal.rules.beside import hour, widest
from jornal.rules.steps import HELD

Row = dict[str, Any]

AT_ONCE = 50
"""Rows on a page; a workshop of that size is seen whole."""
TICKED = 400
"""Rows on a page of which all are ticked: a few of those for 10,000 people, one for everybody else."""
COLUMNS = 3
"""Deductions that get a column each; more of them stand together."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
IN_THE_REGISTER = {
    HELD[
        "balance_unknown"
    ]: "{step} is held, not taken: what she still owes is not known. Record what she owes, "
    "nought where it is nothing.",
}
"""What a fault says here instead of what it says of a list of people in a file."""
_WHERE = {"deduction": "person", "instruction": "person", "pay": "person", "top_up": "rates"}


class Open(NamedTuple):
    """Something that is missing: what it is, and the address where it is added ("" is none)."""

    says: str
    address: str


class Shown(NamedTuple):
    """One worker of a month: who she is, her figures with the heads they stand under, her pay beside the floor.

    `bar` and `tick` are tenths of a percent of the picture's width, `tick` below nought where no floor is known.
    """

    worker: str
    name: str
    address: str
    figures: list[tuple[str, str]]
    in_hand: str
    bar: int
    tick: int
    hour: str
    floor: str
    beside: str
    state: str
    kind: str
    open: list[Open]
    changed: bool


class Column(NamedTuple):
    """A column of figures: its head, and the sums it holds (`FIGURES`, or `deduction:code`)."""

    head: str
    of: tuple[str, ...]


def columns(desk: Desk, deductions: Mapping[str, str]) -> list[Column]:
    """The columns between the hours and what is in hand: each deduction under the name that the terms give it."""
    found = [Column(desk.say("Earned"), ("gross",)), Column(desk.say("Top-up"), ("top_up",))]
    if len(deductions) <= COLUMNS:
        found += [Column(desk.say(label), (f"deduction:{code}",)) for code, label in deductions.items()]
    else:
        found.append(Column(desk.say("Taken off"), ("deductions",)))
    return [*found, Column(desk.say("Sent, saved"), ("instructions",))]


def cells(desk: Desk, sums: Mapping[str, int], of: Sequence[Column]) -> list[tuple[str, str]]:
    """The figures of these columns, each with its head; a dash for nought."""
    found = [(column.head, sum(sums.get(name, 0) for name in column.of)) for column in of]
    return [(head, desk.figures.plain(amount) if amount else "–") for head, amount in found]


class Frame(NamedTuple):
    """What all rows of a month's table share: its columns, what its bars are drawn against, who changed."""

    month: str
    columns: list[Column]
    whole: int
    changed: Collection[str]


def frame(desk: Desk, found: MonthPay, changed: Collection[str]) -> Frame:
    """The frame of a month."""
    hours = (hour(amount, one.minutes or 0) for one in found.briefs for amount in (one.earned, one.floor))
    return Frame(found.run.month, columns(desk, deductions(found.briefs)), widest(hours), changed)


def shown(desk: Desk, rows: Sequence[Row], of: Frame) -> list[Shown]:
    """The rows of a page; they are some of a month's."""
    called = desk.called(row["code"] for row in rows)
    return [_shown(desk, row, of)._replace(name=called[row["code"]]) for row in rows]


def _shown(desk: Desk, row: Row, of: Frame) -> Shown:
    money, least, paid = desk.figures, bars.floor(row), row["status"] in PAID
    sums_of = {f"deduction:{code}": sum_ for code, sum_ in taken(brief(row)).items()} if paid else {}
    sums = {**row["totals"], **sums_of} if paid else {}
    minutes = bars.minutes(row)
    key, kind = totals.state(row)
    hours = (desk.say("Hours"), money.time(minutes) if paid and minutes else "–")
    return Shown(
        worker=row["code"],
        name=row["code"],
        address=desk.at("site.pay.worker", None, month=of.month, worker=row["code"]),
        figures=[hours, *cells(desk, sums, of.columns)],
        in_hand=money.plain(row["totals"]["in_hand"]) if paid else "–",
        bar=bars.tenths(totals.hour(bars.effective(row), row), of.whole) if paid else 0,
        tick=bars.tenths(totals.hour(least, row), of.whole) if paid and least is not None and minutes else -1,
        hour=bars.hourly(bars.effective(row), minutes, money) if paid else "",
        floor=bars.hourly(least, minutes, money) if paid else "",
        beside=bars.in_words(row, desk.words, money),
        state=desk.say(key),
        kind={"wrong": "bad", "soon": "soon", "holds": "good"}[kind],
        open=missing(desk, row),
        changed=row["code"] in of.changed,
    )


def payees(desk: Desk, workers: Collection[str]) -> dict[str, str]:
    """What those are called whom these workers named, by token; nobody while the names are locked."""
    if desk.keys is None:
        return {}
    return beneficiaries(list(workers), desk.keys, Reader(desk.who, desk.shown, desk.now()))


def missing(desk: Desk, row: Row) -> list[Open]:
    """What stops something of a worker's pay, each once, with where it is added."""
    found = [
        Open(lacks(desk, fault), where(desk, row["code"], fault)) for fault in row["faults"] if fault["stops"]
    ]
    return list(dict.fromkeys(found))


def lacks(desk: Desk, fault: Row) -> str:
    """What a fault says; where it sends the reader of a sheet to her list of people, this page sends to a form."""
    return fault_sentence({**fault, "key": IN_THE_REGISTER.get(fault["key"], fault["key"])}, desk.words)


def where(desk: Desk, worker: str, fault: Row) -> str:
    """The page on which what a fault names is added; "" where this person may not go there."""
    days = _DAY.findall(f"{fault['row']} {' '.join(str(value) for _, value in fault['says'])}")
    place = _WHERE.get(fault["stops"].partition(":")[0], "day" if days else "rates")
    if days and fault["row"]:
        place = "day"
    if place == "day":
        page = "site.pieces.day" if fault["row"].startswith("pieces ") else "site.attendance.day"
        return desk.at_if_any(page, day=days[0])
    if place == "rates":
        return desk.at_if_any("site.rates")
    if fault.get("key") in IN_THE_REGISTER:
        return desk.at_if_any("site.people.do", worker=worker, verb="owe")
    return desk.at_if_any("site.people.one", worker=worker)


def topped(one: Brief) -> bool:
    """Whether her pay was brought up to the floor."""
    return bool(one.top_up)


def narrowed(briefs: Iterable[Brief], show: str, changed: Collection[str]) -> list[Brief]:
    """Those that are asked for; all of them for what is no such name."""
    if show == "changed":
        return [one for one in briefs if one.code in changed]
    tests: dict[str, Callable[[Brief], bool]] = {
        "open": lambda one: one.open, "below": lambda one: one.below, "topped": topped,
    }  # fmt: skip
    test = tests.get(show)
    return [one for one in briefs if test is None or test(one)]


def floors(desk: Desk, briefs: Iterable[Brief]) -> list[str]:
    """What the floor is, a sentence for each that somebody is held against: its name, measure, layer and source."""
    # A month has a handful of floors, and hundreds are held against each.
    found = []
    for label, measure, layer, source, gap in dict.fromkeys(one.against for one in briefs if one.paid):
        if label:
            decider = decided({"layer": layer, "source": source}, desk.words)
            parts = [desk.say(label), desk.say(bars.MEASURE_NAMES.get(measure, "")), decider]
            says = desk.say("Declared gap: {gap}", gap=desk.say(gap)) if gap else ""
            found.append(f"{' · '.join(part for part in parts if part)}. {says}".strip())
    return list(dict.fromkeys(found))

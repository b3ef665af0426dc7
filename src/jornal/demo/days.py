"""The days of the demo's registers: what each manager marks and counts, from the same cells that the sheets hold."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jornal.demo import hours, making
from jornal.demo.cast import code
from jornal.demo.hours import spans
from jornal.demo.made import Made, kits, pieces
from jornal.demo.people import Someone, people
from jornal.demo.stage import Row, Stage
from jornal.demo.world import Place, period, place
from jornal.terms.kinds import load

MANAGER, TRAINER = "site_manager", "trainer"
FRIDAY = 4
SUMS = {"bono": "bonus", "reembolso": "refund"}
ORDERED_BY = "head of security of the institution"
FIRST_AID = {
    "qori/cusco": "A needle in the left hand; cleaned and bound by the trainer, seen by the nurse the same day."
}
"""What was noted beside an injury; where nothing is, it stays open as a finding."""


@dataclass(frozen=True)
class Month:
    """A month of a site by the day on which it is keyed: cells by worker, pieces; and the days it was stopped."""

    here: Place
    everyone: dict[int, Someone]
    cells: dict[date, list[tuple[int, date, str]]]
    made: dict[date, list[Made]]
    stopped: frozenset[date]


def crew(stage: Stage, here: Place) -> list[Someone]:
    """Everybody who works at a site in the three months, those who come from another site last."""
    found = people(here)
    for number, row in enumerate(stage.cast.rows("guest", here.site.id), start=1):
        wanted = code(place(f"{stage.terms.id}/{row['of']}"), row["number"])
        there = next(one for one in stage.crews[row["of"]] if one.code == wanted)
        cells = {name: text for name, text in there.cells.items() if "_" not in name and " " not in name}
        cells |= {"birth_year": there.cells["birth_year"]}
        guest = replace(there, number=100 + number, since=row["since"], left_on=None, cells=cells)
        found.append(guest)
    return found


def of_month(here: Place, everyone: list[Someone], month: str, *, weekly: bool = False) -> Month:
    """What the sheets of a month would hold; keyed day by day, or with `weekly` on Fridays and at the month's end.

    Makers hand in the hours that they write down for themselves together with their kits.
    """
    some = [one for one in everyone if one.since < period(month).end]
    if "kits" in here.says:
        made, grid = kits(here, month, [one for one in some if one.there(_receipts(here, month)[0])])
    else:
        grid = hours.grid(here, month, some)
        made = pieces(here, month, some, grid)
    stopped = frozenset(
        row["day"] for row in here.rows("closed") if row["kind"] == "lockdown" and row["day"] in period(month)
    )
    cells: dict[date, list[tuple[int, date, str]]] = {}
    for (number, day), text in sorted(grid.items(), key=lambda cell: (cell[0][1], cell[0][0])):
        if day not in stopped:
            cells.setdefault(_keyed_on(here, day, weekly), []).append((number, day, text))
    counted: dict[date, list[Made]] = {}
    for row in sorted(made, key=lambda row: (row.day, row.number, row.operation)):
        counted.setdefault(_keyed_on(here, row.day, weekly), []).append(row)
    return Month(here, {one.number: one for one in some}, cells, counted, stopped)


def _receipts(here: Place, month: str) -> list[date]:
    return [day for day in here.says["receipts"] if day in period(month)]


def _keyed_on(here: Place, day: date, weekly: bool) -> date:
    """The day on which a day is keyed: itself, the next receipt of kits, or its Friday, but never after its month."""
    month = f"{day:%Y-%m}"
    if "kits" in here.says:
        return next(one for one in _receipts(here, month) if one >= day)
    if not weekly:
        return day
    friday = day + timedelta(days=(FRIDAY - day.weekday()) % 7)
    return min(friday, period(month).last or friday)


def done(stage: Stage, month: Month) -> None:
    """Today at a site: work stopped; what is keyed today marked, pieces counted and rejected; sums decided."""
    here, day, site = month.here, stage.day, month.here.site.id
    if day in month.stopped:
        stage.do("stop-work", MANAGER, site, [{"day": day, "ordered_by": ORDERED_BY}])
    cells = month.cells.get(day, [])
    rows = [row for number, on, text in cells for row in marked(here, month.everyone[number], on, text)]
    stage.do("mark", TRAINER, site, rows)
    made = [row for row in month.made.get(day, []) if not making.told_elsewhere(here, row)]
    stage.do("count", TRAINER, site, making.on_lots(stage, here, [_counted(month, row) for row in made]))
    stage.do("reject", MANAGER, site, [_rejected(month, row) for row in made if row.rejected])
    sums = [row for row in here.rows("adjustment") if row["day"] == day]
    stage.do("decide-sum", MANAGER, site, [_decided(month, dict(row)) for row in sums])


def marked(here: Place, one: Someone, day: date, text: str) -> Iterator[Row]:
    """The rows of a cell: a stretch each, or minutes, or a kind of time alone; what nobody can read is a plain day."""
    row: Row = {"worker": one.code, "day": day}
    if "kits" in here.says:
        whole, _, minutes = text.partition(":")
        yield {**row, "minutes": int(whole) * 60 + int(minutes), "place": "cell"}
        return
    stretches, said = spans(text)
    what = (load().meaning(said, here.site.languages) if said else None) or "work"
    if what == "injury" and here.at in FIRST_AID:
        row["note"] = FIRST_AID[here.at]
    for number, (start, end) in enumerate(stretches, start=1):
        yield {**row, "number": number, "what": what, "start": start, "end": end}
    if not stretches:
        minutes_ = hours.minutes(text)
        yield {**row, "what": what, **({"minutes": minutes_} if minutes_ else {})}


def _counted(month: Month, row: Made) -> Row:
    return {
        "worker": month.everyone[row.number].code, "day": row.day, "operation": row.operation, "good": row.good,
    }  # fmt: skip


def _rejected(month: Month, row: Made) -> Row:
    """Only for a fault of her own is she heard first; for any other nothing is taken from her."""
    return {
        "worker": month.everyone[row.number].code, "day": row.day, "operation": row.operation,
        "count": row.rejected, "cause": row.cause, "heard": "yes" if row.cause == "worker" else "no",
    }  # fmt: skip


def _decided(month: Month, row: Row) -> Row:
    return {
        "worker": month.everyone[row["number"]].code, "day": row["day"], "what": SUMS.get(row["kind"], row["kind"]),
        "amount": int(row["amount"].replace(".", "")), "label": row["label"], "reason": row["reason"],
        "payer": row["payer"], "approver": row["approver"],
    }  # fmt: skip

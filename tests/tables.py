"""Reads tables as a workshop writes them, so that a test looks like the paper it is about."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from jornal.rules.hours import shifts_of
from jornal.rules.lines import Line
from jornal.rules.pay import Paid, paid
from jornal.rules.plan import laid_out
from jornal.rules.rows import Carry, Entry, Month, Piece, Punch, Shift, Worker
from jornal.terms.agreed import Agreed
from jornal.units import periods
from jornal.units.periods import Period

LIMA = "America/Lima"
ANYONE = Worker("A1", "agreed")


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table under its headers; "-" is empty, "2026-10-05..09" a row for each of those days."""
    head, *body = [line.split() for line in text.strip().splitlines()]
    found = []
    for cells in body:
        row = {name: "" if cell == "-" else cell for name, cell in zip(head, cells, strict=True)}
        found += [{**row, "day": str(day)} for day in days(row["day"])] if "day" in row else [row]
    return found


def days(text: str) -> list[date]:
    """One day, or all from the first to the last: "2026-10-05..09" or "2026-09-28..2026-10-02"."""
    first, _, last = text.partition("..")
    start = date.fromisoformat(first)
    end = date.fromisoformat(last if len(last) > 2 else first[:8] + last) if last else start
    return [start + timedelta(days=count) for count in range((end - start).days + 1)]


def minutes(text: str) -> int | None:
    """Minutes of "5" hours, of "5:30", or of the wall time "22:15"."""
    if not text:
        return None
    hours, _, rest = text.partition(":")
    return int(hours) * 60 + int(rest or 0)


def entries(text: str, first: str = "r") -> list[Entry]:
    """Attendance: day, and start end or hours; pause, kind, place, substitute where a test needs them."""
    return [
        Entry(
            f"{first}{number}",
            row.get("worker") or "A1",
            date.fromisoformat(row["day"]),
            row.get("kind") or "work",
            minutes(row.get("hours", "")),
            minutes(row.get("start", "")),
            minutes(row.get("end", "")),
            minutes(f"0:{row['pause']}") if row.get("pause") else None,
            row.get("place", ""),
            substitute=bool(row.get("substitute")),
        )
        for number, row in enumerate(rows(text), 1)
    ]


def shifts(text: str, zone: str = LIMA, first: str = "r") -> tuple[Shift, ...]:
    """Attendance as shifts; a table with a fault in it is a mistake of the test."""
    found, faults = shifts_of(entries(text, first), zone)
    assert faults == []
    return tuple(found)


def pieces(text: str, first: str = "p") -> tuple[Piece, ...]:
    """A tally: day, operation, good, and if needed rejected_paid and rejected_unpaid."""
    return tuple(
        Piece(
            f"{first}{number}",
            date.fromisoformat(row["day"]),
            row["operation"],
            *(int(row.get(name) or 0) for name in ("good", "rejected_paid", "rejected_unpaid")),
        )
        for number, row in enumerate(rows(text), 1)
    )


def punches(text: str) -> list[Punch]:
    """A clock log: day, time, and the clock's own mark."""
    return [
        Punch(
            f"k{number}", "A1", date.fromisoformat(row["day"]), minutes(row["time"]) or 0, row.get("mark", "")
        )
        for number, row in enumerate(rows(text), 1)
    ]


def span(text: str) -> Period:
    """A month "2026-10", or the days "2026-10-05..11"."""
    return Period.inclusive(days(text)[0], days(text)[-1]) if ".." in text else periods.month(text)


def month(
    attendance: str = "", of: str = "2026-10", *, tally: str = "", worker: Worker = ANYONE, **more: object
) -> Month:
    """One worker's period as the sheets have it."""
    return Month(
        worker,
        span(of),
        shifts(attendance) if attendance else (),
        pieces(tally) if tally else (),
        **more,
    )


def before(attendance: str = "", tally: str = "", **more: object) -> Carry:
    """What the period before left: the first days of the week that straddles."""
    return Carry(
        shifts(attendance, first="c") if attendance else (),
        pieces(tally, first="cp") if tally else (),
        **more,
    )


def pay(terms: Agreed, period: Month) -> Paid:
    """The month paid, every line with the rows it rests on."""
    return paid(period, laid_out(terms, period.period), trace=True)


def lines(found: Paid | Iterable[Line], name: str) -> list[Line]:
    """The lines of a kind or part, or of kind:code; held lines answer to "held" alone."""
    kind, _, code = name.partition(":")
    every = found.lines if isinstance(found, Paid) else found
    return [line for line in every if kind in _names(line) and code in ("", line.code)]


def _names(line: Line) -> tuple[str, ...]:
    return ("held",) if line.part == "held" else (line.kind, line.part)


def amounts(found: Paid | Iterable[Line], name: str) -> list[int]:
    """Their amounts in minor units, in the order of the payslip."""
    return [line.amount for line in lines(found, name)]


def figures(found: Paid, *names: str) -> dict[str, int]:
    """Totals by name, or sums of lines by kind, kind:code or part."""
    return {name: found.totals.get(name, sum(amounts(found, name))) for name in names}


def stopped(found: Paid) -> list[str]:
    """What the faults stop."""
    return [fault.stops for fault in found.faults]


def priced_again(line: Line) -> Fraction:
    """quantity × rate of a line in exact minor units, from nothing but what the line says."""
    hours = Fraction(60) if line.unit == "min" else Fraction(1)
    return line.quantity * Fraction(line.rate) / hours


def each(found: Paid, part: str) -> Iterator[Line]:
    """The lines of one part."""
    return (line for line in found.lines if line.part == part)

"""The manager's desk: writes the sheets of one site and month into a folder, as she would keep them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jornal.demo import files, hours
from jornal.demo.hours import Grid
from jornal.demo.made import Made, kits, pieces
from jornal.demo.people import Someone, day_text, people, sheet
from jornal.demo.world import Place, data, period


@dataclass(frozen=True)
class Sheets:
    """The files of one month at one site; those she does not keep are None."""

    people: Path
    attendance: Path
    pieces: Path | None = None
    adjustments: Path | None = None


@dataclass(frozen=True)
class _Desk:
    """What the sheets of a month are written from."""

    place: Place
    month: str
    everyone: dict[int, Someone]
    grid: Grid
    folder: Path

    def who(self, number: int) -> list[str]:
        """Code and name, as most sheets begin a row."""
        cells = self.everyone[number].cells
        return [cells["code"], cells["name"]]

    def headers(self, kind: str, *columns: str) -> list[str]:
        return files.headers(kind, columns, self.place.language)

    def write(self, name: str, rows: files.Rows) -> Path:
        return files.write_csv(self.folder / name, rows)


def sheets(place: Place, of_month: str, folder: Path) -> Sheets:
    """Writes the sheets of a month and says where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    here = [one for one in people(place) if one.since < period(of_month).end]
    if "kits" in place.says:
        made, grid = kits(place, of_month, here)
    else:
        grid = hours.grid(place, of_month, here)
        made = pieces(place, of_month, here, grid)
    desk = _Desk(place, of_month, {one.number: one for one in here}, grid, folder)
    return Sheets(
        people=desk.write("people.csv", files.table("people", sheet(place, of_month, here), place.language)),
        attendance=_WRITERS[place.says["sheet"]](desk),
        pieces=_pieces(desk, made) if made else None,
        adjustments=_adjustments(desk),
    )


def _grid_rows(desk: _Desk) -> Iterator[list[files.Cell]]:
    """Headers, then a row for each worker; a day of an earlier month stands first, where one is mended."""
    mended = hours.late(desk.place, desk.month)
    days = [*sorted({row["day"] for row in mended}), *period(desk.month)]
    texts = desk.grid | {(row["number"], row["day"]): row["says"] for row in mended}
    yield [*desk.headers("grid", "code", "name"), *days]
    for number in desk.everyone:
        yield [*desk.who(number), *(texts.get((number, day), "") for day in days)]


def _csv_grid(desk: _Desk) -> Path:
    rows = list(_grid_rows(desk))
    rows[0] = [day_text(desk.place, cell) if isinstance(cell, date) else cell for cell in rows[0]]
    return desk.write("attendance.csv", rows)


def _xlsx_grid(desk: _Desk) -> Path:
    title = f"{desk.place.site.label} {desk.month}"
    return files.write_xlsx(desk.folder / "attendance.xlsx", title, list(_grid_rows(desk)))


def _list(desk: _Desk) -> Path:
    """A row for each shift, by day; somebody's last shift may stand in it twice."""
    rows = []
    for (number, day), text in sorted(desk.grid.items(), key=lambda item: (item[0][1], item[0][0])):
        stretches, code = hours.spans(text)
        for start, end in stretches or [("", "")]:
            rows.append([*desk.who(number), day_text(desk.place, day), start, end, code])
    for number in desk.place.says.get("repeated", ()):
        rows.append([row for row in rows if row[0] == desk.who(number)[0]][-1])
    return desk.write(
        "attendance.csv", [desk.headers("list", "code", "name", "day", "start", "end", "kind"), *rows]
    )


def _clock(desk: _Desk) -> Path:
    """The log of a clock: a punch in and a punch out for each shift, a few minutes around the hour."""
    punches = []
    for (number, day), text in desk.grid.items():
        chance = desk.place.chance("clock", number, day)
        for start, end in hours.spans(text)[0]:
            came = int(start.partition(":")[0]) * 60 - chance.randint(0, 6)
            went = int(end.partition(":")[0]) * 60 + chance.randint(0, 5)
            for minute, state in ((came, 0), (went, 1)):
                clock = f"{minute // 60:02d}:{minute % 60:02d}:{chance.randrange(60):02d}"
                punches.append((f"{day} {clock}", f"{number:>9}\t{day} {clock}\t1\t{state}\t0\t0"))
    return files.write_text(desk.folder / "attlog.dat", [line for _, line in sorted(punches)])


_WRITERS: dict[str, Callable[[_Desk], Path]] = {
    "grid.csv": _csv_grid,
    "grid.xlsx": _xlsx_grid,
    "list.csv": _list,
    "attlog.dat": _clock,
}


def _pieces(desk: _Desk, made: list[Made]) -> Path:
    columns = ("code", "name", "day", "operation", "good", "rejected", "cause", "heard")
    words = data("world")["cause"].get(desk.place.language, {})
    rows = []
    for row in sorted(made, key=lambda row: (row.day, row.number, row.operation)):
        cause = words.get(row.cause, row.cause)
        heard = data("world")["yes"].get(desk.place.language, "yes") if row.cause == "worker" else ""
        rejected = str(row.rejected) if row.rejected else ""
        rows.append(
            [
                *desk.who(row.number),
                day_text(desk.place, row.day),
                row.operation,
                str(row.good),
                rejected,
                cause,
                heard,
            ]
        )
    return desk.write("pieces.csv", [desk.headers("pieces", *columns), *rows])


def _adjustments(desk: _Desk) -> Path | None:
    columns = ("day", "kind", "label", "amount", "reason", "payer", "approver")
    rows = [row for row in desk.place.rows("adjustment") if row["day"] in period(desk.month)]
    if not rows:
        return None
    told = [
        [*desk.who(row["number"]), day_text(desk.place, row["day"]), *(row[column] for column in columns[1:])]
        for row in rows
    ]
    return desk.write("adjustments.csv", [desk.headers("adjustments", "code", "name", *columns), *told])

"""Attendance as a long list: one row a shift, with start and end or hours, break, kind, place and trade."""

from jornal.rules.rows import Entry
from jornal.sheets import says
from jornal.sheets.cells import yes
from jornal.sheets.days import Days
from jornal.sheets.listed import Sheet, Unreadable, shown
from jornal.sheets.reading import Reading
from jornal.sheets.records import Body, Record, Tray
from jornal.sheets.times import LONGEST_STRETCH, clock, decimal_hours, duration, time_of_day
from jornal.units.clock import MINUTES_OF_DAY as DAY


def entries(body: Body, reading: Reading) -> Sheet[Entry]:
    """The shifts of a long list; identical shifts count once and are listed as repeated."""
    days = body.days(reading, "day", numbered=True)
    decimals = decimal_hours(cell for _, cell in body.column("hours"))
    tray: Tray[Entry] = Tray(body, reading)
    seen: dict[tuple[object, ...], str] = {}

    def take(record: Record) -> None:
        worker = reading.worker(record.who)
        entry = _entry(record, reading, worker, (days, decimals))
        same = entry[1:]
        if same in seen:
            tray.repeat(record.raw, worker, says.SHIFT_TWICE, (("other", seen[same]),))
            return
        seen[same] = entry.id
        tray.use(entry, day=entry.day)

    return tray.each(take)


def kind_of(said: str, reading: Reading) -> str:
    """The kind of time a cell says in the languages of the site; raises `Unreadable` with the known codes."""
    kind = reading.kinds.meaning(said, reading.languages)
    if kind is None:
        known = reading.kinds.known(reading.languages[0] if reading.languages else "en")
        raise Unreadable(says.NOT_A_KIND, ("text", shown(said)), ("known", known))
    return kind


def _entry(record: Record, reading: Reading, worker: str, read: tuple[Days, bool]) -> Entry:
    days, decimals = read
    said = record.get("kind")
    kind = kind_of(said, reading) if said else "work"
    start, end, minutes, pause = _time(record, decimals)
    if start is None and minutes is None:
        if not said:
            raise Unreadable(says.NO_HOURS)
        if reading.kinds.is_worked(kind):
            raise Unreadable(says.WORK_WITHOUT_HOURS, ("text", shown(said)))
    return Entry(
        id=record.place,
        worker=worker,
        day=days.day(record.need("day")),
        kind=kind,
        minutes=minutes,
        start=start,
        end=end,
        pause=pause,
        place=record.text("place"),
        trade=record.text("trade"),
        substitute=_substitute(record, days),
    )


def _time(record: Record, decimals: bool) -> tuple[int | None, int | None, int | None, int | None]:
    """Start, end, minutes and break: start and end where the row gives both, else its hours."""
    first, last, hours, rest = (record.get(name) for name in ("start", "end", "hours", "pause"))
    pause = _pause(rest) if rest else None
    minutes = duration(hours, decimals) if hours else None
    if bool(first) != bool(last):
        raise Unreadable(says.HALF_A_SHIFT)
    if not first:
        return None, None, minutes, pause
    start, end = time_of_day(first), time_of_day(last)
    length = (end - start) % DAY or DAY
    if length > LONGEST_STRETCH:
        hours_long = f"{length / 60:g}"
        raise Unreadable(
            says.TOO_LONG_SHIFT, ("text", f"{shown(first)}-{shown(last)}"), ("hours", hours_long)
        )
    if pause is not None and pause >= length:
        raise Unreadable(says.PAUSE_TOO_LONG, ("pause", pause))
    if minutes is None:
        return start, end, None, pause
    return start, end, None, _agreed(first, last, (length, minutes), pause)


def _agreed(first: str, last: str, spans: tuple[int, int], pause: int | None) -> int:
    """The break that makes start, end and hours agree.

    Raises `Unreadable` where a break given says otherwise.
    """
    length, minutes = spans
    meant = length - minutes
    if (pause is None and not 0 <= meant <= length // 2) or (pause is not None and abs(meant - pause) > 1):
        facts = [
            ("pause", clock(pause or 0)),
            ("made", clock(length - (pause or 0))),
            ("hours", clock(minutes)),
        ]
        raise Unreadable(says.HOURS_DIFFER, ("start", shown(first)), ("end", shown(last)), *facts)
    return meant if pause is None else pause


def _pause(cell: str) -> int:
    """A break in minutes: a bare number over 5 is minutes, anything else a length such as "0:30"."""
    if cell.isdecimal() and 5 < int(cell) <= DAY:
        return int(cell)
    return duration(cell)


def _substitute(record: Record, days: Days) -> bool:
    """Whether another day off is given: yes, or the day itself."""
    said = record.get("substitute")
    if not said:
        return False
    try:
        days.day(said)
    except Unreadable:
        return yes(said, record.header("substitute"))
    return True

"""Scanning pieces: one field that takes a code and Enter, what was scanned with its undo, and one press to record."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpResponse

from jornal.actions.pieces import ROLES, VERBS
from jornal.actions.piecesheet import counted, operations
from jornal.actions.present import ONE_DAY
from jornal.actions.verb import done
from jornal.journal.record import AlreadyRecorded
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pieces import FASTER, NOT_YET
from jornal.pages.scancodes import Known, Line, ScanFault, Sitting, after
from jornal.reads.people import enrolled
from jornal.units.periods import Period


def scan(desk: Desk, day: date) -> HttpResponse:
    """The page of a sitting; each code that is sent joins it, until it is recorded."""
    sitting = Sitting.of(desk.request.session.get(_name(desk, day), {}))
    if not desk.posted:
        return _shown(desk, day, sitting)
    pressed = desk.request.POST.get("do", "")
    try:
        if pressed == "record":
            return _recorded(desk, day, sitting)
        if pressed.startswith("undo-"):
            sitting = _without(sitting, pressed.removeprefix("undo-"))
        else:
            sitting = after(sitting, desk.request.POST.get("code", ""), _known(desk, day))
    except AlreadyRecorded:
        return _shown(desk, day, sitting, desk.say(FASTER))
    except ValueError as fault:
        return _shown(desk, day, sitting, desk.told(fault), desk.request.POST.get("code", ""))
    _keep(desk, day, sitting)
    return _shown(desk, day, sitting) if _in_place(desk) else desk.to("site.pieces.scan", day=day)


def _known(desk: Desk, day: date) -> Known:
    there = enrolled(desk.place, Period(day, day + ONE_DAY))
    letters = desk.site.letters if desk.site else ""
    return Known(frozenset(one.worker for one in there), operations(desk.place, day), letters)


def _without(sitting: Sitting, place: str) -> Sitting:
    """The sitting without one of its lines."""
    lines = [line for number, line in enumerate(sitting.lines) if str(number) != place]
    return replace(sitting, lines=tuple(lines))


def _recorded(desk: Desk, day: date, sitting: Sitting) -> HttpResponse:
    """Counts everything that was scanned: one count for each worker, operation and lot."""
    if day > desk.day:
        raise ScanFault(NOT_YET)
    sums: dict[tuple[str, str, str], tuple[int, int]] = {}
    for line in sitting.lines:
        of = (line.worker, line.operation, line.lot)
        good, rework = sums.get(of, (0, 0))
        sums[of] = (good + line.good, rework + line.rework)
    there, rows = counted(desk.place, day), []
    numbers: dict[tuple[str, str], int] = {}
    for (worker, operation, lot), (good, rework) in sums.items():
        cell = there.get((worker, operation))
        number = numbers.get((worker, operation), cell.next_number if cell else 1)
        numbers[worker, operation] = number + 1
        rows.append({
            "worker": worker, "day": day.isoformat(), "operation": operation, "number": number, "lot": lot,
            "good": good, "rework": rework,
        })  # fmt: skip
    if rows:
        done("count", VERBS["count"], desk.office(ROLES), rows)
        desk.note(desk.words.count(len(rows), "{number} number recorded.", "{number} numbers recorded."))
    else:
        desk.note("There was nothing to record.")
    _keep(desk, day, replace(sitting, lines=()))
    return desk.to("site.pieces.day", day=day)


def _name(desk: Desk, day: date) -> str:
    return f"scan {desk.place} {day}"


def _keep(desk: Desk, day: date, sitting: Sitting) -> None:
    """The sitting waits with the session of whoever scans; its lines are codes and numbers, no names."""
    desk.request.session[_name(desk, day)] = sitting.kept()


def _in_place(desk: Desk) -> bool:
    """Whether a script asked, which puts the list where the old one was."""
    return bool(desk.request.headers.get("HX-Request"))


def _shown(desk: Desk, day: date, sitting: Sitting, fault: str = "", typed: str = "") -> HttpResponse:
    called = desk.called({sitting.worker, *(line.worker for line in sitting.lines)} - {""})
    labels = {one.name: desk.say(one.label) for one in operations(desk.place, day)}
    context: dict[str, Any] = {
        "day": day,
        "sitting": sitting,
        "name": called.get(sitting.worker, ""),
        "operation": labels.get(sitting.operation, sitting.operation),
        "lines": [
            {
                "place": place,
                "name": called[line.worker],
                "what": labels.get(line.operation, line.operation),
                "of": line,
                "twice": _again(line, sitting.lines[:place]),
            }
            for place, line in reversed(list(enumerate(sitting.lines)))
        ],
        "total": sum(line.good for line in sitting.lines),
        "typed": typed,
        "fault": fault,
        "future": day > desk.day,
    }
    template = "pieces/sitting.html" if _in_place(desk) else "pieces/scan.html"
    return desk.page(template, status=422 if fault else 200, **context)


def _again(line: Line, before: tuple[Line, ...]) -> bool:
    """Whether this lot of hers was scanned already in this sitting."""
    return bool(line.lot) and any(
        (one.worker, one.operation, one.lot) == (line.worker, line.operation, line.lot) for one in before
    )


PAGES = [Page("site.pieces.scan", "<token:site>/pieces/<day:day>/scan", scan, ROLES, ROLES)]

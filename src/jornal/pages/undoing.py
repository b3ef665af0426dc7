"""Undo: the rows that somebody has just recorded, and a stoppage, taken back with a reason."""

import re
from datetime import date

from django.http import HttpResponse

from jornal.actions.dayrows import DayRow, Recorded, day_rows
from jornal.facts.attendance import Shift
from jornal.pages.access import ATTENDANCE, Page
from jornal.pages.attendance import READ
from jornal.pages.dayform import Sent
from jornal.pages.daylines import Lines
from jornal.pages.desk import Desk
from jornal.pages.forms import Form
from jornal.pages.pastrecords import blank_reason, may_mark, past, taken_back, told

_PLACE = re.compile(r"[0-9]{1,15}")


def stoppage(desk: Desk, day: date, number: int) -> HttpResponse:
    """A stoppage with its versions, and the form that takes it back."""
    workshop = desk.request.GET.get("workshop", "")
    key = {"site": desk.place, "workshop": workshop, "day": day.isoformat(), "number": str(number)}
    found = past(desk, "stoppage", key)

    def shown(form: Form) -> HttpResponse:
        return desk.page(
            "attendance/stoppage.html", status=200 if form.stands else 422, day=day, form=form,
            past=told(desk, found), may_mark=may_mark(desk), tip=found[-1], gone=found[-1].void,
        )  # fmt: skip

    if desk.posted:
        return taken_back(desk, day, "stoppage", [key], shown)
    return shown(blank_reason(desk))


def undo(desk: Desk, day: date) -> HttpResponse:
    """The rows that somebody has just recorded, to be taken back together with one reason."""
    rows = _just_recorded(desk, day)
    if len(rows) == 1 and not desk.posted:
        (held, one), *_ = rows
        return desk.to("site.attendance.row", day=day, worker=held.worker, number=one.number)
    wanted = set(desk.request.POST.getlist("row")) if desk.posted else {_name(*pair) for pair in rows}
    lines = Lines(desk, Sent())
    listed = [
        {"key": _name(row, one), "name": row.shown, **lines.kind(one.what), "time": lines.time(one.minutes)}
        for row, one in rows
    ]

    def shown(form: Form) -> HttpResponse:
        status = 200 if form.stands else 422
        return desk.page(
            "attendance/undo.html", status=status, day=day, form=form, rows=listed, wanted=wanted
        )

    if not desk.posted:
        return shown(blank_reason(desk))
    keys = [
        {"worker": row.worker, "day": day.isoformat(), "number": str(one.number)}
        for row, one in rows
        if _name(row, one) in wanted
    ]
    return taken_back(desk, day, "shift", keys, shown)


def _just_recorded(desk: Desk, day: date) -> list[tuple[DayRow, Recorded]]:
    """The rows of this person's that stand between two places of the book and were not corrected since."""
    since, until = (desk.request.GET.get(name, "0") for name in ("since", "until"))
    if not all(_PLACE.fullmatch(one) for one in (since, until)):
        return []
    mine = Shift.objects.current().filter(site=desk.place, day=day, by=desk.who, corrects=None)
    mine = mine.filter(seq__gte=int(since), seq__lte=int(until))
    roots = set(mine.values_list("root", flat=True))
    return [(row, one) for row in _rows(desk, day) for one in row.recorded if one.root in roots]


def _name(row: DayRow, one: Recorded) -> str:
    return f"{row.worker} {one.number}"


def _rows(desk: Desk, day: date) -> list[DayRow]:
    return day_rows(desk.office(READ), day, everybody=True)


PAGES = [
    Page(
        "site.attendance.stoppage",
        "<token:site>/attendance/<day:day>/stoppage-<int:number>",
        stoppage,
        READ,
        ATTENDANCE,
    ),
    Page("site.attendance.undo", "<token:site>/attendance/<day:day>/undo", undo, ATTENDANCE, ATTENDANCE),
]

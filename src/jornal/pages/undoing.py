"""Undo: the rows that somebody has just recorded, and a stoppage, taken back with a reason."""

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


def stoppage(desk: Desk, day: date, number: int) -> HttpResponse:
    """A stoppage with its versions, and the form that takes it back."""
    workshop = desk.request.GET.get("workshop", "")
    key = {"site": desk.place, "workshop": workshop, "day": day.isoformat(), "number": str(number)}
    found = past(desk, "stoppage", key)

    def shown(form: Form) -> HttpResponse:
        return desk.page(
            "attendance/stoppage.html", status=200 if form.stands else 422, day=day, form=form,
            past=told(desk, found), may_mark=may_mark(desk), gone=found[-1].void,
        )  # fmt: skip

    if desk.posted:
        return taken_back(desk, day, "stoppage", [key], shown)
    return shown(blank_reason(desk))


def undo(desk: Desk, day: date) -> HttpResponse:
    """The rows that somebody has just recorded, to be taken back together with one reason."""
    asked = desk.request.GET
    since, until = (asked.get(name, "0") for name in ("since", "until"))
    span = {"seq__gte": int(since), "seq__lte": int(until)} if (since + until).isdecimal() else {"seq": 0}
    mine = Shift.objects.current().filter(site=desk.place, day=day, by=desk.who, corrects=None, **span)
    roots = set(mine.values_list("root", flat=True))
    rows = [(row, one) for row in _rows(desk, day) for one in row.recorded if one.root in roots]
    if len(rows) == 1 and not desk.posted:
        (held, one), *_ = rows
        return desk.to("site.attendance.row", day=day, worker=held.worker, number=one.number)
    wanted = set(desk.request.POST.getlist("row")) if desk.posted else {_name(*pair) for pair in rows}
    lines = Lines(desk, Sent())

    def shown(form: Form) -> HttpResponse:
        listed = [
            {
                "key": _name(row, one),
                "name": row.shown,
                **lines.kind(one.what),
                "time": lines.time(one.minutes),
            }
            for row, one in rows
        ]
        return desk.page(
            "attendance/undo.html",
            status=200 if form.stands else 422,
            day=day,
            form=form,
            rows=listed,
            wanted=wanted,
        )

    if not desk.posted:
        return shown(blank_reason(desk))
    keys = [
        {"worker": row.worker, "day": day.isoformat(), "number": str(one.number)}
        for row, one in rows
        if _name(row, one) in wanted
    ]
    return taken_back(desk, day, "shift", keys, shown)


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

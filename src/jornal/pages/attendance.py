"""The attendance sheet of a day: everybody planned, what happened to each, and the whole workshop marked at once."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpResponse

from jornal.actions.attendance import NoTimetable
from jornal.actions.dayrows import DayRow, day_rows
from jornal.actions.hours import DoNotFit
from jornal.actions.markday import mark_day
from jornal.actions.planned import public_holidays
from jornal.actions.present import ONE_DAY
from jornal.facts.attendance import Shift, Stoppage
from jornal.facts.organisation import Workshop
from jornal.journal.record import AlreadyRecorded
from jornal.pages import dayform, daylines, stopping
from jornal.pages.access import ATTENDANCE, Page
from jornal.pages.dayform import PLANNED, SELECTED, Sent
from jornal.pages.daylines import Lines
from jornal.pages.desk import Desk
from jornal.pages.forms import Form
from jornal.reads import pay
from jornal.terms.kinds import PRESENT, load
from jornal.units.periods import Period

READ = (*ATTENDANCE, "hq_operations", "auditor")
KEPT = ("workshop", "order", "everybody")
"""What of an address stays when something was recorded: the filter, the order, whether everybody is shown."""
NOT_YET = "This day has not come yet. It can be marked from that day on."
CHANGED = "Somebody else marked these rows meanwhile, so they stay as they are"
WRONG = "Nothing was recorded. Look at these rows"
FASTER = "Others were recording the same rows. Look at them and record again."


def today(desk: Desk) -> HttpResponse:
    """The sheet of today."""
    return day(desk, desk.day)


def day(desk: Desk, day: date) -> HttpResponse:
    """The sheet of a day; what is sent to it is recorded."""
    if not desk.posted:
        return _page(desk, day, Sent())
    if day > desk.day:
        return _page(desk, day, Sent(), faults=[desk.say(NOT_YET)])
    pressed = desk.request.POST.get("do", "")
    if pressed == "stop":
        form = stopping.recorded(desk, day)
        return _page(desk, day, Sent(), form=form) if form else _to(desk, day)
    if pressed.startswith("more-"):
        sent = dayform.typed_rows(desk)
        sent.more.add(pressed.removeprefix("more-"))
        return _page(desk, day, sent)
    return _recorded(desk, day, rest=pressed == "rest")


def _recorded(desk: Desk, day: date, *, rest: bool) -> HttpResponse:
    """Records every row that was set, and everybody else as planned where that was asked for."""
    rows = {row.worker: row for row in _rows(desk, day, everybody=True, names=False)}
    sent = dayform.read(desk, day, rows)
    if sent.faults:
        return _page(desk, day, sent, wrong=WRONG)
    everybody = {"day": day.isoformat(), "workshop": desk.request.GET.get("workshop", "")} if rest else None
    try:
        facts = mark_day(desk.office(ATTENDANCE), sent.rows, everybody)
    except DoNotFit as fault:
        sent.faults |= {one.worker: desk.say(one.key, **dict(one.says)) for one in fault.rows}
        return _page(desk, day, sent, wrong=WRONG)
    except NoTimetable as fault:
        sent.faults |= dict.fromkeys(fault.workers, desk.say(dayform.NO_PLAN))
        return _page(desk, day, sent, wrong=WRONG)
    except AlreadyRecorded:  # somebody was faster by less than a second: what is there now is looked at again
        return _page(desk, day, sent, faults=[desk.say(FASTER)])
    except ValueError as fault:
        return _page(desk, day, sent, faults=[desk.told(fault)])
    shifts = [one for one in facts if isinstance(one, Shift)]
    _noted(desk, day, shifts)
    if sent.changed:
        for worker in sent.typed.keys() - set(sent.changed):
            del sent.typed[worker]
        return _page(desk, day, sent, wrong=CHANGED)
    return _to(desk, day)


def _noted(desk: Desk, day: date, shifts: Sequence[Shift]) -> None:
    """Says on the next page how many rows were recorded, with the way to undo it."""
    if not shifts:
        desk.note("There was nothing to record.")
        return
    span = {"since": min(one.seq for one in shifts), "until": max(one.seq for one in shifts)}
    undo = (desk.at("site.attendance.undo", span, day=day), desk.say("Undo"))
    text = desk.words.count(len(shifts), "{number} row recorded.", "{number} rows recorded.")
    desk.note_said(text, undo)


def _to(desk: Desk, day: date) -> HttpResponse:
    return desk.to("site.attendance.day", query(desk), day=day)


def query(desk: Desk, **changes: str) -> dict[str, object]:
    """What of this page's address goes on to the next, with changes; what is empty is left out."""
    kept = {name: desk.request.GET.get(name, "") for name in KEPT} | changes
    return {name: value for name, value in kept.items() if value}


def _rows(desk: Desk, day: date, *, everybody: bool, names: bool = True) -> list[DayRow]:
    office = desk.office(READ)
    return day_rows(office if names else replace(office, keys=None), day, everybody=everybody, notes=names)


def _page(
    desk: Desk,
    day: date,
    sent: Sent,
    *,
    faults: Sequence[str] = (),
    wrong: str = "",
    form: Form | None = None,
) -> HttpResponse:
    """The sheet, with what was typed where a form comes back."""
    may_mark = day <= desk.day and bool(desk.roles & set(ATTENDANCE))
    refused = faults or wrong or (form is not None and not form.stands)
    lines = Lines(desk, sent, day=day, fields=may_mark)
    return desk.page(
        "attendance/sheet.html",
        status=422 if refused else 200,
        faults=faults,
        wrong=desk.say(wrong),
        wrong_rows=_wrong_rows(desk, sent),
        sent=sent,
        day=day,
        may_mark=may_mark,
        form=form or (stopping.blank(desk) if may_mark else None),
        stoppages=_stoppages(desk, day, lines),
        **_table(desk, day, lines),
        **_ways(desk, day),
        **_about(desk, day),
        **_choices(desk, lines),
    )


def _table(desk: Desk, day: date, lines: Lines) -> dict[str, Any]:
    """The rows of the workshop that is looked at, in the order that was chosen, with their sums."""
    asked = desk.request.GET
    room, order = asked.get("workshop", ""), asked.get("order", "")
    every = _rows(desk, day, everybody=bool(asked.get("everybody")))
    rows = [row for row in every if room in ("", row.room)]
    drawn = lines.of(daylines.ordered(rows, order))
    return {
        "groups": daylines.groups(drawn, by_workshop=order == ""),
        "totals": daylines.totals(rows),
        "seen": " ".join(f"{row.worker}:{dayform.state(row)}" for row in rows),
        "workshops": _workshops(desk),
        "asked": {"workshop": room, "order": order, "everybody": asked.get("everybody", "")},
    }


def _ways(desk: Desk, day: date) -> dict[str, str]:
    """The sheets beside this one, looked at as this one is."""
    return {
        "before": desk.at("site.attendance.day", query(desk), day=day - ONE_DAY),
        "after": desk.at("site.attendance.day", query(desk), day=day + ONE_DAY),
        "here": desk.at("site.attendance.day", query(desk), day=day),
        "anyway": desk.at("site.attendance.day", query(desk, everybody="yes"), day=day),
    }


def _about(desk: Desk, day: date) -> dict[str, bool]:
    """What is to be known of the day before it is marked."""
    return {
        "future": day > desk.day,
        "issued": pay.went_out(desk.place, f"{day:%Y-%m}"),
        "holiday": day in public_holidays(desk.place, Period(day, day + ONE_DAY)),
    }


def _choices(desk: Desk, lines: Lines) -> dict[str, Any]:
    """What may have happened, for many rows at once and for the keys."""
    kinds = load().all
    return {
        "others": [lines.kind(kind.id) for kind in kinds if kind.id != "work"],
        "selected": SELECTED,
        "bulk": desk.request.POST.get("bulk", ""),
        "keys": json.dumps(_letters(desk), ensure_ascii=False),
        "worked": json.dumps([PLANNED, *(kind.id for kind in kinds if kind.group == "worked")]),
    }


def _wrong_rows(desk: Desk, sent: Sent) -> list[tuple[str, str, str]]:
    """Worker, name and sentence of each row that cannot be recorded, or that changed meanwhile."""
    called = desk.called([*sent.faults, *sent.changed])
    told = [(worker, called[worker], text) for worker, text in sent.faults.items()]
    return [*told, *((worker, called[worker], "") for worker in sent.changed)]


def _workshops(desk: Desk) -> list[tuple[str, str]]:
    found = Workshop.objects.current().filter(site=desk.place).order_by("workshop")
    return list(found.values_list("workshop", "label"))


def _stoppages(desk: Desk, day: date, lines: Lines) -> list[dict[str, Any]]:
    """What stopped work that day: of which workshop, when, by whose order."""
    labels = dict(_workshops(desk))
    found = list(Stoppage.objects.current().filter(site=desk.place, day=day).order_by("workshop", "number"))
    called = desk.called({one.by for one in found})
    return [
        {
            **lines.kind(one.what),
            "where": labels.get(one.workshop, one.workshop),
            "span": daylines.span(one.start, one.end),
            "ordered_by": one.ordered_by,
            "by": called[one.by],
            "address": desk.at(
                "site.attendance.stoppage", {"workshop": one.workshop}, day=day, number=one.number
            ),
        }
        for one in found
    ]


def _letters(desk: Desk) -> dict[str, str]:
    """What each letter of the keyboard chooses: the codes of her language, then of English where they are free."""
    found: dict[str, str] = {}
    for language in (desk.words.language, "en"):
        found.setdefault(PRESENT[language].lower(), PLANNED)
        for kind in load().all:
            for code in kind.codes.get(language, ()):
                if len(code) == 1 and kind.id != "work":
                    found.setdefault(code.lower(), kind.id)
    return found


PAGES = [
    Page("site.attendance", "<token:site>/attendance", today, READ, ATTENDANCE, label="Attendance"),
    Page("site.attendance.day", "<token:site>/attendance/<day:day>", day, READ, ATTENDANCE),
]

"""One row of a day with all its versions: corrected with a reason, or taken back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse

from jornal.actions.dayrows import DayRow, Recorded, day_rows
from jornal.actions.hours import DoNotFit
from jornal.actions.present import ONE_DAY
from jornal.actions.verb import WANTED
from jornal.journal.fact import Fact
from jornal.pages import daylines, forms, mending
from jornal.pages.access import ATTENDANCE, Page
from jornal.pages.attendance import READ
from jornal.pages.dayform import NOT_SET, TWO_THINGS, reading_of
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice, Form
from jornal.pages.pastrecords import REASON, Values, blank_reason, may_mark, past, taken_back, told
from jornal.sheets.listed import Unreadable
from jornal.sheets.typed import typed
from jornal.terms.kinds import load
from jornal.units.periods import Period

EXAMPLES = "Minutes such as 240, hours such as 5:30, or from–to such as 8-13."
ONE_STRETCH = "A row has one stretch. Correct it to the first and mark another row for the second."


def row(desk: Desk, day: date, worker: str, number: int) -> HttpResponse:
    """A worker's row of a day: every version of it, and the forms that correct it and take it back."""
    key = {"worker": worker, "day": day.isoformat(), "number": str(number)}
    found = past(desk, "shift", key)
    rows = day_rows(desk.office(READ), day, everybody=True, notes=True)
    held = next((one for one in rows if one.worker == worker), None)
    now = next((one for one in held.recorded if one.number == number), None) if held else None
    blank = forms.blank(desk, _asked(desk), _as_it_is(desk, found[-1], now))
    if desk.posted and desk.request.POST.get("do") == "back":
        return taken_back(desk, day, "shift", [key], lambda form: _shown(desk, day, found, held, blank, form))
    if not desk.posted:
        return _shown(desk, day, found, held, blank, blank_reason(desk))
    form = _corrected(desk, day, key, _time_of(found[-1]))
    if form is None:
        desk.note("The row was corrected.")
        return desk.to("site.attendance.row", day=day, worker=worker, number=number)
    return _shown(desk, day, found, held, form, blank_reason(desk))


def _asked(desk: Desk) -> list[Asked]:
    language = desk.words.language
    kinds = [
        Choice(kind.id, f"{kind.code(language)} · {kind.word(language)}")
        for kind in load().all
        if kind.id != "work"
    ]
    present = Choice("work", f"{daylines.letter_of_presence(desk)} · {desk.say('present')}")
    noted = [Asked("note", "Note")] if desk.keys is not None else []
    return [
        Asked("what", "What happened", kind="select", choices=(present, *kinds), wanted=True),
        Asked("time", "Time", EXAMPLES),
        *noted,
        REASON,
    ]


def _as_it_is(desk: Desk, tip: Any, now: Recorded | None) -> dict[str, str]:
    """What the fields hold before anything is typed: the record, or what she wanted to set when it had changed."""
    asked = desk.request.GET
    return {
        "what": asked.get("what") or tip.what,
        "time": asked.get("time") or _time_of(tip),
        "note": now.note if now else "",
    }


def _time_of(tip: Any) -> str:
    """The hours of a record as its field holds them."""
    return daylines.span(tip.start, tip.end) or ("" if tip.minutes is None else str(tip.minutes))


def _corrected(desk: Desk, day: date, key: Values, was: str) -> Form | None:
    """The form as it was sent where it cannot be recorded; None where the row is corrected."""
    post = desk.request.POST
    asked = _asked(desk)
    form = forms.blank(desk, asked, {one.name: post.get(one.name, "").strip() for one in asked})
    for one in form.fields:
        if one.wanted and not one.value:
            one.fault = desk.say(WANTED)
    changes = _changes(desk, day, form, was)
    if not form.stands:
        return form
    try:
        mending.set_right(desk, ATTENDANCE, "shift", {**key, **changes}, form.by("why").value)
    except DoNotFit as fault:
        form.by("time").fault = " ".join(desk.say(one.key, **dict(one.says)) for one in fault.rows)
    except ValueError as fault:
        form.general.append(mending.refusal(desk, fault))
    else:
        return None
    return form


def _changes(desk: Desk, day: date, form: Form, was: str) -> dict[str, str]:
    """The columns of the row as they are to be, as text; faults stand in the form.

    `was` is the time as it is recorded: left as it is, nothing of it changes, nor the break in it.
    """
    what, time = form.by("what").value, form.by("time")
    changes = {"what": what}
    if desk.keys is not None:
        changes["note"] = form.by("note").value
    if not time.value and load().is_worked(what):
        time.fault = desk.say(WANTED)
    if time.value == was:
        return changes
    changes |= dict.fromkeys(("minutes", "start", "end", "pause"), "")
    if not time.value:
        return changes
    try:
        said = typed(time.value, reading_of(desk, Period(day, day + ONE_DAY)))
    except Unreadable as fault:
        time.fault = desk.say(fault.key, **dict(fault.says))
        return changes
    if said is None or said.kind not in ("work", what) or len(said.spans) > 1:
        key = NOT_SET if said is None else ONE_STRETCH if len(said.spans) > 1 else TWO_THINGS
        time.fault = desk.say(key)
        return changes
    if said.spans:
        start, end = said.spans[0]
        return {**changes, "start": str(start), "end": str(end)}
    return {**changes, "minutes": "" if said.minutes is None else str(said.minutes)}


def _shown(
    desk: Desk, day: date, found: Sequence[Fact], held: DayRow | None, form: Form, back: Form
) -> HttpResponse:
    tip: Any = found[-1]
    name = desk.called([tip.worker])[tip.worker]
    return desk.page(
        "attendance/row.html",
        status=200 if form.stands and back.stands else 422,
        day=day,
        name=name,
        held=held,
        past=told(desk, found),
        tip=tip,
        form=form,
        back=back,
        gone=tip.void,
        may_mark=may_mark(desk),
        planned=daylines.span(held.planned.starts, held.planned.ends) if held else "",
    )


PAGES = [
    Page(
        "site.attendance.row",
        "<token:site>/attendance/<day:day>/<str:worker>/<int:number>",
        row,
        READ,
        ATTENDANCE,
    ),
]

"""A worker's pieces of a day, count by count, each with all its versions: corrected with a reason, or taken back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse

from jornal.actions.correcting import take_back
from jornal.actions.pieces import ROLES, VERBS, Counted
from jornal.actions.piecesheet import Cell, counted, operations
from jornal.actions.verb import done
from jornal.pages import forms, mending
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Form, tried
from jornal.pages.pastrecords import REASON, blank_reason, past, reasoned, told_of
from jornal.pages.pieces import READ

SAYS_SO = "This is what is recorded already."
ASKED = [
    Asked("good", "Good pieces", kind="number", wanted=True),
    Asked("rework", "To be done again", "Their time is paid.", "number"),
    Asked("lot", "Lot"),
    Asked("tally", "Tally sheet", "The number or name of the paper."),
]


def row(desk: Desk, day: date, worker: str) -> HttpResponse:
    """What is counted of a worker on a day; of one count its versions, and the forms that set it right."""
    cells = {name: cell for (_, name), cell in counted(desk.place, day, worker).items()}
    asked = desk.request.GET
    operation = asked.get("operation") or next((name for name, cell in cells.items() if cell.tallies), "")
    cell = cells.get(operation)
    if cell is None:
        raise Http404
    text = asked.get("number", "")
    last = cell.tallies[-1].number if cell.tallies else cell.next_number - 1
    number = int(text) if text.isdecimal() else last
    key = {"worker": worker, "day": day.isoformat(), "operation": operation, "number": str(number)}
    found = past(desk, "pieces", key)
    tip: Any = found[-1]
    pressed = desk.request.POST.get("do", "") if desk.posted else ""
    form = forms.blank(desk, [*ASKED, REASON], _as_it_is(tip))
    back, more = blank_reason(desk), forms.blank(desk, ASKED)
    if pressed == "back":
        back = _taken_back(desk, key)
    elif pressed == "more":
        more = _counted(desk, {**key, "number": str(cell.next_number)})
    elif pressed:
        form = _corrected(desk, key, tip)
    if pressed and all(one.stands for one in (form, back, more)):
        return desk.to("site.pieces.row", {"operation": operation}, day=day, worker=worker)
    return _shown(desk, day, cells, found, {"form": form, "back": back, "more": more, "operation": operation})


def _as_it_is(tip: Any) -> dict[str, str]:
    return {one.name: str(getattr(tip, one.name)) for one in ASKED}


def _corrected(desk: Desk, key: Mapping[str, str], tip: Any) -> Form:
    """The form as it was sent; it stands where the count is set right."""
    told, form = forms.read(desk, [*ASKED, REASON], _Reasoned, key)
    if told is None:
        return form
    values = {one.name: form.by(one.name).value for one in ASKED}
    values["rework"] = values["rework"] or "0"
    if not tip.void and {name: str(getattr(tip, name)) for name in values} == values:
        form.general.append(desk.say(SAYS_SO))
        return form
    try:
        mending.set_right(desk, ROLES, "pieces", {**key, **values}, form.by("why").value)
    except ValueError as fault:
        form.general.append(mending.refusal(desk, fault))
    else:
        desk.note("The count was corrected.")
    return form


def _taken_back(desk: Desk, key: Mapping[str, str]) -> Form:
    """The form as it was sent; it stands where the count is taken back."""
    form = reasoned(desk)
    why = form.by("why").value
    if form.stands:
        try:
            take_back(desk.office(ROLES), "pieces", key, why, upon=mending.upon(desk))
        except ValueError as fault:
            form.general.append(mending.refusal(desk, fault))
        else:
            desk.note("The count was taken back.")
    return form


def _counted(desk: Desk, key: Mapping[str, str]) -> Form:
    """The form as it was sent; it stands where a further count of that day is recorded."""
    told, form = forms.read(desk, ASKED, Counted, key)
    if told and tried(desk, form, lambda: done("count", VERBS["count"], desk.office(ROLES), [told])):
        desk.note("The further count is recorded.")
    return form


def _shown(
    desk: Desk, day: date, cells: Mapping[str, Cell], found: Sequence[Any], context: Mapping[str, Any]
) -> HttpResponse:
    tip = found[-1]
    may = bool(desk.roles & set(ROLES))
    labels = {one.name: desk.say(one.label) for one in operations(desk.place, day, list(cells))}
    stands = all(context[name].stands for name in ("form", "back", "more"))
    wrong = next((context[name] for name in ("form", "back", "more") if not context[name].stands), None)
    context = dict(context)
    return desk.page(
        "pieces/row.html",
        status=200 if stands else 422,
        form=wrong,
        correction=context.pop("form"),
        **context,
        day=day,
        tip=tip,
        name=desk.called([tip.worker])[tip.worker],
        label=labels.get(tip.operation, tip.operation),
        others=[(one, labels.get(one, one), cell) for one, cell in cells.items() if cell.tallies],
        several=cells[tip.operation].tallies,
        past=told_of(desk, found),
        may=may,
    )


class _Reasoned(Counted):
    """A count with the reason for which it is set right."""

    why: str


PAGES = [Page("site.pieces.row", "<token:site>/pieces/<day:day>/of/<str:worker>", row, READ, ROLES)]

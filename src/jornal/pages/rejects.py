"""Rejected pieces: how many, for what cause, whether she was heard and who decided; those of the month by cause."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpResponse

from jornal.actions.pieces import ROLES, VERBS, Refused, who_decides
from jornal.actions.piecesheet import Cell, Key, counted, operations
from jornal.actions.verb import done
from jornal.pages import forms
from jornal.pages.access import Page
from jornal.pages.choices import of_words
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice, Form, tried
from jornal.reads.rejected import Rejection, next_number, rejections
from jornal.units.periods import month

READ = (*ROLES, "hq_operations", "auditor")
CAUSES = {
    "material": "The material", "machine": "A machine", "design": "The design", "worker": "Her own work",
    "unknown": "Not known",
}  # fmt: skip
HEARD = {"yes": "She was heard", "no": "She was not heard", "declined": "She did not want to say anything"}
TAKEN = {"yes": "Take them out of the good pieces", "no": "They were never counted as good"}
NONE_COUNTED = "Nothing of this operation is counted of her on this day. Count it first."
NOT_SOLD = "Choose the rejection again: it is not there any more."


class There(NamedTuple):
    """A day with what is counted on it and what its operations are called."""

    day: date
    cells: Mapping[Key, Cell]
    labels: Mapping[str, str]


def reject(desk: Desk, day: date) -> HttpResponse:
    """The rejections of the month, and the form that records one; one that was sold later is paid."""
    cells = counted(desk.place, day)
    names = [name for (_, name), cell in cells.items() if cell.tallies]
    labels = {one.name: desk.say(one.label) for one in operations(desk.place, day, names)}
    there = There(day, cells, labels)
    may = bool(desk.roles & set(ROLES)) and day <= desk.day
    form = _blank(desk, there) if may else None
    if not desk.posted:
        return _shown(desk, there, form)
    if desk.request.POST.get("do") == "sold":
        return _sold(desk, there, form)
    form = _recorded(desk, there)
    if form is not None:
        return _shown(desk, there, form)
    desk.note("The rejected pieces are recorded.")
    return desk.to("site.pieces.reject", day=day)


def _asked(desk: Desk, there: There) -> list[Asked]:
    keys = [key for key, cell in there.cells.items() if cell.tallies]
    called = desk.called(sorted({worker for worker, _ in keys}))
    made = {name for _, name in keys}
    mine = sorted(who_decides(desk.office(ROLES)))
    staff = desk.called(mine)
    return [
        Asked("worker", "Person", kind="select", choices=_choices(called), wanted=True),
        Asked(
            "operation", "Operation", kind="select", wanted=True,
            choices=_choices({name: label for name, label in there.labels.items() if name in made}),
        ),
        Asked("count", "How many are rejected", kind="number", wanted=True),
        Asked("cause", "Cause", kind="choice", choices=of_words(desk, CAUSES), wanted=True),
        Asked("heard", "Was she heard?", kind="choice", choices=of_words(desk, HEARD), wanted=True),
        Asked(
            "decided_by", "Decided by", "Somebody who is not paid by output.", "select", _choices(staff), wanted=True
        ),
        Asked("out_of_good", "Were they counted as good?", kind="choice", choices=of_words(desk, TAKEN), wanted=True),
    ]  # fmt: skip


def _choices(named: Mapping[str, str]) -> tuple[Choice, ...]:
    """Names first where they differ from codes, so that two of one name are told apart."""
    return tuple(
        Choice(value, label if label == value else f"{label} · {value}") for value, label in named.items()
    )


def _blank(desk: Desk, there: There) -> Form:
    given = {name: desk.request.GET.get(name, "") for name in ("worker", "operation", "of")}
    asked = _asked(desk, there)
    mine = {choice.value for one in asked if one.name == "decided_by" for choice in one.choices}
    return forms.blank(desk, asked, given | {"decided_by": desk.who if desk.who in mine else ""})


def _recorded(desk: Desk, there: There) -> Form | None:
    """The form as it was sent where it cannot be recorded; None where it is."""
    post = desk.request.POST
    cell = there.cells.get((post.get("worker", ""), post.get("operation", "")))
    of = next((one for one in cell.tallies if str(one.number) == post.get("of")), None) if cell else None
    of = of or (cell.tallies[-1] if cell and cell.tallies else None)
    fixed: dict[str, Any] = {"day": there.day.isoformat()}
    if of is not None:
        fixed |= {"of": of.number, "number": next_number(UUID(of.root))}
    told, form = forms.read(desk, _asked(desk, there), Refused, fixed)
    if told is None:
        return form
    if of is None:
        form.by("operation").fault = desk.say(NONE_COUNTED)
        return form
    recorded = tried(desk, form, lambda: done("reject", VERBS["reject"], desk.office(ROLES), [told]))
    return None if recorded else form


def _sold(desk: Desk, there: There, form: Form | None) -> HttpResponse:
    """A rejection whose pieces were sold after all: they are paid."""
    wanted = desk.request.POST.get("rejection", "")
    one = next((each for each in _month(desk, there.day) if str(each.root) == wanted), None)
    if one is None:
        return _shown(desk, there, form, faults=[desk.say(NOT_SOLD)])
    row = {
        "worker": one.worker, "day": one.day.isoformat(), "operation": one.operation, "of": one.of,
        "number": one.number, "why": desk.request.POST.get("why", "").strip(),
    }  # fmt: skip
    try:
        done("later-sold", VERBS["later-sold"], desk.office(ROLES), [row])
    except ValueError as fault:
        return _shown(desk, there, form, faults=[desk.told(fault)])
    desk.note("The pieces were sold after all, and are paid.")
    return desk.to("site.pieces.reject", day=there.day)


def _month(desk: Desk, day: date) -> list[Rejection]:
    return rejections(desk.place, month(f"{day:%Y-%m}"))


def _shown(desk: Desk, there: There, form: Form | None, faults: list[str] | None = None) -> HttpResponse:
    found = _month(desk, there.day)
    called = desk.called({one.worker for one in found} | {one.decided_by for one in found})
    causes = [
        (desk.say(says), sum(one.count for one in found if one.cause == cause))
        for cause, says in CAUSES.items()
    ]
    lines = [
        {
            "of": one,
            "name": called[one.worker],
            "what": there.labels.get(one.operation, one.operation),
            "cause": desk.say(CAUSES[one.cause]),
            "heard": desk.say(HEARD[one.heard]),
            "decided_by": called[one.decided_by],
        }
        for one in found
    ]
    return desk.page(
        "pieces/reject.html",
        status=422 if faults or (form is not None and not form.stands) else 200,
        faults=faults,
        day=there.day,
        form=form,
        anything=form is not None and bool(form.by("worker").choices),
        of=desk.request.POST.get("of") or desk.request.GET.get("of", ""),
        causes=causes,
        lines=lines,
        total=sum(one.count for one in found),
        unpaid=sum(one.count for one in found if one.unpaid),
        may=bool(desk.roles & set(ROLES)),
    )


PAGES = [Page("site.pieces.reject", "<token:site>/pieces/<day:day>/rejected", reject, READ, ROLES)]

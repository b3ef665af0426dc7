"""Operations of a site: those with a rate, those it named because work could not wait, and their adoption."""

from typing import Any

from django.http import HttpResponse

from jornal.actions import operations
from jornal.actions.operations import Adopted, Named, of_the_site
from jornal.actions.pieces import ROLES
from jornal.actions.piecesheet import rated
from jornal.actions.rates import NewRate
from jornal.actions.verb import done
from jornal.pages import forms
from jornal.pages.access import Page
from jornal.pages.choices import of_words
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice, Form, tried

NAMES = operations.VERBS["name-operation"].roles
ADOPTS = operations.VERBS["adopt-operation"].roles
READ = (*ROLES, *ADOPTS, "auditor")
ASKED = [
    Asked("operation", "Short name", "As it stands on tallies and at the head of its column.", wanted=True),
    Asked("label", "What is done", "In a few words, as headquarters will read it.", wanted=True),
    Asked("since", "Since", kind="day"),
]


def page(desk: Desk) -> HttpResponse:
    """Every operation, with the form that names one, or headquarters' form that gives one its rate."""
    if not desk.posted:
        return _shown(desk)
    if desk.request.POST.get("do") == "adopt":
        return _adopted(desk)
    told, form = forms.read(desk, ASKED, Named)
    verb = operations.VERBS["name-operation"]
    if told and tried(desk, form, lambda: done("name-operation", verb, desk.office(NAMES), [told])):
        desk.note("The operation is named. Its pieces can be counted, and its time is paid at the floor.")
        return desk.to("site.pieces.operation")
    return _shown(desk, form)


def _adopting(desk: Desk) -> list[Asked]:
    """What headquarters is asked: which operation, from when, at which rate, under which name."""
    waits = tuple(Choice(one.operation, one.label) for one in of_the_site(desk.place) if one.rated_on is None)
    known = of_words(desk, rated(desk.place, desk.day))
    return [
        Asked("operation", "Operation", kind="select", choices=waits, wanted=True),
        Asked("day", "From this day on", "A day that is past is paid as a correction.", "day", wanted=True),
        Asked("amount", "Rate of a piece", "Leave it out where a rate is set already.", "rate"),
        Asked(
            "adopted_as",
            "It is the same as",
            "Where the work has a rate under another name.",
            "select",
            known,
        ),
    ]


def _adopted(desk: Desk) -> HttpResponse:
    """Gives a local operation its rate, and sets that rate first where one is given."""
    told, form = forms.read(desk, _adopting(desk), Adopted)
    if told is None:
        return _shown(desk, adoption=form)
    amount, rate = told.pop("amount", ""), None
    if amount:
        found = next((one for one in of_the_site(desk.place) if one.operation == told["operation"]), None)
        rate = {
            "per": "piece", "operation": told.get("adopted_as") or told["operation"], "since": told["day"],
            "amount": amount, "label": found.label if found else "",
        }  # fmt: skip
        _, checked = forms.read(desk, [_adopting(desk)[2]], NewRate, rate)
        form.by("amount").fault = " ".join(checked.general) or checked.by("amount").fault
        if not form.stands:
            return _shown(desk, adoption=form)
    try:
        operations.adopt_with_rate(desk.office(ADOPTS), Adopted(**told), NewRate(**rate) if rate else None)
    except ValueError as fault:
        form.general.append(desk.told(fault))
        return _shown(desk, adoption=form)
    desk.note("The operation has its rate. Pieces counted from that day on are priced.")
    return desk.to("site.pieces.operation")


def _shown(desk: Desk, form: Form | None = None, adoption: Form | None = None) -> HttpResponse:
    wrong = next((one for one in (form, adoption) if one is not None and not one.stands), None)
    named = of_the_site(desk.place)
    adopts = bool(desk.roles & set(ADOPTS)) and any(one.rated_on is None for one in named)
    names = bool(desk.roles & set(NAMES)) and not adopts  # one form on a page, whoever has both roles
    context: dict[str, Any] = {
        "form": wrong,
        "naming": (form or forms.blank(desk, ASKED)) if names else None,
        "adoption": (adoption or forms.blank(desk, _adopting(desk))) if adopts else None,
        "named": named,
        "rated": list(rated(desk.place, desk.day).items()),
    }
    return desk.page("pieces/operations.html", status=422 if wrong else 200, **context)


PAGES = [
    Page(
        "site.pieces.operation",
        "<token:site>/pieces/operations",
        page,
        READ,
        tuple(dict.fromkeys((*NAMES, *ADOPTS))),
    ),
]

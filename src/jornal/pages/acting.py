"""One thing recorded of a site or of the enterprise: any verb's form, from its words and its row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse

from jornal.actions.present import ONE_DAY
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.pages import forms, reaches
from jornal.pages.deed import Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice, Field, Form
from jornal.reads.people import enrolled
from jornal.units.faults import UnitsFault
from jornal.units.letters import fold
from jornal.units.money import minor
from jornal.units.periods import Period
from jornal.words.dates import day_text

NOT_AN_AMOUNT = "Write an amount such as 12.50."
NOBODY = "Choose at least one person."
EACH, TOGETHER = "worker", "workers"
"""Who a deed is about, by the field of its verb: a row for each person chosen, or one row with all of them."""

Source = Callable[[Desk], Iterable[tuple[str, str]]]
"""What a field offers: values with what is said of them, in the reader's language already."""


@dataclass(frozen=True)
class Family:
    """Deeds that belong to one page: where they lead back to, what their fields offer, what stands in them unasked.

    `about` says of which verbs people are chosen, each for a row (EACH) or all for one (TOGETHER). `looks` gives, by
    verb, what the second look at a deed shows beside the answers.
    """

    home: str
    deeds: Mapping[str, Deed]
    sources: Mapping[str, Source]
    looks: Mapping[str, Callable[["Act", Mapping[str, Any]], dict[str, Any]]] = field(default_factory=dict)
    usual: Callable[[Desk, str], dict[str, object]] = lambda _desk, _verb: {}
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Act:
    """A deed as it is asked for at a desk: its fields with their choices, and those it may be about."""

    desk: Desk
    verb: str
    deed: Deed
    asked: tuple[Asked, ...]
    about: str
    people: tuple[Choice, ...]
    chosen: frozenset[str]

    def context(self, form: Form, home: str) -> dict[str, Any]:
        """What its templates show."""
        return {"act": self, "deed": self.deed, "form": form, "back": self.desk.at(home)}


def may(desk: Desk, verb: str) -> bool:
    """Whether this person records such a thing here, by the roles of the verb."""
    return bool(desk.roles & set(VERBS[verb].roles))


def listed(desk: Desk, family: Family, name: str, verbs: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The deeds of a family that this person may do here: address and title. `name` is the page of its forms."""
    mine = [verb for verb in verbs or family.deeds if may(desk, verb)]
    return [(desk.at(name, verb=verb), desk.say(family.deeds[verb].title)) for verb in mine]


def page(desk: Desk, family: Family, verb: str) -> HttpResponse:
    """The form, the answers once more where there is something to look at, or the way on after it was recorded."""
    deed = family.deeds.get(verb)
    if deed is None or not may(desk, verb):
        reaches.noted(desk.who, desk.request.path, desk.request.method or "")
        raise Http404
    act = _act(desk, family, verb, deed)
    if not desk.posted:
        given: dict[str, object] = {
            one.name: desk.day for one in act.asked if one.kind == "day" and one.wanted
        }
        given |= {**family.usual(desk, verb), **desk.request.GET.dict()}
        return desk.page("act.html", **act.context(forms.blank(desk, act.asked, given), family.home))
    told, form = _read(act)
    shown = act.context(form, family.home)
    if told is None or desk.request.POST.get("sure") == "no":
        return desk.page("act.html", status=200 if told else 422, **shown)
    try:
        if deed.check and desk.request.POST.get("sure") != "yes":
            look = family.looks.get(verb)
            more = look(act, told) if look else {}
            return desk.page("act_check.html", answers=answers(form, desk.words.language), **shown, **more)
        _done(act, told)
    except ValueError as fault:
        return desk.again("act.html", [fault], **shown)
    desk.note(deed.done)
    return desk.to(family.home)


def _act(desk: Desk, family: Family, verb: str, deed: Deed) -> Act:
    about = family.about.get(verb, "")
    people = _people(desk) if about else ()
    sent = desk.request.POST if desk.posted else desk.request.GET
    asked = tuple(_offered(desk, family, one, deed.choices.get(one.name, "")) for one in deed.asked)
    return Act(desk, verb, deed, asked, about, people, frozenset(sent.getlist("who")))


def _offered(desk: Desk, family: Family, one: Asked, source: str) -> Asked:
    """A field with what its source offers; typed where there is nothing."""
    if not source:
        return one
    found = tuple(Choice(value, label) for value, label in family.sources[source](desk))
    return one._replace(choices=found) if found else one._replace(kind="text")


def _people(desk: Desk) -> tuple[Choice, ...]:
    """Everybody at work here today, by name where names are open."""
    stays = enrolled(desk.place, Period(desk.day, desk.day + ONE_DAY))
    called = desk.called({one.worker for one in stays})
    return tuple(
        Choice(token, name) for token, name in sorted(called.items(), key=lambda pair: fold(pair[1]))
    )


def _read(act: Act) -> tuple[dict[str, Any] | None, Form]:
    """The row that was sent; None for it where a field cannot be read or nobody was chosen."""
    desk, wrong = act.desk, []
    fixed: dict[str, Any] = {}
    for one in act.asked:
        text = desk.request.POST.get(one.name, "").strip()
        if one.kind == "money" and text:
            try:
                fixed[one.name] = str(minor(text.replace(",", "."), desk.figures.currency))
            except UnitsFault:
                fixed[one.name] = "0"
                wrong.append(one.name)
        elif one.kind == "rate" and text:
            fixed[one.name] = "unknown" if fold(text) == fold(desk.say("unknown")) else text.replace(",", ".")
    chosen = sorted(act.chosen & {one.value for one in act.people})
    if act.about:
        fixed[act.about] = chosen if act.about == TOGETHER else next(iter(chosen), "X")
    told, form = forms.read(desk, act.asked, VERBS[act.verb].row, fixed)
    for name in wrong:
        form.by(name).fault = desk.say(NOT_AN_AMOUNT)
    if act.about and not chosen:
        form.general = [desk.say(NOBODY)]
    return (told if form.stands else None), form


def _done(act: Act, told: Mapping[str, Any]) -> None:
    """The verb done, with a row for each person where it is about each. Raises what it raises."""
    rows = [dict(told)]
    if act.about == EACH:
        rows = [{**told, EACH: one} for one in sorted(act.chosen & {each.value for each in act.people})]
    roles = VERBS[act.verb].roles
    if told.get("layer") == "house" and "site_manager" in act.desk.roles:
        roles = ("site_manager", *roles)
    done(act.verb, VERBS[act.verb], act.desk.office(roles), rows)


def answers(form: Form, language: str) -> list[tuple[str, str]]:
    """The answers of a form as they are read once more: label, and what was answered in words."""
    return [(one.label, _answer(one, language)) for one in form.fields if one.value]


def _answer(one: Field, language: str) -> str:
    return (
        day_text(date.fromisoformat(one.value), language)
        if one.kind == "day"
        else said(one.value, one.choices)
    )


def said(value: str, offered: Sequence[Choice]) -> str:
    """A value by its words."""
    return next((one.label for one in offered if one.value == value), value)

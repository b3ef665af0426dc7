"""One thing recorded through a form, whatever its verb: shown, read, looked at once more, done, and led on from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect

from jornal.actions.office import Office
from jornal.actions.verb import Row, done
from jornal.actions.verbs import VERBS
from jornal.journal.fact import Fact
from jornal.journal.record import CorrectedMeanwhile
from jornal.pages import forms, mending, reaches
from jornal.pages.choices import Source
from jornal.pages.deed import Deed, kept, roles_of
from jornal.pages.desk import Desk
from jornal.pages.findings import noted
from jornal.pages.forms import Asked, Choice, Form
from jornal.pages.whochoices import at_work

NOBODY = "Choose at least one person."
EACH, TOGETHER = "worker", "workers"
"""Whom a deed is about, by the field of its verb: a row for each person chosen, or one row with all of them."""
AHEAD = ("cutoff_on", "due_on", "expires_on", "wanted_on")
"""Days that are still to come: nobody means today by them."""
ENDS = ("ends_on", "until")
"""Days on which something ends: today where it is ended, and nobody's guess where it only begins."""

Look = Callable[["Act", Mapping[str, Any]], dict[str, Any]]
Does = Callable[["Act", Mapping[str, Any]], Sequence[Fact]]
Asks = Callable[[Desk, tuple[Asked, ...], Mapping[str, str]], tuple[Asked, ...]]


@dataclass(frozen=True)
class Family:
    """Deeds that belong to one page, their home: where they lead back to, and what they have in common.

    `sources` are what fields offer, by the name that the deed gives. The others are by verb: `looks` is what the
    second look shows beside the answers, `about` whom people are chosen for (EACH or TOGETHER), `known` what the page
    knows itself of a row, `does` what is done where it is more than the verb, `leads` another home, `asks` the fields
    where they depend on what was sent. `usual` is what stands in a form that nobody touched.

    A family of one `worker` is about her alone, and nobody is chosen. `sends` are the roles that may record anything
    of it; none given, those of each verb.
    """

    home: str
    deeds: Mapping[str, Deed]
    sources: Mapping[str, Source]
    looks: Mapping[str, Look] = field(default_factory=dict)
    usual: Callable[[Desk, str], Mapping[str, object]] = lambda _desk, _verb: {}
    about: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    does: Mapping[str, Does] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)
    asks: Mapping[str, Asks] = field(default_factory=dict)
    sends: Sequence[str] = ()
    worker: str = ""

    def at(self, desk: Desk, name: str, **captured: str) -> str:
        """The address of a page of the same worker, or of the same site or enterprise."""
        hers = {"worker": self.worker} if self.worker else {}
        return desk.at(name, kept(desk), **hers, **captured)


@dataclass(frozen=True)
class Act:
    """A deed as it is asked for at a desk: its fields with their choices, and those it is or may be about.

    `about` is the field of its row that holds them, "" where it has none. `tip` is the fact that it corrects; `upon`
    the version of it that was looked at.
    """

    desk: Desk
    family: Family
    verb: str
    deed: Deed
    asked: tuple[Asked, ...]
    about: str = ""
    people: tuple[Choice, ...] = ()
    chosen: tuple[str, ...] = ()
    tip: Fact | None = None
    upon: str = ""

    @property
    def name(self) -> str:
        """What the worker is called whose page this leads back to; "" where it is nobody's."""
        worker = self.family.worker
        return self.desk.called([worker])[worker] if worker else ""

    @property
    def office(self) -> Office:
        """Where it is done, in a role that may do it."""
        return self.desk.office(_roles(self.verb, self.family.sends))

    def context(self, form: Form) -> dict[str, Any]:
        """What its templates show."""
        back = self.family.at(self.desk, self.family.home)
        return {"act": self, "deed": self.deed, "form": form, "back": back}


def may(desk: Desk, verb: str, sends: Sequence[str] = ()) -> bool:
    """Whether this person records such a thing here, by the roles of the verb and of the family that has it."""
    return bool(desk.roles & set(_roles(verb, sends)))


def listed(desk: Desk, family: Family, name: str, verbs: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The deeds of a family that this person may do here: address and title. `name` is the page of its forms."""
    mine = [verb for verb in verbs or family.deeds if may(desk, verb, family.sends)]
    return [(family.at(desk, name, verb=verb), desk.say(family.deeds[verb].title)) for verb in mine]


def form_of(family: Family) -> Callable[[Desk, str], HttpResponse]:
    """The view that shows and records the deeds of a family, for the address of its forms."""
    return lambda desk, verb: page(desk, family, verb)


def page(desk: Desk, family: Family, verb: str) -> HttpResponse:
    """What comes next of a deed: its form, its answers once more, or its home once it is recorded.

    A GET shows the form. What a POST brings is read, and refused with each fault beside its field. A deed that is
    checked is shown once more until `sure` says yes, or the form again where it says no. Then it is done.
    """
    deed = family.deeds.get(verb)
    if deed is None or not may(desk, verb, family.sends):
        reaches.noted(desk.who, desk.request.path, desk.request.method or "")
        raise Http404
    act = _act(desk, family, verb, deed)
    if not desk.posted:
        return desk.page("act.html", **act.context(_blank(act)))
    told, form = _read(act)
    sure = desk.request.POST.get("sure", "")
    if told is None or sure == "no":
        return desk.page("act.html", status=200 if told else 422, **act.context(form))
    try:
        doubts = _doubts(act, told) if sure != "yes" else []
        if (deed.check and sure != "yes") or doubts:
            return _once_more(act, told, form, doubts)
        facts = _done(act, told)
    except CorrectedMeanwhile as fault:
        now = mending.stands(act.tip, form, desk.words.language) if act.tip else []
        act = replace(act, upon=str(act.tip.id) if act.tip else "")
        return desk.again("act.html", [fault], now=now, **act.context(form))
    except ValueError as fault:
        return desk.again("act.html", [fault], **act.context(form))
    return _on(act, facts)


def _roles(verb: str, sends: Sequence[str]) -> list[str]:
    """Who does a verb, as far as the family lets them."""
    return [role for role in roles_of(verb) if not sends or role in sends]


def _act(desk: Desk, family: Family, verb: str, deed: Deed) -> Act:
    """The deed with what its fields offer, and with the fact that it corrects, its worker or those to choose."""
    asked = tuple(
        one.offering(family.sources[deed.choices[one.name]](desk)) if one.name in deed.choices else one
        for one in deed.asked
    )
    sent = desk.request.POST if desk.posted else desk.request.GET
    if verb in family.asks:
        asked = family.asks[verb](desk, asked, sent.dict())
    act = Act(desk, family, verb, deed, asked)
    if deed.corrects:
        tip = mending.last(desk, deed.corrects, family.worker)
        upon = sent.get("upon", "") if desk.posted else str(tip.id) if tip else ""
        return replace(act, tip=tip, upon=upon)
    if family.worker:
        return replace(act, about=deed.who, chosen=(family.worker,))
    if verb not in family.about:
        return act
    people = at_work(desk)
    chosen = sorted({one.value for one in people} & set(sent.getlist("who")))
    return replace(act, about=family.about[verb], people=people, chosen=tuple(chosen))


def _blank(act: Act) -> Form:
    """The form that nobody touched: today for a day that is needed, what is usual, what the address says."""
    desk = act.desk
    open_ = (*AHEAD, *act.deed.anew)
    days = [one.name for one in act.asked if one.kind == "day" and one.wanted and one.name not in open_]
    given: dict[str, object] = {name: desk.day for name in days if name not in ENDS or len(days) == 1}
    said = desk.request.GET.dict()
    stood = {name: one for name, one in mending.values(act.tip).items() if name not in act.deed.anew}
    given |= {**act.family.usual(desk, act.verb), **stood, **said}
    form = forms.blank(desk, act.asked, given)
    for one in form.fields:
        one.told = one.name in said
    return _folding(act, form)


def _folding(act: Act, form: Form) -> Form:
    """The form with what may stay empty folded away; a correction shows all that it can correct."""
    form.folds = not act.deed.corrects
    return form


def _read(act: Act) -> tuple[dict[str, Any] | None, Form]:
    """The row that was sent; None for it where a field cannot be read or nobody was chosen."""
    known = dict(act.family.known.get(act.verb, {}))
    if act.about:
        known[act.about] = list(act.chosen) if act.about == TOGETHER else next(iter(act.chosen), "X")
    row = Row if act.deed.corrects else VERBS[act.verb].row
    told, form = forms.read(act.desk, act.asked, row, known)
    if act.about and not act.chosen:
        form.general = [act.desk.say(NOBODY)]
    return (told if form.stands else None), _folding(act, form)


def _doubts(act: Act, told: Mapping[str, Any]) -> list[str]:
    """What looks wrong with what may be recorded all the same, as the reader is told it."""
    if act.deed.corrects or act.verb not in VERBS:
        return []
    found = VERBS[act.verb].doubt(act.office, told)
    return [act.desk.told(found)] if found else []


def _once_more(act: Act, told: Mapping[str, Any], form: Form, doubts: Sequence[str]) -> HttpResponse:
    """What was answered, with what looks wrong of it, and what it would do where the family looks at it."""
    look = act.family.looks.get(act.verb)
    said = forms.answers(form, act.desk.words.language)
    return act.desk.page(
        "act_check.html",
        **{"answers": said, "warns": doubts, **act.context(form), **(look(act, told) if look else {})},
    )


def _done(act: Act, told: Mapping[str, Any]) -> Sequence[Fact]:
    """What is recorded: the correction, what the family does, or the verb with a row for each. Raises what they do."""
    if act.deed.corrects:
        return [mending.mended(act.desk, act.tip, {**dict.fromkeys(act.deed.anew, ""), **told})]
    if act.verb in act.family.does:
        return act.family.does[act.verb](act, told)
    each = act.chosen if act.about == EACH else ()
    rows = [{**told, EACH: one} for one in each] or [dict(told)]
    return done(act.verb, VERBS[act.verb], act.office, rows)


def _on(act: Act, facts: Iterable[Fact]) -> HttpResponse:
    """The home of the deed, with what was recorded and what was found with it."""
    desk, family = act.desk, act.family
    desk.note(act.deed.done)
    noted(desk, facts)
    if act.verb in family.leads:
        return desk.to(family.leads[act.verb])
    return HttpResponseRedirect(family.at(desk, family.home))

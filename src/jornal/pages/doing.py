"""One thing recorded of one worker: any verb's form, made from its words and its row; and her facts corrected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpResponse
from pydantic import create_model

from jornal.actions import correcting, findings
from jornal.actions.verb import Row, done
from jornal.actions.verbs import VERBS
from jornal.facts.pay import Finding
from jornal.journal.columns import Sealed
from jornal.journal.fact import Fact, kinds
from jornal.pages import deedspay, deedspeople, deedswork, forms, reaches
from jornal.pages.access import Page
from jornal.pages.choices import choices
from jornal.pages.deed import GROUPS, Deed, kept, roles_of
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Form
from jornal.pages.people import BY_NAME
from jornal.reads.needs import papers
from jornal.reads.roster import Person, person
from jornal.units.faults import UnitsFault
from jornal.units.letters import fold
from jornal.units.money import minor
from jornal.units.said import Said

DEEDS: dict[str, Deed] = {**deedspeople.DEEDS, **deedswork.DEEDS, **deedspay.DEEDS}
SENDS = ("site_manager", "trainer", "hq_operations")
NOT_AN_AMOUNT = "Write an amount such as 12.50."
NO_SUCH_FACT = "Nothing of it is recorded yet, so there is nothing to correct."
NO_ROW = create_model("Correction", __base__=Row)


@dataclass(frozen=True)
class Task:
    """A deed about a worker, as it is asked for at a desk: its fields with their choices."""

    desk: Desk
    verb: str
    deed: Deed
    person: Person
    asked: tuple[Asked, ...]

    @property
    def worker(self) -> str:
        """Her code."""
        return self.person.worker

    def context(self, form: Form) -> dict[str, Any]:
        """What its templates show."""
        back = self.desk.at("site.people.one", kept(self.desk), worker=self.worker)
        named = self.desk.called([self.worker])[self.worker] if self.desk.roles & BY_NAME else self.worker
        return {
            "task": self,
            "deed": self.deed,
            "worker": self.worker,
            "name": named,
            "form": form,
            "back": back,
        }


def may(desk: Desk, verb: str) -> bool:
    """Whether this person records such a thing here, by the roles of the verb."""
    return bool(desk.roles & set(roles_of(verb)) & set(SENDS))


def listed(desk: Desk) -> list[tuple[str, list[tuple[str, Deed]]]]:
    """Everything that this person may record of a worker, under its heads."""
    mine = [(verb, deed) for verb, deed in DEEDS.items() if may(desk, verb)]
    found = [(group, [pair for pair in mine if pair[1].group == group]) for group in GROUPS]
    return [(group, deeds) for group, deeds in found if deeds]


def page(desk: Desk, worker: str, verb: str) -> HttpResponse:
    """The form, the answers shown once more where they cannot be undone, or the way on after it was recorded."""
    deed = DEEDS.get(verb)
    if deed is None or not may(desk, verb):
        reaches.noted(desk.who, desk.request.path, desk.request.method or "")
        raise Http404
    whose = person(desk.place, worker, desk.day)
    if whose is None:
        raise Http404
    task = Task(desk, verb, deed, whose, _asked(desk, deed, worker))
    if not desk.posted:
        return desk.page("deed.html", **task.context(forms.blank(desk, task.asked, _usual(task))))
    told, form = _read(task)
    if told is None:
        return desk.page("deed.html", status=422, **task.context(form))
    if deed.check and desk.request.POST.get("sure") != "yes":
        if desk.request.POST.get("sure") == "no":
            return desk.page("deed.html", **task.context(form))
        return desk.page("deed_check.html", answers=_answers(desk, form), **task.context(form))
    try:
        facts = _done(task, told)
    except ValueError as fault:
        return desk.again("deed.html", [fault], **task.context(form))
    return _on(task, facts)


def _asked(desk: Desk, deed: Deed, worker: str) -> tuple[Asked, ...]:
    """The fields with their choices; one that has nothing to choose from is typed."""
    return tuple(with_choices(desk, one, deed.choices.get(one.name, ""), worker) for one in deed.asked)


def with_choices(desk: Desk, one: Asked, source: str, worker: str = "") -> Asked:
    """A field with what its source offers; typed where there is nothing."""
    if not source:
        return one
    found = choices(desk, source, worker)
    return one._replace(choices=found) if found else one._replace(kind="text")


def _usual(task: Task) -> dict[str, object]:
    """What stands in a form that nobody touched: today, her language, her contract and grade, her own code."""
    desk, worker = task.desk, task.worker
    found: dict[str, object] = {one.name: desk.day for one in task.asked if one.kind == "day" and one.wanted}
    found |= {"language": task.person.language, "workers": worker, "what": "work"}
    if task.deed.corrects:
        tip = _tip(task)
        open_ones = {field.name for field in tip.content() if not isinstance(field, Sealed)} if tip else set()
        return found | {one.name: getattr(tip, one.name) for one in task.asked if one.name in open_ones}
    if task.verb in ("sign-contract", "grade"):
        has = papers(desk.place, [worker], desk.day)[worker]
        found |= {"contract": has.contract, "grade": has.grade}
    return found


def _read(task: Task) -> tuple[dict[str, Any] | None, Form]:
    """The row that was sent, its amounts in minor units; None for it where a field cannot be read."""
    deed, desk = task.deed, task.desk
    fixed, wrong = _amounts(task)
    if deed.who and not deed.corrects:
        fixed[deed.who] = task.worker
    row = VERBS[task.verb].row if task.verb in VERBS else NO_ROW
    if task.verb == "transfer":
        fixed["from_site"] = desk.place
    apart = {one.name for one in task.asked} - set(row.model_fields)
    told, form = forms.read(desk, task.asked, row, fixed, apart=apart)
    for name in wrong:
        form.by(name).fault = desk.say(NOT_AN_AMOUNT)
    return (told if form.stands else None), form


def _amounts(task: Task) -> tuple[dict[str, Any], list[str]]:
    """What was typed as money, in minor units as verbs take it; and the fields whose amount cannot be read."""
    fixed: dict[str, Any] = {}
    wrong = []
    for one in task.asked:
        text = task.desk.request.POST.get(one.name, "").strip() if one.kind == "money" else ""
        if text and fold(text) == fold(task.desk.say("unknown")):
            fixed[one.name] = "unknown"
        elif text:
            try:
                fixed[one.name] = str(minor(text.replace(",", "."), task.desk.figures.currency))
            except UnitsFault:
                fixed[one.name] = "0"
                wrong.append(one.name)
    return fixed, wrong


def _done(task: Task, told: Mapping[str, Any]) -> Sequence[Fact]:
    """The verb done, or her last fact corrected. Raises what they raise."""
    office = task.desk.office([role for role in roles_of(task.verb) if role in SENDS])
    if task.deed.corrects:
        return [_corrected(task, told)]
    said = dict(told)
    if task.verb == "transfer":
        office = replace(office, site=str(said.pop("into")))
    return done(task.verb, VERBS[task.verb], office, [said])


class NothingToCorrect(Said):
    """A correction of what was never recorded."""

    def __init__(self) -> None:
        super().__init__(NO_SUCH_FACT)


def _tip(task: Task) -> Fact | None:
    """Her last fact of the kind that is corrected, in the book of this site."""
    kind: Any = kinds()[task.deed.corrects]
    rows = kind.objects.current().filter(worker=task.worker, book=task.desk.place)
    found: Fact | None = rows.order_by("since" if "since" in kind.KEY else "seq").last()
    return found


def _corrected(task: Task, told: Mapping[str, Any]) -> Fact:
    """The next version of that fact. Raises NothingToCorrect and what `correct` raises."""
    tip = _tip(task)
    if tip is None:
        raise NothingToCorrect
    values = {name: str(getattr(tip, name)) for name in tip.KEY}
    values |= {name: str(text) for name, text in told.items() if name not in ("why", *tip.KEY)}
    office = task.desk.office(correcting.AT_A_SITE)
    return correcting.correct(office, tip.KIND, values, str(told["why"]))


def _answers(desk: Desk, form: Form) -> list[tuple[str, str]]:
    """The answers as they are read once more."""
    return [(one.label, forms.said(desk, one)) for one in form.fields if one.value]


def _on(task: Task, facts: Sequence[Fact]) -> HttpResponse:
    """Her page again, with what was recorded and what was found with it; the list where she was forgotten."""
    desk = task.desk
    desk.note(task.deed.done)
    for one in facts:
        if isinstance(one, Finding):
            desk.note("It was noted: {says}", says=findings.said(one, desk.words, desk.called([task.worker])))
    if task.verb == "forget":
        return desk.to("site.people")
    return desk.to("site.people.one", kept(desk), worker=task.worker)


PAGES = [Page("site.people.do", "<token:site>/people/<token:worker>/do/<slug:verb>", page, SENDS, SENDS)]

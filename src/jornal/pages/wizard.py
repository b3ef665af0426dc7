"""One question a page, with all answers to check at the end. What was said so far goes along in the form itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions.verb import Row
from jornal.pages import forms
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Form

Said = Mapping[str, str]
CHECK, RECORD, BACK, ON = "check", "record", "back", "on"


class Step(NamedTuple):
    """A question: its name, the key of its title, its fields, the row that reads them, what is said below the title.

    `when` says whether it is asked at all, by what was said before; `usual` what stands in it at first; `wrong` names
    fields with the key of what is wrong with them, which no row knows.
    """

    name: str
    title: str
    asked: Callable[["Walk"], Sequence[Asked]]
    row: type[Row] = Row
    hint: str = ""
    when: Callable[[Said], bool] = lambda _: True
    usual: Callable[["Walk"], Mapping[str, object]] = lambda _: {}
    wrong: Callable[["Walk"], Iterable[tuple[str, str]]] = lambda _: ()
    look: str = ""


class Answer(NamedTuple):
    """A line of the last page: the step to which it belongs, label, what was answered in words."""

    step: str
    label: str
    says: str


@dataclass
class Walk:
    """Somebody's way through the questions: the desk, the questions, what was said so far, what is known before."""

    desk: Desk
    steps: Sequence[Step]
    template: str = "wizard.html"
    known: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def said(self) -> dict[str, str]:
        """Every answer that the form brings, and what was given before the first page."""
        sent = {name: forms.typed_in(self.desk, name) for name in self.desk.request.POST}
        return {**self.given, **sent}

    def asked_now(self) -> list[Step]:
        """The questions that are asked after what was said."""
        said = self.said
        return [one for one in self.steps if one.when(said)]


def walked(walk: Walk, finish: Callable[[Walk], HttpResponse]) -> HttpResponse:
    """The page that comes next: a question, the same one with what is wrong, the answers, or what `finish` gives."""
    steps = walk.asked_now()
    sent = walk.desk.request.POST
    go, names = sent.get("go", ON), [one.name for one in steps]
    at = sent.get("at", "")
    number = names.index(at) if at in names else len(steps) if at == CHECK else 0
    if not walk.desk.posted or go == BACK or go in names:
        wanted = names.index(go) if go in names else max(0, number - 1) if walk.desk.posted else 0
        return _question(walk, steps[wanted])
    whole = at == CHECK or go == RECORD or sent.get("checked") == "yes"
    for one in steps if whole else steps[number : number + 1]:
        form = _read(walk, one)
        if not form.stands:
            return _question(walk, one, form)
    if go != RECORD:
        return _answers(walk) if whole or number + 1 >= len(steps) else _question(walk, steps[number + 1])
    try:
        return finish(walk)
    except ValueError as fault:
        return _answers(walk, [fault])


def answered(walk: Walk) -> Iterator[Answer]:
    """What was answered to each question that is asked, in words."""
    for step in walk.asked_now():
        for one in _shown(walk, step).fields:
            if one.value:
                yield Answer(step.name, one.label, forms.said(one, walk.desk.words.language))


def _shown(walk: Walk, step: Step) -> Form:
    """A question with what was said to it before, or what usually stands there."""
    asked, sent = step.asked(walk), walk.said
    usual = step.usual(walk)
    return forms.blank(
        walk.desk, asked, {one.name: sent.get(one.name, usual.get(one.name, "")) for one in asked}
    )


def _read(walk: Walk, step: Step) -> Form:
    """A question with what is wrong with its answers."""
    _, form = forms.read(walk.desk, step.asked(walk), step.row)
    form.general.clear()  # what other questions of the row lack
    for name, key in step.wrong(walk):
        one = form.by(name)
        one.fault = one.fault or walk.desk.say(key)
    return form


def _question(walk: Walk, step: Step, form: Form | None = None) -> HttpResponse:
    shown = form or _shown(walk, step)
    steps = walk.asked_now()
    number = next((at for at, one in enumerate(steps, start=1) if one.name == step.name), 1)
    here = {one.name for one in shown.fields}
    return walk.desk.page(
        walk.template,
        status=200 if form is None else 422, step=step, form=shown, carried=_carried(walk, here), number=number,
        total=len(steps), first=number == 1, checked=walk.desk.request.POST.get("checked", ""), **walk.known,
    )  # fmt: skip


def _answers(walk: Walk, faults: Sequence[Exception] = ()) -> HttpResponse:
    context: dict[str, Any] = {
        "answers": list(answered(walk)),
        "carried": _carried(walk, set()),
        **walk.known,
    }
    if faults:
        return walk.desk.again("wizard_check.html", faults, **context)
    return walk.desk.page("wizard_check.html", **context)


OURS = ("csrfmiddlewaretoken", "once", "at", "go", "checked")
"""Fields of the form that are no answers."""


def _carried(walk: Walk, here: set[str]) -> list[tuple[str, str]]:
    """What was answered elsewhere, for hidden fields."""
    return [(name, value) for name, value in walk.said.items() if name not in here and name not in OURS]

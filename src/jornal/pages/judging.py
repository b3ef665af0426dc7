"""The judgement of a lot: where the lot is known, each question of its checklist with its answers to choose from."""

from collections.abc import Mapping, Sequence
from typing import Any

from jornal.actions.lots import asked as asks_of
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.journal.fact import Fact
from jornal.pages.acting import Act
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice
from jornal.reads.lots import lots

VERB = "judge-lot"
ANSWERS = {"yes": "Yes", "no": "No", "none": "Does not apply"}
IN_ONE = "answers"
"""The field that takes all answers at once, where no lot is chosen yet."""
ONE = "answer-"


def question_by_question(desk: Desk, asked: tuple[Asked, ...], sent: Mapping[str, str]) -> tuple[Asked, ...]:
    """The fields with a choice for each question; as they are without a known lot, or where all was answered in one."""
    code = "" if sent.get(IN_ONE) else sent.get("lot", "")
    of = next(iter(lots(desk.place, [code])), None) if code else None
    choices = tuple(Choice(value, desk.say(label)) for value, label in ANSWERS.items())
    questions = [
        Asked(f"{ONE}{number}", ask, "", "choice", choices, True)
        for number, ask in enumerate(asks_of(of.lot.product, desk.day) if of else (), start=1)
    ]
    if not questions:
        return asked
    at = [one.name for one in asked].index(IN_ONE)
    return (*asked[:at], *questions, *asked[at + 1 :])


def judged(act: Act, told: Mapping[str, Any]) -> Sequence[Fact]:
    """The judgement, its answers in the order of the checklist. Raises what judge-lot raises."""
    row = {name: value for name, value in told.items() if not name.startswith(ONE)}
    answers = [told[one.name] for one in act.asked if one.name.startswith(ONE)]
    return done(VERB, VERBS[VERB], act.office, [{**row, IN_ONE: "; ".join(answers)} if answers else row])

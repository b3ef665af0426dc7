"""A worker's history in words: what happened, when, who recorded it in which role, and where to look further."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from jornal.pages.choices import WORDS, choices, language_name
from jornal.pages.desk import Desk
from jornal.reads.timeline import Event
from jornal.words.dates import day_text, month_named, short_day

SAYS: dict[str, str] = {
    "worker": "She was given the code {worker}.",
    "mark_chosen": "She chose a stitch mark.",
    "offer": "Work was offered to her.",
    "offer_answered": "Her answer to the offer: {answer}",
    "consent": "She consented: {purpose}",
    "consent_withdrawn": "She withdrew her consent: {purpose}",
    "enrolled": "She took up work. {workshop}",
    "dependants": "She told whom she cares for. It is sealed.",
    "custody": "How she stands: {status}",
    "ratio": "The credit code of her paper was recorded. It is sealed.",
    "release_expected": "Her release is expected: {month}",
    "release_plan": "A plan for after release was offered: {answer}",
    "release_papers": "She was given her papers.",
    "left": "She left: {reason}",
    "asked_after": "She was asked how she is, {months} months after her release.",
    "works_from_home": "From here on she works from home.",
    "carried_over": "She came from another site: {from_site}",
    "opening_balance": "Where she stood before was recorded.",
    "contract_version": "Contract {contract} {grade}",
    "assessed": "A piece was judged. {technique}: {reached}",
    "course_finished": "Course {course}: {result}",
    "certificate": "A certificate was given to her: {course}",
    "graded": "Grade {grade} {trade}",
    "rest_day_authorised": "The authority let her work on a rest day.",
    "overtime_asked": "She was asked for overtime: {minutes}",
    "overtime_answered": "Her answer to overtime: {answer}",
    "days_confirmed": "Her days from {since} to {until}, she says: {answer}",
    "training_planned": "Training {course}, {minutes}: {state}",
    "account": "An account for her: {allowed}",
    "beneficiary": "She named somebody who receives for her. It is sealed.",
    "instruction": "Her instruction: {purpose} {share}",
    "balance": "What she owes of {step}: {amount}",
    "request": "She asked for a deduction: {step}",
    "adjustment": "{what}: {amount}. {label}",
    "pay_query": "She asked about her pay. Her words are sealed.",
    "pay_answer": "Her question about pay was answered: {outcome}",
    "slip": "Payslip of {month}: {in_hand} in hand",
    "slip_handed": "Her payslip of {month} was handed over.",
    "slip_answered": "Of her payslip of {month} she says: {answer}",
    "payment": "Paid for {month}: {amount}, {way}. {part}",
    "payment_received": "The payment of {amount} arrived. {part}",
    "payment_returned": "The payment of {amount} came back: {reason}",
    "shift": "Day {day}",
    "pieces": "Pieces of {operation} on {day}",
}
"""What is said of a fact of each kind."""

WAS = {"corrected": "Corrected: {says}", "void": "Taken back: {says}"}
STATES = {
    "planned": "Planned", "held": "It was held", "cancelled": "It was cancelled", "moved": "It was moved",
}  # fmt: skip
ROLES = {
    "site_manager": "Production manager", "trainer": "Trainer", "quality": "Quality", "hq_operations": "Headquarters",
    "hq_finance": "Headquarters finance", "representative": "Workers' representative",
}  # fmt: skip
CHOICES: Mapping[tuple[str, str], str] = {
    ("offer_answered", "answer"): "answers", ("consent", "purpose"): "purposes",
    ("consent_withdrawn", "purpose"): "purposes", ("custody", "status"): "standings", ("assessed", "reached"): "levels",
    ("release_plan", "answer"): "plan_answers",
    ("course_finished", "result"): "results",
    ("left", "reason"): "reasons",
    ("overtime_answered", "answer"): "yes_or_no", ("days_confirmed", "answer"): "days_are",
    ("account", "allowed"): "allowed", ("instruction", "purpose"): "own_purposes", ("adjustment", "what"): "sums",
    ("pay_answer", "outcome"): "outcomes", ("slip_answered", "answer"): "slip_answers", ("payment", "way"): "ways",
    ("payment_returned", "reason"): "returns", ("payment", "part"): "parts", ("payment_received", "part"): "parts",
}  # fmt: skip
"""Which words a choice of a fact is said with."""
LABELS = {
    "workshop": "workshops", "contract": "contracts", "grade": "grades", "trade": "trades", "step": "steps",
    "operation": "operations", "technique": "techniques", "course": "learned",
}  # fmt: skip
"""Columns whose values have a label of the site's own, with the source that knows it."""
AT_HOME = {"home": "At home, released"}
LINKS: Mapping[str, Callable[[Event], tuple[str, dict[str, Any]]]] = {
    "slip": lambda event: ("site.pay.worker", {"month": _of(event, "month"), "worker": _of(event, "worker")}),
    "payment": lambda event: ("site.pay.month", {"month": _of(event, "month")}),
    "shift": lambda event: ("site.attendance.day", {"day": _of(event, "day")}),
    "pieces": lambda event: ("site.pieces.day", {"day": _of(event, "day")}),
    "mark_chosen": lambda event: ("site.people.mark", {"worker": _of(event, "worker")}),
    "consent": lambda event: ("site.people.paper", {"worker": _of(event, "worker")}),
}
"""Where a fact is looked at further, where there is such a page."""


class Labels:
    """What the site calls its workshops, contracts, grades and the like; each looked up when it is first needed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, dict[str, str]] = {}

    def of(self, column: str, value: Any) -> str:
        """The label of a value of a column; "" where it has none."""
        if column not in LABELS or not value:
            return ""
        if column not in self._known:
            self._known[column] = dict(choices(self._desk, LABELS[column]))
        return self._known[column].get(value, "")


class Told(NamedTuple):
    """One line of the history: day, sentence, reason of a correction, who keyed it and when, where to look further."""

    day: str
    says: str
    why: str
    was: str
    by: str
    role: str
    recorded: str
    address: str


def told(desk: Desk, events: Iterable[Event]) -> list[Told]:
    """The history in this person's language."""
    listed = list(events)
    called = desk.called({event.fact.by for event in listed})
    labels = Labels(desk)
    return [_told(desk, event, called[event.fact.by], labels) for event in listed]


def _told(desk: Desk, event: Event, by: str, labels: Labels) -> Told:
    fact = event.fact
    words = desk.say(SAYS[event.kind], **_facts(desk, event, labels)).split(" ")
    says = " ".join(filter(None, words)).rstrip(":, ")
    if event.was != "new":
        says = desk.say(WAS[event.was], says=says)
    link = LINKS.get(event.kind)
    name, captured = link(event) if link else ("", {})
    day = short_day(event.day, desk.words.language, with_year=event.day.year != desk.day.year)
    return Told(
        day, says, desk.say(fact.why) if event.was != "new" else "", event.was, by,
        desk.say(ROLES.get(fact.role, fact.role)), _recorded(desk, event),
        desk.at_if_any(name, **captured) if name else "",
    )  # fmt: skip


def _recorded(desk: Desk, event: Event) -> str:
    """The day on which it was keyed, where that is another."""
    keyed = event.at.date()
    return "" if keyed == event.day else day_text(keyed, desk.words.language)


def _facts(desk: Desk, event: Event, labels: Labels) -> dict[str, object]:
    """What fills the sentence: every column of the fact, and of the fact that it answers."""
    found: dict[str, object] = {}
    for fact in (event.of, event.fact):
        for field in fact.content() if fact is not None else ():
            if field.name in fact.__dict__:  # what was not read is not said
                value = fact.__dict__[field.name]
                known = labels.of(field.name, value)
                found[field.name] = known or _shown(desk, event.kind, field.name, value)
    return found


def _shown(desk: Desk, kind: str, name: str, value: Any) -> object:
    """A value as it is read."""
    words = STATES if (kind, name) == ("training_planned", "state") else None
    source = CHOICES.get((kind, name))
    if source or words:
        return desk.say((words or {**WORDS[source or ""], **AT_HOME}).get(value, value))
    if value is None:
        return desk.say("Not known") if name == "amount" else ""
    write = WRITTEN.get(name)
    if write:
        return write(desk, value)
    return day_text(value, desk.words.language) if isinstance(value, date) else value


WRITTEN: Mapping[str, Callable[[Desk, Any], str]] = {
    "amount": lambda desk, value: desk.figures.amount(value),
    "in_hand": lambda desk, value: desk.figures.amount(value),
    "minutes": lambda desk, value: desk.figures.time(value),
    "month": lambda desk, value: value and month_named(value, desk.words.language),
    "language": lambda _, value: language_name(value),
}
"""How columns are written that are no text."""


def _of(event: Event, name: str) -> Any:
    """A column of the fact, or of the one that it answers."""
    for fact in (event.fact, event.of):
        if fact is not None and name in fact.__dict__:
            return fact.__dict__[name]
    return ""

"""How far somebody is on her way out, in words: what is expected, her plan, whether she may be written to later."""

from jornal.pages.choices import WORDS
from jornal.pages.desk import Desk
from jornal.reads.leavers import Gone, Stands, gone_from
from jornal.reads.people import consents_in_force
from jornal.reads.release import coming
from jornal.words.dates import day_text, month_text


def steps(desk: Desk, worker: str) -> list[tuple[str, str, str]]:
    """What is known and done: what, how it stands, class of its badge."""
    language, one = desk.words.language, coming([worker]).get(worker)
    left = gone_from(desk.place, worker)
    if left is not None and left.stands != "not_due":
        return [
            (desk.say("When she left"), desk.say(LEFT[left.stands]), _badge(left)),
            _contact(desk, worker),
        ]
    if one is None:
        return [
            (desk.say("Expected"), desk.say("Not known, so nothing is guessed."), ""),
            _contact(desk, worker),
        ]
    late = one.open and one.offered_from <= desk.day
    plan = desk.say(WORDS["plan_answers"][one.plan.answer]) if one.plan else desk.say("not offered yet")
    found = [
        (desk.say("Expected"), month_text(one.first, language), ""),
        (desk.say("A plan is offered from"), day_text(one.offered_from, language), "soon" if late else ""),
        (desk.say("Plan"), plan, "soon" if late else "good" if one.plan else ""),
    ]
    if one.plan and one.plan.answer == "made":
        found.append((desk.say("Where she wants to work"), desk.say(WORDS["plan_work"][one.plan.work]), ""))
    return [*found, _contact(desk, worker)]


LEFT: dict[Stands, str] = {
    "in_time": "a plan was offered in time", "late": "a plan was offered late", "none": "no plan was offered",
    "later": "she said later, and was not asked again",
    "unknown": "not known when her release would be, and no plan was offered",
}  # fmt: skip


def _badge(left: Gone) -> str:
    return {"in_time": "good", "unknown": "soon"}.get(left.stands, "bad")


def _contact(desk: Desk, worker: str) -> tuple[str, str, str]:
    agreed = bool(consents_in_force([worker], "contact_after", desk.day))
    says = desk.say("She consented") if agreed else desk.say("Only with a consent of its own")
    return desk.say("May we write to her afterwards?"), says, "good" if agreed else ""

"""Findings of somebody who left without a plan for release that was offered in time; they hold back nobody's pay."""

from collections.abc import Iterable

from jornal.actions import findings
from jornal.facts.pay import Finding
from jornal.facts.people import Left, WorksFromHome
from jornal.reads.leavers import OPEN, Going, Gone, planned_for

CONTROL = "REL-04"
"""A release plan is offered 90 days ahead; contact afterwards only if wanted."""
RELEASED = {
    "none": (
        "{worker} was released on {day} and no plan was offered to her, which is due 90 days before. Offer it still, "
        "if she agreed to be asked afterwards, and close this with what was done."
    ),
    "later": (
        "{worker} said later when a plan was offered, and was released on {day} without being asked again. Offer it "
        "still, if she agreed to be asked afterwards, and close this with what was done."
    ),
    "late": (
        "{worker} was released on {day}; a plan was offered on {offered}, and not 90 days before. Look at what of it "
        "is still to be done for her, and close this with what was done."
    ),
    "unknown": (
        "{worker} was released on {day}. When was not known here before, and no plan was offered to her. Ask the "
        "authority for the month of each release, record it, and close this with what was done."
    ),
}
INSIDE = (
    "{worker} left work on {day} with her release near, and no plan was offered to her. Offer it still, or hand it to "
    "whoever prepares releases there, and close this with what was done."
)


def unplanned(facts: Iterable[Left | WorksFromHome]) -> list[Finding]:
    """What is found of those who leave, that nobody noted yet."""
    going = [
        Going(one.worker, one.site, one.day, one.reason == "release", one.reason == "transfer")
        if isinstance(one, Left)
        else Going(one.worker, one.site, one.since, released=True)
        for one in facts
    ]
    return findings.new(_finding(one) for one in planned_for(going) if _says(one))


def _says(one: Gone) -> str:
    if one.released:
        return RELEASED.get(one.stands, "")
    return INSIDE if one.stands in OPEN else ""


def _finding(one: Gone) -> Finding:
    offered = one.offered.isoformat() if one.offered else ""
    return Finding(
        site=one.site, control=CONTROL, about=f"{one.worker} release plan", day=one.day, lies_with="site",
        says=_says(one), facts={"worker": one.worker, "day": one.day.isoformat(), "offered": offered},
    )  # fmt: skip

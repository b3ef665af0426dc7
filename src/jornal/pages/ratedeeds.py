"""Rates in words; and what can be recorded of them: the form of a rate, what it would do, and the form of a job."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from jornal.actions.ratebook import effects
from jornal.actions.rates import NewRate, refused
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.journal.fact import Fact
from jornal.pages.acting import Act, Family
from jornal.pages.choices import choices, worded
from jornal.pages.deed import SHORT, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.words.dates import day_text

LAYERS = {
    "law": "law", "authority": "authority", "contract": "contract", "house": "house rule", "standard": "standard",
}  # fmt: skip
UNITS = {
    "hour": "{amount} an hour", "day": "{amount} a day", "week": "{amount} a week", "month": "{amount} a month",
    "piece": "{amount} a piece",
}  # fmt: skip
PERS = {"hour": "by the hour", "day": "by the day", "month": "by the month", "piece": "by the piece"}
ALONE = {"hour": "hour", "day": "day", "week": "week", "month": "month"}
HOLDS = {True: ("good", "holds its floor"), False: ("bad", "below its floor"), None: ("soon", "not known")}
NOT_KNOWN = "not known"
NOT_MEASURED = "not measured"


def money(desk: Desk, amount: Fraction | None, per: str = "") -> str:
    """An amount of a rate in words, such as "S/ 11.80 an hour"; "not known" where it is not."""
    if amount is None:
        return desk.say(NOT_KNOWN)
    text = (
        desk.figures.amount(round(amount))
        if amount.denominator != 1 and amount >= 100
        else desk.figures.rate(amount)
    )
    return desk.say(UNITS[per], amount=text) if per else text


def _effects(act: Act, told: Mapping[str, Any]) -> dict[str, Any]:
    """Whom a new rate touches under each contract, and what it is beside before and beside the floor."""
    desk = act.desk
    row = NewRate(**told)
    shown = []
    for one in effects(desk.place, row, desk.day):
        says = desk.words.count(
            one.workers, "{contract}: {number} person is paid by it.", "{contract}: {number} people are paid by it.",
            contract=desk.say(one.contract.label),
        )  # fmt: skip
        holds = None if one.after is None or one.floor is None else one.after >= one.floor
        how, badge = HOLDS[holds]
        before = money(desk, one.before, row.per) if one.before is not None else desk.say("no rate")
        shown.append(
            {"says": says, "how": how, "badge": desk.say(badge), "before": before,
             "after": money(desk, one.after, row.per), "floor": money(desk, one.floor, row.per)}
        )  # fmt: skip
    warns = []
    if (why := refused(desk.place, desk.day, row)) is not None:
        warns.append(desk.told(why))
    elif row.since <= desk.day:
        warns.append(
            desk.say(
                "It reaches back to {day}. What was paid less since then comes with the next pay.",
                day=day_text(row.since, desk.words.language),
            )
        )
    return {"effects": shown, "warns": warns}


def _usual(desk: Desk, verb: str) -> dict[str, object]:
    at_headquarters = desk.roles & {"hq_operations", "hq_finance"}
    return {"layer": "contract" if at_headquarters else "house"} if verb == "set-rate" else {}


DEEDS = {
    "set-rate": Deed(
        "Set a rate",
        "The rate is recorded.",
        "",
        (
            Asked("per", "How it is paid", "", "choice", (), True),
            Asked("grade", "Grade", "Of an hourly, daily or monthly rate; empty: for everybody.", seen=True),
            Asked("operation", "Operation", "Of a rate by the piece, such as scarf.", seen=True),
            Asked("label", "What it is called", "As it stands on papers."),
            Asked("amount", "New amount", 'Such as 4.50; "unknown" stops what it prices.', "rate", (), True),
            Asked("standard_minutes", "Measured minutes of a piece", "How long one piece takes."),
            Asked("since", "Since", "A rise may reach back; a fall never does.", "day", (), True),
            Asked("announced_on", "Announced on", "A fall is announced 30 days before.", "day", seen=True),
            Asked(
                "layer",
                "Whose word it is",
                "A site sets rates of the house; headquarters the others.",
                "choice",
                (),
                True,
            ),
            Asked("source", "Source", "The paper on which it stands.", seen=True),
        ),
        {"per": "pers", "layer": "layers", "grade": "grades", "operation": "operations"},
        check=True,
    ),
    "name-job": Deed(
        "Name a job",
        "The job is recorded.",
        "",
        (
            Asked("label", "What it is called", "", "text", (), True),
            Asked(
                "comparator_amount",
                "Wage outside",
                "What free workers are paid for the same job.",
                "money",
                seen=True,
            ),
            Asked("comparator_unit", "For", "", "select", seen=True),
            Asked("comparator_source", "Source", "Who says so.", seen=True),
            Asked("comparator_on", "As of", "", "day", seen=True),
            Asked("trade", "Trade"),
            Asked("job", "Short name", SHORT, "short"),
        ),
        {"comparator_unit": "units", "trade": "trades"},
    ),
}


def _layers(desk: Desk) -> list[tuple[str, str]]:
    everywhere = desk.roles & {"hq_operations", "hq_finance"}
    return [
        (one, desk.say(LAYERS[one]))
        for one in (("contract", "house", "authority") if everywhere else ("house",))
    ]


def _set(act: Act, told: Mapping[str, Any]) -> Sequence[Fact]:
    """The rate set; one of the house is the word of the site, whatever else whoever sets it may do."""
    roles = VERBS["set-rate"].roles
    if told["layer"] == "house" and "site_manager" in act.desk.roles:
        roles = ("site_manager", *roles)
    return done("set-rate", VERBS["set-rate"], act.desk.office(roles), [told])


FAMILY = Family(
    "site.rates",
    DEEDS,
    {
        "pers": worded(PERS),
        "layers": _layers,
        "units": worded(ALONE),
        **{name: partial(choices, source=name) for name in ("grades", "operations", "trades")},
    },
    {"set-rate": _effects},
    _usual,
    does={"set-rate": _set},
)

"""Rates: every rate of the site beside the floor it must hold, what comes next, what was before; and jobs compared."""

from datetime import date
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions.ratebook import Floor, Held, OfContract, Step, rates_on
from jornal.facts.work import Job
from jornal.pages import acting, ratestrip
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.ratedeeds import FAMILY, HOLDS, LAYERS, NOT_MEASURED, PERS, UNITS, money
from jornal.words.dates import day_text

READ = ("site_manager", "hq_operations", "hq_finance", "auditor")
SEND = ("hq_operations", "hq_finance", "site_manager")
TO_CHANGE = "About to change on {day}: {amount}"
TO_FALL = "About to fall on {day}: {amount}"


class Past(NamedTuple):
    """A line of a rate's history, in words."""

    since: str
    amount: str
    layer: str
    source: str


class Line(NamedTuple):
    """A rate as it is shown: every cell in words."""

    name: str
    small: str
    amount: str
    floor: str
    how: str
    badge: str
    since: str
    whose: str
    coming: str
    workers: int
    strip: ratestrip.Strip
    past: tuple[Past, ...]
    change: str


class Table(NamedTuple):
    """A contract as it is shown: its name, its floors in words, its rates."""

    label: str
    floors: tuple[str, ...]
    by_age: bool
    lines: tuple[Line, ...]


def page(desk: Desk) -> HttpResponse:
    """The page."""
    tables = [_table(desk, one) for one in rates_on(desk.place, desk.day)]
    jobs = [_job(desk, one) for one in Job.objects.current().filter(site=desk.place).order_by("label")]
    return desk.page(
        "rates.html", tables=tables, jobs=jobs, acts=acting.listed(desk, FAMILY, "site.rates.do")
    )


def _table(desk: Desk, one: OfContract) -> Table:
    floors = tuple(_floor(desk, floor) for floor in one.floors)
    lines = tuple(_line(desk, held) for held in one.rates)
    return Table(desk.say(one.contract.label), floors, one.by_age, lines)


def _floor(desk: Desk, one: Floor) -> str:
    amount = money(desk, one.amount, one.unit if one.unit in UNITS else "")
    text = f"{desk.say(one.label)}: {amount} ({desk.say(LAYERS[one.layer])})"
    return f"{text}. {desk.say(one.declared_gap)}" if one.declared_gap else text


def _line(desk: Desk, one: Held) -> Line:
    per, operation, grade = one.of
    now = one.now
    name = desk.say(one.label) or operation or grade or desk.say("everybody")
    small = desk.say(PERS[per])
    if one.standard_minutes is not None:
        minutes = str(one.standard_minutes)
        small = f"{small}, {desk.words.say('{minutes} minutes measured', minutes=minutes)}"
    floor = money(desk, one.floor)
    how, badge = HOLDS[one.holds]
    if per == "piece" and one.standard_minutes is None:
        floor, badge = desk.say(NOT_MEASURED), NOT_MEASURED
    query = {"per": per, "operation": operation, "grade": grade, "label": one.label}
    query["standard_minutes"] = str(one.standard_minutes or "")
    change = desk.at("site.rates.do", {key: text for key, text in query.items() if text}, verb="set-rate")
    return Line(
        name, small, money(desk, now.amount if now else None), floor, how, desk.say(badge), _since(desk, now),
        _whose(desk, now), _coming(desk, one), one.workers, ratestrip.drawn(one, desk.day),
        tuple(_past(desk, step) for step in one.steps), change if acting.may(desk, "set-rate") else "",
    )  # fmt: skip


def _day(desk: Desk, day: date) -> str:
    return day_text(day, desk.words.language)


def _since(desk: Desk, step: Step | None) -> str:
    return _day(desk, step.since) if step else "–"


def _whose(desk: Desk, step: Step | None) -> str:
    """Whose word a rate is, its paper, and when it was announced."""
    if step is None:
        return ""
    said = [desk.say(LAYERS[step.layer]), desk.say(step.source)]
    if step.announced_on:
        said.append(desk.say("announced on {day}", day=_day(desk, step.announced_on)))
    return ", ".join(one for one in said if one)


def _coming(desk: Desk, one: Held) -> str:
    if one.next is None:
        return ""
    now = one.now.amount if one.now else None
    falls = now is not None and one.next.amount is not None and one.next.amount < now
    says = desk.say(
        TO_FALL if falls else TO_CHANGE, day=_day(desk, one.next.since), amount=money(desk, one.next.amount)
    )
    if one.next.announced_on:
        says += ", " + desk.say("announced on {day}", day=_day(desk, one.next.announced_on))
    return says


def _past(desk: Desk, step: Step) -> Past:
    return Past(
        _day(desk, step.since), money(desk, step.amount), desk.say(LAYERS[step.layer]), desk.say(step.source)
    )


def _job(desk: Desk, one: Job) -> dict[str, Any]:
    """A job with the wage outside and its source in words."""
    amount = one.comparator_amount
    outside = desk.figures.amount(amount) if amount is not None else ""
    if outside and one.comparator_unit:
        outside = desk.say(UNITS[one.comparator_unit], amount=outside)
    return {"of": one, "outside": outside}


PAGES = [
    Page("site.rates", "<token:site>/rates", page, READ, label="Rates"),
    Page("site.rates.do", "<token:site>/rates/do/<slug:verb>", acting.form_of(FAMILY), SEND, SEND),
]

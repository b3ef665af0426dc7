"""What a funder reads of her grant and an authority of its budget: promised, received, spent on what, what is left."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from jornal.facts.funding import Cost
from jornal.papers.moneysheet import Line, Section, Sheet
from jornal.papers.phrases import named
from jornal.papers.yearstatement import DRAFT, HEADS, money
from jornal.reads.stated import Budgeted, Granted
from jornal.reads.wagesfunded import WagesPaid
from jornal.rules.year import WHOLE
from jornal.units.periods import month
from jornal.words.catalogue import Words
from jornal.words.dates import day_text, month_text, short_day, stretch
from jornal.words.numbers import Figures

OF_A_GRANT = "{received} of {amount} came, {spent} of it was spent, {left} is left."
OVER = "More was spent than came: {over} was our own money."
TOO_FEW = (
    "Nothing is paid of these wages, because from the sum the pay of fewer than five people could be worked out: "
    "{months}."
)
RESTRICTED = "Restricted to: {heads}."


def of_grant(of: Granted, enterprise: str, words: Words) -> Sheet:
    """The report on one grant to its funder."""
    figures, grant = money(words, of.grant.currency), of.grant
    left = of.came - of.went
    lead = words.say(
        OF_A_GRANT, received=figures.amount(of.came), amount=figures.amount(grant.amount),
        spent=figures.amount(of.went), left=figures.amount(max(left, 0)),
    )  # fmt: skip
    amounts = (
        ("Promised", grant.amount), ("Received", of.came), ("Spent", of.went), ("Left of what came", left),
        ("Still to come", grant.amount - of.came),
    )  # fmt: skip
    stands = [Line((words.say(label), figures.amount(amount))) for label, amount in amounts]
    came = [
        Line((short_day(one.day, words.language, with_year=True), one.received, figures.amount(one.amount)))
        for one in of.received
    ]
    open_points = [words.say(OVER, over=figures.amount(-left))] if left < 0 else []
    if grant.restricted:
        only = ", ".join(words.say(HEADS[one]) for one in grant.heads)
        lead = f"{lead} {words.say(RESTRICTED, heads=only)}"
    open_points += _no_paper(of.spent, words)
    sections = (
        Section(words.say("How it stands"), _columns(words, "What", "Amount"), tuple(stands)),
        Section(words.say("Received"), _columns(words, "Day", "Number", "Amount"), tuple(came), words=2),
        _spent(of.spent, figures, words),
        _wages(of, figures, words),
    )
    open_points += _too_few(of, words)
    period = stretch(grant.since, grant.until, words.language)
    title = words.say("Report on a grant to {funder}", funder=grant.funder)
    return _sheet(
        words, (title, enterprise, f"{grant.purpose} · {period}", lead), sections, open_points, of.until
    )


def of_budget(of: Budgeted, names: tuple[str, str], words: Words) -> Sheet:
    """The report on a budget to its authority; `names` are those of the enterprise and of the authority."""
    figures, budget = money(words, of.budget.currency), of.budget
    rows = [
        (words.say(HEADS[one.head]), (one.planned, one.promised, one.received, one.spent)) for one in of.heads
    ]
    sums = tuple(sum(amounts[place] for _, amounts in rows) for place in range(4))
    lines = [
        Line((label, *(figures.plain(one) for one in (*amounts, amounts[0] - amounts[3]))))
        for label, amounts in rows
    ]
    whole = (words.say("Together"), *(figures.plain(one) for one in (*sums, sums[0] - sums[3])))
    columns = _columns(
        words, "What for", "Planned", "Promised", "Received", "Spent", "Left of what is planned"
    )
    sections = (
        Section(words.say("By head"), columns, (*lines, Line(whole, strong=True))),
        _spent(of.spent, figures, words),
        _wages(of, figures, words),
    )
    lead = words.say(
        "Of {promised} that was promised {received} came, and {spent} of {planned} is spent.",
        promised=figures.amount(sums[1]), received=figures.amount(sums[2]), spent=figures.amount(sums[3]),
        planned=figures.amount(sums[0]),
    )  # fmt: skip
    place = _called(of, budget.site, words)
    if budget.workshop:
        place = f"{place}: {_room(of, budget.site, budget.workshop, words)}"
    period = stretch(budget.since, budget.until, words.language)
    title = words.say("Report on the workshop to {authority}", authority=names[1])
    head = (title, names[0], f"{place} · {period}", lead)
    said = [*_no_paper(of.spent, words), *_too_few(of, words)]
    return _sheet(words, head, sections, said, of.until)


def _columns(words: Words, *labels: str) -> tuple[str, ...]:
    return tuple(words.say(one) for one in labels)


def _spent(costs: Iterable[Cost], figures: Figures, words: Words) -> Section:
    lines = [
        Line((
            short_day(one.day, words.language, with_year=True), words.say(HEADS[one.head]), one.label, one.supplier,
            one.paper[:10] or words.say("none"), figures.amount(one.amount),
        ))
        for one in costs
    ]  # fmt: skip
    columns = _columns(words, "Day", "What for", "What", "Supplier", "Paper", "Amount")
    return Section(words.say("Spent"), columns, tuple(lines), words=5)


def _called(of: Granted | Budgeted, site: str, words: Words) -> str:
    return words.say(of.sites.get(site, site))


def _room(of: Granted | Budgeted, site: str, workshop: str, words: Words) -> str:
    return words.say(of.sites.get(f"{site}/{workshop}", workshop))


def _wages(of: Granted | Budgeted, figures: Figures, words: Words) -> Section:
    """The wages of issued months that were charged to it, by line and site; months together, so that none is compared.

    Side by side two months would tell what somebody earned who came or went between them.
    """
    alike: dict[tuple[int, str], list[WagesPaid]] = {}
    for one in of.wages:
        alike.setdefault((one.line, one.site), []).append(one)
    lines = []
    for (_, site), months in sorted(alike.items()):
        rooms = [place.partition("/")[2] for place in months[0].places if place.partition("/")[0] == site]
        name, told = _called(of, site, words), [_room(of, site, room, words) for room in rooms]
        cells = (
            stretch(months[0].day.replace(day=1), months[-1].day, words.language),
            name if "" in rooms else f"{name}: {', '.join(told)}", str(min(one.people for one in months)),
            figures.amount(sum(one.wages for one in months)), figures.share(Fraction(months[0].of_10000, WHOLE)),
            figures.amount(sum(one.amount for one in months)),
        )  # fmt: skip
        lines.append(Line(cells))
    columns = _columns(words, "Months", "Site", "People, at least", "Gross wages", "Share", "Paid from it")
    return Section(words.say("Wages"), columns, tuple(lines), words=2)


def _too_few(of: Granted | Budgeted, words: Words) -> list[str]:
    told = [
        f"{_called(of, site, words)} {month_text(month(one).start, words.language)}"
        for site, one in of.untold
    ]
    return [words.say(TOO_FEW, months=", ".join(told))] if told else []


def _no_paper(costs: Iterable[Cost], words: Words) -> list[str]:
    without = [one.cost for one in costs if not one.paper]
    return (
        [words.say("No paper is on file for these costs: {costs}.", costs=", ".join(without))]
        if without
        else []
    )


def _sheet(
    words: Words, head: tuple[str, str, str, str], sections: tuple[Section, ...], said: list[str], until: date
) -> Sheet:
    title, enterprise, period, lead = head
    draft = [words.say(DRAFT)] if words.draft else []
    foot = " ".join([words.say("As it stands on {day}.", day=day_text(until, words.language)), *draft])
    open_title = words.say("What is not known, or not right")
    kept = tuple(one for one in sections if one.lines)
    return Sheet(
        words.language,
        title,
        named(enterprise, words),
        period,
        lead,
        kept,
        open_title,
        tuple(said),
        foot,
        until,
    )

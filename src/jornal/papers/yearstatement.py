"""What the statement of a year says: income, wages, costs and profit line by line, the promise, the fund, advances."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction

from jornal.papers.beancount import plain
from jornal.papers.moneysheet import Line, Section, Sheet
from jornal.papers.phrases import named
from jornal.reads.stated import Statement
from jornal.rules.year import SIGNS, WHOLE, Figure, Part, total
from jornal.units.money import Money, exponent
from jornal.units.periods import month
from jornal.units.said import Said
from jornal.words.catalogue import Words
from jornal.words.channels import said as said_channel
from jornal.words.dates import day_text, month_text, short_day, stretch
from jornal.words.numbers import Figures, number, per_cent

HEADS = {
    "sales": "Sales: {label}", "tips": "Tips: {label}", "grant": "Grant: {label}",
    "budget": "From the authority: {label}",
    "gift": "Gift: {label}", "put_by": "Put by: {label}", "gross": "Wages: {label}",
    "rounding": "Rounding in cash", "channel_fees": "Kept by {label}", "no_invoice": "Material without an invoice",
    "transfer_fees": "Sending money to families", "materials": "Materials", "tools": "Tools", "machines": "Machines",
    "rooms": "Rooms", "energy": "Energy", "transport": "Transport", "training": "Training", "shops": "Shops",
    "workshops": "Workshops", "after_release": "After release", "selling": "Selling", "safety": "Safety",
    "staff": "Our own staff", "employer_shares": "Employer's shares", "fees": "Fees", "taxes": "Taxes",
    "office": "Office", "other": "Something else", "wages": "Wages",
}  # fmt: skip
"""What each line is called, by its code."""
PARTS: tuple[tuple[Part, str], ...] = (
    ("income", "Income"), ("put_by", "Put by"), ("wages", "Wages"), ("cost", "Costs"),
)  # fmt: skip
ELSEWHERE = "other sites"
OF_A_CHANNEL = ("sales", "tips", "channel_fees")
"""Lines that are called by the channel they came through."""
RECORDS = ("sales", "received", "material lot", "transfer fee", "cost", "run")
"""What a figure rests on begins with one of these."""
SO_FAR = "So far, until {day}"
NO_FIGURE = "not told"
ON_EVERY = "No figure here is of fewer than five people. Each currency stands on its own lines."
DRAFT = "Draft translation: nobody has reviewed these words yet."
ONE_DAY = timedelta(days=1)


def money(words: Words, currency: str) -> Figures:
    """Amounts of a currency as they are written in a language."""
    return Figures(words, currency, exponent(currency))


def told(said: Said, words: Words) -> str:
    """A sentence in a language, its days, months and sites written out."""
    return said.told(words.say, lambda name, value: _written(name, value, words))


def _written(name: str, value: object, words: Words) -> object:
    """A day, a month, money and a site as they are written in a language; all else as it is."""
    if isinstance(value, Money):
        return money(words, value.currency).amount(value.amount)
    if name == "months":
        return month_text(month(str(value)).start, words.language)
    if name == "site":
        return words.say(str(value))
    return day_text(value, words.language) if isinstance(value, date) else value


def of_year(made: Statement, words: Words, *, rules: bool = False) -> Sheet:
    """The statement as a sheet; with `rules` each line says under it how it came about and what it rests on."""
    last = made.period.end - ONE_DAY
    period = str(made.year) if made.over else words.say(SO_FAR, day=day_text(last, words.language))
    draft = [words.say(DRAFT)] if words.draft else []
    return Sheet(
        language=words.language, title=words.say("Statement of {year}", year=str(made.year)),
        enterprise=named(made.enterprise.label, words), period=period, lead=promise_line(made, words),
        sections=tuple(_sections(made, words, rules=rules)), open_title=words.say("What is not known, or not right"),
        open=tuple(told(one, words) for one in made.unknown), foot=" ".join([words.say(ON_EVERY), *draft]), day=last,
    )  # fmt: skip


def promise_line(made: Statement, words: Words) -> str:
    """One public line: what was promised, what it comes to for the year, and what was set aside and spent."""
    if made.promise is None:
        return words.say("No share of the profit was promised.")
    figures = money(words, made.enterprise.currency)
    spent = sum(
        amount
        for fund in made.funds
        for amount in fund.spent.values()
        if fund.currency == made.enterprise.currency
    )
    share = figures.share(Fraction(made.promise.of_10000, WHOLE))
    facts = {"share": share, "year": str(made.year), "spent": figures.amount(spent)}
    if made.owed is None:
        return words.say(
            "{share} of the profit goes back. What that is for {year} is not known; {spent} was spent.",
            **facts,
        )
    return words.say(
        "{share} of the profit of {year} goes back: {owed} is due, {aside} is set aside, {spent} was spent.",
        owed=figures.amount(made.owed), aside=figures.amount(made.aside), **facts,
    )  # fmt: skip


def called(one: Figure, words: Words, sites: Mapping[str, str]) -> str:
    """What a line is called; a site by its name, where it has one among these."""
    if one.part == "wages":
        label = words.say(sites.get(one.label, one.label) or ELSEWHERE)
    else:
        label = said_channel(one.label, words) if one.code in OF_A_CHANNEL else one.label
    return words.say(HEADS[one.code], label=label)


def _sections(made: Statement, words: Words, *, rules: bool) -> Iterator[Section]:
    for currency in made.currencies:
        yield _in_currency(made, currency, words, rules=rules)
    if len(made.profits) > 1:
        yield _together(made, words)
    if made.shares:
        yield _shares(made, words)
    if made.wages_paid:
        yield of_others(made, words)
    if made.funds:
        yield _fund(made, words)
    if made.spendings:
        yield _spendings(made, words)
    if made.advances:
        yield _advances(made, words)


def _in_currency(made: Statement, currency: str, words: Words, *, rules: bool) -> Section:
    figures, lines = money(words, currency), []
    for part, label in PARTS:
        rows = [one for one in made.figures if (one.part, one.currency) == (part, currency)]
        lines += [
            Line((called(one, words, made.sites), figures.plain(one.amount)), False, _rule(one, words, rules))
            for one in rows
        ]
        untold = part == "wages" and currency in made.untold
        if rows or untold:
            said = words.say(NO_FIGURE) if untold else figures.plain(total(made.figures, part, currency))
            lines.append(Line((words.say(label), said), strong=True))
        if part == "wages" and made.top_ups.get(currency):
            amount = figures.plain(made.top_ups[currency] or 0)
            lines.append(Line((words.say("of them top-ups to the floor"), amount)))
    profit = made.profits.get(currency)
    said = words.say(NO_FIGURE) if profit is None else figures.plain(profit)
    lines.append(Line((words.say("Profit, a loss below nought"), said), strong=True))
    return Section(words.say("In {currency}", currency=currency), (words.say("What"), currency), tuple(lines))


def _rule(one: Figure, words: Words, rules: bool) -> str:
    """How a line came about and what it rests on."""
    if not rules:
        return ""
    rests_on = ", ".join(_record(each, words) for each in one.rests_on)
    sign = "" if SIGNS[one.part] > 0 else "− "
    facts = {
        name: said_channel(str(value), words) if name == "channel" else value for name, value in one.facts
    }
    return f"{sign}{words.say(one.rule, **facts)} ({rests_on})"


def _record(rests_on: str, words: Words) -> str:
    """A record by its kind in words, its names as they are: "sales wholesale 2026-11"."""
    for kind in RECORDS:
        if rests_on.startswith(f"{kind} "):
            return words.say(kind) + rests_on.removeprefix(kind)
    return rests_on


def _together(made: Statement, words: Words) -> Section:
    whole = made.whole
    lines = [
        Line((words.say("Profit, a loss below nought"), money(words, currency).amount(amount)))
        for currency, amount in sorted(made.profits.items())
    ]
    for rate in whole.rates:
        day = short_day(rate.day, words.language, with_year=True)
        says = words.say("By the rate of {day}: 1 {base} was {rate} {quote}", day=day, base=rate.base,
                         rate=_rate(rate.rate, words), quote=rate.quote)  # fmt: skip
        lines.append(Line((says, rate.source)))
    amount = (
        words.say(NO_FIGURE) if whole.amount is None else money(words, whole.currency).amount(whole.amount)
    )
    lines.append(Line((words.say("Profit in {currency}", currency=whole.currency), amount), strong=True))
    return Section(words.say("Together"), (words.say("What"), words.say("Amount")), tuple(lines))


def _rate(rate: Fraction, words: Words) -> str:
    """A rate with the decimals it was recorded with, as a language points them."""
    return number(rate, words.language, len(plain(rate).partition(".")[2]))


def _shares(made: Statement, words: Words) -> Section:
    lines = []
    for one in made.shares:
        figures = money(words, one.currency)
        known = one.of_10000 is not None
        wages = words.say(NO_FIGURE) if one.currency in made.untold else figures.amount(one.wages)
        share = (
            per_cent(Fraction(one.of_10000 or 0, WHOLE), words.language) if known else words.say(NO_FIGURE)
        )
        lines.append(Line((one.currency, wages, figures.amount(one.revenue), share)))
    heads = ("Currency", "Gross wages", "Paid by customers, without tax", "Share")
    return Section(words.say("Wages beside revenue"), tuple(words.say(one) for one in heads), tuple(lines))


def of_others(made: Statement, words: Words) -> Section:
    """What grants and budgets paid of the year's wages; it is within the wages, and no wage is charged twice."""
    sums: dict[tuple[str, str], int] = {}
    for one in made.wages_paid:
        sums[one.source, one.currency] = sums.get((one.source, one.currency), 0) + one.amount
    lines = [
        Line((source, money(words, currency).amount(amount)))
        for (source, currency), amount in sorted(sums.items())
    ]
    heads = ("Grant or budget", "Paid from it")
    return Section(
        words.say("Wages that others paid for"), tuple(words.say(one) for one in heads), tuple(lines)
    )


def _fund(made: Statement, words: Words) -> Section:
    lines = []
    for fund in made.funds:
        figures = money(words, fund.currency)
        lines.append(Line((words.say("At the start of the year"), figures.amount(fund.start))))
        lines.append(Line((words.say("Set aside"), figures.amount(fund.aside))))
        lines += [
            Line((words.say("Spent: {what}", what=words.say(HEADS[purpose])), figures.amount(-amount)))
            for purpose, amount in sorted(fund.spent.items())
        ]
        lines.append(Line((words.say("At the end"), figures.amount(fund.end)), strong=True))
    return Section(words.say("The fund"), (words.say("What"), words.say("Amount")), tuple(lines))


def _spendings(made: Statement, words: Words) -> Section:
    lines = []
    for one in made.spendings:
        heard = ", ".join(one.heard) or words.say("nobody")
        if one.heard_on:
            heard = f"{heard}, {short_day(one.heard_on, words.language, with_year=True)}"
        cells = (
            short_day(one.day, words.language, with_year=True), words.say(HEADS[one.purpose]), one.label, heard,
            one.paper[:10] or words.say("none"), money(words, one.currency).amount(one.amount),
        )  # fmt: skip
        lines.append(Line(cells))
    heads = ("Day", "What for", "What", "Who was heard", "Paper", "Amount")
    return Section(
        words.say("Spent from the fund"), tuple(words.say(one) for one in heads), tuple(lines), words=5
    )


def _advances(made: Statement, words: Words) -> Section:
    lines = []
    for one in made.advances:
        figures, advance = money(words, one.advance.currency), one.advance
        amounts = (advance.amount, one.spent, one.returned, one.left)
        day = stretch(advance.day, advance.day, words.language)
        cells = (
            f"{advance.advance}, {advance.staff}, {day}",
            *(figures.amount(amount) for amount in amounts),
        )
        lines.append(Line(cells))
    heads = ("Advance to buy with", "Given", "Receipts", "Brought back", "Still open")
    return Section(words.say("Advances to buy with"), tuple(words.say(one) for one in heads), tuple(lines))

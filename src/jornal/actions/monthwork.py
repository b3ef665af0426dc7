"""Cards of a month's report about work: people and hours, pay beside the floor, stops, output."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jornal.actions.monthfigures import Figures
from jornal.actions.monthwords import Asked, Row, band, bar, card, few, or_not, share, told_of
from jornal.facts.pieces import LocalOperation
from jornal.facts.work import RateCard
from jornal.terms.kinds import load

MONTH_DAYS = Fraction(365, 12)


def people(asked: Asked) -> Iterator[Row]:
    """People at work and their hours, beside the month before and what is agreed."""
    words, report, written = asked.words, asked.report, asked.written()
    now, then = report.whole, report.whole_before
    rows = [
        (words.say("People at work"), few(asked, now.people), few(asked, then.people), ""),
        _time_row(asked, "Hours worked"),
    ]
    if asked.reader != "authority":
        kept = [share(asked, one.minutes, one.planned) for one in (now, then)]
        rows.append((words.say("Of the hours agreed"), *kept, written.share("100 %")))
    if asked.reader == "hq":
        rows.append((words.say("Months here, median"), _tenure(asked, now), _tenure(asked, then), ""))
    yield card(asked, "People and hours", rows, bars=_hour_bars(asked))


def _time_row(asked: Asked, label: str) -> tuple[str, ...]:
    written, (now, then) = asked.written(), (asked.report.whole, asked.report.whole_before)
    planned = asked.words.say("{time} agreed", time=written.time(now.planned)) if now.planned else ""
    times = [or_not(asked, None if one.minutes is None else written.time(one.minutes)) for one in (now, then)]
    return (asked.words.say(label), *times, planned)


def _hour_bars(asked: Asked) -> list[Row]:
    """Hours worked by site, the tick at those agreed."""
    rows = [(site, one.minutes, one.planned) for site, one, _ in asked.report.sites if one.minutes]
    widest = max((max(minutes or 0, planned or 0) for _, minutes, planned in rows), default=1)
    found = []
    for site, minutes, planned in rows:
        says = asked.written().time(minutes or 0)
        found.append(bar(asked, site.label, minutes or 0, planned, widest * 21 // 20, says))
    return found if len(found) > 1 else []


def _tenure(asked: Asked, one: Figures) -> str:
    return or_not(asked, None if one.tenure is None else str(int(one.tenure / MONTH_DAYS)))


def pay(asked: Asked) -> Iterator[Row]:
    """What was earned, topped up and taken off, and what an hour came to at each site."""
    words, (now, then) = asked.words, (asked.report.whole, asked.report.whole_before)
    rows = []
    for currency in sorted(now.gross.keys() | then.gross.keys()):
        written = asked.written(currency)
        for label, name in (("Earned, gross", "gross"), ("Top-up", "top_ups"), ("Taken off", "deductions")):
            sums = [getattr(one, name).get(currency) for one in (now, then)]
            cells = [or_not(asked, None if one is None else written.amount(one)) for one in sums]
            against = "" if name == "gross" else _of_gross(asked, sums[0], now.gross.get(currency))
            rows.append((words.say(label), *cells, against))
    for label, name in (("People topped up", "topped"), ("People with deductions", "deducted")):
        rows.append(
            (words.say(label), *(band(asked, getattr(one, name)) for one in (now, then)), told_of(asked))
        )
    late = [band(asked, one.late) for one in (now, then)]
    rows.append((words.say("People paid late"), *late, words.say("nobody")))
    notes = [words.say(NOT_OF_FEW)] if len(asked.report.sites) > 1 else []
    yield card(asked, "Pay", rows, notes=notes)
    yield from _hourly(asked)


def _of_gross(asked: Asked, some: int | None, gross: int | None) -> str:
    if some is None or not gross:
        return ""
    return asked.words.say("{share} of what was earned", share=share(asked, some, gross))


def _hourly(asked: Asked) -> Iterator[Row]:
    """What an hour came to at each site, beside its floor."""
    words, rows, bars = asked.words, [], []
    told = [(site, now.hour, then.hour) for site, now, then in asked.report.sites if now.hour]
    widest: dict[str, int] = {}
    for site, hour, _ in told:
        most = max([hour.median, *hour.compared.values()]) * 21 // 20 or 1
        widest[site.currency] = max(widest.get(site.currency, 1), most)
    for site, hour, before in told:
        money, floor = asked.written(site.currency), hour.compared.get("guarantee")
        cells = [hour.median, hour.lowest, floor, before.median if before else None]
        says = money.amount(hour.median)
        rows.append(
            (
                words.say(site.label),
                *(or_not(asked, None if one is None else money.amount(one)) for one in cells),
            )
        )
        bars.append(bar(asked, site.label, hour.median, floor, widest[site.currency], says))
    columns = (
        "Site",
        "An hour, median",
        "Lowest",
        "Floor of the agreement or law",
        "Median the month before",
    )
    yield {
        "title": words.say("An hour, beside the floor"), "columns": [words.say(one) for one in columns],
        "rows": rows, "bars": bars, "notes": [words.say(FLOOR)] if bars else [words.say(NOTHING_TOLD)],
    }  # fmt: skip


def stops(asked: Asked) -> Iterator[Row]:
    """Why people did not work."""
    now, then = asked.report.whole.absent, asked.report.whole_before.absent
    rows, bars = [], []
    widest = max(now.values(), default=1)
    for what in [*now, *(one for one in then if one not in now)]:
        kind = load().of(what)
        label = kind.word(asked.words.language) if kind else what
        cells = [or_not(asked, None if one is None else str(one)) for one in (now.get(what), then.get(what))]
        rows.append((label, *cells, ""))
        bars.append(bar(asked, label, now.get(what, 0), None, widest, cells[0]))
    yield card(
        asked, "Stops by cause", rows, bars=bars, notes=[asked.words.say(CAUSES if rows else NO_CAUSES)]
    )


def output(asked: Asked) -> Iterator[Row]:
    """What was made, by operation, and what was rejected."""
    words, _written, (now, then) = (
        asked.words,
        asked.written(),
        (asked.report.whole, asked.report.whole_before),
    )
    labels, rows = _labels(), []
    for name in [*now.made, *(one for one in then.made if one not in now.made)]:
        cells = [_made(asked, one.made.get(name)) for one in (now, then)]
        rows.append((words.say(labels.get(name, name)), *cells, ""))
    if now.rejected or then.rejected:
        shares = [share(asked, *(one.rejected or (None, None))) for one in (now, then)]
        made = words.count(now.rejected[1], "{number} piece", "{number} pieces") if now.rejected else ""
        rows.append((words.say("Rejected"), *shares, made))
    yield card(asked, "Output", rows, notes=[words.say(MADE if rows else NOT_MADE)])


def _made(asked: Asked, made: tuple[int, int] | None) -> str:
    if made is None:
        return or_not(asked, None)
    again = asked.words.say(" and {number} again", number=made[1]) if made[1] else ""
    return f"{asked.written().whole(made[0])}{again}"


def _labels() -> Mapping[str, str]:
    """What operations are called, by any site."""
    found: dict[str, str] = {}
    for kind in (RateCard, LocalOperation):
        rows = kind.objects.current().exclude(operation="")
        found |= dict(rows.values_list("operation", "label"))
    return found


FLOOR = "The black line is the floor of each contract; a top-up brings pay up to it and is never taken back."
NOTHING_TOLD = "Nothing is told of an hour: no month of five people or more is issued."
NOT_OF_FEW = (
    "A sum leaves out the sites where it concerns fewer than five people, unless together they are five."
)
MADE = "Good pieces, and those to be done again, of operations that at least five people do."
NOT_MADE = "No operation was done by five people or more, so nothing of it is told."
CAUSES = "Days on which somebody did not work, of causes that at least five people had."
NO_CAUSES = "No cause was that of five people or more, so none is told."

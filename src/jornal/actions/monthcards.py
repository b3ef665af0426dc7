"""A month's report as cards of words and figures, by who reads it: each a table, its bars and what is said of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jornal.actions.monthreport import MonthReport
from jornal.actions.monthwords import FEW, Asked, Row, card, few, least, or_not, published, share_of, told_of
from jornal.actions.monthwork import output, pay, people, stops
from jornal.facts.organisation import Site
from jornal.reads.bands import DEPENDANTS, Told
from jornal.words.dates import month_named


def said(asked: Asked) -> Row:
    """Every word and figure of the report: `title`, `lead`, `notes` and `cards`.

    A card has `title`, `columns`, `rows` (a name and its cells), `bars` (a label, tenths of the width for the bar and
    the tick, -1 for none, and what it says) and `notes`.
    """
    words, report = asked.words, asked.report
    return {
        "title": words.say(TITLES[asked.reader]),
        "lead": month_named(report.month, words.language),
        "place": words.say("All sites") if asked.everywhere else _named(asked),
        "notes": list(_notes(asked)),
        "cards": [card for make in CARDS[asked.reader] for card in make(asked)],
    }


def _named(asked: Asked) -> str:
    """What the site is called; "" where it was not open yet."""
    return ", ".join(asked.words.say(one.label) for one in _all(asked.report))


def _all(report: MonthReport) -> list[Site]:
    return [*(site for site, _, _ in report.sites), *report.small]


def _notes(asked: Asked) -> Iterator[str]:
    """What is said above all: of small sites, of months that are not issued, and of whom sums are."""
    words, report = asked.words, asked.report
    if not _all(report):
        yield words.say(NOT_OPEN)
    if report.small:
        named = ", ".join(words.say(one.label) for one in report.small)
        yield words.say(SMALL, sites=named)
    if asked.reader == "hq" and report.waiting:
        named = ", ".join(words.say(one.label) for one in report.waiting)
        yield words.say("Not issued yet, so nothing of its pay is told: {sites}", sites=named)
    if 0 < report.whole.told < report.whole.people:
        yield words.say(WAITING, told=report.whole.told, people=report.whole.people)
    elif report.whole.people and not report.whole.told:
        yield words.say(NO_SUMS)


def _standing(asked: Asked) -> Iterator[Row]:
    words, now, then = asked.words, asked.report.events, asked.report.events_before
    found = words.say("{number} found", number=now.found)
    pairs = [
        ("Findings open at the end", now.open, then.open, found), ("Findings closed", now.closed, then.closed, ""),
        ("Lots finished", now.finished, then.finished, words.say("{number} begun", number=now.open_lots)),
        ("Lots judged", now.judged, then.judged, words.say("{number} finished", number=now.finished)),
    ]  # fmt: skip
    yield card(asked, "Findings and lots", [(words.say(one), str(a), str(b), c) for one, a, b, c in pairs])


def _courses(asked: Asked) -> Iterator[Row]:
    words, written, (now, then) = (
        asked.words,
        asked.written(),
        (asked.report.learnt, asked.report.learnt_before),
    )
    here = told_of(asked, asked.report.whole.people)
    came = [least(asked, one.people) if one.sessions else "–" for one in (now, then)]
    rows = [
        (words.say("Sessions held"), str(now.sessions), str(then.sessions), ""),
        (words.say("People who came"), *came, here),
        (
            words.say("Hours of all together"),
            *(
                "–" if not one.sessions else or_not(asked, None if one.minutes is None else written.time(one.minutes))
                for one in (now, then)
            ),
            "",
        ),
        (words.say("People with a certificate"), *(least(asked, one.certificates) for one in (now, then)), here),
    ]  # fmt: skip
    yield card(asked, "Courses and certificates", rows)


def _parted(asked: Asked) -> Iterator[Row]:
    """Whether who left was offered a plan for release in time; of five people or more."""
    words, (now, then) = asked.words, (asked.report.parted, asked.report.parted_before)
    rows = [
        (words.say(label), *(least(asked, getattr(one, name)) if one.any else "–" for one in (now, then)), beside)
        for label, name, beside in PARTED
    ]  # fmt: skip
    yield card(asked, "Left in the twelve months to its end", rows)


PARTED = (
    ("Left, where a plan was due or may have been", "people", ""),
    ("A release plan was offered 90 days ahead", "in_time", ""),
    ("Left without a plan offered in time", "without", "0"),
    ("Not known when the release would be", "unknown", "0"),
)


def _authority(asked: Asked) -> Iterator[Row]:
    words, report = asked.words, asked.report
    now, then = report.events, report.events_before
    sums = (report.whole, report.whole_before)
    statements = [few(asked, one.statements) for one in sums]
    rows = [
        (words.say("Statements of hours made"), *statements, told_of(asked, report.whole.people)),
        (words.say("Counts of tools"), str(now.tool_counts), str(then.tool_counts), ""),
        (words.say("Tools missing at the last count"), str(now.tools_missing), str(then.tools_missing), "0"),
    ]
    yield card(asked, "Statements and tools", rows)
    if asked.timetable:
        yield {
            "title": words.say("Timetable"), "columns": list(asked.timetable[0]), "bars": [], "notes": [],
            "rows": [tuple(one) for one in asked.timetable[1:]],
        }  # fmt: skip


def _paid(asked: Asked) -> Iterator[Row]:
    """For a funder: how many people are paid; nothing of what."""
    words, (now, then) = asked.words, (asked.report.whole, asked.report.whole_before)
    cells = [least(asked, one.statements // 5 * 5) for one in (now, then)]
    yield card(asked, "Paid", [(words.say("People paid"), *cells, told_of(asked, now.people))])


def _outcomes(asked: Asked) -> Iterator[Row]:
    words, rows = asked.words, []
    for one in asked.outcomes:
        share, between = words.say(FEW), "–"
        if one.answered:
            share = words.say("{least} to {most}", least=one.least, most=one.most)
            between = words.say(
                "{least} to {most}", least=share_of(words, one.low), most=share_of(words, one.high)
            )
        cells = [str(number) if number else words.say(FEW) for number in (one.released, one.answered)]
        rows.append((words.say("{number} months after", number=one.months), *cells, share, between))
    yield {
        "title": words.say("After release"), "columns": [words.say(one) for one in AFTER], "rows": rows,
        "bars": [], "notes": [published(words, asked.beside), words.say(PROVES)],
    }  # fmt: skip


def _wellbeing(asked: Asked) -> Iterator[Row]:
    words, told = asked.words, asked.wellbeing
    notes = [words.say(VOLUNTARY)]
    if told is None:
        notes.append(words.say(LOCKED))
    elif not told.people:
        notes.append(words.say(FEW_ASKED))
    rows = _shares(asked, told, STEP_WORDS)
    columns = [
        words.say("How work was, {quarter}", quarter=asked.quarter),
        words.say("People"),
        words.say("Of"),
    ]
    yield {"title": words.say("How work was"), "columns": columns, "rows": rows, "bars": [], "notes": notes}


def _groups(asked: Asked) -> Iterator[Row]:
    """Of the whole enterprise alone, so that no site is told by taking the others off."""
    if not asked.everywhere:
        return
    words, told = asked.words, asked.groups
    notes = [words.say(OWN_WORDS)]
    if told is None:
        notes.append(words.say(LOCKED))
    elif not any(told.shares.get(name) for name in GROUP_WORDS):
        notes.append(words.say(FEW_TOLD))
    rows = []
    for name, label in GROUP_WORDS.items():
        for one in told.shares.get(name, ()) if told else ():
            between = words.say("{least} to {most}", least=one.least, most=one.most)
            rows.append((words.say(label), one.what, between, str(told.people if told else 0)))
    columns = [words.say(one) for one in ("Group", "In their words", "People", "Of")]
    yield {"title": words.say("Groups they count themselves to"), "columns": columns, "rows": rows, "bars": [],
           "notes": notes}  # fmt: skip


def _dependants(asked: Asked) -> Iterator[Row]:
    """Whether somebody depends on them, of the whole enterprise alone; how many depend on one is told of nobody."""
    if not asked.everywhere:
        return
    words, told = asked.words, asked.dependants
    shares = told.shares.get(DEPENDANTS, ()) if told else ()
    notes = [words.say(OWN_TELLING)]
    if told is None:
        notes.append(words.say(LOCKED))
    elif not shares:
        notes.append(words.say(FEW_ANSWERED))
    rows = [
        (
            words.say(DEPENDS_WORDS[one.what]),
            words.say("{least} to {most}", least=one.least, most=one.most),
            str(told.people if told else 0),
        )
        for one in shares
    ]
    columns = [words.say(one) for one in ("Does anybody depend on her?", "People", "Of")]
    yield {"title": words.say("Those who care for somebody"), "columns": columns, "rows": rows, "bars": [],
           "notes": notes}  # fmt: skip


def _shares(asked: Asked, told: Told | None, called: Mapping[str, str]) -> list[tuple[str, ...]]:
    if told is None:
        return []
    shares = [one for some in told.shares.values() for one in some]
    between = [asked.words.say("{least} to {most}", least=one.least, most=one.most) for one in shares]
    people = str(told.people)
    return [
        (asked.words.say(called[one.what]), text, people) for one, text in zip(shares, between, strict=True)
    ]


TITLES = {
    "hq": "Month report",
    "authority": "Month report for the authority",
    "funder": "Month report for funders",
}
CARDS: Mapping[str, Sequence[Any]] = {
    "hq": (people, pay, stops, output, _standing, _courses, _parted, _wellbeing, _groups, _dependants),
    "authority": (people, _authority, _courses, _parted),
    "funder": (_paid, people, _courses, _outcomes, _wellbeing, _dependants),
}
STEP_WORDS = {
    "answered": "Answered",
    "well": "Well or very well",
    "fair": "Fair",
    "hard": "Hard or very hard",
}
DEPENDS_WORDS = {"yes": "Somebody depends on her", "no": "Nobody depends on her"}
GROUP_WORDS = {"gender": "Gender", "social_class": "Class", "ethnicity": "People or ethnicity"}
SMALL = (
    "Fewer than five people, so nothing about people is told and no sum holds them: {sites}. Findings, lots, \
sessions and counts of tools are told."
)
WAITING = (
    "Sums are of {told} of {people} people. Who came lately waits until they are five, and where fewer than five \
left, others are left out with them: so no month taken from another tells of fewer than five."
)
NOT_OPEN = "This site was not open yet in this month, so there is nothing to tell of it."
NO_SUMS = "No sum is told: taken from an earlier month it would tell of fewer than five people."
AFTER = (
    "After release", "Released, at least", "Answered", "Inside again, of those", "By chance alone, 95 in a hundred",
)  # fmt: skip
PROVES = "These figures prove nothing: only those who consented are asked, and only some answer."
VOLUNTARY = (
    "Asked once a quarter of those who agreed to it. It judges nobody, and it never touches pay or credit."
)
LOCKED = "It cannot be counted while the names are locked. Open the names first."
FEW_ASKED = "Fewer than five people were asked, so nothing is told."
OWN_WORDS = "In their own words, from those who wanted to tell it. It is shown to nobody else."
OWN_TELLING = (
    "From those who wanted to tell it and have it counted. It changes no pay, no work and no contract."
)
FEW_ANSWERED = "Not five people for certain gave the same answer, so nothing is told."
FEW_TOLD = "No word is used by five people for certain, so nothing is told."

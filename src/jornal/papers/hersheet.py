"""What a worker's own statement says: everything that is recorded about her, by sections, in her language."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from jornal.journal.vaultlog import Reading
from jornal.papers.moneysheet import Line, Section, Sheet
from jornal.papers.moneysheet import sheet as drawn
from jornal.papers.phrases import kind_of_time
from jornal.papers.phrases import name as line_name
from jornal.reads.hers import Recorded
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.dates import day_text, short_day
from jornal.words.numbers import Figures

SECTIONS = {
    "person": "Who you are here", "agreements": "Your agreements", "days": "Your days and pieces", "pay": "Your pay",
    "payments": "Money that left for you", "savings": "Your savings", "instructions": "Your instructions",
    "skills": "Your skills", "courses": "Your courses", "products": "What you made and how you are credited",
    "dialogue": "Where you were heard or shown", "consents": "Your consents", "told": "What you told of yourself",
    "release": "Release and after",
}  # fmt: skip
KINDS = {
    "worker": "Your code", "custody": "How you stand", "ratio": "Credit code", "mark_chosen": "Stitch mark",
    "dependants": "Whom you care for", "opening_balance": "Where you stood before",
    "carried_over": "Carried over from another site", "forgotten": "Forgotten", "offer": "Work offered",
    "offer_answered": "Your answer to the offer", "enrolled": "You took up work", "contract_version": "Contract",
    "overtime_asked": "Overtime asked", "overtime_answered": "Your answer to overtime",
    "rest_day_authorised": "Work on a rest day allowed", "shift": "Day", "pieces": "Pieces counted",
    "rejected": "Pieces rejected", "days_confirmed": "You confirmed your days", "kit": "Kit for your cell",
    "kit_returned": "Kit returned", "slip": "Payslip", "slip_handed": "Payslip handed over",
    "slip_answered": "Your answer to a payslip", "adjustment": "Sum decided", "pay_query": "Your question about pay",
    "pay_answer": "Answer about pay", "balance": "What you owe", "request": "Deduction you asked for",
    "payment": "Payment", "payment_received": "Payment arrived", "payment_returned": "Payment came back",
    "savings_moved": "Savings moved", "instruction": "Instruction", "beneficiary": "Somebody you named",
    "account": "Your account", "assessed": "Piece judged", "graded": "Your grade",
    "training_planned": "Training session", "course_finished": "Course finished", "certificate": "Certificate",
    "design": "Design you proposed", "design_version": "Version of a design",
    "design_credit": "How you are credited for a design", "maker_shown": "How you are shown as the maker",
    "item": "Piece with a label of its own", "photo": "Photo you are in", "fund_spent": "You were heard on the fund",
    "finding": "Finding about you", "consent": "Consent", "consent_withdrawn": "Consent withdrawn",
    "telling_agreed": "You agreed to tell", "telling_withdrawn": "You took it back", "groups_told": "Groups you named",
    "checked_in": "How a quarter was", "release_expected": "Release expected", "release_plan": "Plan offered",
    "release_papers": "Papers given", "left": "You left", "works_from_home": "You work from home",
    "asked_after": "Asked after release",
}  # fmt: skip
"""What each kind of fact is called to her."""
COLUMNS = {
    "name": "Name on file", "born_on": "Born on", "birth_year": "Year of birth", "status": "Standing",
    "conduct_class": "Class of conduct", "months_served": "Months served", "told": "Said", "pattern": "Pattern",
    "year_to_date": "The year so far", "credit": "Credit", "savings": "Savings", "source": "By",
    "owed_back": "Owed back",
    "week": "Open week", "from_site": "From site", "into_site": "To site", "grades": "Grades",
    "open_adjustments": "Open sums", "asked_on": "Asked on", "retention_ended_on": "Kept until", "number": "Number",
    "language": "Language", "languages": "Languages", "terms_version": "Version", "text_version": "Version of the text",
    "alternatives": "Otherwise", "expires_on": "Ends on", "job": "Job", "workshop": "Workshop", "contract": "Contract",
    "grade": "Grade", "weekly_minutes": "Time a week", "answer": "Answer", "reads": "Reads",
    "clock_number": "Number in the clock", "notice_days": "Days of notice", "announced_on": "Announced on",
    "signed_on": "Signed on", "copy_given_on": "Copy given on", "minutes": "Time", "order": "Order",
    "substitute_on": "Another day off", "what": "Kind", "start": "From", "end": "To", "pause": "Break",
    "place": "Place", "trade": "Trade", "substitute": "Another day off given", "note": "Note", "operation": "Operation",
    "good": "Good", "rework": "To be done again", "tally": "Tally", "count": "How many", "cause": "Cause",
    "later_sold": "Sold later", "until": "Until", "code": "Code", "tools": "Tools", "missing": "Missing",
    "gross": "Earned, gross", "deductions": "Taken off", "instructions": "Sent, saved", "held": "Held, not taken",
    "in_hand": "In hand", "head": "Ten characters", "disputed_lines": "Lines you dispute", "label": "What for",
    "amount": "Amount", "reason": "Reason", "step": "Deduction", "agreed_on": "Agreed on", "outcome": "Outcome",
    "part": "Part", "payee": "To whom", "way": "How", "paper": "Paper", "late": "Late", "proof": "Shown by",
    "purpose": "Purpose", "share": "Share", "to": "For", "ends_on": "Ends on", "allowed": "Allowed",
    "technique": "Technique", "reached": "Reached", "seen": "What was seen", "course": "Course", "state": "State",
    "moved_to": "Moved to", "instead": "In place of work", "result": "Result", "shown": "Shown as", "line": "Line",
    "brief": "Brief", "scope": "Reach", "given_on": "Given on", "cooling_off_until": "Time to think until",
    "subject": "Subject", "quarter": "Quarter", "month": "Month", "work": "Work", "papers": "Papers",
    "jurisdiction": "Law of", "months": "Months after", "home": "Home", "inside": "Inside again",
    "hearing_on": "Heard on", "control": "Control", "lies_with": "Lies with", "closed_on": "Closed on",
    "serial": "Serial number", "site": "Site", "design": "Design", "since": "Since",
    "day": "On", "lines": "Lines", "told_on": "Told on",
}  # fmt: skip
"""What each column is called to her; a column that is not named here is of no use to read: marks, digests, others."""
MONEY = ("amount", "gross", "deductions", "own", "instructions", "held", "in_hand", "owed_back", "savings")
TIME = ("minutes", "weekly_minutes", "pause")
CLOCK = ("start", "end")
IN_TABLES = {**COLUMNS, "own": "Your own, net", "paper_on": "Date of the paper"}
"""What a table may hold, by its name in it."""
READS = {"yes": "Yes", "with_help": "With help", "no": "No", "not_asked": "Nobody asked yet"}
MARKS = ("digest", "paper_digest", "carry")
"""What of a table is of no use to read."""
WAS = {"corrected": "corrected later", "void": "taken back"}
SEALED = "sealed, and not opened here"
NO_NAME = "The names are locked, so what is sealed is not printed here. Ask for it again with the names open."
RIGHTS = (
    "What is wrong here is corrected when you say so. You may object or complain to {employer}, to the witness of your "
    "consent, or to the data authority of this place. Names of other people are left out."
)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Hers(NamedTuple):
    """Whose statement it is and of which day; `site` is its name and `place` its token, `currency` that of its sums."""

    worker: str
    name: str
    language: str
    site: str
    employer: str
    currency: str
    day: date
    place: str = ""


def of_her(hers: Hers, found: Sequence[Recorded], opened: Sequence[Reading]) -> Sheet:
    """Everything recorded as a sheet; its last section says who opened her name, when and what for."""
    words = Words(hers.language)
    sections = [
        _section(title, [one for one in found if one.section == section], words, hers)
        for section, title in SECTIONS.items()
    ]
    closed = any(one.hidden for one in found)
    employer = hers.employer or words.say("your employer")
    return Sheet(
        language=words.language, title=words.say("Everything recorded about you"), enterprise=hers.site,
        period=day_text(hers.day, words.language), lead=" · ".join(filter(None, (hers.name, hers.worker))),
        sections=(*(one for one in sections if one.lines), *_readings(opened, words)),
        open_title=words.say("Your rights"),
        open=(words.say(RIGHTS, employer=employer), *([words.say(NO_NAME)] if closed else ())),
        foot=words.say("Draft translation: nobody has reviewed these words yet.") if words.draft else "", day=hers.day,
    )  # fmt: skip


def paper(hers: Hers, found: Sequence[Recorded], opened: Sequence[Reading]) -> bytes:
    """The statement as PDF. Raises CannotDraw."""
    return drawn(of_her(hers, found, opened))


def _section(title: str, some: Sequence[Recorded], words: Words, hers: Hers) -> Section:
    heads = tuple(words.say(one) for one in ("Day", "What is recorded", "By"))
    return Section(words.say(title), heads, tuple(_line(one, words, hers) for one in some), words=2)


def _line(one: Recorded, words: Words, hers: Hers) -> Line:
    said = [f"{words.say(COLUMNS[name])}: {text}" for name, text in _columns(one, words, hers)]
    said += [
        f"{words.say(COLUMNS[name])}: {words.say(SEALED)}" for name in sorted(one.hidden) if name in COLUMNS
    ]
    what = words.say(KINDS[one.kind])
    if one.was:
        what = f"{what} ({words.say(WAS[one.was])})"
    by = f"{one.by}, {words.say(one.role.replace('_', ' '))}"
    told = f"{what}. {'; '.join(said)}".rstrip(". ")
    return Line((short_day(one.day, words.language, with_year=True), told, by))


def _columns(one: Recorded, words: Words, hers: Hers) -> Iterator[tuple[str, str]]:
    """The columns that are of use to her, as they are read; what is empty or her own code is left out."""
    figures = Figures(words, hers.currency, exponent(hers.currency))
    for name, held in one.says.items():
        if name not in COLUMNS or not held or held in (hers.worker, hers.place, one.day):
            continue
        if name == "number" and held == 1:
            continue
        if name == "lines":
            pairs = held.get("lines", []) if isinstance(held, dict) else held
            yield (
                name,
                ", ".join(f"{line_name(line, words)} {figures.plain(line['amount'])}" for line in pairs),
            )
        elif name in MONEY and isinstance(held, int):
            yield name, figures.amount(held)
        elif name in TIME and isinstance(held, int):
            yield name, figures.time(held)
        elif name == "reads":
            yield name, words.say(READS.get(str(held), str(held)))
        elif name in CLOCK and isinstance(held, int):
            yield name, f"{held // 60 % 24:02}:{held % 60:02}"
        else:
            yield name, _read(held, words, figures)


def _read(held: Any, words: Words, figures: Figures) -> str:
    """A value as she reads it: days written out, choices in words, lists with commas, a table by its names."""
    if isinstance(held, bool):
        return words.say("yes")
    if isinstance(held, date):
        return day_text(held, words.language)
    if isinstance(held, dict):
        return _table(held, words, figures)
    if isinstance(held, list):
        return ", ".join(_read(one, words, figures) for one in held)
    return _text(str(held), words, figures)


def _table(held: dict[str, Any], words: Words, figures: Figures) -> str:
    if held.keys() == {"name", "says"}:
        return f"{held['name']}: {held['says']}"
    return ", ".join(
        f"{words.say(IN_TABLES.get(key, key.replace('_', ' ')))} "
        f"{figures.amount(one) if key in MONEY and isinstance(one, int) else _read(one, words, figures)}"
        for key, one in held.items()
        if one and key not in MARKS
    )


def _text(text: str, words: Words, figures: Figures) -> str:
    if _DAY.fullmatch(text):
        return day_text(date.fromisoformat(text), words.language)
    if text.startswith("{"):
        try:
            return _read(json.loads(text), words, figures)
        except ValueError:
            return text  # what she said may begin like a table
    return kind_of_time(text, words).replace("_", " ")


def _readings(opened: Sequence[Reading], words: Words) -> Iterator[Section]:
    """Who opened her name; how many others were opened with it is nobody's to know here."""
    if opened:
        heads = tuple(words.say(one) for one in ("Day", "What for", "By"))
        lines = [
            Line((short_day(one.at.date(), words.language, with_year=True), words.say(one.why), one.by))
            for one in opened
        ]
        yield Section(words.say("Who opened your name"), heads, tuple(lines), words=2)

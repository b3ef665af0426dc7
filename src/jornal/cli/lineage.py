"""`jornal lineage`: a lot with its material, work and judgement, where its pieces are, and where they went."""

import argparse
from collections.abc import Iterator
from datetime import date

from jornal.actions.makers import NoSuchLot
from jornal.cli import register
from jornal.reads.lineage import Gone, Lineage, lineage
from jornal.units.identifiers import tidy
from jornal.units.itemcode import read
from jornal.units.parts import Part
from jornal.words.catalogue import LANGUAGES, Words
from jornal.words.dates import day_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("code", help="the code of a lot, or the address that the code on a label holds")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints what is known of a lot, from its material to its buyers; no person is named."""
    code = read(told.code).lot if "/" in told.code else tidy(told.code)
    found = lineage(code)
    if found is None:
        raise NoSuchLot(code, Part("any site"))
    print("\n".join(lines(found, Words(told.language))))
    return 0


def lines(found: Lineage, words: Words) -> Iterator[str]:
    """What is known of a lot, line by line."""
    of = found.of
    yield f"{of.lot.code}  {of.label}, {of.lot.site}"
    for key, day in (
        ("Opened on {day}", of.lot.opened_on),
        ("Finished on {day}", of.finished.day if of.finished else None),
    ):
        if day:
            yield f"  {words.say(key, day=_day(day, words))}"
    if of.judged:
        yield "  " + words.say(
            "Judged on {day}: {good} good, {rework} to be done again, {rejected} rejected",
            day=_day(of.judged.day, words), good=of.judged.good, rework=of.judged.rework,
            rejected=of.judged.rejected,
        )  # fmt: skip
    yield words.say("Material")
    for one in found.materials:
        lot = one.material
        yield f"  {lot.code}  {lot.material} {one.quantity}  {lot.country} {lot.origin}"
    yield words.say("Operations")
    for step in found.work:
        days = (
            ""
            if step.first is None or step.last is None
            else f"{_day(step.first, words)} – {_day(step.last, words)}"
        )
        yield f"  {step.operation} {step.good}  {days}"
    yield from whereabouts(found, words)


def whereabouts(found: Lineage, words: Words) -> Iterator[str]:
    """Where the pieces of a lot are, and where they went."""
    yield words.say("Where they are")
    for at in found.there:
        least = "" if at.least == at.most else " " + words.say("at least {number}", number=at.least)
        yield f"  {at.place} {at.most}{least}"
    yield words.say("Where they went")
    for one in found.gone:
        yield f"  {_day(one.day, words)}  {_gone(one, words)}"


def _gone(one: Gone, words: Words) -> str:
    what = f"{words.say(one.what)} {one.quantity}  {one.channel} {one.order} {one.country}".rstrip()
    return what if one.sure else f"{what} ({words.say('its lot was not told')})"


def _day(day: date, words: Words) -> str:
    return day_text(day, words.language)

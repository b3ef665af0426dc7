"""The page that a label leads to: one file, no script, four languages; what is signed, and the maker as she chose."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jornal.journal.jws import fingerprint
from jornal.terms.marketfiles import packaged
from jornal.units.money import exponent
from jornal.units.stitches import SIZE, pattern
from jornal.words.catalogue import OWN_NAMES, Words
from jornal.words.dates import day_text, month_text
from jornal.words.numbers import Figures

Body = dict[str, Any]
COMPARED = {
    "guarantee": "The guarantee for these hours, for an hour",
    "paid_rest_hour": "The floor for an hour with its paid rest",
    "plain_hour": "The floor for a plain hour",
}
MODELS = {
    "craft": "This is craft work in prison: it is paid for the piece, and nobody sets the hours.",
    "training": "This was made in training.",
}
WITH = {"site": "this site", "headquarters": "headquarters", "authority": "the authority"}
FEW = "Fewer than {number} people have hours in {month}, so no figure of pay is shown and nothing is claimed of it."
NO_MONTH = "No month of pay is issued yet, so nothing is claimed of pay."
BY_MARK = "Made by the worker who chose this mark"
BY_NAME = "Made by {name}. This is what the maker chose to be called here."
NOT_SIGNED = (
    "Signed on {day}. Who made it is not part of what is signed: the maker can change or withdraw what is shown here "
    "at any time."
)
NOBODY_LOOKED = "No finding is open. That says nothing of what nobody has looked at."


@dataclass(frozen=True)
class Maker:
    """What may be shown of a maker now: a mark, and the name she chose where she did."""

    mark: int | None = None
    name: str = ""


@dataclass(frozen=True)
class Page:
    """A passport as it is shown: what was signed, by which key, of which piece, and what lies beside."""

    body: Body
    public: str
    language: str
    serial: str = ""
    maker: Maker | None = None
    signed: str = "passport.json"
    signature: str = "passport.jws"
    languages: dict[str, str] = field(default_factory=dict)


def html(page: Page) -> str:
    """The page, whole in itself; under 50 KB whatever it says."""
    words, body = Words(page.language), page.body
    where = words.say(
        "made in prison, {place}, {country}",
        place=body["place"],
        country=words.say(packaged().label(body["country"])),
    )
    lot = words.say("lot {lot}", lot=body["lot"])
    of = [lot, words.say("piece {serial}", serial=page.serial)] if page.serial else [lot]
    robots = '<meta name="robots" content="noindex">\n' if page.serial else ""
    return f"""<!doctype html>
<html lang="{page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{robots}<title>{escape(body["product"])} · {escape(where)}</title>
<style>{style()}</style>
</head>
<body>
{_languages(page)}<main>
<p class="prison">{escape(body["enterprise"])} · {escape(where)}</p>
<h1>{escape(body["product"])}</h1>
<p class="soft">{escape(" · ".join(of))}</p>
{_maker(page.maker, words)}{_made(body, words)}{_pay(body, words)}
{_findings(body["findings"], words)}{_check(page, words)}
</main>
</body>
</html>
"""


def gone(words: Words, day: date) -> str:
    """The page of a passport that was withdrawn: that it was, and when."""
    told = escape(words.say("This passport was withdrawn on {day}.", day=day_text(day, words.language)))
    return (
        f'<!doctype html>\n<html lang="{words.language}"><head><meta charset="utf-8"><title>{told}</title>'
        f"<style>{style()}</style></head><body><main><h1>{told}</h1></main></body></html>\n"
    )


@cache
def style() -> str:
    """The look of the page."""
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8").strip()


@cache
def style_digest() -> str:
    """What a browser is told so that it takes this style and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()


def _languages(page: Page) -> str:
    if not page.languages:
        return ""
    parts = [
        f"<b>{OWN_NAMES[one]}</b>"
        if one == page.language
        else f'<a href="{escape(to)}" lang="{one}">{OWN_NAMES[one]}</a>'
        for one, to in page.languages.items()
    ]
    return f'<nav aria-label="Language">{"".join(parts)}</nav>\n'


def _maker(maker: Maker | None, words: Words) -> str:
    if maker is None or not (maker.name or maker.mark is not None):
        return ""
    told = words.say(BY_NAME, name=maker.name) if maker.name else words.say(BY_MARK)
    picture = "" if maker.mark is None else stitched(maker.mark)
    return f'<section class="maker">{picture}<p>{escape(told)}</p></section>\n'


def stitched(number: int) -> str:
    """A stitch mark as a picture; the sentence beside it says what it is."""
    rows = pattern(number)
    paths = [
        "".join(
            f"M{20 * x + 1} {20 * y + 1}h18v18h-18z"
            for y in range(SIZE) for x in range(SIZE) if rows[y][x] == thread
        )
        for thread in "ab"
    ]  # fmt: skip
    return (
        f'<svg viewBox="0 0 {20 * SIZE} {20 * SIZE}" aria-hidden="true">'
        f'<path class="a" d="{paths[0]}"/><path class="b" d="{paths[1]}"/></svg>'
    )


def _made(body: Body, words: Words) -> str:
    figures = Figures(words, "EUR", 2)
    rows = []
    if body["techniques"]:
        rows.append((words.say("Techniques"), ", ".join(words.say(one) for one in body["techniques"])))
    if body["standard_minutes"]:
        rows.append((words.say("Standard time for one piece"), figures.time(body["standard_minutes"])))
    rows.append(
        (words.say("Weeks it was made in"), " – ".join(dict.fromkeys(body["weeks"])).replace("-", "\u2011"))
    )
    rows += [(words.say(one["material"]), _origin(one, words)) for one in body["materials"]]
    if not body["materials"]:
        rows.append((words.say("Materials"), words.say("not recorded")))
    model = words.say(MODELS[body["model"]]) if body["model"] in MODELS else ""
    return _section(words.say("How it was made"), [model], rows)


def _origin(one: Body, words: Words) -> str:
    if one["country"] == "unknown":
        return words.say("origin not known")
    country = words.say(packaged().label(one["country"]))
    return f"{one['origin']}, {country}" if one["origin"] else country


def _pay(body: Body, words: Words) -> str:
    pay, title = body["pay"], words.say("Pay and hours in this workshop")
    if pay["shown"] == "none":
        return _section(title, [words.say(NO_MONTH)], [])
    month = _month(pay["month"], words)
    if pay["shown"] == "few":
        return _section(title, [words.say(FEW, number=pay["fewer_than"], month=month)], [])
    figures = Figures(words, pay["currency"], exponent(pay["currency"]))
    rows = [
        (words.say("Paid for an hour, median"), figures.amount(pay["hour_median"])),
        (words.say("Paid for an hour, lowest"), figures.amount(pay["hour_lowest"])),
        *((words.say(COMPARED[name]), figures.amount(amount)) for name, amount in pay["compared"].items()),
        (words.say("Hours a week, median"), figures.time(pay["week_minutes_median"])),
        (words.say("Hours a week, most"), figures.time(pay["week_minutes_most"])),
    ]
    people = words.count(
        pay["people"], "{number} person worked in {month}.", "{number} people worked in {month}.", month=month
    )
    floor = " · ".join([*(words.say(one) for one in pay["floors"]), *pay["sources"]])
    lines = [people, *([words.say("Compared with: {floor}.", floor=floor)] if floor else [])]
    lines += [words.say(one) for one in pay["declared_gaps"]]
    return _section(title, lines, rows)


def _month(text: str, words: Words) -> str:
    return month_text(date.fromisoformat(f"{text}-01"), words.language)


def _findings(found: Body, words: Words) -> str:
    day = day_text(date.fromisoformat(found["asked_on"]), words.language)
    title = words.say("Findings open on {day}", day=day)
    if not found["open"]:
        return _section(title, [words.say(NOBODY_LOOKED)], [])
    chip = words.count(found["open"], "{number} finding open", "{number} findings open")
    oldest = day_text(date.fromisoformat(found["oldest"]), words.language)
    rows = [(words.say(WITH[who]), str(number)) for who, number in found["with"].items()]
    told = words.say("The oldest is of {day}. With whom they lie:", day=oldest)
    first = f'<p><span class="open">{escape(chip)}</span></p><p class="soft">{escape(told)}</p>'
    return _section(title, [], rows, first)


def _check(page: Page, words: Words) -> str:
    day = day_text(date.fromisoformat(page.body["issued_on"]), words.language)
    draft = [words.say("Draft translation: nobody has reviewed these words yet.")] if words.draft else []
    lines = "".join(f'<p class="soft">{escape(one)}</p>' for one in [words.say(NOT_SIGNED, day=day), *draft])
    return (
        f'<footer><p><a class="button" href="{escape(page.signed)}">'
        f"{escape(words.say('Check this page yourself'))}</a></p>"
        f'<p class="soft"><a href="{escape(page.signature)}">{escape(words.say("The signature"))}</a> · '
        f"{escape(words.say('Key'))} <code>{fingerprint(page.public)}</code></p>{lines}</footer>"
    )


def _section(title: str, lines: list[str], rows: list[tuple[str, str]], first: str = "") -> str:
    return f"<section><h2>{escape(title)}</h2>{first}{''.join(_parts(lines, rows))}</section>\n"


def _parts(lines: list[str], rows: list[tuple[str, str]]) -> Iterator[str]:
    if rows:
        cells = (f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in rows)
        yield f"<dl>{''.join(cells)}</dl>"
    yield from (f'<p class="soft">{escape(line)}</p>' for line in lines if line)

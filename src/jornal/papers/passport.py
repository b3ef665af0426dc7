"""The page that a label leads to: one file, no script, four languages; what is signed, and the maker as she chose."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import escape
from pathlib import Path

from jornal.journal.jws import fingerprint
from jornal.papers.passportsays import Body, Section, sections
from jornal.papers.phrases import named
from jornal.terms.marketfiles import packaged
from jornal.units.stitches import SIZE, pattern
from jornal.words.catalogue import OWN_NAMES, Words
from jornal.words.dates import day_text

BY_MARK = "Made by the worker who chose this mark"
BY_NAME = "Made by {name}. This is what the maker chose to be called here."
NOT_SIGNED = (
    "Signed on {day}. Who made it is not part of what is signed: the maker can change or withdraw what is shown here "
    "at any time."
)


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
        place=named(body["place"], words),
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
<p class="prison">{escape(named(body["enterprise"], words))} · {escape(where)}</p>
<h1>{escape(body["product"])}</h1>
<p class="soft">{escape(" · ".join(of))}</p>
{_maker(page.maker, words)}{"".join(_section(one) for one in sections(body, words))}{_check(page, words)}
</main>
</body>
</html>
"""


def gone(words: Words, day: date) -> str:
    """The page of a passport that was withdrawn: that it was, and when."""
    return _bare(words, words.say("This passport was withdrawn on {day}.", day=day_text(day, words.language)))


def unknown(words: Words) -> str:
    """The page of a label that nobody here gave: that there is none, and what to do."""
    return _bare(
        words,
        words.say("No label here has this number"),
        words.say(
            "Look at the number printed beside the code. If it is the same, the label is not one of ours."
        ),
    )


def _bare(words: Words, heading: str, below: str = "") -> str:
    told, more = escape(heading), f"<p>{escape(below)}</p>" if below else ""
    return (
        f'<!doctype html>\n<html lang="{words.language}"><head><meta charset="utf-8"><title>{told}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{style()}</style></head><body><main><h1>{told}</h1>{more}</main></body></html>\n"
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


def _section(of: Section) -> str:
    chip = f'<p><span class="open">{escape(of.chip)}</span></p>' if of.chip else ""
    first = chip + "".join(f'<p class="soft">{escape(line)}</p>' for line in of.first if line)
    return f"<section><h2>{escape(of.title)}</h2>{first}{''.join(_parts(of))}</section>\n"


def _parts(of: Section) -> Iterator[str]:
    if of.rows:
        cells = (f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in of.rows)
        yield f"<dl>{''.join(cells)}</dl>"
    yield from (f'<p class="soft">{escape(line)}</p>' for line in of.lines if line)

"""A sheet of labels: a code that opens the passport, where it was made, in prison, and the key that signs for it."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from jornal.journal.jws import fingerprint
from jornal.papers.codes import square, svg
from jornal.papers.phrases import named
from jornal.papers.render import pdf
from jornal.terms.marketfiles import packaged
from jornal.units.itemcode import Item, link
from jornal.words.catalogue import Words

MODULE = 0.4
"""Millimetres that one module of the code is wide; below a quarter a telephone may fail."""


class Label(NamedTuple):
    """One label: what is on it, its number in the lot ("" for the lot alone), and the address its code holds."""

    product: str
    lot: str
    serial: str
    address: str


class Made(NamedTuple):
    """What every label of a sheet says alike: who, where, the country's code, the key's twenty characters."""

    enterprise: str
    place: str
    country: str
    key: str


class Issued(NamedTuple):
    """What a sheet is drawn of: a passport's words, the key that signed them, the numbers of its pieces."""

    body: dict[str, Any]
    public: str
    serials: Sequence[int]


def of_passport(issued: Issued, address: str, language: str, day: date) -> bytes:
    """The sheet of a passport as a PDF: a label for each piece, or one for the lot where no piece has its own.

    `address` is what the codes begin with; it is printed, so it has to last.
    """
    body = issued.body
    labels = [
        Label(body["product"], body["lot"], one, link(address, Item(body["gtin"], body["lot"], one)))
        for one in ([str(serial) for serial in issued.serials] or [""])
    ]
    made = Made(body["enterprise"], body["place"], body["country"], fingerprint(issued.public))
    return sheet(labels, made, language, day)


def sheet(labels: Sequence[Label], made: Made, language: str, day: date) -> bytes:
    """The sheet as a PDF."""
    return pdf("labels", says(labels, made, language), day)


def says(labels: Sequence[Label], made: Made, language: str) -> dict[str, Any]:
    """Every word of the sheet, as its template wants them."""
    words = Words(language)
    country = words.say(packaged().label(made.country))
    return {
        "lang": words.language,
        "title": words.say("Labels"),
        "enterprise": named(made.enterprise, words),
        "where": words.say("made in prison, {place}, {country}", place=named(made.place, words), country=country),
        "key": f"{words.say('Key')} {made.key}",
        "scan": words.say("The code opens its passport"),
        "labels": [
            {
                "product": one.product,
                "of": " · ".join(part for part in (
                    words.say("lot {lot}", lot=one.lot),
                    _together(words.say("piece {serial}", serial=one.serial)) if one.serial else "",
                ) if part),
                "code": svg(one.address),
                "wide": f"{round(square(one.address)[0] * MODULE, 1)}",
                "address": one.address,
            }
            for one in labels
        ],
    }  # fmt: skip


def _together(text: str) -> str:
    """Words that no line parts: a number alone on the next line is read as something else."""
    return text.replace(" ", "\u00a0")

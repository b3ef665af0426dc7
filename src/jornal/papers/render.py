"""Turns what a paper says into a tagged PDF/A: one reused compiler per template, our own fonts, no clock."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import typst

from jornal.words.drawn import FOLDERS, letter_name, undrawable

TEMPLATES = Path(__file__).parent
Says = dict[str, Any]


class CannotDraw(ValueError):
    """A paper holds a character that no font can draw."""

    def __init__(self, letter: str, text: str) -> None:
        self.letter = letter_name(letter)
        self.text = text.replace(letter, "?")[:60]
        super().__init__(f"No font can draw {self.letter} (in “{self.text}”). Write it in other letters.")


def pdf(template: str, says: Says, day: date) -> bytes:
    """`template`.typ saying these words, as PDF/A-2a dated `day`; the same words give the same bytes.

    Raises `CannotDraw` before anything is drawn when a character has no letter in the fonts.
    """
    check(says)
    data = json.dumps({**says, "date": [day.year, day.month, day.day]}, ensure_ascii=False)
    made = _compiler(template).compile(sys_inputs={"data": data}, pdf_standards=["a-2a"])
    if not isinstance(made, bytes):
        raise TypeError("A paper is one file.")
    return made


def check(says: Says) -> None:
    """Nothing where every word can be drawn. Raises `CannotDraw`."""
    texts = list(_texts(says))
    letter = undrawable(texts)
    if letter:
        raise CannotDraw(letter, next(text for text in texts if letter in text))


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in FOLDERS],
    )


@cache
def _compiler(template: str) -> typst.Compiler:
    return typst.Compiler(
        str(TEMPLATES / f"{template}.typ"), root=str(TEMPLATES), font_paths=_fonts(), ignore_system_fonts=True
    )


def _texts(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        for value in said.values():
            yield from _texts(value)
    elif isinstance(said, list | tuple):
        for value in said:
            yield from _texts(value)

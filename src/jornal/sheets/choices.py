"""Cells where only some words are known, such as causes, custody, languages, kinds of adjustment."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jornal.units.letters import fold

Words = Mapping[str, Mapping[str, tuple[str, ...]]]
"""What a cell may say, each with its words by language."""


@cache
def choices(name: str) -> Mapping[str, str]:
    """The folded words of one kind of cell, in four languages, with what each stands for."""
    return {
        key: kept
        for kept, words in listed()[name].items()
        for word in (kept, *(each for said in words.values() for each in said))
        for key in (fold(word), word)
    }


@cache
def listed() -> Mapping[str, Words]:
    """Every kind of cell with what it may say and the words for each."""
    data = tomllib.loads(Path(__file__).with_name("choices.toml").read_text(encoding="utf-8"))
    return {
        name: {
            kept: {language: tuple(said) for language, said in words.items()} for kept, words in rows.items()
        }
        for name, rows in data.items()
    }

"""Privacy by shape: no table, column, choice, label or key asks why anyone is inside, or about harm or illness."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.apps import apps

from jornal.actions.kept import choices
from jornal.units.listed import in_name

JORNAL = Path(__file__).parents[2] / "src" / "jornal"


def names() -> Iterator[str]:
    for model in apps.get_models():
        yield model.__name__
        yield model._meta.db_table
        for field in model._meta.get_fields():
            yield field.name


def keys(table: object) -> Iterator[str]:
    if isinstance(table, dict):
        for key, value in table.items():
            yield key
            yield from keys(value)
    elif isinstance(table, list):
        for row in table:
            yield from keys(row)


def test_no_table_or_column_asks():
    assert not [name for name in names() if in_name(name)]


def test_no_choice_offers_it():
    assert not [(column, value) for column, value in choices() if in_name(value)]


@pytest.mark.parametrize(
    "path", sorted(JORNAL.rglob("*.toml")), ids=lambda path: path.relative_to(JORNAL).as_posix()
)
def test_no_key_of_a_data_file_asks(path: Path):
    assert not [key for key in keys(tomllib.loads(path.read_text(encoding="utf-8"))) if in_name(key)]


@pytest.mark.parametrize("language", ["es", "th", "da"])
def test_no_label_asks_in_any_language(language: str):
    """Labels are the short words; a sentence that refuses such a column has to say the word."""
    book = polib.pofile(str(JORNAL / "words" / "locale" / language / "jornal.po"))
    labels = [
        (entry.msgid, entry.msgstr)
        for entry in book
        if len(entry.msgid) <= 40 and not entry.msgid.endswith(".")
    ]
    assert len(labels) > 100
    assert not [pair for pair in labels if any(in_name(text) for text in pair)]


@pytest.mark.parametrize(
    "asked", ["offence", "reasonForSentence", "delito", "victim_name", "diagnóstico", "ความผิด", "forbrydelse"]
)
def test_such_a_name_would_be_found(asked: str):
    assert in_name(asked)

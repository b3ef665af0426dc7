import re
import string
from collections.abc import Iterator
from functools import cache

import polib
import pytest

from jornal.words.catalogue import LOCALE, Words, header
from words.collect import labels, said, written

OTHERS = ("es", "th", "da")
# Names, and words that two languages happen to share.
AS_IN_ENGLISH = {
    "es": {
        "Argentina",
        "Austria",
        "Bolivia",
        "Bulgaria",
        "Chile",
        "China",
        "Colombia",
        "Ecuador",
        "Estonia",
        "Hong Kong",
        "India",
        "Malta",
        "Portugal",
        "Australia",
        "material",
        "Material",
        "no",
        "No",
        "{what}: {amount}.",
        "{hours} h",
        "{hours} h {minutes} min",
        "{minutes} min",
    },
    "th": set(),
    "da": {
        "Argentina",
        "Bolivia",
        "Chile",
        "Colombia",
        "Ecuador",
        "Finland",
        "Japan",
        "Luxembourg",
        "Malta",
        "Portugal",
        "Singapore",
        "Budget",
        "Transport",
        "budget",
        "design",
        "Design",
        "{what}: {amount}.",
        "Canada",
        "England and Wales",
        "Mexico",
        "New Zealand",
        "Peru",
        "Thailand",
        "{number} person",
        "Register",
    },
}
WORDS_FOR_PEOPLE = ("inmate", "prisoner", "convict", "offender", "reclus", "pres[oa]s?\\b", "fange", "นักโทษ")


@cache
def entries(language: str) -> list[polib.POEntry]:
    return list(polib.pofile(str(LOCALE / language / "jornal.po")))


def pairs(language: str) -> Iterator[tuple[str, str]]:
    for entry in entries(language):
        if entry.msgid_plural:
            for text in entry.msgstr_plural.values():
                yield entry.msgid_plural, text
        else:
            yield entry.msgid, entry.msgstr


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_everything_a_person_may_read_is_in_every_catalogue(language: str):
    known = {text for entry in entries(language) for text in (entry.msgid, entry.msgid_plural)}
    assert sorted((said() | labels()) - known) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_catalogue_keeps_what_nothing_says_any_more(language: str):
    kept = {entry.msgid for entry in entries(language)}
    assert sorted(kept - said() - labels() - written()) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_the_same_gaps_as_its_english(language: str):
    assert [(m, t) for m, t in pairs(language) if placeholders(m) != placeholders(t)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_missing_or_the_english_one(language: str):
    same = {m for m, t in pairs(language) if m == t}
    assert same - AS_IN_ENGLISH[language] == set()
    assert [m for m, t in pairs(language) if not t.strip()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_names_its_translator_and_says_who_reviewed_it(language: str):
    told = header(language)
    assert told["translated_by"]
    assert told["version"]
    assert Words(language).draft == (not told["reviewed_by"])


@pytest.mark.parametrize("word", WORDS_FOR_PEOPLE)
def test_people_are_workers(word: str):
    texts = [*said(), *labels(), *(t for language in OTHERS for _, t in pairs(language))]
    assert [text for text in texts if re.search(rf"\b{word}", text, re.IGNORECASE)] == []


def test_a_label_of_the_users_own_is_said_as_written():
    assert Words("es").say("Bufanda {especial}") == "Bufanda {especial}"


def test_a_gap_nobody_filled_is_seen_and_stops_nothing():
    assert Words("en").say("{what}: {amount}.", what="Scarf") == "Scarf: {amount}."


def test_one_and_many_follow_the_grammar_of_the_language():
    counted = [
        Words(language).count(n, "{number} day", "{number} days")
        for language in ("en", "es", "da", "th")
        for n in (1, 2)
    ]
    assert counted == ["1 day", "2 days", "1 día", "2 días", "1 dag", "2 dage", "1 วัน", "2 วัน"]


def test_a_country_may_have_its_own_word():
    assert [Words("es", place).say("Payslip") for place in ("pe", "mx")] == [
        "Boleta de pago",
        "Recibo de pago",
    ]


def test_a_language_nobody_speaks_here_is_answered_in_english():
    quechua = Words("qu")
    assert (quechua.language, quechua.say("Payslip"), quechua.draft) == ("en", "Payslip", False)


def test_a_language_with_its_region_is_that_language():
    assert Words("es_PE").say("Hours") == "Horas"

"""A page never sends its reader to a command line: it says the page and the form that do the same."""

import re

import polib
import pytest

import browsing
import crew
from jornal import urls
from jornal.actions import holds
from jornal.pages.ways import COMMANDS, VERBS, on_pages
from jornal.words.catalogue import LOCALE, Words
from pages.test_verbs_with_forms import deeds
from words.collect import JORNAL, said

LANGUAGES = ("en", "es", "th", "da")
TYPED = re.compile(r"`jornal [^`]*`")
STAY = {
    "`jornal init`": "whoever reads a page has a register",
    "`jornal audit`": "whoever keeps this computer reads what it tells, beside the register and not in it",
    "`jornal audit --full`": "as audit",
    "`jornal do VERB --help`": "of values that were typed at a command line",
    "`jornal do {verb}`": "told with the verb: see below",
    "`jornal do clock-is-right`": "said at the computer whose clock it is",
}
"""Commands that a sentence goes on naming on a page, each with why."""
LABELS = {page.label for page in urls.PAGES if page.label}


def sentences(language: str) -> list[str]:
    """Every sentence of the catalogue in a language."""
    if language == "en":
        return sorted(said())
    found = polib.pofile(str(LOCALE / language / "jornal.po"))
    return [entry.msgstr or " ".join(entry.msgstr_plural.values()) for entry in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_shown_on_a_page_names_a_command_that_has_a_page(language):
    told = (on_pages(one, Words(language).say, language) for one in sentences(language))
    assert {found for one in told for found in TYPED.findall(one)} - STAY.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_shown_on_a_page_says_how_a_field_is_typed(language):
    told = [on_pages(one, Words(language).say, language) for one in sentences(language)]
    typed = [one for one in told if re.search(r"\b[a-z_]+=[A-Za-z_]", TYPED.sub("", one))]
    assert typed == []


def test_no_page_has_a_command_in_its_own_words():
    own = [path.read_text() for path in (JORNAL / "pages").rglob("*") if path.suffix == ".html"]
    assert [found for text in own for found in re.findall(r"jornal (?:do|audit|issue) [^<\"]*", text)] == []


def test_each_way_is_a_page_of_the_menu_and_the_title_of_its_form():
    ways = {**VERBS, **COMMANDS}
    assert {way.page for way in ways.values()} - LABELS == set()
    titles = deeds()
    assert {verb for verb, way in VERBS.items() if verb in titles and way.form not in titles[verb]} <= {
        "count"
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_way_is_said_in_the_language_of_the_reader(language):
    known = {entry.msgid for entry in polib.pofile(str(LOCALE / "es" / "jornal.po"))}
    assert {text for way in (*VERBS.values(), *COMMANDS.values()) for text in way if text} - known == set()
    text = on_pages("`jornal do set-rate`", Words(language).say, language)
    assert ("jornal" in text, Words(language).say("Set a rate") in text) == (False, True)


def test_what_is_recorded_again_by_its_verb_has_a_way():
    assert set(holds.BY_VERB.values()) <= VERBS.keys()
    sources = [path.read_text() for path in (JORNAL / "actions").glob("*.py")]
    named = {verb for text in sources for verb in re.findall(r'NotThere\([^)]*"([a-z]+-[a-z-]+)"\)', text)}
    assert named - VERBS.keys() == {"found-enterprise"}  # without one there is no page


def test_a_refused_form_names_the_form_that_comes_first(sqlite, monkeypatch):
    crew.begun()
    browsing.opened(sqlite, monkeypatch)
    client = browsing.member("S1", "site_manager")
    said = {"product": "hat", "quantity": "10", "opened_on": "2026-10-01"}
    text = browsing.text(client.post("/cusco/lots/do/open-lot", said))
    assert ("“Catalogue: Name a product”" in text, "`jornal" in text) == (True, False)


def test_no_page_names_a_setting_of_the_computer():
    rooms = sorted((JORNAL / "pages").rglob("*.html")) + sorted((JORNAL / "pages").glob("*.py"))
    told = re.compile("""(?:say|note)[ (]*["'][^"']*JORNAL_""")
    assert [path.name for path in rooms if told.search(path.read_text(encoding="utf-8"))] == []

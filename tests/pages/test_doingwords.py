"""Whatever is typed into a form about a worker, in any letters: kept as it is, or refused and not lost."""

from html import unescape

import pytest

import acquainted
import browsing
from jornal.facts.people import Dependants
from jornal.journal.entry import Entry
from jornal.pages.doing import DEEDS
from vaulted import READER

DAY = "2026-11-05"
TURNS = "مرحبا بالعالم \u202e"
NAUGHTY = [
    "O'Brien & \"Sons\" <b>", "<script>alert(1)</script>", "{{ 7*7 }} {% say %}", "=1+1", "+51 999", "-5", "@cmd",
    TURNS, "مرحبا بالعالم", "😀🧶 Ñandú ผ้าพันคอ", "a\\b %s %(x)s ${x}", "null", "1;DROP TABLE", "x" * 10_000,
    "line one\nline two", "0",
]  # fmt: skip


@pytest.fixture
def here(sqlite, monkeypatch):
    return acquainted.paid(sqlite, monkeypatch, "2026-10", day=DAY)


def address(verb: str, worker: str = "Q01", site: str = "cusco") -> str:
    return f"/{site}/people/{worker}/do/{verb}"


def sent(verb: str, worker: str = "Q01", client=None, **said: str):
    return (client or acquainted.manager()).post(address(verb, worker), said)


def test_words_that_would_turn_the_letters_after_them_round_are_not_taken_and_not_lost(here):
    answer = sent("tell-dependants", told=TURNS, day=DAY)
    assert (answer.status_code, kept(browsing.text(answer), "told")) == (422, TURNS)
    assert not Dependants.objects.exists()


@pytest.mark.parametrize("text", [one for one in NAUGHTY if one != TURNS], ids=lambda text: text[:12])
def test_her_own_words_come_back_as_she_said_them(here, text):
    answer = sent("tell-dependants", told=text.replace("\n", "\r\n"), day=DAY)
    assert answer.status_code == 302, acquainted.faults(answer)
    fact = Dependants.objects.get()
    assert f'"told":"{text}"' not in Entry.objects.filter(book="cusco").order_by("seq").last().body
    assert here.keys.opened("Q01", "told", fact.told, reader=READER) == text.strip()


@pytest.mark.parametrize("text", NAUGHTY, ids=lambda text: text[:12])
@pytest.mark.parametrize(
    "verb", ["decide-sum", "name-beneficiary", "give-consent", "ask-about-pay", "reject"]
)
def test_whatever_is_typed_into_a_form_that_is_refused_stands_there_again(here, verb, text):
    free = [one.name for one in DEEDS[verb].asked if one.kind in ("text", "long") and one.name != "number"]
    answer = sent(verb, **dict.fromkeys(free, text), number="none")
    assert answer.status_code == 422
    page = browsing.text(answer)
    for name in free:
        assert kept(page, name) == text.strip(), name


def kept(page: str, name: str) -> str:
    """What a field of a page holds, as a browser reads it."""
    before, _, after = page.partition(f'id="f-{name}"')
    if before.endswith("<textarea "):
        return unescape(after.split(">", 1)[1].split("</textarea", 1)[0])
    return unescape(after.split('value="', 1)[1].split('"', 1)[0])


def test_a_character_nobody_sees_is_refused_beside_its_field(here):
    answer = sent("tell-dependants", told="two\x00children", day=DAY)
    assert acquainted.faults(answer) == ["It holds a character nobody can see. Type it again."]
    assert not Dependants.objects.exists()

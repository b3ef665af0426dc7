"""The page behind a label's code: for anybody, without a cookie; the maker as she chose, gone when she says so."""

import pytest
from django.conf import settings
from django.test import Client

import browsing
import hands
import labelled
import making
import vaulted
from jornal.facts.labels import MakerShown
from jornal.journal import jws
from jornal.journal.record import record
from jornal.journal.vaultfile import NAME as NAMES
from jornal.pages import names
from labelled import GTIN
from peopled import do

NAME = "Estrella"


@pytest.fixture
def here(sqlite, monkeypatch):
    found = making.begun()
    browsing.opened(sqlite, monkeypatch, vault=True, day=str(found.day))
    return found


@pytest.fixture
def address(here):
    code = labelled.judged(here)
    labelled.issued(here, code)
    do(here, "label-pieces", {"lot": code, "count": "2", "maker": "QC01"})
    return f"/01/{GTIN}/10/{code}"


def asked(address, **headers):
    return Client(headers={"host": "localhost", **headers}).get(address)


def named(here, sqlite, shown="chosen_name"):
    """She chose a name and consented; the names are open at this computer."""
    keys = vaulted.unlocked(sqlite.home / NAMES)
    keys.mint("QC01")
    line = keys.seal("QC01", "line", NAME)
    record([MakerShown(worker="QC01", number=1, day=here.day, shown=shown, line=line)], "cusco", here.hand)
    names.opened(vaulted.PASSPHRASE)
    return labelled.consented(here, "QC01")


def test_anybody_reads_it_without_a_cookie_or_a_script(address):
    answer = asked(address)
    assert (answer.status_code, list(answer.cookies)) == (200, [])
    assert "made in prison, Cusco, Peru" in browsing.text(answer)
    assert len(answer.content) < 15_000
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "style-src 'sha256-" in policy
    assert answer.headers["Cache-Control"] == "public, max-age=600, must-revalidate"
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_whoever_is_signed_in_gets_no_cookie_of_it_either(here, address):
    answer = browsing.member("S1", "site_manager").get(address)
    assert (answer.status_code, list(answer.cookies)) == (200, [])


@pytest.mark.parametrize(
    ("query", "wanted", "says"),
    [
        ("", "es-PE,es;q=0.9", "hecho en un penal"), ("", "fr, da;q=0.5", "fremstillet i fængsel"),
        ("?l=th", "es", "ทำในเรือนจำ"), ("?l=xx", "", "made in prison"), ("", "x" * 5000, "made in prison"),
    ],
)  # fmt: skip
def test_it_speaks_the_readers_language(address, query: str, wanted: str, says: str):
    assert says in browsing.text(asked(address + query, **{"accept-language": wanted}))


def test_what_was_signed_lies_beside_it_and_stands_the_test(address):
    text, mark = (
        browsing.text(asked(f"{address}/passport.json")),
        browsing.text(asked(f"{address}/passport.jws")),
    )
    assert jws.checked(text, mark, jws.fingerprint(hands.LAPTOP.public)).content["gtin"] == GTIN


def test_a_name_is_shown_as_she_chose_and_gone_with_her_consent(here, address, sqlite):
    consent = named(here, sqlite)
    assert f"Made by {NAME}." in browsing.text(asked(f"{address}/21/1"))
    assert NAME not in browsing.text(asked(address))
    assert NAME not in browsing.text(asked(f"{address}/passport.json"))
    labelled.took_back(here, consent)
    found = asked(f"{address}/21/1")
    assert (found.status_code, NAME in browsing.text(found)) == (200, False)


def test_a_change_of_mind_shows_at_once(here, address, sqlite):
    named(here, sqlite)
    assert NAME in browsing.text(asked(f"{address}/21/1"))
    record([MakerShown(worker="QC01", number=2, day=here.day, shown="nothing", line="")], "cusco", here.hand)
    assert NAME not in browsing.text(asked(f"{address}/21/1"))


def test_while_the_names_are_locked_her_mark_stands_for_her(here, address, sqlite):
    named(here, sqlite)
    labelled.marked(here, "QC01")
    assert NAME in browsing.text(asked(f"{address}/21/1"))
    names.locked()
    found = browsing.text(asked(f"{address}/21/1"))
    assert "the worker who chose this mark" in found
    assert NAME not in found


def test_the_page_of_a_piece_is_kept_out_of_search(address):
    assert asked(f"{address}/21/1").headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("tail", ["/21/3", "/21/0", "/21/x", "/21/1%27", "/21/" + "9" * 30])
def test_a_piece_that_was_never_labelled_is_not_found(address, tail: str):
    assert asked(address + tail).status_code == 404


@pytest.mark.parametrize("gtin", [GTIN[:-1] + "0", "04006381333931", "x"])
def test_an_item_that_was_never_labelled_is_not_found(address, gtin: str):
    assert asked(address.replace(GTIN, gtin)).status_code == 404


def test_a_withdrawn_passport_is_gone_and_kept_by_nobody(here, address):
    do(here, "withdraw-passport", {"lot": address.rsplit("/", 1)[1]})
    for tail in ("", "/21/1", "/passport.json", "/passport.jws"):
        answer = asked(address + tail)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (410, "no-store")
        assert "Cusco" not in browsing.text(answer)


def test_nothing_can_be_sent_to_it(address):
    assert Client(headers={"host": "localhost"}).post(address).status_code == 404


def test_a_page_asks_the_register_a_few_questions_however_many_pieces_there_are(here, address, sqlite):
    named(here, sqlite)
    asked(f"{address}/21/1")  # the names are opened once
    few = browsing.queries(lambda: asked(f"{address}/21/2"))
    do(here, "label-pieces", {"lot": address.rsplit("/", 1)[1], "count": "8", "maker": "QC01"})
    assert browsing.queries(lambda: asked(f"{address}/21/10")) == few
    assert few <= 10


def test_many_who_scan_one_label_ask_the_register_only_whether_anything_was_recorded(here, address, sqlite):
    named(here, sqlite)
    first = browsing.text(asked(f"{address}/21/1"))
    assert browsing.queries(lambda: asked(f"{address}/21/1")) == 1
    assert browsing.text(asked(f"{address}/21/1")) == first


def test_a_name_is_gone_on_the_day_her_consent_ends_though_nothing_is_recorded(
    here, address, sqlite, monkeypatch
):
    consent = named(here, sqlite)
    assert NAME in browsing.text(asked(f"{address}/21/1"))
    monkeypatch.setattr(settings, "DAY", str(consent.expires_on))
    assert NAME not in browsing.text(asked(f"{address}/21/1"))


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("da", "Ingen etiket her har dette nummer"),
        ("en", "No label here has this number"),
        ("fr", "No label here"),
    ],
)
def test_whoever_scans_a_label_that_is_not_ours_is_told_so_in_her_language(here, address, language, says):
    found = Client(headers={"host": "localhost", "accept-language": language}).get(address + "/21/99")
    text = found.content.decode()
    assert (found.status_code, says in text, "<script" in text) == (404, True, False)
    assert found.headers["Cache-Control"] == "no-store"

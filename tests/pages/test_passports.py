"""Passports in the browser: looked at before, published, labelled, withdrawn; her name gone within the hour."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import browsing
import labelled
import making
import vaulted
from jornal.actions.verbs import VERBS
from jornal.facts.labels import Item, MakerShown, PassportIssued
from jornal.journal.record import record
from jornal.journal.vaultfile import NAME as NAMES
from jornal.pages import names, passport
from jornal.pages.passports import DEEDS, FAMILY
from labelled import GTIN
from peopled import do

HERE = "/cusco/passports"
HOUR = timedelta(hours=1)


@pytest.fixture
def here(sqlite, monkeypatch):
    found = making.begun()
    browsing.opened(sqlite, monkeypatch, vault=True, day=str(found.day))
    monkeypatch.setattr(settings, "LABELS", "https://id.example.org")
    for who, role, at in (
        ("H1", "hq_operations", ""),
        ("S1", "site_manager", "cusco"),
        ("R1", "quality", "cusco"),
    ):
        browsing.member(who, role, at)
    return found


@pytest.fixture
def manager(here):
    return browsing.member("S1", "site_manager")


def sent(client, verb, **said):
    assert client.get(f"{HERE}/do/{verb}").status_code == 200
    return client.post(f"{HERE}/do/{verb}", {**said, "sure": "yes"})


def test_before_a_lot_is_judged_the_page_says_the_next_step(here, manager):
    code = making.opened(here)
    assert "No lot is judged yet" in browsing.text(manager.get(HERE))
    assert manager.get(f"{HERE}/{code}").status_code == 404
    hq = browsing.member("H1", "hq_operations", "")
    assert "Nothing is public yet" in browsing.text(hq.get("/hq/passports"))


def test_what_a_page_will_say_and_lacks_is_seen_before_it_is_published(here, manager):
    code = labelled.judged(here)
    text = browsing.text(manager.get(f"{HERE}/{code}"))
    for said in (
        "sweater has no number of a trade item", "What its page will say", "Alpaca yarn",
        "Complaints go to (Looked at from outside)", "it was judged without a checklist", "never asked",
    ):  # fmt: skip
        assert said in text
    assert not PassportIssued.objects.exists()


@pytest.mark.usefixtures("database")
def test_a_lot_is_published_labelled_printed_and_withdrawn(here, manager):
    code = labelled.judged(here)
    assert sent(manager, "issue-passport", lot=code).status_code == 422  # it has no number yet
    assert sent(manager, "issue-passport", lot=code, gtin=GTIN).status_code == 302
    assert sent(manager, "label-pieces", lot=code, count="4", maker="QC01").status_code == 302
    assert Item.objects.count() == 4
    hq = browsing.member("H1", "hq_operations", "")
    address = f"/01/{GTIN}/10/{code}"
    for client, page in ((manager, f"{HERE}/{code}"), (hq, "/hq/passports")):
        assert f'href="{address}"' in browsing.text(client.get(page))
    paper = manager.get(f"{HERE}/{code}/labels")
    assert (paper.headers["Content-Type"], paper.content[:4]) == ("application/pdf", b"%PDF")
    assert sent(manager, "withdraw-passport", lot=code).status_code == 302
    assert Client(headers={"host": "localhost"}).get(address).status_code == 410
    assert manager.get(f"{HERE}/{code}/labels").status_code == 404
    assert "withdrawn" in browsing.text(hq.get("/hq/passports"))


def test_there_are_no_more_labels_than_good_pieces(here, manager):
    code = labelled.judged(here)
    assert sent(manager, "label-pieces", lot=code, count="10").status_code == 302
    answer = sent(manager, "label-pieces", lot=code, count="1")
    assert (answer.status_code, "has 10 good pieces, and 11 would have a label" in browsing.text(answer)) == (
        422,
        True,
    )


def test_a_name_taken_back_is_gone_within_the_hour_here_and_on_the_way(here, manager, sqlite):
    code = labelled.judged(here)
    labelled.issued(here, code)
    do(here, "label-pieces", {"lot": code, "count": "1", "maker": "QC01"})
    keys = vaulted.unlocked(sqlite.home / NAMES)
    keys.mint("QC01")
    line = keys.seal("QC01", "line", "Estrella")
    record(
        [MakerShown(worker="QC01", number=1, day=here.day, shown="chosen_name", line=line)],
        "cusco",
        here.hand,
    )
    names.opened(vaulted.PASSPHRASE)
    consent = labelled.consented(here, "QC01")
    page = f"/01/{GTIN}/10/{code}/21/1"
    client = Client(headers={"host": "localhost"})
    assert "Estrella" in browsing.text(client.get(page))
    assert "the name she chose" in browsing.text(manager.get(f"{HERE}/{code}"))
    labelled.took_back(here, consent)
    answer = client.get(page)
    assert "Estrella" not in browsing.text(answer)
    assert answer.headers["Cache-Control"] == f"public, max-age={passport.MINUTES * 60}, must-revalidate"
    assert timedelta(minutes=passport.MINUTES) < HOUR
    assert "the name she chose" not in browsing.text(manager.get(f"{HERE}/{code}"))


def test_whoever_only_reads_records_nothing(here):
    code = labelled.judged(here)
    reviewer = browsing.member("R1", "quality")
    assert "Publish the passport" not in browsing.text(reviewer.get(f"{HERE}/{code}"))
    assert reviewer.get(f"{HERE}/do/issue-passport").status_code == 404
    trainer = browsing.member("T1", "trainer")
    assert trainer.get(f"{HERE}/do/issue-passport").status_code == 404
    assert trainer.get(f"{HERE}/do/label-pieces").status_code == 200


def test_without_an_address_no_label_is_printed_and_the_page_says_so(here, manager, monkeypatch):
    monkeypatch.setattr(settings, "LABELS", "")
    code = labelled.judged(here)
    labelled.issued(here, code)
    assert manager.get(f"{HERE}/{code}/labels").status_code == 404
    assert "Ask whoever set the computer up to set it" in browsing.text(manager.get(f"{HERE}/{code}"))


def test_many_lots_take_as_many_queries_as_one(here, manager):
    code = labelled.judged(here)
    labelled.issued(here, code)
    counts = []
    for number in (0, 8):
        for count in range(number):
            more = making.opened(here)
            making.made(here, more, number=str(count + 2))
            do(here, "finish-lot", {"lot": more, "quantity": "10", "day": "2026-10-07"})
            do(making.judge(), "judge-lot", {"lot": more, "good": "10", "day": "2026-10-07"})
            labelled.issued(here, more)
        manager.get(HERE)
        with CaptureQueriesContext(connection) as told:
            manager.get(HERE)
        counts.append(len(told))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(("verb", "deed"), DEEDS.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_form_fits_its_verb(verb: str, deed: Any):
    fields = VERBS[verb].row.model_fields
    assert {one.name for one in deed.asked} <= fields.keys()
    assert {name for name, field in fields.items() if field.is_required()} <= {
        one.name for one in deed.asked if one.wanted
    }
    assert set(deed.choices.values()) <= FAMILY.sources.keys()

"""The page of lots, a page for each, and what is recorded there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import making
from jornal.facts.lots import Lot, LotJudged, MaterialIssued, MaterialLot
from making import SINCE
from offices import granted
from peopled import do

ADDRESS = "/cusco/lots"


@pytest.fixture
def here(sqlite, monkeypatch):
    found = making.begun()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    return found


@pytest.fixture
def manager(here):
    return browsing.member("S1", "site_manager")


def sent(client, verb, **said):
    address = f"{ADDRESS}/do/{verb}"
    assert client.get(address).status_code == 200
    return client.post(address, said)


def test_nothing_yet_says_the_next_step(manager):
    text = browsing.text(manager.get(ADDRESS))
    told = ("Open one of a product", "5000 of 5000 g", "Alpaca yarn", "Arequipa")
    assert [one for one in told if one not in text] == []


def test_a_lot_is_opened_on_the_page(manager):
    said = {"product": "sweater", "quantity": "10", "opened_on": "2026-10-05"}
    assert sent(manager, "open-lot", **said).status_code == 302
    assert Lot.objects.get().code in browsing.text(manager.get(ADDRESS))


def test_a_lot_goes_from_its_pieces_to_its_judgement_on_its_page(manager, here):
    do(making.headquarters(), "set-checklist", {"product": "sweater", "since": SINCE, "asks": "Seams even"})
    code = making.opened(here)
    making.made(here, code)
    text = browsing.text(manager.get(f"{ADDRESS}/{code}"))
    assert [one in text for one in ("10 of 10", "it is not finished", "Seams even")] == [True] * 3
    material = MaterialLot.objects.get().code
    sent(manager, "issue-material", lot=code, material=material, quantity="4500", day="2026-10-05")
    assert MaterialIssued.objects.get().quantity == 4500
    sent(manager, "finish-lot", lot=code, quantity="10", day="2026-10-20")
    said = {"lot": code, "good": "10", "cause": "none", "day": "2026-10-21"}
    assert sent(manager, "judge-lot", **said).status_code == 422  # the checklist is not answered
    assert sent(manager, "judge-lot", **said, answers="yes").status_code == 302
    assert LotJudged.objects.get().good == 10
    text = browsing.text(manager.get(f"{ADDRESS}/{code}"))
    assert ("It may leave." in text, "Arequipa" in text) == (True, True)


def test_what_the_verb_refuses_is_said_and_nothing_typed_is_lost(manager, here):
    code = making.opened(here)
    answer = sent(
        manager, "issue-material", lot=code, material=MaterialLot.objects.get().code, quantity="5001",
        day="2026-10-05",
    )  # fmt: skip
    text = browsing.text(answer)
    assert (answer.status_code, "5000 are left" in text, 'value="5001"' in text) == (422, True, True)


def test_a_kit_that_is_out_is_shown_and_counted_there(manager, here):
    code = making.opened(here)
    do(
        here,
        "issue-kit",
        {"worker": "QC01", "lot": code, "pieces": "2", "tools": "needles: 3", "day": "2026-10-05"},
    )
    text = browsing.text(manager.get(ADDRESS))
    assert ("Kits out" in text, "QC01" in text) == (True, True)
    kit = "KQC001"
    full = next(word for word in text.replace("<", " ").replace(">", " ").split() if word.startswith(kit))
    assert (
        sent(manager, "return-kit", kit=full, good="2", tools="needles: 3", day="2026-10-09").status_code
        == 302
    )
    assert "Kits out" not in browsing.text(manager.get(ADDRESS))


def test_a_reviewer_judges_and_opens_nothing(here):
    granted("R1", "quality", "cusco")
    reviewer = browsing.member("R1", "quality")
    text = browsing.text(reviewer.get(ADDRESS))
    assert ("Judge a lot" in text, "Open a lot" in text) == (True, False)
    assert reviewer.get(f"{ADDRESS}/do/open-lot").status_code == 404
    assert reviewer.get(f"{ADDRESS}/LQC999A").status_code == 404


def test_many_lots_take_as_many_queries_as_one(manager, here):
    counts = []
    for number in (1, 20):
        for _ in range(number):
            making.opened(here)
        manager.get(ADDRESS)
        with CaptureQueriesContext(connection) as told:
            manager.get(ADDRESS)
        counts.append(len(told))
    assert counts[0] == counts[1]


def test_the_card_of_a_lot_is_a_paper_to_print(manager, here):
    code = making.opened(here)
    answer = manager.get(f"{ADDRESS}/{code}/card")
    assert (answer.headers["Content-Type"], answer.content[:4]) == ("application/pdf", b"%PDF")
    assert manager.get(f"{ADDRESS}/LQC999A/card").status_code == 404


def test_who_judges_or_counts_tools_reads_on_the_form_what_is_asked(manager, here):
    do(making.headquarters(), "set-checklist", {"product": "sweater", "since": SINCE, "asks": "Seams even"})
    code = making.opened(here)
    making.made(here, code)
    sent(manager, "finish-lot", lot=code, quantity="10", day="2026-10-20")
    assert "Sweater · Seams even" in browsing.text(manager.get(f"{ADDRESS}/do/judge-lot"))
    do(here, "list-tools", {"workshop": "knitting", "tools": "needles: 4; scissors: 2", "since": SINCE})
    assert ": needles; scissors" in browsing.text(manager.get(f"{ADDRESS}/do/count-tools"))


def test_material_comes_from_a_country_by_its_name(manager):
    said = {"material": "yarn", "quantity": "10", "country": "peru", "received_on": "2026-10-05"}
    assert sent(manager, "receive-material", **said).status_code == 302
    assert MaterialLot.objects.order_by("code").last().country == "PE"

"""The page of lots, a page for each, and what is recorded there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import making
from jornal.actions.correcting import correct
from jornal.actions.holds import ByItsVerb
from jornal.facts.kits import KitReturned, ToolCount
from jornal.facts.lots import Lot, LotJudged, MaterialIssued, MaterialLot
from jornal.facts.pieces import Pieces
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


KIT = {"worker": "QC01", "pieces": "2", "tools": "needles: 3", "day": "2026-10-05"}


def test_a_kit_of_somebody_who_left_is_counted_with_her_last_day_and_once(manager, here):
    kit = do(here, "issue-kit", {**KIT, "lot": making.opened(here)})[0].code
    do(here, "leave", {"worker": "QC01", "day": "2026-10-08", "reason": "transfer"})
    assert "left on 8 October 2026: count it with that day" in browsing.text(manager.get(ADDRESS))
    row = {"kit": kit, "good": "2", "tools": "needles: 3"}
    answer = sent(manager, "return-kit", **row, day="2026-10-09")
    text = browsing.text(answer)
    assert (answer.status_code, "counted and paid" in text, "needles: 3</textarea>" in text) == (
        422,
        True,
        True,
    )
    assert sent(manager, "return-kit", **row, day="2026-10-08").status_code == 302
    again = sent(manager, "return-kit", **row, day="2026-10-08")
    assert (again.status_code, Pieces.objects.count(), KitReturned.objects.count()) == (422, 2, 1)


def test_a_kit_that_is_lost_comes_back_with_nothing_and_its_tools_are_missing(manager, here):
    kit = do(here, "issue-kit", {**KIT, "lot": making.opened(here)})[0].code
    assert sent(manager, "return-kit", kit=kit, good="0", day="2026-10-09").status_code == 422
    lost = {"kit": kit, "good": "0", "tools": "needles: 0", "day": "2026-10-09"}
    assert sent(manager, "return-kit", **lost, why="the cell was cleared").status_code == 302
    assert (KitReturned.objects.get().missing, Pieces.objects.exists()) == (3, False)


def test_a_kit_that_nobody_gave_out_is_not_counted(manager, here):
    do(here, "issue-kit", {**KIT, "lot": making.opened(here)})
    answer = sent(manager, "return-kit", kit="KQC999A", good="1", tools="needles: 3")
    assert (answer.status_code, KitReturned.objects.exists()) == (422, False)


def test_tools_that_are_short_at_the_end_of_a_shift_are_written_down_and_counted_once_more(manager, here):
    do(here, "open-workshop", {"workshop": "knitting", "label": "Knitting", "place": "workshop"})
    assert (
        sent(manager, "list-tools", workshop="knitting", tools="scissors: 12", since="2026-10-01").status_code
        == 302
    )
    short = {
        "workshop": "knitting",
        "tools": "scissors: 11",
        "day": "2026-10-29",
        "seen_by": "head of security",
    }
    assert sent(manager, "count-tools", **short, why="nobody knows").status_code == 302
    assert ToolCount.objects.get().missing == 1
    key = {"site": "cusco", "workshop": "knitting", "day": "2026-10-29", "number": "1"}
    with pytest.raises(ByItsVerb, match="count-tools"):
        correct(here, "tool_count", {**key, "missing": "0"}, "found under the bench")
    assert sent(manager, "count-tools", **{**short, "tools": "scissors: 12"}, number="2").status_code == 302
    assert [one.missing for one in ToolCount.objects.order_by("number")] == [1, 0]


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
    do(here, "open-workshop", {"workshop": "knitting", "label": "Knitting", "place": "workshop"})
    do(here, "list-tools", {"workshop": "knitting", "tools": "needles: 4; scissors: 2", "since": SINCE})
    sent(manager, "finish-lot", lot=code, quantity="10", day="2026-10-20")
    assert "Sweater · Seams even" in browsing.text(manager.get(f"{ADDRESS}/do/judge-lot"))
    assert "Knitting: needles; scissors" in browsing.text(manager.get(f"{ADDRESS}/do/count-tools"))


def test_each_question_of_the_checklist_is_answered_on_its_own_where_the_lot_is_known(manager, here):
    hq = making.headquarters()
    do(hq, "set-checklist", {"product": "sweater", "since": SINCE, "asks": "Seams even; No needle {left}"})
    code = making.opened(here)
    making.made(here, code)
    sent(manager, "finish-lot", lot=code, quantity="10", day="2026-10-20")
    form = browsing.text(manager.get(f"{ADDRESS}/do/judge-lot?lot={code}"))
    assert [one in form for one in ("Seams even", "No needle {left}", "Does not apply")] == [True] * 3
    said = {"lot": code, "good": "10", "day": "2026-10-21", "answer-1": "yes"}
    refused = sent(manager, "judge-lot", **said)
    assert (refused.status_code, LotJudged.objects.count()) == (422, 0)
    assert sent(manager, "judge-lot", **said, **{"answer-2": "none"}).status_code == 302
    assert [one["answer"] for one in LotJudged.objects.get().answers] == ["yes", "none"]


def test_material_comes_from_a_country_by_its_name(manager):
    said = {"material": "yarn", "quantity": "10", "country": "peru", "received_on": "2026-10-05"}
    assert sent(manager, "receive-material", **said).status_code == 302
    assert MaterialLot.objects.order_by("code").last().country == "PE"

"""Tools of which more or fewer are there than there should be: said, asked about, recorded; no pay waits."""

import pytest

import browsing
import making
from jornal.facts.kits import KitReturned, ToolCount
from jornal.facts.pieces import Pieces
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


def kit(here) -> str:
    row = {
        "worker": "QC01",
        "lot": making.opened(here),
        "pieces": "2",
        "tools": "needles: 3",
        "day": "2026-10-05",
    }
    return str(do(here, "issue-kit", row)[0].code)  # type: ignore[attr-defined]


@pytest.mark.parametrize("back", ["4", "2"])
def test_a_needle_too_many_or_too_few_is_said_and_asked_about_and_her_pieces_are_paid(manager, here, back):
    code = kit(here)
    sent = {"kit": code, "good": "2", "tools": f"needles: {back}", "day": "2026-10-09"}
    answer = manager.post(f"{ADDRESS}/do/return-kit", sent)
    assert answer.status_code == 422
    assert f"Needles: 3 should be there, {back} were counted" in browsing.text(answer)
    assert not KitReturned.objects.exists()
    assert manager.post(f"{ADDRESS}/do/return-kit", {**sent, "why": "nobody knows"}).status_code == 302
    (row,) = KitReturned.objects.get().tools
    assert (row, Pieces.objects.count()) == (
        {"tool": "needles", "out": 3, "back": int(back), "why": "nobody knows"},
        2,
    )
    page = browsing.text(manager.get(ADDRESS))
    assert all(word in page for word in ("Tools that did not match", code, "nobody knows"))


def test_a_count_tells_what_is_out_in_kits_and_asks_only_where_it_differs(manager, here):
    do(here, "open-workshop", {"workshop": "knitting", "label": "Knitting", "place": "workshop"})
    do(here, "list-tools", {"workshop": "knitting", "tools": "needles: 40", "since": "2026-10-01"})
    kit(here)
    assert "out in kits: needles: 3" in browsing.text(manager.get(f"{ADDRESS}/do/count-tools"))
    count = {"workshop": "knitting", "day": "2026-10-06", "tools": "needles: 40"}
    answer = manager.post(f"{ADDRESS}/do/count-tools", count)
    assert "Needles: 37 should be there, 40 were counted" in browsing.text(answer)
    assert manager.post(f"{ADDRESS}/do/count-tools", {**count, "tools": "needles: 37"}).status_code == 302
    assert ToolCount.objects.get().missing == 0
    assert "Tools that did not match" not in browsing.text(manager.get(ADDRESS))

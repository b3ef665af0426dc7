"""Operations that a site names, and that headquarters gives a rate."""

import browsing
from jornal.facts.pieces import LocalOperation, OperationAdopted
from jornal.facts.work import RateCard
from workpieces import SHEET, opened

ADDRESS = "/cusco/pieces/operations"
NAMED = {"do": "name", "operation": "strap", "label": "Sewing the strap"}
ADOPTED = {"do": "adopt", "operation": "strap", "day": "2026-11-02", "amount": "2.50"}


def test_the_site_names_an_operation_counts_it_and_headquarters_gives_it_a_rate(database, monkeypatch):
    _, client = opened(database, monkeypatch)
    text = browsing.text(client.post(ADDRESS, NAMED, follow=True))
    assert ("its time is paid at the floor" in text, "waits for headquarters" in text) == (True, True)
    assert "Sewing the strap" in browsing.text(client.get(SHEET))
    client.post(SHEET, {"operation": ["strap"], "g0.QC01": "9", "seen": "0", "do": "record"})
    board = browsing.member("H1", "hq_operations", at="")
    assert "9 good pieces" in browsing.text(board.get(ADDRESS))
    text = browsing.text(board.post(ADDRESS, ADOPTED, follow=True))
    assert ("The operation has its rate." in text, "has a rate since 2 November 2026" in text) == (True, True)
    assert RateCard.objects.get(operation="strap").label == "Sewing the strap"


def test_it_may_be_adopted_under_the_name_of_another(sqlite, monkeypatch):
    _, client = opened(sqlite, monkeypatch)
    client.post(ADDRESS, NAMED)
    board = browsing.member("H1", "hq_operations", at="")
    board.post(ADDRESS, ADOPTED | {"amount": "", "adopted_as": "lace"})
    assert OperationAdopted.objects.get().operation == "lace"


def test_what_cannot_be_is_said_and_nothing_is_recorded(sqlite, monkeypatch):
    _, client = opened(sqlite, monkeypatch)
    for change, says in (({"label": ""}, "Fill this in."), ({"operation": "sole"}, "has a piece rate")):
        answer = client.post(ADDRESS, NAMED | change)
        assert (answer.status_code, says in browsing.text(answer)) == (422, True)
    assert not LocalOperation.objects.exists()
    client.post(ADDRESS, NAMED)
    board = browsing.member("H1", "hq_operations", at="")
    for change, says in (
        ({"amount": ""}, "No piece rate"),
        ({"amount": "a lot"}, "Rate of a piece:"),
        ({"day": ""}, "Fill this in."),
    ):
        answer = board.post(ADDRESS, ADOPTED | change)
        assert (answer.status_code, says in browsing.text(answer)) == (422, True)
    assert not OperationAdopted.objects.exists()


def test_the_site_does_not_adopt_and_headquarters_does_not_name(sqlite, monkeypatch):
    _, client = opened(sqlite, monkeypatch)
    client.post(ADDRESS, NAMED)
    assert client.post(ADDRESS, ADOPTED).status_code == 422
    board = browsing.member("H1", "hq_operations", at="")
    assert board.post(ADDRESS, NAMED | {"operation": "band"}).status_code == 422
    quality = browsing.member("Q1", "quality")
    assert (quality.get(ADDRESS).status_code, quality.post(ADDRESS, NAMED).status_code) == (200, 404)

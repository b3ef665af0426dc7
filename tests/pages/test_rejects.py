"""Rejected pieces, as they are recorded and listed by cause."""

import browsing
from jornal.facts.pieces import Pieces, Rejected
from workpieces import SHEET, counted, opened

ADDRESS = f"{SHEET}/rejected"
FORM = {
    "worker": "QC01", "operation": "sole", "count": "3", "cause": "worker", "heard": "yes", "decided_by": "S1",
    "out_of_good": "yes",
}  # fmt: skip


def test_her_own_fault_after_hearing_goes_unpaid_until_the_pieces_are_sold(database, monkeypatch):
    here, client = opened(database, monkeypatch)
    counted(here, "QC01", "sole", 20)
    assert "Only her own fault, after she was heard, goes unpaid." in browsing.text(client.get(ADDRESS))
    text = browsing.text(client.post(ADDRESS, FORM, follow=True))
    assert ("3 pieces rejected" in text, "3 of them unpaid" in text, ">not paid</span>" in text) == (
        True,
        True,
        True,
    )
    assert Pieces.objects.current().get().good == 17
    sold = {"do": "sold", "rejection": str(Rejected.objects.get().root), "why": "sold at the fair"}
    text = browsing.text(client.post(ADDRESS, sold, follow=True))
    assert ("0 of them unpaid" in text, "sold later" in text) == (True, True)
    assert Rejected.objects.current().get().why == "sold at the fair"


def test_a_second_rejection_of_a_count_has_a_number_of_its_own(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    counted(here, "QC01", "sole", 20)
    for cause in ("machine", "design"):
        client.post(ADDRESS, FORM | {"cause": cause, "heard": "no", "out_of_good": "no"})
    assert sorted(Rejected.objects.values_list("number", "cause")) == [(1, "machine"), (2, "design")]
    assert "0 of them unpaid" in browsing.text(client.get(ADDRESS))


def test_what_is_missing_or_too_much_is_said_and_nothing_recorded(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    counted(here, "QC01", "sole", 2)
    for change, says in (
        ({"cause": ""}, "Cause: Fill this in."),
        ({"count": "0"}, "Write 1 or more."),
        ({"count": "9"}, "has 2 good pieces"),
        ({"worker": "QC02"}, "Nothing of this operation is counted of her"),
    ):
        answer = client.post(ADDRESS, FORM | change)
        assert (answer.status_code, says in browsing.text(answer)) == (422, True)
    assert not Rejected.objects.exists()


def test_a_sale_of_nothing_is_refused_and_headquarters_only_reads(sqlite, monkeypatch):
    _, client = opened(sqlite, monkeypatch)
    assert client.post(ADDRESS, {"do": "sold", "rejection": "x"}).status_code == 422
    assert "No pieces are counted on this day" in browsing.text(client.get(ADDRESS))
    other = browsing.member("H1", "hq_operations", at="")
    assert (other.get(ADDRESS).status_code, other.post(ADDRESS, FORM).status_code) == (200, 404)

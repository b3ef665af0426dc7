"""A worker's counts of a day with their versions: corrected, taken back, counted further."""

import browsing
from jornal.facts.pieces import Pieces
from workpieces import SHEET, counted, opened

ADDRESS = f"{SHEET}/of/QC01?operation=sole"


def fixed(one: Pieces, **said: str) -> dict[str, str]:
    return {"do": "correct", "upon": str(one.id), "good": "18", "rework": "", "why": "counted twice", **said}


def test_a_count_is_corrected_with_its_reason_and_both_versions_are_seen(database, monkeypatch):
    here, client = opened(database, monkeypatch)
    one = counted(here, "QC01", "sole", 20)
    answer = client.post(ADDRESS, fixed(one, lot="L7"), follow=True)
    text = browsing.text(answer)
    assert ("The count was corrected." in text, "counted twice" in text, text.count('scope="row"')) == (
        True,
        True,
        2,
    )
    assert Pieces.objects.current().get().lot == "L7"


def test_a_correction_of_what_changed_meanwhile_or_says_the_same_is_refused(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    one = counted(here, "QC01", "sole", 20)
    for change, says in (
        ({"good": "20"}, "This is what is recorded already."),
        ({"why": ""}, "Reason: Fill this in."),
        ({"why": "she was convicted"}, "never kept here"),
        ({"good": "many"}, "Write a whole number."),
        ({"upon": "another"}, "Somebody corrected this meanwhile."),
    ):
        answer = client.post(ADDRESS, fixed(one, **change))
        assert (answer.status_code, says in browsing.text(answer)) == (422, True)
    assert Pieces.objects.count() == 1


def test_a_count_is_taken_back_with_a_reason_and_stands_again_by_a_correction(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    counted(here, "QC01", "sole", 20)
    assert client.post(ADDRESS, {"do": "back", "why": " "}).status_code == 422
    text = browsing.text(client.post(ADDRESS, {"do": "back", "why": "not hers"}, follow=True))
    assert ("This count was taken back." in text, Pieces.objects.current().exists()) == (True, False)
    tip = Pieces.objects.order_by("seq").last()
    client.post(ADDRESS, fixed(tip, good="20"))
    assert Pieces.objects.current().get().good == 20


def test_a_count_that_was_corrected_meanwhile_is_not_taken_back_unseen(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    one = counted(here, "QC01", "sole", 20)
    client.post(ADDRESS, fixed(one))
    answer = client.post(ADDRESS, {"do": "back", "why": "not hers", "upon": str(one.id)})
    text = browsing.text(answer)
    assert (answer.status_code, "Somebody corrected this meanwhile." in text, "not hers" in text) == (
        422,
        True,
        True,
    )
    assert Pieces.objects.current().get().good == 18


def test_more_of_the_same_day_stands_beside_the_first_count(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    counted(here, "QC01", "sole", 20)
    assert client.post(ADDRESS, {"do": "more", "good": "", "lot": "L8"}).status_code == 422
    text = browsing.text(client.post(ADDRESS, {"do": "more", "good": "4", "lot": "L8"}, follow=True))
    assert ("count 1: 20" in text, "count 2: 4 · L8" in text) == (True, True)
    assert list(Pieces.objects.order_by("number").values_list("number", "good")) == [(1, 20), (2, 4)]


def test_a_count_that_is_not_there_is_no_page(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    counted(here, "QC01", "sole", 20)
    addresses = (f"{SHEET}/of/QC02", f"{SHEET}/of/QC01?operation=hat", f"{ADDRESS}&number=7")
    assert [client.get(one).status_code for one in addresses] == [404, 404, 404]
    assert client.get(f"{SHEET}/of/QC01").status_code == 200
    auditor = browsing.member("A1", "auditor", at="")
    assert (auditor.get(ADDRESS).status_code, auditor.post(ADDRESS, {"do": "back"}).status_code) == (200, 404)

"""The pieces sheet, as the manager fills it."""

from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import crew
import making
import workpieces
from jornal.actions.correcting import take_back
from jornal.facts.people import Enrolled
from jornal.facts.pieces import Pieces
from jornal.reads.lots import lots
from peopled import do
from workpieces import SHEET, TODAY, counted, opened, sent


def standing() -> list[tuple[str, str, int, int, int]]:
    found = Pieces.objects.current().order_by("worker", "operation", "number")
    return list(found.values_list("worker", "operation", "number", "good", "rework"))


def test_every_filled_cell_is_counted_and_stands_as_a_link(database, monkeypatch):
    _, client = opened(database, monkeypatch)
    assert 'name="g0.QC01"' in browsing.text(client.get("/cusco/pieces"))
    answer = client.post(
        SHEET, sent(g0_QC01="12", g1_QC01="0", r1_QC02="3", g1_QC03="๑๕", g0_QC04=""), follow=True
    )
    assert standing() == [("QC01", "lace", 1, 0, 0), ("QC01", "sole", 1, 12, 0), ("QC02", "lace", 1, 0, 3),
                          ("QC03", "lace", 1, 15, 0)]  # fmt: skip
    text = browsing.text(answer)
    assert ("4 numbers recorded." in text, "3 of 4 people have pieces" in text) == (True, True)
    assert f'<a href="{SHEET}/of/QC01?operation=sole">12</a>' in text
    assert 'data-o="Soling" data-of="12">12</td>' in text


def test_a_sheet_sent_twice_is_counted_once(sqlite, monkeypatch):
    _, client = opened(sqlite, monkeypatch)
    for _ in range(2):
        client.post(SHEET, sent(g0_QC01="12") | {"once": uuid4().hex})
    client.post(SHEET, sent(g0_QC01="12") | {"once": uuid4().hex})
    assert standing() == [("QC01", "sole", 1, 12, 0)]


def test_what_cannot_be_read_is_marked_and_nothing_typed_is_lost(sqlite, monkeypatch):
    _, client = opened(sqlite, monkeypatch)
    answer = client.post(SHEET, sent(g0_QC01="12", g0_QC02="a dozen", g1_QC02="1000001"))
    text = browsing.text(answer)
    assert (answer.status_code, standing()) == (422, [])
    assert ('value="12"' in text, 'value="a dozen"' in text) == (True, True)
    assert "Look at the cells that are marked: QC02 (sole), QC02 (lace)." in text
    assert ("Write a whole number." in text, "Write 1000000 or less." in text) == (True, True)


def test_two_people_on_one_sheet_the_later_sees_what_changed_and_overwrites_nothing(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    counted(here, "QC01", "sole", 20)
    counted(here, "QC02", "sole", 7)
    answer = client.post(SHEET, sent(g0_QC01="12", g0_QC02="7", g0_QC03="5"))
    text = browsing.text(answer)
    assert answer.status_code == 422
    assert "these stay as they are: QC01 (sole)" in text
    assert ("you typed 12" in text, "you typed 7" in text) == (True, False)
    assert standing() == [("QC01", "sole", 1, 20, 0), ("QC02", "sole", 1, 7, 0), ("QC03", "sole", 1, 5, 0)]


def test_a_recorded_number_is_corrected_with_a_reason_and_not_counted_twice(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    one = counted(here, "QC01", "sole", 20, rework="2")
    counted(here, "QC02", "sole", 7)
    form = sent(g0_QC01="18", g0_QC02="7") | {"seen": str(one.seq + 1), "edit": "yes"}
    text = browsing.text(client.post(f"{SHEET}?edit=yes", form))
    assert ("Say why the recorded numbers change." in text, 'value="18"' in text) == (True, True)
    client.post(f"{SHEET}?edit=yes", form | {"why": "two were counted twice"})
    assert standing() == [("QC01", "sole", 1, 18, 2), ("QC02", "sole", 1, 7, 0)]
    assert Pieces.objects.current().get(worker="QC01").why == "two were counted twice"
    answer = client.post(f"{SHEET}?edit=yes", form | {"g0.QC01": "", "g0.QC02": "", "seen": str(one.seq + 9)})
    assert (answer.status_code, "Write 0, or open the number and take it back." in browsing.text(answer)) == (
        422,
        True,
    )


def test_a_cell_that_was_taken_back_is_counted_anew_with_a_number_of_its_own(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    one = counted(here, "QC01", "sole", 20)
    take_back(
        here, "pieces", {"worker": "QC01", "day": TODAY, "operation": "sole", "number": "1"}, "not hers"
    )
    client.post(SHEET, sent(g0_QC01="4") | {"seen": str(one.seq)})
    assert standing() == []
    client.post(SHEET, sent(g0_QC01="4") | {"seen": str(one.seq + 1)})
    assert standing() == [("QC01", "sole", 2, 4, 0)]


def test_fields_for_pieces_to_be_done_again_and_other_operations_come_without_losing_what_was_typed(
    sqlite, monkeypatch
):
    _, client = opened(sqlite, monkeypatch)
    for number in range(9):
        rate = {"per": "piece", "operation": f"op{number}", "since": "2026-09-01", "amount": "1.00"}
        crew.do(crew.headquarters(), "set-rate", rate)
    text = browsing.text(client.post(SHEET, sent(g0_QC01="12") | {"do": "rework"}))
    assert ('value="12"' in text, 'name="r0.QC01"' in text, "3 other operations" in text) == (
        True,
        True,
        True,
    )
    text = browsing.text(client.post(SHEET, sent(g0_QC01="12") | {"do": "show", "also": "op8"}))
    assert ('value="12"' in text, 'value="op8"' in text, "2 other operations" in text) == (True, True, True)
    assert not Pieces.objects.exists()


def test_a_day_that_has_not_come_has_no_fields_and_takes_nothing(sqlite, monkeypatch):
    _, client = opened(sqlite, monkeypatch)
    address = "/cusco/pieces/2026-11-02"
    assert 'name="g0.QC01"' not in browsing.text(client.get(address))
    assert (client.post(address, sent(g0_QC01="1")).status_code, Pieces.objects.exists()) == (422, False)


def test_the_blank_sheet_has_the_rows_and_columns_of_the_screen_and_no_figure(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    counted(here, "QC01", "sole", 20)
    text = browsing.text(client.get(f"{SHEET}?blank=1"))
    assert text.count("<td></td><td></td>") == 4
    assert [text.index(f'id="w-QC0{n}"') for n in (1, 2, 3, 4)] == sorted(
        text.index(f'id="w-QC0{n}"') for n in (1, 2, 3, 4)
    )
    assert (">20<" in text, "<input name=" in text) == (False, False)


def test_whoever_may_not_count_reads_and_an_auditor_reads_codes(sqlite, monkeypatch):
    here, _ = opened(sqlite, monkeypatch)
    counted(here, "QC01", "sole", 20)
    for staff, role, at in (("H1", "hq_operations", ""), ("A1", "auditor", "")):
        client = browsing.member(staff, role, at=at)
        text = browsing.text(client.get(SHEET))
        assert ("QC01" in text, ">20</a>" in text, 'name="g0.QC02"' in text) == (True, True, False)
        assert client.post(SHEET, sent(g0_QC02="1")).status_code == 404


def test_a_sheet_of_four_hundred_is_taken_whole_and_asks_the_register_as_often_as_one_of_four(
    sqlite, monkeypatch
):
    here, client = opened(sqlite, monkeypatch)
    client.get(SHEET)
    counts = []
    for start in (1000, 1400):
        with CaptureQueriesContext(connection) as seen:
            assert client.get(SHEET).status_code == 200
        counts.append(len(seen))
        stay = {
            "site": "cusco",
            "since": crew.FIRST,
            "workshop": "knitting",
            "language": "es",
            "reads": "yes",
        }
        here.put([Enrolled(worker=f"QD{number}", **stay) for number in range(start, start + 400)])
    assert counts[0] == counts[1]
    cells = {f"g{place}_QD{number}": "9" for number in range(1000, 1400) for place in (0, 1)}
    assert client.post(SHEET, workpieces.sent(**cells)).status_code == 302
    assert Pieces.objects.count() == 800


def test_pieces_of_a_lot_are_counted_with_it_on_the_sheet_so_that_it_can_be_finished(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    hq = making.headquarters()
    do(hq, "name-product", {"product": "shoe", "label": "Shoe", "since": making.SINCE})
    do(hq, "set-recipe", {"product": "shoe", "since": making.SINCE, "operations": "sole: 30"})
    lot = making.opened(here, product="shoe", quantity="6")
    counted(here, "QC01", "sole", 3)
    text = browsing.text(client.get(SHEET))
    assert (f'<option value="{lot}">' in text, "What is counted here is of no lot." in text) == (True, True)
    text = browsing.text(client.get(f"{SHEET}?lot={lot}"))
    assert ("is of no lot." in text, "Lacing" in text, 'name="g0.QC01"' in text) == (False, False, True)
    form = {"operation": ["sole"], "seen": "99", "do": "record", "lot": lot}
    assert client.post(f"{SHEET}?lot={lot}", form | {"g0.QC01": "7"}).status_code == 422
    answer = client.post(f"{SHEET}?lot={lot}", form | {"g0.QC01": "4", "g0.QC02": "2"})
    assert answer["Location"] == f"{SHEET}?lot={lot}"
    assert standing() == [
        ("QC01", "sole", 1, 3, 0), ("QC01", "sole", 2, 4, 0), ("QC02", "sole", 1, 2, 0),
    ]  # fmt: skip
    assert [one.good for one in lots("cusco", {lot})[0].steps] == [6]

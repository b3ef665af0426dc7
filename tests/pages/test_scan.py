"""Scanning pieces, one code and Enter at a time."""

import browsing
import crew
from jornal.facts.people import Enrolled
from jornal.facts.pieces import Pieces
from jornal.units.identifiers import with_check
from workpieces import SHEET, counted, opened

SCAN = f"{SHEET}/scan"
ANA = with_check("QC014")


def begun(database, monkeypatch):
    here, client = opened(database, monkeypatch)
    stay = {"site": "cusco", "workshop": "knitting", "language": "es", "reads": "yes"}
    here.put([Enrolled(worker=ANA, since=crew.FIRST, **stay)])
    return here, client


def test_what_is_scanned_is_listed_undone_and_recorded_without_scripts(database, monkeypatch):
    here, client = begun(database, monkeypatch)
    counted(here, ANA, "sole", 3)
    assert "Nothing scanned yet." in browsing.text(client.get(SCAN))
    for code in (ANA, "sole", "12", "5+1", "99", "#L7", "4"):
        assert client.post(SCAN, {"code": code}).status_code == 302
    assert "4 lines scanned, not recorded yet" in browsing.text(client.get(SCAN))
    assert not Pieces.objects.filter(number__gt=1).exists()
    client.post(SCAN, {"do": "undo-2"})
    assert "21 good pieces in all" in browsing.text(client.get(SCAN))
    answer = client.post(SCAN, {"do": "record"}, follow=True)
    assert "2 numbers recorded." in browsing.text(answer)
    found = Pieces.objects.filter(number__gt=1).order_by("number")
    assert list(found.values_list("number", "good", "rework", "lot")) == [(2, 17, 1, ""), (3, 4, 0, "L7")]
    assert "Nothing scanned yet." in browsing.text(client.get(SCAN))


def test_a_slip_counts_nothing_and_keeps_what_was_typed(sqlite, monkeypatch):
    _, client = begun(sqlite, monkeypatch)
    answer = client.post(SCAN, {"code": "QC014A"})
    text = browsing.text(answer)
    assert (answer.status_code, 'value="QC014A"' in text) == (422, True)
    assert "The check letter of QC014A does not fit" in text


def test_a_script_gets_the_list_alone(sqlite, monkeypatch):
    _, client = begun(sqlite, monkeypatch)
    answer = client.post(SCAN, {"code": f"{ANA} sole 12"}, headers={"HX-Request": "true"})
    text = browsing.text(answer)
    assert (answer.status_code, "<html" in text, "1 line scanned, not recorded yet" in text) == (
        200,
        False,
        True,
    )
    answer = client.post(SCAN, {"code": "zzz"}, headers={"HX-Request": "true"})
    assert (answer.status_code, "<html" in browsing.text(answer)) == (422, False)


def test_one_lot_scanned_twice_says_so(sqlite, monkeypatch):
    _, client = begun(sqlite, monkeypatch)
    client.post(SCAN, {"code": f"{ANA} sole #L7 12"})
    client.post(SCAN, {"code": "#L7 12"})
    assert browsing.text(client.get(SCAN)).count("scanned twice") == 1


def test_a_day_that_has_not_come_takes_nothing_and_nothing_scanned_is_nothing_recorded(sqlite, monkeypatch):
    _, client = begun(sqlite, monkeypatch)
    later = "/cusco/pieces/2026-11-02/scan"
    client.post(later, {"code": f"{ANA} sole 12"})
    assert client.post(later, {"do": "record"}).status_code == 422
    assert "There was nothing to record." in browsing.text(client.post(SCAN, {"do": "record"}, follow=True))
    assert not Pieces.objects.exists()

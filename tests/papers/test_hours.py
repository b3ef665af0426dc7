from jornal.papers.heads import issue
from jornal.papers.hours import hours, says
from papers.reading import words
from papers.samples import run


def test_a_statement_shows_hours_days_dates_trade_who_and_by_whom():
    found = run("cusco")
    text = words(hours(issue(found, "es"), found["workers"][0]))
    shown = [
        "Constancia de horas",
        "Rosa Ñahui Quispe",
        "K7-0412-M",
        "tejido de punto",
        "Asociación Qori",
        "110 h 00 min",
        "22",
    ]
    assert [part for part in shown if part not in text] == []
    assert "Jueves 1 oct" in text


def test_a_statement_shows_neither_pay_nor_credit():
    found = run("cusco")
    text = words(hours(issue(found, "es"), found["workers"][0]))
    assert [part for part in ("S/", "PEN", "redención", "PE-R5", "INPE") if part in text] == []


def test_only_worked_time_is_stated():
    found = run("cusco")
    worker = found["workers"][0]
    worker["days"].append({**worker["days"][0], "kind": "lockdown", "day": "2026-10-31"})
    told = says(issue(found, "es"), worker)
    assert len(told["rows"]) == 22
    assert told["figures"][1]["value"] == "22"


def test_a_worker_with_open_rows_has_an_incomplete_statement():
    found = run("cusco")
    assert says(issue(found, "es"), found["workers"][1])["banners"] == [
        "Incompleto: faltan corregir filas de esta persona."
    ]

import tomllib
from pathlib import Path

import pytest

from jornal.sheets import headers, says
from jornal.sheets.listed import SheetFault
from jornal.sheets.tables import Table, from_text
from jornal.terms.kinds import LANGUAGES
from jornal.units.letters import fold

DATA = tomllib.loads(Path(headers.__file__).with_name("headers.toml").read_text(encoding="utf-8"))
KINDS = [*DATA]


def table(text: str) -> Table:
    return from_text("a.csv", text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_has_a_header_in_four_languages_and_no_header_is_two_columns(kind: str):
    meant: dict[str, str] = {}
    for name, words in headers.known(kind).words.items():
        assert set(words) == set(LANGUAGES)
        for said in words.values():
            assert said
            assert all(meant.setdefault(fold(word), name) == name for word in said)


def test_headers_are_known_without_case_accents_and_brackets():
    for said in ("Código", "CODIGO", " código: ", "code", "รหัส", "Kode", "code (of the worker)"):
        assert headers.recognised(said, "pieces") == "code"
    assert headers.recognised("Iniciales 2", "people") == "initials 2"
    assert headers.recognised("Iniciales", "people") == "initials"
    assert headers.recognised("colour", "people") is None


def test_the_header_may_come_after_titles():
    head = headers.find(
        table("Pieces of October\n\nMade by Ana\ncode;date;operation;good\nQ01;1/10/2026;cap;5\n"), "pieces"
    )
    assert head is not None
    assert (head.at, dict(head.columns)) == (2, {"code": 0, "day": 1, "operation": 2, "good": 3})


def test_a_missing_column_is_said_with_what_is_there_and_what_is_needed():
    found = table("código;fecha;buenas\nQ01;1/10/2026;5\n")
    assert headers.find(found, "pieces") is None
    fault = headers.missing([found], "pieces", "es")
    assert str(fault) == (
        "a.csv has no row of headers that fits. Needed: código, día, operación, buenas. "
        "Found: código, fecha, buenas."
    )


def test_two_columns_for_the_same_thing_are_refused():
    with pytest.raises(SheetFault) as fault:
        headers.find(table("code,date,operation,good,pieces\n"), "pieces")
    assert fault.value.key == says.HEADER_TWICE


def test_a_column_nobody_knows_is_named_and_not_dropped_in_silence():
    found = table("code,date,operation,good,colour\n")
    head = headers.find(found, "pieces")
    assert head is not None
    assert [str(remark) for remark in headers.unread(found, head)] == [
        'The column "colour" was not read; no such column is known.'
    ]


def test_a_column_of_workers_beside_codes_holds_their_names():
    head = headers.find(table("worker,code,date,operation,good\n"), "pieces")
    assert head is not None
    assert (head.columns["name"], head.columns["code"]) == (0, 1)


def test_names_stand_for_codes_where_a_sheet_has_none():
    head = headers.find(table("nombre;fecha;operación;buenas\n"), "pieces")
    assert head is not None
    assert head.columns["code"] == 0


@pytest.mark.parametrize(
    "header",
    [
        "Offence",
        "Reason for sentence",
        "Delito cometido",
        "Víctima",
        "Diagnóstico",
        "ข้อหา",
        "ผู้เสียหาย",
        "Forbrydelse",
        "Offer",
        "Diagnose",
        "medical notes",
        "Sentencia",
    ],
)
def test_a_column_that_asks_why_anyone_is_inside_refuses_the_file(header: str):
    with pytest.raises(SheetFault) as fault:
        headers.find(table(f"code,contract,{header}\nQ01,hourly,x\n"), "people")
    assert fault.value.key == says.ASKS_TOO_MUCH


@pytest.mark.parametrize(
    "header", ["offer of work", "archive", "charge per hour", "offentlig", "reparación civil", "erstatning"]
)
def test_a_column_that_only_looks_like_one_is_let_through(header: str):
    assert headers.find(table(f"code,contract,{header}\nQ01,hourly,1\n"), "people") is not None

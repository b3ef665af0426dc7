"""What her own statement says, in her language and without others' names."""

import re
from datetime import UTC, date, datetime

import pytest

from jornal.journal.columns import Sealed
from jornal.journal.fact import kinds
from jornal.journal.vaultlog import Reading
from jornal.papers.hersheet import COLUMNS, KINDS, SECTIONS, Hers, of_her, paper
from jornal.reads.hers import HERS, Recorded

AT = datetime(2026, 10, 2, 15, tzinfo=UTC)
ANA = Hers("QC01", "Ana", "es", "Cusco", "Asociación Manos", "PEN", date(2026, 11, 3))
OTHERS = {
    "witness", "approver", "payer", "read_by", "read_aloud_by", "workers", "made_by", "proposed_by", "people", "facts",
    "heard", "judge", "assessor",
}  # fmt: skip
"""Columns in which somebody else is named."""


def row(kind: str, hidden: frozenset[str] = frozenset(), was: str = "", **says) -> Recorded:
    return Recorded(kind, HERS[kind].section, date(2026, 10, 1), says, hidden, "S1", "site_manager", AT, was)


def lines(*rows: Recorded, language: str = "es") -> list[str]:
    sheet = of_her(ANA._replace(language=language), rows, [])
    return [cell for section in sheet.sections for line in section.lines for cell in line.cells[1:2]]


def test_every_kind_and_every_section_has_a_name_to_her():
    assert set(KINDS) == set(HERS)
    assert set(SECTIONS) == {one.section for one in HERS.values()}


def test_no_column_that_names_somebody_else_is_printed():
    assert not OTHERS & set(COLUMNS)


def test_everything_sealed_under_her_key_has_a_name_or_is_hers_already():
    sealed = {
        one.name for name in HERS for one in kinds()[name].content() if isinstance(one, Sealed)
    }  # fmt: skip
    assert sealed <= set(COLUMNS)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Sum decided. Kind: bonus; What for: Eid; Amount: S/ 12.50"),
        ("es", "Suma decidida. Tipo: bono; Para qué: Eid; Monto: S/ 12.50"),
    ],
)
def test_money_and_choices_are_said_as_she_reads_them(language, says):
    (told,) = lines(row("adjustment", what="bonus", label="Eid", amount=1250), language=language)
    assert re.sub(r"\s", " ", told).split(".")[0] == says.split(".")[0]
    assert "12.50" in told
    assert "1250" not in told


def test_days_times_and_what_was_corrected_are_told():
    (told,) = lines(row("shift", was="corrected", what="sick", minutes=300, start=540), language="en")
    assert told.startswith("Day (corrected later). Kind: sick day; Time: 5")
    assert "From: 09:00" in told


def test_a_table_under_seal_is_read_by_its_names_and_without_its_digest():
    told = '{"code": "PE-R2", "digest": "0ff1", "paper_on": "2026-02-04"}'
    (says,) = lines(row("ratio", told=told), language="en")
    assert "Code PE-R2, Date of the paper 4 February 2026" in says
    assert "0ff1" not in says
    (said,) = lines(row("pay_query", told="{why is it less"), language="en")
    assert "{why is it less" in said


def test_what_she_could_do_otherwise_and_how_she_reads_are_said_in_words():
    (says,) = lines(row("offer", alternatives=[{"name": "school", "says": "paid"}]), language="en")
    assert "school: paid" in says
    (says,) = lines(row("enrolled", reads="with_help"), language="es")
    assert "Con ayuda" in says


def test_the_year_so_far_is_money():
    (says,) = lines(row("opening_balance", year_to_date={"gross": 824600, "own": 0}), language="en")
    assert "8,246.00" in says


def test_what_stays_sealed_is_named_and_why():
    sheet = of_her(ANA, [row("pay_query", frozenset({"told"}))], [])
    (line,) = sheet.sections[0].lines
    assert "sellado" in line.cells[1]
    assert any("cerrados" in one for one in sheet.open)


def test_who_opened_her_name_stands_last_without_whom_else_they_opened():
    opened = Reading("S7", "payslips", AT, ("QC01", "QC02"))
    sheet = of_her(ANA, [row("worker", birth_year=1990)], [opened])
    assert sheet.sections[-1].lines[0].cells[2] == "S7"
    assert "QC02" not in str(sheet)


@pytest.mark.parametrize("language", ["es", "th"])
def test_it_is_drawn_in_her_letters(language):
    made = paper(ANA._replace(language=language), [row("worker", name="Ñusta", birth_year=1990)], [])
    assert made.startswith(b"%PDF")

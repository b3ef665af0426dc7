import io
import re
from typing import Any

import pypdf
import pytest

from jornal.papers.heads import issue
from jornal.papers.payslip import payslip, says
from papers.reading import pages, words
from papers.samples import in_language, run


def slip(found: dict[str, Any], place: int = 0) -> bytes:
    worker = found["workers"][place]
    return payslip(issue(found, worker["language"]), worker)


def said(found: dict[str, Any], place: int = 0) -> dict[str, Any]:
    worker = found["workers"][place]
    return says(issue(found, worker["language"]), worker)


def test_the_front_shows_every_figure_she_may_ask_about():
    front = pages(slip(run("cusco")))[0]
    shown = """
        Boleta de pago | Rosa Ñahui Quispe | K7-0412-M | 1–31 de octubre de 2026 | 112 h 00 min | S/ 1,162.50
        110 h 00 min × S/ 8.00 | Complemento hasta el mínimo | 234.00 | Bono de calidad | −116.25 | a INPE
        DL 1343 art. 14 | Retenido sin descontar | M. Q. …4417 | −271.25 | S/ 411.90 | Redondeo a monedas
        11,244.00 | S/ 10.09 | S/ 5.27 | S/ 4.57 | Firma o huella | Modelo declarado: empleo
    """
    assert [text for text in re.split(r" \| |\n +", shown.strip()) if text not in front] == []


def test_the_back_explains_each_line_in_sentences():
    back = pages(slip(run("cusco")))[1]
    told = [
        "Trabajó 110 h 00 min a S/ 8.00 por hora: S/ 880.00.",
        "22 días: 1–2, 5–9, 12–16, 19–23, 26–30 oct",
        "10 % de S/ 1,162.50 va a INPE: S/ 116.25.",
        "Septiembre de 2026 se calculó de nuevo.",
        "Pension queda sin descontar.",
    ]
    assert [text for text in told if text not in back] == []


def test_a_slip_is_one_sheet_with_its_back():
    assert len(pages(slip(run("cusco")))) == 2


def test_a_month_with_very_many_lines_is_still_one_sheet():
    found = run("cusco")
    found["workers"][0]["lines"][1:1] = [found["workers"][0]["lines"][0]] * 12
    assert len(pages(slip(found))) == 2


def test_outside_the_folded_sheet_only_the_code_shows():
    page = pypdf.PdfReader(io.BytesIO(slip(run("cusco")))).pages[1]
    strip: list[str] = []
    lowest = 74.25 / 25.4 * 72

    def low(text: str, cm: list[float], tm: list[float], _font: Any, _size: Any) -> None:
        height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if height < lowest and text.strip():
            strip.append(text.strip())

    page.extract_text(visitor_text=low)
    told = " ".join(strip)
    assert "K7-0412-M" in told
    assert [name for name in ("Rosa", "Ñahui", "Qori", "S/") if name in told] == []


def test_no_address_and_no_account_number_is_on_a_slip():
    told = words(slip(run("cusco")))
    assert not re.search(r"://|www\.|\d{8,}", told)


def test_a_month_with_open_rows_says_that_it_is_on_account():
    assert "A cuenta, incompleto" in pages(slip(run("cusco"), 1))[0]


def test_what_is_known_only_from_knowledge_bears_a_mark():
    told = said(run("cusco"))
    marked = [row["name"] for part in told["ledgers"] for row in part["rows"] if row["name"].endswith("*")]
    assert marked == ["Prison authority share*", "Pension*"]
    assert any(note.startswith("*") for note in told["notes"])


def test_a_reviewed_pack_and_a_real_enterprise_say_nothing_of_it():
    found = run("cusco")
    found["site"]["reviewed_by"] = "A. Abogada"
    found["enterprise"]["invented"] = False
    assert not [note for note in said(found)["notes"] if "abogad" in note or "Inventado" in note]


def test_an_incomplete_run_is_said_on_every_slip():
    found = run("cusco", complete=False, why_incomplete=[{"file": "attendance.xlsx", "place": "row 31"}])
    assert "attendance.xlsx row 31" in said(found)["banners"][0]


def test_craft_stands_beside_the_floor_with_its_declared_gap():
    front = pages(slip(run("craft")))[0]
    assert "craft work" in front
    assert "Declared gap: The law places prison pay outside the minimum wage." in front
    assert "£549.30 below the floor" in front


def test_a_thai_slip_counts_buddhist_years():
    found = said(run("chiang_mai"))
    assert (found["title"], found["period"]) == ("ใบจ่ายค่าจ้าง", "1–31 ตุลาคม พ.ศ. 2569")
    assert pages(slip(run("chiang_mai")))[0]


def test_weekly_lines_of_one_rule_are_one_row_in_front_and_each_on_the_back():
    found = run("chiang_mai")
    lines = found["workers"][0]["lines"]
    lines.insert(2, {**lines[1], "amount": 100, "facts": [["week_ends", "2026-10-11"]]})
    told = said(found)
    assert [row["amount"] for row in told["ledgers"][0]["rows"]] == ["6,270.00", "2,091.00"]
    assert len([item for item in told["back"]["items"] if "11 ต.ค." in item["text"]]) == 1


@pytest.mark.parametrize("language", ["en", "es", "th", "da"])
def test_a_slip_can_be_had_in_each_language(language: str):
    found = in_language("cusco", language)
    assert said(found)["lang"] == language
    assert len(pages(slip(found))) == 2


def test_what_she_has_saved_stands_on_the_slip_and_nothing_where_she_saves_nothing():
    found = run("cusco")
    assert "Ahorrado antes" not in pages(slip(found))[0]
    found["workers"][0]["savings"] = {"before": 12_345, "after": 39_470}
    assert "Ahorrado antes de esta boleta: S/ 123.45. Con ella: S/ 394.70." in pages(slip(found))[0]

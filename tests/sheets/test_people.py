from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from jornal.sheets import people, says
from jornal.sheets.listed import SheetFault
from made import reading, sheet_of, why


def read(folder: Path, header: str, *rows: str, **more: object):
    return people.read(
        sheet_of(folder, "\n".join((header, *rows)) + "\n", "people.csv"), reading(people=None, **more)
    )


def test_a_person_with_little_known(tmp_path: Path):
    person = read(tmp_path, "código;nombre;contrato", "q-01;Ana Ñahui;por hora").rows[0]
    assert (person.id, person.name, person.language) == ("people.csv!2", "Ana Ñahui", "es")
    assert (person.worker.code, person.worker.contract) == ("Q01", "por hora")
    assert person.worker.balances == {"reparation": None}
    assert person.worker.account_allowed is True
    assert person.worker.birth_year is None


def test_her_instructions_with_consent_and_two_who_receive(tmp_path: Path):
    header = (
        "code,contract,family share,family consent,initials 1,last four 1,weight 1,initials 2,weight 2,"
        "savings amount,savings consent,savings withdrawn"
    )
    worker = (
        read(tmp_path, header, "Q01,hourly,50 %,1/9/2026,M.R.,0123,2,JQ,1,20.00,1/9/2026,1/10/2026")
        .rows[0]
        .worker
    )
    family, savings = worker.instructions
    assert (family.share, family.consent_on) == (Fraction(1, 2), date(2026, 9, 1))
    assert [(one.initials, one.last_four, one.weight) for one in family.beneficiaries] == [
        ("MR", "0123", 2),
        ("JQ", "", 1),
    ]
    assert (savings.amount, savings.withdrawn_on) == (2000, date(2026, 10, 1))


def test_what_she_owes_can_be_a_sum_nothing_or_not_known(tmp_path: Path):
    rows = ["Q01;h;1.130,50", "Q02;h;0", "Q03;h;ninguna", "Q04;h;", "Q05;h;?"]
    sheet = read(tmp_path, "código;contrato;saldo de reparación civil", *rows, balances=("step-a",))
    assert [person.worker.balances["step-a"] for person in sheet.rows] == [113050, 0, 0, None, None]


def test_where_she_stands_before_the_first_month(tmp_path: Path):
    header = "code,contract,days carried,credited before,gross this year,savings so far,credit rule"
    person = read(tmp_path, header, "Q01,h,3,12,4500.00,120.50,R5").rows[0]
    assert person.opening.credit[0] == ("R5", 3, 0, 12)
    assert (person.opening.year_to_date, person.savings) == ({"gross": 450000}, 12050)


def test_dates_years_and_words_of_a_thai_file(tmp_path: Path):
    sheet = read(
        tmp_path,
        "รหัส,ชื่อ,ภาษา,สัญญา,ปีเกิด,วันเริ่มงาน,สถานะ,เปิดบัญชีได้",
        "ก01,สมหญิง,ไทย,รายชั่วโมง,๒๕๓๓,๑/๙/๖๙,นักโทษเด็ดขาด,ไม่ได้",
        languages=("th", "en"),
    )
    person = sheet.rows[0]
    assert (person.language, person.worker.birth_year, person.worker.since) == ("th", 1990, date(2026, 9, 1))
    assert (person.worker.custody, person.worker.account_allowed) == ("sentenced", False)


def test_the_rest_of_what_credit_needs(tmp_path: Path):
    header = (
        "code,contract,ratio code,ratio paper date,ratio paper digest,authorised rest days,conduct class,"
        "months served,gating debt,requests"
    )
    worker = (
        read(tmp_path, header, "Q01,h,PE-R5,1/2/2026,ab12,4/10/2026;11/10/2026,2,14,?,meals").rows[0].worker
    )
    assert (worker.ratio_code, worker.ratio_paper) == ("PE-R5", "2026-02-01 ab12")
    assert worker.authorised_rest_days == {date(2026, 10, 4), date(2026, 10, 11)}
    assert (worker.conduct_class, worker.months_served, worker.gating_debt, worker.requests) == (
        "2",
        14,
        None,
        {"meals"},
    )


@pytest.mark.parametrize(
    ("header", "cells", "key"),
    [
        ("family share,family amount,initials", "50 %,20,AB", says.SHARE_AND_AMOUNT),
        ("family share,initials", "50 %,María Quispe Flores", says.INITIALS),
        ("family share,initials,last four", "50 %,AB,00219812341234", says.LAST_FOUR),
        ("family share,initials", "0.5,AB", says.UNCLEAR_SHARE),
        ("start date,left on", "2/10/2026,1/10/2026", says.LEFT_BEFORE),
        ("ratio code", "PE-R5", says.PAPER_MISSING),
        ("birth year", "2024", says.YEAR_OUT),
        ("birth year", "1790", says.YEAR_OUT),
        ("language", "klingon", says.NOT_A_CHOICE),
        ("account allowed", "perhaps", says.NOT_YES_OR_NO),
        ("months served", "-3", says.NEGATIVE),
        ("name", "x" * 200, says.TOO_LONG),
    ],
)
def test_a_row_that_cannot_be_used_is_listed_with_its_worker(
    tmp_path: Path, header: str, cells: str, key: str
):
    sheet = read(tmp_path, f"code,contract,{header}", f"Q01,hourly,{cells}")
    assert [(bad.worker, bad.key) for bad in sheet.listed] == [("Q01", key)]


def test_someone_who_is_there_twice_is_not_guessed_at(tmp_path: Path):
    sheet = read(tmp_path, "code,contract", "Q01,a", "q-01,b", "Q02,a")
    assert [person.worker.code for person in sheet.rows] == ["Q02"]
    assert why(sheet) == ["Q01 is there twice. Keep one row."] * 2


def test_those_with_a_bad_row_are_held_and_not_unknown(tmp_path: Path):
    sheet = read(tmp_path, "code,name,contract,clock number", "Q01,Ana,a,7", "Q02,Bea,,8")
    assert people.codes(sheet) == {"Q01": "Ana", "Q02": ""}
    assert people.clock(sheet) == {"7": "Q01"}


def test_a_list_that_says_why_people_are_inside_is_refused(tmp_path: Path):
    with pytest.raises(SheetFault) as fault:
        read(tmp_path, "code;name;contract;delito", "Q01;Ana;h;-")
    assert fault.value.key == says.ASKS_TOO_MUCH


@pytest.mark.parametrize(
    ("rows", "begins"),
    [
        (("QC014V", "QC015N", "X001A"), "QC"),
        (("qc-01", "QC 02", "CS01"), "QC"),
        (("1201", "1202"), ""),
        (("OI01",), ""),
        ((), ""),
    ],
)
def test_new_codes_begin_as_those_of_the_list_do(tmp_path: Path, rows, begins):
    path = tmp_path / "people.csv"
    path.write_text(
        "\n".join(["code,name,contract", *(f"{code},A,hourly" for code in rows), ""]), encoding="utf-8"
    )
    assert people.begin_with(path, reading()) == begins

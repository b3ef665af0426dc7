"""The three shapes told apart, and the two promises: no row is lost, and no content ends in a traceback."""

import csv
import io
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jornal.rules.rows import Entry, Punch
from jornal.sheets import adjustments, attendance, paid, people, pieces, rates, says
from jornal.sheets.headers import known
from jornal.sheets.listed import SheetFault
from made import reading, sheet_of, workbook

READERS = {
    "people": people,
    "list": attendance,
    "pieces": pieces,
    "rates": rates,
    "adjustments": adjustments,
    "paid": paid,
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("code,1,2\nQ01,5,5\n", Entry),
        ("code,day,hours\nQ01,1/10/2026,5\n", Entry),
        ("Q01\t2026-10-01 08:00:00\t1\t0\n", Punch),
        ("user id,timestamp\nQ01,2026-10-01 08:00:00\n", Punch),
    ],
)
def test_the_shape_is_told_by_content(tmp_path: Path, text: str, kind: type):
    assert {type(row) for row in attendance.read(sheet_of(tmp_path, text), reading()).rows} == {kind}


def test_a_file_that_is_no_attendance_says_what_is_needed(tmp_path: Path):
    with pytest.raises(SheetFault) as fault:
        attendance.read(sheet_of(tmp_path, "a,b\n1,2\n"), reading())
    assert fault.value.key == says.NO_HEADER


CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "5",
            "5,5",
            "5.30",
            "8-13",
            "8:00",
            "25:00",
            "Q01",
            "q-02",
            "Q99",
            "5/10/2026",
            "2026-10-31",
            "31/2/26",
            "C",
            "E",
            "5 C",
            "x",
            "-5",
            "50 %",
            "1/0",
            "1e9",
            "=1+1",
            "'=1",
            "sí",
            "?",
            "AB",
            "S/ 5",
            "hora",
            "bono",
            "\u202e",
            "٣",
            "²",
        ]
    ),
    st.text(max_size=12),
)


def in_a_folder(read, data: bytes, name: str = "a.csv"):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read(path, reading(languages=("es", "th", "da", "en")))


@pytest.mark.parametrize("kind", [*READERS, "grid"])
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=12), max_size=8), shift=st.integers(0, 40))
def test_rows_in_are_used_repeated_or_listed_whatever_they_hold(kind: str, rows: list[list[str]], shift: int):
    columns = ["code", "1", "2", "3", "total"] if kind == "grid" else _headers(kind, shift)
    out = io.StringIO()
    csv.writer(out).writerows([columns, *(["Q01", *row] for row in rows)])
    read = attendance.read if kind == "grid" else READERS[kind].read
    try:
        sheet = in_a_folder(read, out.getvalue().encode())
    except SheetFault:
        return
    filled = [row for row in csv.reader(io.StringIO(out.getvalue())) if any(cell.strip() for cell in row)][1:]
    if kind != "grid":
        assert sheet.count == len(filled)
    assert sheet.count == sheet.used + len(sheet.repeated) + len(sheet.listed)
    assert all(str(row) for row in (*sheet.listed, *sheet.repeated, *sheet.remarks))


def _headers(kind: str, shift: int) -> list[str]:
    words = known(kind)
    needed = [words.word(name, "es") for name in words.needed if name != "code"]
    others = [words.word(name, "es").replace("#", "1") for name in words.words if name not in words.needed]
    turned = others[shift % len(others) :] + others[: shift % len(others)]
    first = ["código"] if "code" in words.needed else ["x"]
    return [*first, *needed, *turned][:13]


@settings(max_examples=200, deadline=None)
@given(
    data=st.binary(max_size=400),
    head=st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"code,1,2\n", b"1\t2026-10-01 08:00:00\n"]),
)
def test_no_bytes_end_in_a_traceback(data: bytes, head: bytes):
    for read in (attendance.read, people.read):
        with suppress(SheetFault):
            in_a_folder(read, head + data)


def test_no_damaged_workbook_ends_in_a_traceback(tmp_path: Path):
    whole = workbook(tmp_path, [["code", 1, 2], ["Q01", 5, "8-13"]]).read_bytes()
    for at in range(0, len(whole), 61):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        with suppress(SheetFault):
            in_a_folder(attendance.read, bytes(broken), "a.xlsx")


def test_ten_thousand_messy_rows_are_read(tmp_path: Path):
    days = ("{}/10/2026", "{:02}.10.26", "2026-10-{:02}", "{} oct 2026", "{}/13/2026")
    rows = [
        f"Q0{1 + row % 2};{days[row % 5].format(1 + row % 31)};8:0{row % 10};1{row % 10}.00;;15;;taller {row}"
        for row in range(10_000)
    ]
    text = "código;fecha;entrada;salida;horas;pausa;tipo;lugar\n" + "\n".join(
        row.replace("/13/", "/x/") for row in rows
    )
    sheet = attendance.read(sheet_of(tmp_path, text, encoding="cp1252"), reading())
    assert sheet.count == 10_000
    assert len(sheet.listed) == 2_000

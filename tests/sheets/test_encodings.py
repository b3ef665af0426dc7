import pytest

from jornal.sheets import encodings, says
from jornal.sheets.listed import SheetFault

SPANISH = "código;nombre\nQ01;María Muñoz\n"
THAI = "รหัส,ชื่อ\nQ01,สมหญิง\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_spanish_is_read_in_every_encoding_it_is_saved_in(encoding: str):
    assert encodings.decoded("a.csv", SPANISH.encode(encoding), ("es",))[0] == SPANISH


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf16_with_a_mark_is_read_in_either_order(mark: bytes):
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert encodings.decoded("a.csv", mark + THAI.encode(order), ("th",))[0] == THAI


def test_thai_letters_stand_together_so_cp874_is_told_from_cp1252():
    assert encodings.decoded("a.csv", THAI.encode("cp874"), ("th", "en")) == (THAI, "cp874")
    assert encodings.decoded("a.csv", SPANISH.encode("cp1252"), ("th", "es")) == (SPANISH, "cp1252")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (SPANISH.encode() + b"Q02;\xff\n", says.BROKEN_TEXT),
        (b"code\nQ01\x00\n", says.NUL),
        (b"code;name\nQ01;\x81\n", says.BROKEN_TEXT),
        (b"\xff\xfea", says.BROKEN_TEXT),
        (b"%PDF-1.7 ...", says.NOT_A_TABLE),
        (b"\xd0\xcf\x11\xe0old workbook", says.NOT_A_TABLE),
    ],
)
def test_what_is_not_text_is_refused_with_a_row(data: bytes, key: str):
    with pytest.raises(SheetFault) as fault:
        encodings.decoded("a.csv", data, ("es",))
    assert fault.value.key == key

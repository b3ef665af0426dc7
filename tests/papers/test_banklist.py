"""A list of transfers in a bank's columns."""

import csv
import io

import pytest

from jornal.papers.banklist import TooLongForBank, banklist, safe
from jornal.terms.bankfiles import Column, Layout, layout
from jornal.units.latin import NotLatin
from papers import transfers


def rows(content: bytes, encoding: str = "utf-8", delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(encoding)), delimiter=delimiter))


def test_the_plain_list_has_a_row_a_transfer_with_letters_as_people_write_them():
    head, first, _ = rows(
        banklist(
            transfers.batch("PEN", *(transfers.transfer(name=n) for n in ("María", "B"))), layout("plain")
        )
    )
    assert dict(zip(head, first, strict=True)) == {
        "Reference": "J202610-000000000000000000000001", "Name": "María", "Bank": "011",
        "Account": "01136600010003254221", "Amount": "240.00", "Currency": "PEN", "Day": "2026-11-05",
        "Text": "2026-10 J202610-000000000000000000000001",
    }  # fmt: skip


def test_another_bank_is_another_mapping():
    content = banklist(transfers.batch("GBP", transfers.transfer("GBP", name="Ñandú")), layout("semicolon"))
    assert rows(content, "latin-1", ";")[1][:3] == ["20000055779911", "Nandu", "240,00"]


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_what_begins_as_a_formula_is_only_shown(text):
    assert safe(text) == f"'{text}"
    content = banklist(transfers.batch("PEN", transfers.transfer(name=text)), layout("plain"))
    assert rows(content)[1][1] == f"'{text}"


def test_quotes_and_line_breaks_stay_in_their_cell():
    name = 'Ana "Nita", de\nla Cruz'
    assert (
        rows(banklist(transfers.batch("PEN", transfers.transfer(name=name)), layout("plain")))[1][1] == name
    )


def test_a_fixed_column_and_minor_units():
    asked = Layout(heads=False, column=(Column(head="", of="fixed", text="01"), Column(head="", of="minor")))
    assert rows(banklist(transfers.batch("PEN", transfers.transfer()), asked)) == [["01", "24000"]]


@pytest.mark.parametrize("latin", [True, False])
def test_a_letter_that_cannot_be_written_is_refused_and_never_dropped(latin):
    asked = Layout(encoding="latin-1", latin=latin, column=(Column(head="", of="name"),))
    with pytest.raises(NotLatin):
        banklist(transfers.batch("PEN", transfers.transfer(name="สมศรี")), asked)


def test_a_list_without_heads_as_a_bacs_upload_takes_it():
    columns = [
        ("bank", {}),
        ("account", {}),
        ("name", {"most": 18}),
        ("amount", {}),
        ("fixed", {"text": "99"}),
    ]
    columns += [("day", {"form": "dd/mm/yyyy"})]
    asked = Layout(
        heads=False, latin=True, column=tuple(Column(head="", of=of, **more) for of, more in columns)
    )
    (row,) = rows(banklist(transfers.batch("GBP", transfers.transfer("GBP", name="Ñandú")), asked))
    assert row[:2] == ["200000", "55779911"]
    assert row[2:] == ["Nandu", "240.00", "99", "05/11/2026"]


def test_a_name_longer_than_the_bank_takes_is_refused_and_never_shortened():
    asked = Layout(column=(Column(head="Name", of="name", most=18),))
    with pytest.raises(TooLongForBank, match="the 18 letters"):
        banklist(transfers.batch("GBP", transfers.transfer("GBP", name="A" * 19)), asked)

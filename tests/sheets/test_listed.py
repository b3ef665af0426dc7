import csv
import pickle

import pytest

from jornal.sheets import says
from jornal.sheets.listed import (
    Listed,
    SheetFault,
    Unreadable,
    guarded,
    mend_files,
    shown,
    still_open,
    to_mend,
    unguarded,
)
from jornal.words.catalogue import Words


def bad(row: int, *text: str, file: str = "a.csv", place: str = "") -> Listed:
    name = f"{file}!{row}"
    return Listed(file, place or name, name, "Q01", says.NO_HOURS, (), ("code", "1", "2"), text)


def test_bad_rows_come_back_as_they_were_with_why_and_from_where():
    assert to_mend([bad(2, "Q01", "x", "")]).splitlines() == [
        "code,1,2,why,listed from",
        "Q01,x,,The row has neither hours nor start and end. Write one or the other.,a.csv!2",
    ]


def test_why_is_said_in_the_language_of_whoever_mends_it():
    _, row = csv.reader(to_mend([bad(2, "Q01", "x", "")], Words("es").say).splitlines())
    assert row == ["Q01", "x", "", Words("es").say(says.NO_HOURS), "a.csv!2"]
    assert row[3] != says.NO_HOURS


def test_two_bad_cells_of_a_row_come_back_in_one_row():
    cells = [bad(2, "Q01", "x", "", place="a.csv!B2"), bad(2, "Q01", "", "y", place="a.csv!C2")]
    assert to_mend(cells).splitlines()[1].startswith("Q01,x,y,")


def test_what_a_spreadsheet_would_take_for_a_formula_is_guarded():
    assert to_mend([bad(2, "=cmd()", "-5", "@x")]).splitlines()[1].startswith("'=cmd(),'-5,'@x,")
    for cell in ("=1", "+1", "-5", "@x", "plain", "'quoted", ""):
        assert unguarded(guarded(cell)) == cell


def test_each_file_has_its_own_file_to_mend():
    rows = [bad(2, "Q01"), bad(3, "Q02", file="b.xlsx"), bad(4, "Q03", file="to-mend-a.csv")]
    assert list(mend_files(rows)) == ["to-mend-a.csv", "to-mend-b.csv", "to-mend-a-2.csv"]


def test_a_row_that_was_mended_is_no_longer_open():
    assert still_open([bad(2), bad(3)], ["a.csv!2"]) == (bad(3),)


def test_a_cell_is_quoted_short_and_on_one_line():
    assert shown("a\nb\x07") == "a\\x0ab\\x07"
    assert shown("x" * 100) == "x" * 60 + "…"


@pytest.mark.parametrize("kind", [SheetFault, Unreadable])
def test_a_fault_crosses_to_another_process_unchanged(kind: type[SheetFault] | type[Unreadable]):
    fault = kind(says.EMPTY, ("file", "a {b}.csv"))
    again = pickle.loads(pickle.dumps(fault))
    assert (str(again), again.key, again.says) == (str(fault), says.EMPTY, (("file", "a {b}.csv"),))

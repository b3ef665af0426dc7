"""The file for Beancount, as Beancount itself reads it."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from jornal.facts.organisation import Enterprise
from jornal.papers.beancount import plain, quoted, text
from jornal.reads.doubleentry import Assertion, Entry, Ledger, Posting, two
from jornal.rules.year import Rate

FIRST, LAST = date(2026, 1, 1), date(2027, 1, 1)
PAID = Entry(
    date(2026, 5, 1), 'Wool "fine"\nand \\ coarse', "cost",
    (Posting("Expenses:Materials", 1250, "PEN"), Posting("Assets:Bank", -1250, "PEN")), ("cost-1",), "ab" * 32,
)  # fmt: skip
YEN = Entry(FIRST, "A gift", "received", two("Assets:Bank", "Income:Gifts", 500, "JPY"))
HELD = Assertion(LAST, "Assets:Bank", -1250, "PEN")
RATE = Rate("JPY", "PEN", date(2026, 12, 31), Fraction("0.0245"), "A bank")
OF: Any = SimpleNamespace(year=2026, enterprise=Enterprise(label="Ñandú", currency="PEN"))
BOOK = Ledger(OF, (YEN, PAID), (HELD,), (RATE,), ("wages in THB: of fewer than five people",))


def checked(written: str, folder: Path) -> str:
    """What bean-check says of a file; nothing where it is right."""
    path = folder / "year.beancount"
    path.write_text(written, encoding="utf-8")
    program = Path(sys.executable).with_name("bean-check")
    run = subprocess.run([program, "--no-cache", path], capture_output=True, text=True, check=False)
    assert (run.returncode == 0) == (run.stdout + run.stderr == "")
    return run.stdout + run.stderr


def test_beancount_accepts_it(tmp_path):
    assert checked(text(BOOK), tmp_path) == ""


@pytest.mark.parametrize(
    ("book", "says"),
    [
        (replace(BOOK, assertions=(replace(HELD, amount=-1249),)), "Balance failed"),
        (replace(BOOK, entries=(YEN, replace(PAID, postings=PAID.postings[:1]))), "does not balance"),
    ],
    ids=["a wrong assertion", "an entry that does not come to nought"],
)
def test_beancount_would_find_what_is_wrong(book: Ledger, says: str, tmp_path):
    assert says in checked(text(book), tmp_path)


def test_nothing_is_padded_and_what_is_left_out_is_said():
    written = text(BOOK)
    assert " pad " not in written
    assert "; left out: wages in THB: of fewer than five people" in written
    assert "2026-12-31 price JPY 0.0245 PEN" in written
    assert "  Assets:Bank  500 JPY" in written


def test_words_stay_on_one_line_in_quotes():
    assert quoted('a "b"\nc \\') == '"a \\"b\\" c \\\\"'


@pytest.mark.parametrize("rate", ["0.5", "44", "0.000000000001", "120", "1.0245"])
def test_a_rate_is_written_as_it_was_recorded(rate: str):
    assert plain(Fraction(rate)) == rate


def test_the_same_book_is_the_same_bytes():
    assert text(BOOK) == text(BOOK)

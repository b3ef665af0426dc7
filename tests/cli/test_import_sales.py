"""Sales brought in at the command line."""

from pathlib import Path

import pytest

import commanded
import stocked
from commanded import said
from exported import BALANCE, ITEMS, SHOPIFY, file, item, shopify, written
from jornal.facts.sales import Sale
from jornal.journal.entry import Entry
from peopled import do

DESK = ("--by", "V1", "--role", "seller", "--site", "hq", "--day", "2026-10-30")
TWO = [("SHAWL", 2, "45.00"), ("CAP", 1, "19.90")]


@pytest.fixture
def home(sqlite, monkeypatch):
    commanded.at_home(sqlite, monkeypatch)
    stocked.begun()
    do(stocked.seller(), "name-goods", {"channel": "shopify", "goods": "SHAWL", "product": "sweater"})


def test_every_row_of_a_file_is_accounted_for_and_a_second_time_changes_nothing(home, tmp_path: Path, capsys):
    rows = [
        *shopify("#1", TWO, Shipping="6.00"),
        *shopify("#2", TWO, Total="1.00"),
        *shopify("#3", TWO, **{"Financial Status": "pending"}),
        *shopify("#4", [("SHAWL", 1, "45.00")], **{"Shipping Country": "US"}),
    ]
    path = str(file(tmp_path, SHOPIFY, rows))
    before = Entry.objects.count()
    code, dry = said(capsys, "import-sales", path, "--dry-run", *DESK)
    assert (code, Entry.objects.count(), "2  lines of 2 orders would be recorded" in dry) == (0, before, True)
    code, once = said(capsys, "import-sales", path, *DESK)
    recorded = Entry.objects.count()
    again = said(capsys, "import-sales", path, "--source", "shopify", *DESK)[1]
    assert (code, Sale.objects.count(), Entry.objects.count()) == (0, 2, recorded)
    for line in (
        "        271.80  In the file", "        135.00  Sold, new here",
        '"CAP": 1 lines, 25.90 EUR', "rows 4, 5: order #2.",
        "The lines make 109.90 EUR, the order says 1.00 EUR",
        'It is not paid yet ("pending")', "sweater to US: orders #4.",
    ):  # fmt: skip
        assert line in once
    assert "Not explained" not in once + again
    assert "2  lines recorded already" in again


@pytest.mark.parametrize(
    ("text", "more", "says"),
    [
        (written(ITEMS, [item("T1", "Mug", 1, "18.00")]), (), "--currency"),
        ("a,b\n1,2\n", (), "no export of sales"),
        (written(SHOPIFY, shopify("#1", TWO))[:-40], (), "row 3"),
        (written(SHOPIFY, shopify("#1", TWO)), ("--source", "square"), "lacks"),
        (written(SHOPIFY, shopify("#1", TWO)), ("--source", "amazon"), "There is no source amazon"),
        (written(SHOPIFY, shopify("#1", TWO)), ("--mapping", "none.toml"), "none.toml"),
    ],
)
def test_a_file_that_is_refused_whole_ends_with_two_and_records_nothing(
    home, tmp_path, capsys, text, more, says
):
    path = tmp_path / "export.csv"
    path.write_text(text)
    code, out = said(capsys, "import-sales", str(path), *more, *DESK)
    assert (code, says in out, Sale.objects.count()) == (2, True, 0)


def test_a_balance_is_held_against_what_is_recorded(home, tmp_path, capsys):
    row = dict.fromkeys(BALANCE, "") | {
        "balance_transaction_id": "t1", "currency": "eur", "gross": "9.00", "fee": "0.50", "net": "8.50",
        "reporting_category": "charge", "source_id": "ch_1", "automatic_payout_id": "po_1",
    }  # fmt: skip
    code, out = said(capsys, "import-sales", str(file(tmp_path, BALANCE, [row])), *DESK)
    assert (code, "charge: 9.00 EUR, fees 0.50, net 8.50" in out, "1 are not recorded" in out) == (
        0,
        True,
        True,
    )

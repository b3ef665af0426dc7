"""A year's ledger from the books, as Beancount accepts it."""

import pytest

from commanded import at_home, refused, said
from funded import began, case, finance, issued, paid, recorded, sold
from papers.test_beancount import checked

AS = ("--by", "K1", "--role", "hq_finance", "--site", "hq", "--day", "2027-01-31")


@pytest.fixture
def home(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    began()
    finance()


@pytest.mark.parametrize("name", ["knitters", "twocountries"])
def test_beancount_accepts_a_year_of_the_books(home, capsys, tmp_path, name: str):
    told = case(name)
    recorded(told, told["day"])
    sold(
        ("shopify", f"{told['year']}-05-03", 315000, 15000, 6000),
        ("till", f"{told['year']}-07-01", 100, 0, 0),
    )
    paid("cusco", told["pay"][0]["month"], f"{told['year']}-08-05")
    code, out = said(capsys, "beancount", str(told["year"]), "--out", str(tmp_path / "a.beancount"), *AS)
    assert code == 0
    assert "Check" in out
    assert checked((tmp_path / "a.beancount").read_text(encoding="utf-8"), tmp_path) == ""
    assert said(capsys, "beancount", str(told["year"]), *AS)[1] == (tmp_path / "a.beancount").read_text(
        encoding="utf-8"
    )


def test_what_is_left_out_gives_one(home, capsys, tmp_path):
    issued("cusco", "2026-03", [100] * 4, [])
    code, out = said(capsys, "beancount", "2026", "--out", str(tmp_path / "a.beancount"), *AS)
    assert (code, "Left out: wages in PEN: of fewer than five people." in out) == (1, True)
    assert checked((tmp_path / "a.beancount").read_text(encoding="utf-8"), tmp_path) == ""


def test_a_manager_does_not_read_it(home, capsys):
    assert "this is done by" in refused(capsys, "beancount", "2026", "--day", "2026-11-13")

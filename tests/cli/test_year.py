"""A year's statement, a funder's report and an authority's at the command line."""

import pytest

from commanded import at_home, refused, said
from funded import began, case, finance, recorded

AS = ("--by", "K1", "--role", "hq_finance", "--site", "hq", "--day", "2027-01-31")


@pytest.fixture
def home(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    began()
    finance()
    told = case("knitters")
    recorded(told, told["day"])


def flat(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def test_the_statement_says_every_figure_and_what_is_not_known(home, capsys):
    code, out = said(capsys, "year", "2026", *AS)
    assert code == 1
    for wanted in (
        "Grant: looms 1,000.00",
        "Put by: looms 300.00",
        "Wages: Cusco 1,200.00",
        "At the end S/ 600.00",
    ):
        assert wanted in flat(out)
    assert "No sale of this year is recorded" in out


def test_with_lines_each_figure_says_its_rule_and_its_facts(home, capsys):
    _, out = said(capsys, "year", "2026", "--lines", *AS)
    assert "Received of this grant, on the day it came. (received r-1)" in out
    assert "(run cusco 2026-05 1)" in out


def test_one_line_says_the_promise_in_public(home, capsys):
    code, out = said(capsys, "year", "2026", "--line", *AS)
    assert code == 0
    assert flat(out).startswith("50% of the profit of 2026 goes back: S/ 0.00 is due, S/ 600.00 is set aside")


def test_a_funder_reads_what_became_of_her_grant(home, capsys, tmp_path):
    code, out = said(capsys, "year", "2026", "--grant", "looms", "--paper", str(tmp_path / "g.pdf"), *AS)
    assert "S/ 1,000.00 of S/ 2,000.00 came, S/ 700.00 of it was spent, S/ 300.00 is left." in flat(out)
    assert "No paper is on file for these costs: c-1." in out
    assert code == 1
    assert (tmp_path / "g.pdf").read_bytes().startswith(b"%PDF")


def test_an_authority_reads_its_budget_head_by_head(home, capsys):
    _, out = said(capsys, "year", "2026", "--budget", "room", *AS)
    assert "Machines 800.00 600.00 400.00 500.00 300.00" in flat(out)


@pytest.mark.parametrize(("option", "name"), [("--grant", "other"), ("--budget", "other")])
def test_what_is_not_there_is_said(home, capsys, option: str, name: str):
    assert "There is no" in refused(capsys, "year", "2026", option, name, *AS)


def test_a_manager_does_not_read_it(home, capsys):
    assert "this is done by" in refused(capsys, "year", "2026", "--day", "2026-11-13")

"""`jornal owed`."""

import pytest

import commanded
import monthly


@pytest.fixture
def issued(sqlite, monkeypatch, tmp_path, capsys):
    monthly.issued(sqlite, monkeypatch, tmp_path, capsys)


def test_every_sum_of_the_month_is_there_and_what_is_not_out_is_told(issued, capsys):
    code, text = commanded.said(capsys, "owed", monthly.OCTOBER, monthly.DAY)
    assert code == 1
    assert "not approved" in text
    assert {"Q01", "Q02", "Q21"} <= {line.split()[0] for line in text.splitlines()[1:] if line.split()}


def test_one_worker_alone(issued, capsys):
    _, text = commanded.said(capsys, "owed", monthly.OCTOBER, "--worker=Q02", monthly.DAY)
    assert "Q02" in text
    assert "Q01" not in text


def test_a_month_that_is_not_issued_is_refused(issued, capsys):
    assert "not issued" in commanded.refused(capsys, "owed", "2026-11", monthly.DAY)

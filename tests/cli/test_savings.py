"""`jornal savings`."""

import pytest

import commanded
import families
import vaulted
from jornal.actions import paying, saving
from jornal.actions.verb import done
from papers.reading import words

DAY = "--day=2026-11-03"


@pytest.fixture
def home(sqlite, monkeypatch, tmp_path):
    commanded.at_home(sqlite, monkeypatch)
    here = families.issued(sqlite.home)
    row = {"month": families.OCTOBER, "part": "instruction", "payee": "savings", "day": "2026-11-03"}
    done("pay", paying.VERBS["pay"], here, [{**row, "way": "savings", "paper": "transfer 10"}])
    path = tmp_path / "passphrase"
    path.write_text(vaulted.PASSPHRASE, encoding="utf-8")
    return sqlite.home, f"--passphrase={path}", here


def test_what_each_has_and_whether_the_bank_days_fit(home, capsys):
    here = home[2]
    row = {"day": "2026-11-03", "paper": "statement 11"}
    done("trust-balance", saving.VERBS["trust-balance"], here, [{**row, "amount": "0"}])
    code, text = commanded.said(capsys, "savings", DAY)
    assert (code, text.count(" PEN saved until"), "It fits" in text) == (0, 2, True)
    assert "2026-11-03: 0.00 PEN in the trust account" in text
    done("trust-balance", saving.VERBS["trust-balance"], here, [{**row, "amount": "99999999"}])
    code, text = commanded.said(capsys, "savings", DAY)
    assert (code, "is not explained" in text) == (1, True)


def test_her_own_page(home, capsys):
    folder, names, _ = home
    code, text = commanded.said(capsys, "savings", "--worker=Q01", "--paper", DAY, names)
    (path,) = (folder / "papers").glob("savings-*/*.pdf")
    assert (code, str(path) in text) == (0, True)
    page = words(path.read_bytes())
    assert "name of Q01" in page
    assert "transfer 10" in page


def test_somebody_who_is_not_known_here_is_refused(home, capsys):
    assert "Q99" in commanded.refused(capsys, "savings", "--worker=Q99", DAY)

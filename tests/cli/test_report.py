"""`jornal report`."""

import json

import pytest

import commanded
import crowd
import offices
import peopled
import vaulted
from papers.reading import words
from peopled import do

DAY = "--day=2026-10-30"


@pytest.fixture
def home(sqlite, monkeypatch, tmp_path):
    commanded.at_home(sqlite, monkeypatch)
    peopled.opened()
    vaulted.new(sqlite.home)
    here = crowd.begun(6, vaulted.unlocked(sqlite.home / "vault.sqlite3"))
    path = tmp_path / "passphrase"
    path.write_text(vaulted.PASSPHRASE, encoding="utf-8")
    return here, tmp_path / "out", f"--passphrase={path}"


def rows(folder, name):
    found = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return {card["title"]: card for card in found["cards"]}


def test_the_manager_gets_her_site_on_paper_and_as_rows(home, capsys):
    _, out, _ = home
    code, text = commanded.said(capsys, "report", "--month=2026-10", "--language=en", DAY, f"--into={out}")
    assert (code, "report-cusco-2026-10-hq.pdf" in text) == (0, True)
    assert rows(out, "report-cusco-2026-10-hq")["People and hours"]["rows"][0][1] == "6"
    assert "People at work" in words((out / "report-cusco-2026-10-hq.pdf").read_bytes())


def test_with_the_names_open_what_is_sealed_is_counted(home, capsys):
    here, out, names = home
    offices.granted("H1", "hq_operations")
    do(here, "agree-to-tell", *({"worker": one, "subject": "groups"} for one in crowd.names(5)))
    do(here, "tell-groups", *({"worker": one, "gender": "woman"} for one in crowd.names(5)))
    desk = ("--by=H1", "--role=hq_operations", "--site=hq", DAY, f"--into={out}")
    title = "Groups they count themselves to"
    commanded.said(capsys, "report", "--month=2026-10", *desk)
    assert "Open the names first." in rows(out, "report-all-2026-10-hq")[title]["notes"][-1]
    commanded.said(capsys, "report", "--month=2026-10", *desk, names)
    assert (
        "No word is used by five people for certain" in rows(out, "report-all-2026-10-hq")[title]["notes"][-1]
    )


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("--for=funder",), "not by site manager"),
        (("--for=authority", "--site=hq"), "name it with --site"),
        (("--role=authority",), "not by authority"),
    ],
)
def test_nobody_makes_a_report_that_is_not_theirs(home, capsys, asked, says):
    assert says in commanded.refused(capsys, "report", "--month=2026-10", DAY, *asked)


def test_a_month_that_is_none_is_refused(home, capsys):
    assert "2026-13" in commanded.refused(capsys, "report", "--month=2026-13", DAY)

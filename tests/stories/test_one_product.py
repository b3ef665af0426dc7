"""One product of each invented enterprise followed by hand: its lot, where it may go, and what its label leads to."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SWEATER, BAG = "/01/09520000010010/10/LQC001M", "/01/09520000010034/10/LTW001D"
PAIR, BLOCK = "/01/09520000010041/10/LPT001A", "/01/09520000010058/10/LFA001A"
MANAGER, MANAGER_OF_THE_WOMEN, AUTHORITY = "S004Z", "S010R", "S091B"


def typed(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What a command answers at this register, on the day of the story."""
    env = {**os.environ, "JORNAL_HOME": str(home), "JORNAL_DAY": "2026-11-13"}
    command = [sys.executable, "-m", "jornal", *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def heard(desk, path: str) -> str:
    """A page as a stranger's telephone gets it now, without cookies and from no copy."""
    desk.context.clear_cookies()
    answer = desk.context.request.get(f"{desk.address}{path}")
    assert answer.ok
    return re.sub(r"\s+", " ", answer.text())


def test_a_sweater_from_its_lot_to_a_name_that_is_taken_back(desk, tmp_path):
    page = desk.english(MANAGER)
    desk.go("/cusco/lots").get_by_role("link", name="LQC001M").click()
    page.wait_for_url("**/lots/LQC001M")
    said = page.inner_text("main")
    assert [
        word for word in ("It may leave", "10 of 10", "Arequipa", "Rejected pieces") if word not in said
    ] == []
    desk.go(f"{SWEATER}/21/1?l=en")
    assert "Made by Chaska." in page.inner_text("body")
    assert "S/ 11.80" in page.inner_text("body").replace("\u00a0", " ")
    expect(page.locator("svg")).to_have_count(0)
    desk.go(f"{SWEATER}/21/4?l=en")
    expect(page.locator("svg")).to_have_count(1)
    assert "Made by" not in heard(desk, f"{SWEATER}/21/6?l=en")

    for name in ("json", "jws"):
        answer = desk.context.request.get(f"{desk.address}{SWEATER}/passport.{name}")
        (tmp_path / f"passport.{name}").write_text(answer.text(), encoding="utf-8")
    key = re.search(r"Key.{0,40}?((?:[0-9A-Z]{4} ){4}[0-9A-Z]{4})", heard(desk, f"{SWEATER}?l=en"))
    assert key is not None
    checked = typed(tmp_path, "verify-passport", str(tmp_path / "passport.json"), "--key", key[1])
    assert (checked.returncode, "word for word" in checked.stdout) == (0, True)

    desk.english(MANAGER)
    desk.go("/cusco/people/QC013B/withdraw")
    page.locator("li", has_text="label").get_by_role("link").click()
    desk.send("Yes, she withdraws it")
    told = heard(desk, f"{SWEATER}/21/1?l=en")
    assert "Chaska" not in told
    assert "Wave sweater" in told


@pytest.mark.parametrize("home", ["trazo"], indirect=True)
def test_a_bag_made_in_two_prisons(desk):
    page = desk.english(MANAGER)
    said = desk.go("/jalisco-1/lots/LTJ001B").inner_text("main")
    assert [word for word in ("24 of 24", "León, Guanajuato", "It may leave") if word not in said] == []
    desk.english(MANAGER_OF_THE_WOMEN)
    said = desk.go("/jalisco-women/lots/LTW001D").inner_text("main")
    wanted = ("24 of 24", "cut and drawn in prison", "Puebla", "It may leave")
    assert [word for word in wanted if word not in said] == []
    desk.go(f"{BAG}?l=en")
    told = page.inner_text("body")
    assert "made in prison" in told
    assert "cut and drawn in prison, the first workshop of Jalisco" in told
    assert "hecho en un penal" in heard(desk, f"{BAG}?l=es")


@pytest.mark.parametrize("home", ["paso"], indirect=True)
def test_a_pair_refused_for_new_york_and_lawful_in_mexico(desk, home):
    desk.english(MANAGER)
    assert "It may leave" in desk.go("/texcalli/lots/LPT001A").inner_text("main")
    asked = ("--by", MANAGER, "--role", "site_manager", "--site", "texcalli")
    no = typed(home, "market", "New York", "--product", "vereda-pair", *asked)
    assert no.returncode == 1
    assert "refuses goods made in prison: Tariff Act of 1930, section 307" in no.stdout
    yes = typed(home, "market", "Mexico", "--product", "vereda-pair", *asked)
    assert yes.returncode == 0
    assert "Mexico: may go." in yes.stdout
    told = heard(desk, f"{PAIR}?l=en")
    assert [word for word in ("Mexico", "made in prison", "Embroidery by hand") if word not in told] == []


@pytest.mark.parametrize("home", ["thimble"], indirect=True)
def test_a_quilt_in_forty_kits(desk, home):
    desk.english(MANAGER)
    said = desk.go("/ashdown/lots/LFA001A").inner_text("main")
    assert [word for word in ("40 of 40", "Donegal", "It may leave") if word not in said] == []
    assert "There is nothing to choose from yet" in desk.go("/ashdown/lots/do/return-kit").inner_text("main")
    counted = ("kit=KFA001C", "good=1", "tools=needles: 2; scissors: 1")
    twice = typed(home, "do", "return-kit", *counted, "--by", MANAGER, "--site", "ashdown")
    assert (twice.returncode, "A kit is paid once" in twice.stderr) == (2, True)
    assert "Made by Chloe." in desk.go(f"{BLOCK}/21/1?l=en").inner_text("body")
    assert "Wren" not in heard(desk, f"{BLOCK}/21/8?l=en")
    desk.english(AUTHORITY)
    assert "Ashdown" in desk.go("/ashdown/authority").inner_text("body")

"""Her own sheet of codes."""

import re

import pytest

import browsing
import signing
from jornal.pages import sheets
from signing import PASSPHRASE, sign_in


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    signing.opened(sqlite, monkeypatch)


def inside(token="S3"):
    codes = signing.begun(token, "trainer")
    client = browsing.browser(token)
    client.post("/sign-in/again/", {"password": PASSPHRASE})
    return codes, client


def test_a_new_sheet_has_forty_codes_with_boxes_and_voids_the_old_one():
    old, client = inside()
    assert "40 codes are left on the sheet you have." in browsing.text(client.get("/account/codes/"))
    address = client.post("/account/codes/").headers["Location"]
    text = browsing.text(client.get(address))
    found = re.findall(r"<b>(\d{4}) (\d{4})</b>", text)
    assert (len(found), text.count('class="box"'), "Codes of S3" in text, "1 October 2026" in text) == (
        40,
        40,
        True,
        True,
    )
    assert sign_in(signing.browser(), "S3", old[0]).status_code == 422
    assert sign_in(signing.browser(), "S3", "".join(found[39])).status_code == 302


def test_the_sheet_is_shown_while_it_is_printed_and_to_nobody_else(monkeypatch):
    _, client = inside()
    address = client.post("/account/codes/").headers["Location"]
    assert [client.get(address).status_code for _ in range(2)] == [200, 200]
    assert inside("S4")[1].get(address).status_code == 404
    assert signing.browser().get(address).headers["Location"].startswith("/sign-in/")
    now = sheets.time.monotonic()
    monkeypatch.setattr(sheets.time, "monotonic", lambda: now + 601)
    assert client.get(address).status_code == 404


def test_a_slip_of_headquarters_is_no_sheet_of_hers():
    _, client = inside()
    assert client.get(f"/account/codes/{sheets.put('S3', 'x')}/").status_code == 404


def test_no_code_of_the_sheet_lies_on_the_disk_or_in_the_session(sqlite):
    _, client = inside()
    text = browsing.text(client.get(client.post("/account/codes/").headers["Location"]))
    codes = ["".join(pair) for pair in re.findall(r"<b>(\d{4}) (\d{4})</b>", text)]
    held = b"".join(path.read_bytes() for path in sqlite.home.glob("accounts.sqlite3*"))
    assert [code for code in codes if code.encode() in held] == []

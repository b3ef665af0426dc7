"""The sign-in, in a real browser."""

import os
import re
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
PASSPHRASE = "seven looms hum at noon"
PHONE = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}


def slip(home, staff):
    """The first passphrase and the codes of somebody's slip."""
    env = {**os.environ, "JORNAL_HOME": str(home)}
    command = [sys.executable, "-m", "jornal", "account", "open", staff, "--by", "S001Q"]
    out = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
    return re.search(r"first passphrase (\S+)", out)[1], re.findall(r"\d{4} \d{4}", out)


def in_order(page):
    """Nothing is wrong with the page for people who do not see it or use no mouse, and nothing is too wide."""
    found = Axe().run(page)
    assert [one["id"] for one in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def signed_in_the_first_time(desk, staff):
    """The browser after the first sign-in, with a passphrase of her own; the codes of her sheet."""
    first, codes = slip(desk.home, staff)
    page = desk.go("/sign-in/")
    in_order(page)
    page.fill("#id_login", staff.lower())
    page.fill("#id_password", first.lower())
    with page.expect_navigation():
        page.press("#id_password", "Enter")
    in_order(page)
    page.fill("#id_code", codes[0])
    with page.expect_navigation():
        page.press("#id_code", "Enter")
    in_order(page)
    page.fill("#id_oldpassword", first)
    page.fill("#id_password1", PASSPHRASE)
    page.fill("#id_password2", PASSPHRASE)
    with page.expect_navigation():
        page.press("#id_password2", "Enter")
    in_order(page)
    with page.expect_navigation():
        page.click("main form button")
    in_order(page)
    return page.locator(".codes b").all_inner_texts()


def again(desk, staff, code):
    """Signed out and in again."""
    page = desk.go("/sign-out/")
    with page.expect_navigation():
        page.click("main form button")
    page.goto(f"{desk.address}/sign-in/")
    page.fill("#id_login", staff)
    page.fill("#id_password", PASSPHRASE)
    with page.expect_navigation():
        page.press("#id_password", "Enter")
    page.fill("#id_code", code)
    with page.expect_navigation():
        page.press("#id_code", "Enter")
    return page


@pytest.mark.parametrize("desk", [{}, PHONE], indirect=True, ids=["wide", "phone"])
def test_from_the_slip_to_her_own_sheet_and_in_again_with_one_of_its_codes(desk):
    codes = signed_in_the_first_time(desk, "S004Z")
    assert len(codes) == 40
    with desk.page.expect_navigation():
        desk.page.click(".actions a")
    assert desk.page.url == f"{desk.address}/cusco/today"
    assert again(desk, "S004Z", codes[11]).url == f"{desk.address}/cusco/today"


@pytest.mark.parametrize("desk", [{"java_script_enabled": False}], indirect=True, ids=["no scripts"])
def test_without_scripts_it_is_the_same(desk, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "in_order", lambda _: None)
    codes = signed_in_the_first_time(desk, "S004Z")
    assert again(desk, "S004Z", codes[11]).url == f"{desk.address}/cusco/today"


def test_headquarters_adds_a_passkey_and_signs_in_with_it_alone(desk):
    signed_in_the_first_time(desk, "S001Q")
    session = desk.context.new_cdp_session(desk.page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }})  # fmt: skip
    with desk.page.expect_navigation():
        desk.page.click("text=It is on paper")
    in_order(desk.page)
    with desk.page.expect_navigation():
        desk.page.click("text=Add a key")
    in_order(desk.page)
    desk.page.check("#key-alone")
    desk.page.click("#key-button")
    desk.page.wait_for_url("**/account/")
    with desk.page.expect_navigation():
        desk.go("/sign-out/").click("main form button")
    desk.go("/sign-in/").click("#key-button")
    desk.page.wait_for_url("**/hq/board")


def test_a_key_that_does_not_answer_is_told_of_and_nothing_is_lost(desk):
    signed_in_the_first_time(desk, "S001Q")
    desk.go("/account/keys/add/").fill("#id_name", "the drawer")
    desk.context.new_cdp_session(desk.page).send("WebAuthn.enable")
    desk.page.evaluate("() => { navigator.credentials.create = () => Promise.reject(new Error('gone')); }")
    desk.page.click("#key-button")
    desk.page.wait_for_selector("#key-silent:not([hidden])")
    assert desk.page.input_value("#id_name") == "the drawer"


def test_what_she_typed_when_her_time_ran_out_is_sent_after_the_sign_in(desk):
    page = desk.enter("S001Q", names=False)
    page = desk.go("/hq/accounts/S005T")
    page.select_option("#f-what", "quality")
    page.select_option("#f-at", "cusco")
    (session,) = [one for one in desk.context.cookies() if re.fullmatch(r"jornal_[0-9a-f]{8}", one["name"])]
    desk.context.clear_cookies(name=session["name"])
    page.click("section[aria-labelledby=grant] button")
    page.wait_for_url("**/sign-in/?next=*")
    page.click("button[name=staff][value=S001Q]")
    page.wait_for_url("**/typed")
    in_order(page)
    with page.expect_navigation():
        page.click("text=Send it now")
    assert "The role is granted." in page.inner_text("main")


@pytest.mark.parametrize("desk", [{}, PHONE], indirect=True, ids=["wide", "phone"])
@pytest.mark.parametrize(
    "path", ["/hq/accounts", "/hq/accounts/S005T", "/hq/accounts/new", "/account/", "/cusco/accounts"]
)
def test_the_pages_of_roles_and_accounts_are_in_order(desk, path):
    desk.enter("S004Z" if path.startswith("/cusco") else "S001Q", names=False)
    in_order(desk.go(path))

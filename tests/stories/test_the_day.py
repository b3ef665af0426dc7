"""The manager's day, in a real browser: marked in three actions, by keyboard alone, without scripts, corrected."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
MANAGER, TRAINER = "S004Z", "S005T"
TODAY = "/cusco/attendance/2026-11-13"
YESTERDAY = "/cusco/attendance/2026-11-12"
NO_SCRIPTS = {"java_script_enabled": False}
PHONE = {"viewport": {"width": 360, "height": 740}}


def test_a_manager_marks_the_whole_workshop_in_three_actions(desk):
    page = desk.english(MANAGER)
    expect(page.locator("h1")).to_contain_text("Friday 13 November 2026")
    page.get_by_role("link", name="Mark attendance").click()  # one
    row = page.locator("tr[data-worker]").nth(3)
    row.locator("label", has_text="sick").click()  # two
    page.locator("#rest").click()  # three
    expect(page.locator("tr.done")).to_have_count(15)
    expect(page.locator(".note")).to_be_visible()
    desk.go("/cusco/today")
    expect(page.locator("main")).to_contain_text("14 of 15 are here")


def test_the_sheet_is_filled_by_keyboard_alone(desk):
    page = desk.english(MANAGER)
    desk.go(TODAY)
    page.locator("tr[data-worker] input[type=radio]").first.focus()
    for key in ("s", "Enter", "x", "2", "4", "0", "Enter", "c"):
        page.keyboard.press(key)
    page.keyboard.press("Control+s")
    expect(page.locator("tr.done")).to_have_count(3)
    said = page.locator("tr.done td.what").all_inner_texts()
    wanted = ("sick", "present|work", "court")
    assert [text for word, text in zip(wanted, said, strict=True) if not re.search(word, text)] == []
    expect(page.locator("tr.done").nth(1)).to_contain_text("4")


@pytest.mark.parametrize("desk", [NO_SCRIPTS], indirect=True, ids=["without scripts"])
def test_the_day_is_marked_without_scripts(desk):
    page = desk.page
    page.goto(f"{desk.address}/sign-in/")
    with page.expect_navigation():
        page.locator(f"button[name=staff][value={MANAGER}]").click()
    desk.go(TODAY)
    page.locator("#rest").click()
    expect(page.locator("tr.done")).to_have_count(15)


def test_yesterday_is_corrected_with_a_reason_and_what_stood_there_stays(desk):
    page = desk.english(MANAGER)
    desk.go(YESTERDAY)
    page.locator("tr.done a", has_text="Edit").first.click()
    page.locator("#f-why").fill("She left for a hearing at noon")
    page.locator("#f-minutes, #f-time").first.fill("240")
    desk.send("Record the correction")
    expect(page.locator(".faults")).to_have_count(0)
    desk.go(YESTERDAY)
    page.locator("tr.done", has_text="corrected").locator("a", has_text="Edit").first.click()
    expect(page.locator("main")).to_contain_text("She left for a hearing at noon")
    expect(page.locator("main")).to_contain_text("5")


def test_a_form_sent_twice_is_done_once(desk):
    page = desk.english(MANAGER)
    desk.go(TODAY)
    form = page.locator("#sheet").evaluate(
        "f => Object.fromEntries([...new FormData(f, document.getElementById('rest'))])"
    )
    answers = [
        page.request.post(f"{desk.address}{TODAY}", form=form, headers={"Referer": desk.address})
        for _ in "ab"
    ]
    assert [one.ok for one in answers] == [True, True]
    desk.go(TODAY)
    expect(page.locator("tr.done")).to_have_count(15)


@pytest.mark.parametrize("desk", [PHONE], indirect=True, ids=["on a phone"])
def test_a_trainer_marks_on_a_phone_and_sees_no_pay(desk):
    page = desk.english(TRAINER)
    desk.go(TODAY)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1")
    page.locator("#rest").click()
    expect(page.locator("tr.done")).to_have_count(15)
    assert desk.page.goto(f"{desk.address}/cusco/pay").status == 404


def test_the_day_reads_in_thai_with_its_own_year(desk):
    page = desk.enter("S007H")
    with page.expect_navigation():
        page.select_option("#language", "th")
    expect(page.locator("html")).to_have_attribute("lang", "th")
    expect(page.locator("h1")).to_contain_text(f"พ.ศ. {date(2026, 1, 1).year + 543}")
    desk.go("/chiang-mai/attendance/2026-11-13")
    page.locator("#rest").click()
    expect(page.locator("tr.done")).to_have_count(10)

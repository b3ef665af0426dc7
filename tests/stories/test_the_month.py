"""A month of pay by two people, in a real browser; and what others see of it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
MANAGER, FINANCE, REPRESENTATIVE, AUDITOR = "S004Z", "S002K", "S006N", "S003E"
MONTH = "/cusco/pay/2026-11"


def test_a_month_is_drafted_issued_approved_and_paid_by_two_people(desk):
    page = desk.english(MANAGER)
    desk.go(MONTH)
    expect(page.locator("tbody tr th a")).to_have_count(15)
    page.locator("tbody tr th a").first.click()
    expect(page.locator("main")).to_contain_text("×")
    desk.go(f"{MONTH}/issue")
    desk.send("Issue the pay")
    desk.go(MONTH)
    expect(page.locator("main")).to_contain_text("approv")
    desk.go(f"{MONTH}/approve")
    assert page.get_by_role("button", name="Approve").count() == 0, "Who issued does not approve."
    page = desk.english(FINANCE)
    desk.go(f"{MONTH}/approve")
    desk.send("Approve")
    page = desk.english(MANAGER)
    desk.go(f"{MONTH}/payments")
    page.locator("input[name=sum]").first.check()
    page.fill("#f-paper", "List 1")
    desk.send("Record what left")
    expect(page.locator(".faults")).to_have_count(0)
    expect(page.locator(".note")).to_be_visible()


def test_a_representative_sees_totals_and_no_worker(desk):
    page = desk.english(REPRESENTATIVE)
    desk.go("/cusco/totals")
    expect(page.locator("h1")).to_be_visible()
    assert "QC0" not in page.locator("main").inner_text()
    assert page.goto(f"{desk.address}{MONTH}").status == 404


def test_an_auditor_sees_codes_and_no_name(desk):
    page = desk.english(AUDITOR)
    desk.go("/cusco/attendance/2026-11-12")
    expect(page.locator("tbody")).to_contain_text("QC001V")
    expect(page.locator("#passphrase")).to_have_count(0)


def test_headquarters_sees_all_its_sites(desk):
    page = desk.english(FINANCE)
    desk.go("/hq/board")
    expect(page.locator("tbody tr")).to_have_count(2)

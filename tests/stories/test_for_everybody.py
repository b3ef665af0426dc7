"""What a page owes to people who do not see it, hold a phone or read in the dark: every page, four ways."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
WAYS = [
    {"viewport": WIDE, "color_scheme": "light"},
    {"viewport": WIDE, "color_scheme": "dark"},
    {"viewport": PHONE, "color_scheme": "light"},
    {"viewport": PHONE, "color_scheme": "dark"},
]
NAMED = [f"{'wide' if way['viewport'] is WIDE else 'phone'} {way['color_scheme']}" for way in WAYS]
OF_A_SITE = (
    "/today", "/attendance/2026-11-13", "/attendance/2026-11-12", "/attendance/week/2026-11-13", "/pieces/2026-11-13",
    "/pieces/2026-11-13/scan", "/pieces/2026-11-13/rejected", "/pieces/operations", "/calendar/2026-11", "/planned",
    "/people", "/people/QC001V", "/people/QC001V/mark", "/people/QC001V/withdraw", "/people/QC001V/consent",
    "/people/QC001V/do/sign-contract", "/people/QC001V/do/leave", "/people/QC001V/begin", "/people/offer",
    "/rates", "/agreements", "/findings", "/authority", "/exchange",
    "/accounts", "/register", "/pay", "/pay/2026-11", "/pay/2026-10", "/pay/2026-11/of/QC001V", "/pay/2026-11/issue",
    "/pay/2026-10/approve", "/pay/2026-10/payments", "/pay/2026-10/owed", "/pay/2026-10/slips", "/pay/2026-10/papers",
    "/lots", "/skills", "/courses", "/people/QC001V/release", "/pay/2026-10/family", "/pay/savings",
    "/pay/2026-10/close", "/pay/questions", "/pay/statement/QC001V", "/close",
)  # fmt: skip
OF_HEADQUARTERS = (
    "/hq/board",
    "/hq/agreements",
    "/hq/after",
    "/hq/accounts",
    "/hq/approve",
    "/hq/exchange",
    "/hq/register",
)


def faults(page) -> list[str]:
    """What is against the rules of accessibility, and whether the page has to be moved sideways.

    It is looked at where it ends: a bar that stays below covers a row elsewhere, which moves away from it.
    """
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    wrong = [f"{one['id']}: {one['nodes'][0]['target']}" for one in found.response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"):
        wrong.append("it is wider than the screen")
    return wrong


@pytest.mark.parametrize("desk", WAYS, indirect=True, ids=NAMED)
@pytest.mark.parametrize(
    ("staff", "addresses"), [("S004Z", OF_A_SITE), ("S001Q", OF_HEADQUARTERS)], ids=["site", "hq"]
)
def test_every_page_is_in_order(desk, staff, addresses):
    page = desk.enter(staff)
    wrong = {}
    for address in addresses:
        where = address if address.startswith("/hq") else f"/cusco{address}"
        answer = page.goto(f"{desk.address}{where}")
        assert answer.status == 200, where
        if found := faults(page):
            wrong[where] = found
    assert wrong == {}

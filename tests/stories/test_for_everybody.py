"""What a page owes to people who do not see it, hold a phone or read in the dark: every page that there is."""

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from walked import Walked, by_staff, forms, walked

pytestmark = pytest.mark.browser
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ASK = """async (only) => {
  scrollTo(0, document.documentElement.scrollHeight);  // a bar that stays below covers a row elsewhere
  const found = await axe.run({runOnly: only, resultTypes: ["violations"]});
  return found.violations.map(one => one.id + ": " + one.nodes[0].target);
}"""
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth + 1;
  return document.documentElement.scrollWidth > room;
}"""


def faults(page, only: list[str] | None = None) -> list[str]:
    """What is against the rules of accessibility, or against some of them alone."""
    return page.evaluate(ASK, only or RULES)


def sideways(page) -> list[str]:
    """Whether the page has to be moved sideways to be read."""
    return ["it is wider than the screen"] if page.evaluate(TOO_WIDE) else []


def four_ways(page) -> list[str]:
    """Wide and on a phone by all rules, and in the dark by that of contrast, the only one that colours can break."""
    page.evaluate(AXE_SCRIPT)
    wrong = [f"wide: {one}" for one in faults(page)]
    page.set_viewport_size(PHONE)
    wrong += [f"phone: {one}" for one in (*faults(page), *sideways(page))]
    page.emulate_media(color_scheme="dark")
    return wrong + [f"dark: {one}" for one in faults(page, ["color-contrast"])]


def on_a_phone(page) -> list[str]:
    """On a phone alone: the forms of all deeds are of one kind, drawn by the same templates."""
    page.evaluate(AXE_SCRIPT)
    return [*faults(page), *sideways(page)]


def wrong_of(desk, found: list[Walked], language: str, look, *, width=PHONE) -> dict[str, list[str]]:
    """What a look finds wrong, by path; each page opened by whoever works with it."""
    wrong = {}
    for staff, theirs in by_staff(found).items():
        desk.page.set_viewport_size(WIDE)
        page = desk.enter(staff)
        desk.speak(language)
        for one in theirs:
            page.set_viewport_size(width)
            page.emulate_media(color_scheme="light")
            answer = page.goto(f"{desk.address}{one.path}", wait_until="domcontentloaded")
            assert answer.status == 200, one
            if told := look(page):
                wrong[one.path] = told
    return wrong


def test_every_page_is_in_order_wide_on_a_phone_and_in_the_dark(desk):
    wrong = wrong_of(desk, walked(), "en", four_ways, width=WIDE)
    assert wrong == {}, json.dumps(wrong, indent=1)


def test_every_form_is_in_order_on_a_phone(desk):
    wrong = wrong_of(desk, forms(), "en", on_a_phone)
    assert wrong == {}, json.dumps(wrong, indent=1)


def test_nothing_has_to_be_moved_sideways_in_thai(desk):
    wrong = wrong_of(desk, walked() + forms(), "th", sideways)
    assert wrong == {}, json.dumps(wrong, indent=1)

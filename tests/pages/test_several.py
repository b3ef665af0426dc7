"""A form of several lines: what stands on each is kept, empty lines are left out, faults are said by line."""

import pytest

import browsing
import stocked
from actions.test_milestones import commissioned
from jornal.facts.sales import Milestone

ADDRESS = "/hq/orders/c-1/milestones"


@pytest.fixture
def seller(sqlite, monkeypatch):
    commissioned()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    return browsing.member("V1", "seller", "")


def line(at: int, **said: str) -> dict[str, str]:
    return {f"{name}-{at}": value for name, value in {"number": str(at), **said}.items()}


def test_more_lines_are_shown_and_what_was_typed_stays(seller):
    answer = seller.post(ADDRESS, {"lines": "3", "do": "more", **line(2, what="deposit", amount="12.50")})
    page = answer.content.decode()
    assert (answer.status_code, 'value="12.50"' in page, 'name="amount-6"' in page, 'name="amount-7"' in page) == (
        200, True, True, False,
    )  # fmt: skip


def test_a_fault_is_said_with_its_line_and_leads_to_its_field(seller):
    answer = seller.post(ADDRESS, {"lines": "3", "do": "check", **line(2, what="deposit", amount="much")})
    page = answer.content.decode()
    assert (answer.status_code, 'href="#f-amount-2"' in page, "2 · Amount: Write an amount" in page) == (
        422, True, True,
    )  # fmt: skip


def test_a_form_with_no_line_filled_in_records_nothing(seller):
    answer = seller.post(ADDRESS, {"lines": "3", "do": "record", **line(1), **line(2)})
    assert (answer.status_code, "Fill in one line at least" in browsing.text(answer)) == (422, True)
    assert not Milestone.objects.exists()


@pytest.mark.parametrize("lines", ["", "-1", "x", "1000000000", "٣"], ids=str)
def test_a_number_of_lines_that_no_form_has_shows_a_form(seller, lines):
    answer = seller.post(ADDRESS, {"lines": lines, "do": "more"})
    page = answer.content.decode()
    assert (answer.status_code, page.count('name="amount-') <= 99) == (200, True)


def test_it_belongs_to_those_who_part_a_sum(sqlite, monkeypatch):
    stocked.begun()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    assert browsing.member("S1", "site_manager").get(ADDRESS).status_code == 404
    assert browsing.member("V1", "seller", "").get(ADDRESS).status_code == 404  # no such order

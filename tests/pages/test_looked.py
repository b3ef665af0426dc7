"""What changed since somebody looked."""

from datetime import date
from types import SimpleNamespace

import pytest

import browsing
import payroll
from jornal.accounts.models import Account
from jornal.pages import looked
from jornal.pages.access import desk_of
from jornal.units.periods import month

OCTOBER = month("2026-10")


@pytest.fixture
def desk(sqlite, monkeypatch):
    here = payroll.begun(sqlite.home)
    browsing.opened(sqlite, monkeypatch, day="2026-10-31")
    browsing.member("S1", "site_manager")
    request = SimpleNamespace(user=Account.objects.get(staff="S1"))
    return here, desk_of(request, "cusco", "site.pay.month")


def test_the_first_look_tells_nothing_and_is_noted(desk):
    _, at = desk
    assert looked.changes(at, "2026-10", OCTOBER) is None
    assert list(Account.objects.get(staff="S1").looked) == ["pay cusco 2026-10"]


def test_what_came_in_of_one_day_and_kind_stands_together_with_its_page(desk):
    here, at = desk
    looked.changes(at, "2026-10", OCTOBER)
    payroll.days(here, date(2026, 10, 5), date(2026, 10, 5), workers=("Q01", "Q02"))
    payroll.made(here, date(2026, 10, 6), 3)
    found = looked.changes(at, "2026-10", OCTOBER)
    assert [(one.what, one.workers, one.address) for one in found.found] == [
        ("attendance", ["Q01", "Q02"], "/cusco/attendance/2026-10-05"),
        ("pieces", ["Q21"], "/cusco/pieces/2026-10-06"),
    ]
    assert (found.workers, found.everybody) == ({"Q01", "Q02", "Q21"}, False)


def test_it_stays_until_she_says_that_she_has_seen_it(desk):
    here, at = desk
    looked.changes(at, "2026-10", OCTOBER)
    payroll.days(here, date(2026, 10, 5), date(2026, 10, 5), workers=("Q01",))
    assert looked.changes(at, "2026-10", OCTOBER) is not None
    assert looked.changes(at, "2026-10", OCTOBER) is not None
    looked.seen(at, "2026-10")
    assert looked.changes(at, "2026-10", OCTOBER) is None

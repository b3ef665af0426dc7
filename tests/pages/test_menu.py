"""The menu."""

import pytest

import browsing
from jornal.pages import menu


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)


def entries(role, at="cusco", path="/cusco/today"):
    text = browsing.text(browsing.member("S3", role, at).get(path))
    return text.partition("<nav")[2].partition("</nav>")[0]


@pytest.mark.parametrize(
    ("role", "there", "not_there"),
    [
        ("site_manager", ["Today", "Roles and accounts", "Register"], []),
        ("trainer", ["Today"], ["Roles and accounts", "Register"]),
        ("auditor", ["Register"], ["Roles and accounts"]),
    ],
)
def test_each_sees_the_pages_that_open_for_her(role, there, not_there):
    found = entries(role)
    assert [label for label in there if f">{label}</a>" not in found] == []
    assert [label for label in not_there if f">{label}</a>" in found] == []


def test_at_headquarters_it_leads_to_pages_of_headquarters():
    found = entries("hq_operations", "", "/hq/accounts")
    assert ('href="/hq/accounts" aria-current="page"' in found, "/cusco/" in found) == (True, False)


def test_a_page_below_another_marks_the_other():
    assert 'href="/hq/accounts" aria-current="page"' in entries("hq_operations", "", "/hq/accounts/new")


def headings(role, at="cusco", path="/cusco/today"):
    return [part.partition("</p>")[0] for part in entries(role, at, path).split("<p>")[1:]]


@pytest.mark.parametrize(
    ("role", "sections"),
    [
        ("site_manager", ["Making", "Money", "People", "Rules and proof"]),
        ("trainer", ["Making", "People"]),
        ("authority", ["Rules and proof"]),
    ],
)
def test_a_section_is_named_where_she_may_open_something_of_it(role, sections):
    assert headings(role) == sections


def test_a_page_that_no_section_names_is_not_out_of_reach(monkeypatch):
    monkeypatch.setattr(menu, "SECTIONS", (("", ("today",)), ("Rules and proof", ())))
    assert ">Pay</a>" in entries("site_manager")


def test_no_section_names_a_page_that_is_not_there():
    known = {name.split(".")[1] for name, _, _ in menu._pages}
    assert [family for _, families in menu.SECTIONS for family in families if family not in known] == []


def test_an_entry_is_listed_once_and_a_page_knows_to_which_it_belongs():
    before = list(menu._pages)
    menu.listed("site.accounts", "Roles and accounts", ("site_manager",))
    assert menu._pages == before
    assert [menu.label_of(name) for name in ("hq.accounts.one", "site.today", "site.nothing", "")] == [
        "Roles and accounts", "Today", "", "",
    ]  # fmt: skip

"""Who reached for a page that is not theirs."""

import browsing
from jornal.pages import reaches


def test_each_reach_is_a_line_and_the_newest_stands_first(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    assert reaches.last() == []
    reaches.noted("S1", "/lima/pay", "GET")
    reaches.noted("S2", "/" + "x" * 400, "POST")
    first, second = reaches.last(2)
    assert (first["who"], first["method"], len(first["address"]), second["address"]) == (
        "S2",
        "POST",
        300,
        "/lima/pay",
    )


def test_the_file_does_not_grow_without_end(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    monkeypatch.setattr(reaches, "MOST", 2_000)
    for number in range(200):
        reaches.noted("S1", f"/{number}", "GET")
    assert (sqlite.home / reaches.NAME).stat().st_size < 2_200
    assert reaches.last(1)[0]["address"] == "/199"


def test_an_address_cannot_write_lines_of_its_own(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    reaches.noted("S1", '/a\n{"who": "S2"}', "GET")
    assert [one["who"] for one in reaches.last()] == ["S1"]


def test_a_line_that_was_cut_off_hides_none_of_the_others(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    reaches.noted("S1", "/lima/pay", "GET")
    path = sqlite.home / reaches.NAME
    path.write_bytes(path.read_bytes() + '{"at": "2026-10-01", "who": "ñ'.encode()[:-1])
    reaches.noted("S2", "/lima/people", "GET")
    assert [one["who"] for one in reaches.last()] == ["S2", "S1"]

"""Headquarters' board, in the browser."""

import browsing
import crew
import talked
from peopled import do


def test_headquarters_sees_every_site_and_the_way_to_each(database, monkeypatch):
    crew.begun()
    browsing.opened(database, monkeypatch, day="2026-10-30")
    browsing.site("lima", "Workshop in Lima")
    text = browsing.text(browsing.member("H1", "hq_operations", at="").get("/", follow=True))
    assert ("Workshop in Lima" in text, 'href="/lima/today"' in text, "No pay is late." in text) == (
        True,
        True,
        True,
    )


def test_a_site_manager_does_not_see_the_board(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    client = browsing.member("S1", "site_manager")
    assert client.get("/hq/board").status_code == 404
    assert "/hq/board" not in browsing.text(client.get("/cusco/today"))


def test_a_question_of_a_site_is_told_to_those_alone_who_may_open_it(sqlite, monkeypatch):
    crew.begun()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    operations, finance = (
        browsing.member(f"H{one}", role, "") for one, role in ((1, "hq_operations"), (8, "hq_finance"))
    )
    do(talked.site(), "put-question", {"says": "Which grey is meant?"})
    assert [("Which grey" in browsing.text(one.get("/hq/board"))) for one in (operations, finance)] == [
        True,
        False,
    ]
    assert finance.get("/cusco/dialogue/q-s1").status_code == 404

"""The paper of a day, from the screen."""

import pytest

import browsing
import daily
from daily import SHEET, manager, opened


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "cusco-2026-10-30-blank.pdf"),
        ("?form=week", "cusco-2026-10-26-week.pdf"),
        ("?form=recorded", "cusco-2026-10-30-recorded.pdf"),
        ("?form=other", "cusco-2026-10-30-blank.pdf"),
    ],
)
def test_the_sheet_comes_as_a_file_to_print(sqlite, monkeypatch, query, name):
    opened(sqlite, monkeypatch)
    answer = manager().get(f"{SHEET}/paper{query}")
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_names_are_on_it_for_those_who_see_them_alone(sqlite, monkeypatch):
    daily.named(sqlite, monkeypatch)
    shown = []
    monkeypatch.setattr(
        "jornal.pages.daypaper.drawn", lambda paper: shown.append(paper.run["names"]) or b"%PDF"
    )
    for client in (manager(), browsing.member("A1", "auditor")):
        client.get(f"{SHEET}/paper")
    assert shown == [True, False]

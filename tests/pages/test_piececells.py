"""The rows of the pieces sheet."""

import browsing
import crew
from workpieces import SHEET, TODAY, counted, opened


def test_a_number_says_what_is_behind_it(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    counted(here, "QC01", "sole", 20, rework="2")
    counted(here, "QC01", "sole", 5, number="2", lot="L7")
    assert ">25</a><small>2 again · 2 counts</small>" in browsing.text(client.get(SHEET))
    assert 'name="g0.QC01"' not in browsing.text(client.get(f"{SHEET}?edit=yes"))


def test_who_was_kept_from_work_says_so_beside_her_name(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    crew.do(here, "mark-all", {"day": TODAY, "but": "QC02: sick"})
    text = browsing.text(client.get(SHEET))
    assert '<small>2</small> QC02 <small class="away">sick day</small>' in text
    assert text.count('class="away"') == 1


def test_text_of_users_is_shown_as_text(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    counted(here, "QC01", "<b>&\"'", 3)
    text = browsing.text(client.get(SHEET))
    assert ("<b>&\"'" in text, "?operation=%3Cb%3E%26%22%27" in text) == (False, True)

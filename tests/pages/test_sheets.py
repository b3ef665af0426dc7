"""Secrets on their way to paper."""

from jornal.pages import sheets


def test_it_is_shown_to_whoever_asked_and_to_nobody_else():
    token = sheets.put("S1", ("1234",))
    assert (sheets.shown("S1", token), sheets.shown("S2", token), sheets.shown("S1", "x")) == (
        ("1234",),
        None,
        None,
    )


def test_it_is_shown_again_while_it_is_printed_and_gone_ten_minutes_later(monkeypatch):
    token, now = sheets.put("S1", "x"), sheets.time.monotonic()
    assert sheets.shown("S1", token) == sheets.shown("S1", token) == "x"
    monkeypatch.setattr(sheets.time, "monotonic", lambda: now + 601)
    assert (sheets.shown("S1", token), token in sheets._kept) == (None, False)


def test_only_the_last_are_kept(monkeypatch):
    monkeypatch.setattr(sheets, "MOST", 2)
    tokens = [sheets.put("S1", number) for number in range(3)]
    assert [sheets.shown("S1", token) for token in tokens] == [None, 1, 2]

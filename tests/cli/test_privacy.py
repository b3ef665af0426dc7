"""`jornal privacy`."""

import commanded


def test_it_prints_the_form(capsys):
    code, text = commanded.said(capsys, "privacy")
    assert code == 0
    assert text.startswith("| table | what it holds | in the open | sealed |")

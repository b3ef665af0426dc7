"""The exchange, until it is built."""

import pytest

import browsing


@pytest.mark.parametrize(
    ("path", "role", "at"),
    [("/cusco/exchange", "site_manager", "cusco"), ("/hq/exchange", "hq_operations", "")],
)
def test_it_says_plainly_that_it_is_not_built_and_what_does_instead(sqlite, monkeypatch, path, role, at):
    browsing.opened(sqlite, monkeypatch)
    text = browsing.text(browsing.member("X1", role, at).get(path))
    assert ("This is not built yet." in text, '<th scope="row">cusco</th>' in text) == (True, True)

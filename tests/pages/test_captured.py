"""What an address may hold."""

from datetime import date

import pytest
from django.urls import Resolver404, resolve

from jornal.pages.captured import Day, Month, Token


@pytest.mark.parametrize(
    ("reader", "text", "value"),
    [
        (Day(), "2026-02-28", date(2026, 2, 28)),
        (Month(), "2026-10", "2026-10"),
        (Token(), "QC014X", "QC014X"),
        (Token(), "lomas-de.2_b", "lomas-de.2_b"),
    ],
)
def test_what_stands_in_an_address_is_read_and_written_again(reader, text, value):
    assert (reader.to_python(text), reader.to_url(reader.to_python(text))) == (value, text)


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (Day(), "2026-02-30"),
        (Month(), "0000-10"),
        (Token(), "hq"),
        (Token(), "a/b"),
        (Token(), "-a"),
        (Token(), "x" * 61),
    ],
)
def test_what_is_in_no_calendar_and_no_list_is_no_address(reader, text):
    with pytest.raises(ValueError, match=r"."):
        reader.to_python(text)


@pytest.mark.parametrize("path", ["/hq/today", "/../today", "/a%20b/today", "/cusco/today/"])
def test_headquarters_is_no_site(path):
    with pytest.raises(Resolver404):
        resolve(path)

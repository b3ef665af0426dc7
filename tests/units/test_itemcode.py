"""Trade item numbers and the addresses of labels."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jornal.units.itemcode import (
    Item,
    NotALink,
    NotAnItem,
    NotAResolver,
    item_number,
    link,
    path,
    read,
    with_check_digit,
)

some = settings(max_examples=100, deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("4006381333931", "04006381333931"), ("036000291452", "00036000291452"), ("96385074", "00000096385074"),
        ("10012345678902", "10012345678902"), ("9506 0001 34352", "09506000134352"),
    ],
)  # fmt: skip
def test_a_printed_number_is_read_in_each_of_its_lengths(typed: str, whole: str):
    assert item_number(typed) == whole


@pytest.mark.parametrize(
    "typed", ["4006381333932", "400638133393", "", "12345", "40063813339٣1", "4006381333931x"]
)
def test_a_number_that_does_not_fit_is_refused(typed: str):
    with pytest.raises(NotAnItem):
        item_number(typed)


@some
@given(st.text("0123456789", min_size=1, max_size=13), st.integers(0, 13), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(digits: str, place: int, wrong: int):
    whole = with_check_digit(digits)
    altered = f"{whole[:place]}{(int(whole[place]) + wrong) % 10}{whole[place + 1 :]}"
    assert item_number(whole) == whole
    with pytest.raises(NotAnItem):
        item_number(altered)


def test_the_address_of_a_piece_is_a_digital_link():
    item = Item(with_check_digit("290000100001"), "2026-31", "417")
    assert link("https://id.example/", item) == f"https://id.example/01/{item.gtin}/10/2026-31/21/417"
    assert read(link("https://id.example", item)) == item
    assert read(path(item._replace(serial=""))) == item._replace(serial="")


@pytest.mark.parametrize(
    "address",
    [
        "https://id.example/",
        "/01/04006381333931",
        "/01/04006381333931/10/a b",
        "/01/04006381333931/10/%2e%2e%2f",
        "/10/a",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_label_is_said(address: str):
    with pytest.raises(NotALink):
        read(address)


@pytest.mark.parametrize("lot", ["", "../x", "a" * 21, "ผ้า", "a/b"])
def test_a_lot_that_would_not_scan_has_no_address(lot: str):
    with pytest.raises(NotALink):
        path(Item(with_check_digit("1"), lot))


@pytest.mark.parametrize(
    "stem", ["https://id.example/dl", "https://example.org/a/b/", "http://localhost:8000"]
)
def test_a_label_is_read_back_whatever_its_address_begins_with(stem: str):
    item = Item(with_check_digit("290000100001"), "LQC001M", "3")
    assert read(link(stem, item)) == item


@pytest.mark.parametrize(
    "stem",
    ["https://id.example?x=1", "https://id.example/#a", "id.example", "https://", "https://id example", ""],
)
def test_no_label_is_printed_with_a_code_that_leads_nowhere(stem: str):
    with pytest.raises(NotAResolver, match="without a question mark"):
        link(stem, Item(with_check_digit("290000100001"), "LQC001M", "3"))

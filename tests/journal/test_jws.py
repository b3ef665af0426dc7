"""Signatures that travel beside a text: what was altered is found, whatever was altered."""

import json

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey

from hands import LAPTOP
from jornal.journal.jws import Changed, NotWhole, OtherKey, canonical, checked, fingerprint, signed
from jornal.journal.node import Node

some = settings(max_examples=60, deadline=None, derandomize=True)
SAYS = {
    "v": 1,
    "lot": "2026-31",
    "pay": {"lowest": 471, "median": 712},
    "prison": True,
    "note": "ผ้าพันคอ – Ñandú",
}
TEXT, MARK = canonical(SAYS), signed(SAYS, LAPTOP)
OTHER = Node(SigningKey(bytes(range(32))))


def test_what_was_signed_is_read_with_its_key():
    found = checked(TEXT, MARK, fingerprint(LAPTOP.public))
    assert (found.content, found.public) == (SAYS, LAPTOP.public)


def test_the_text_is_not_in_the_signature_and_is_canonical():
    _, nothing, mark = MARK.split(".")
    assert (nothing, len(mark)) == ("", 86)
    assert TEXT.encode() == rfc8785.dumps(SAYS)


def test_another_layout_of_the_same_words_is_the_same():
    assert checked(json.dumps(SAYS, indent=4), MARK + "\n").content == SAYS


def test_a_fingerprint_is_read_as_it_is_typed():
    assert checked(TEXT, MARK, fingerprint(LAPTOP.public).lower().replace(" ", "-")).content == SAYS


@some
@given(
    st.sampled_from(sorted(SAYS)), st.one_of(st.integers(0, 9), st.text(max_size=3), st.booleans(), st.none())
)
def test_any_value_that_is_altered_is_found(key: str, value: object):
    altered = canonical({**SAYS, key: value})
    if altered != TEXT:
        with pytest.raises(Changed, match="was altered"):
            checked(altered, MARK)


@some
@given(st.integers(0, len(MARK) - 1), st.sampled_from("Ab9_-. é"))
def test_no_sign_of_the_signature_can_be_altered(place: int, letter: str):
    altered = MARK[:place] + letter + MARK[place + 1 :]
    if altered not in (MARK, MARK.strip()):
        with pytest.raises((Changed, NotWhole, OtherKey)):
            checked(TEXT, altered, fingerprint(LAPTOP.public))


def test_the_last_letter_of_a_signature_cannot_be_another_for_the_same():
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for letter in set(letters) - {MARK[-1]}:
        with pytest.raises(Changed):
            checked(TEXT, MARK[:-1] + letter)


@pytest.mark.parametrize(
    "text", [TEXT[:-5], "", "[1]", "nothing", TEXT.replace("471", "4.71"), "[" * 100_000, '{"a":NaN}']
)
def test_what_is_cut_off_cannot_be_checked_and_says_so(text: str):
    with pytest.raises(NotWhole, match="cannot be checked"):
        checked(text, MARK)


def test_a_key_that_stands_there_twice_is_refused():
    with pytest.raises(NotWhole):
        checked(TEXT.replace('"v":1', '"v":1,"lot":"2026-31"'), MARK)


def test_what_somebody_else_signed_is_not_ours():
    with pytest.raises(OtherKey, match="signed by another key"):
        checked(TEXT, signed(SAYS, OTHER), fingerprint(LAPTOP.public))


@pytest.mark.parametrize("mark", ["", "a.b", "a.b.c", "..", MARK.replace("..", ".e30."), MARK[:40]])
def test_a_signature_that_is_none_says_so(mark: str):
    with pytest.raises(NotWhole):
        checked(TEXT, mark)

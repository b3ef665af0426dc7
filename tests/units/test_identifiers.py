"""Codes and the slips that are found in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.units.identifiers import LETTERS, NotABody, is_whole, tidy, with_check

BODIES = st.from_regex(rf"[{LETTERS}]{{1,4}}[0-9]{{1,6}}", fullmatch=True)
UNLIKE = {*zip("0123456789", "PQRSTVWXYZ", strict=True)}
LOOKALIKES = "0D 0Q 0C 1L 1J 1T 2Z 3B 3E 4A 4H 5S 6G 6B 6C 7T 7Y 7F 7Z 8B 8S 9G 9P 9Q"


def one_wrong(code: str) -> list[tuple[str, str, str]]:
    """Every code with one character changed, with the right and the wrong character."""
    return [
        (code[:place] + wrong + code[place + 1 :], right, wrong)
        for place, right in enumerate(code)
        for wrong in LETTERS + "0123456789"
        if wrong != right
    ]


@pytest.mark.parametrize(
    ("body", "code"), [("QC014", "QC014V"), ("A0", "A0H"), ("ZZZZ999999", "ZZZZ999999W")]
)
def test_a_code_of_today_is_a_code_for_ever(body: str, code: str):
    assert with_check(body) == code


@given(BODIES)
def test_a_code_is_whole_and_keeps_its_body(body: str):
    code = with_check(body)
    assert code[:-1] == body
    assert code[-1] in LETTERS
    assert is_whole(code)
    assert tidy(code) == code


@given(BODIES)
def test_every_wrong_letter_and_every_wrong_digit_is_found(body: str):
    wrong = [code for code, right, typed in one_wrong(with_check(body)) if right.isdigit() == typed.isdigit()]
    assert len(wrong) == sum(9 if character.isdigit() else 22 for character in with_check(body))
    assert not [code for code in wrong if is_whole(code)]


@given(BODIES)
def test_a_letter_for_a_digit_is_found_but_for_ten_unlike_pairs(body: str):
    missed = {(right, typed) for code, right, typed in one_wrong(with_check(body)) if is_whole(code)}
    assert {tuple(sorted(pair)) for pair in missed} <= UNLIKE


def test_no_letter_and_digit_that_look_alike_are_among_the_unlike_pairs():
    assert not {tuple(pair) for pair in LOOKALIKES.split()} & UNLIKE


@given(BODIES)
def test_every_swap_of_neighbours_is_found(body: str):
    code = with_check(body)
    swapped = [
        code[:place] + code[place + 1] + code[place] + code[place + 2 :] for place in range(len(code) - 1)
    ]
    assert not [other for other in swapped if other != code and is_whole(other)]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "A",
        "1",
        "ABCDE1",
        "A1234567",
        "I1",
        "O1",
        "U1",
        "qc014",
        "QC-014",
        "Ａ1",
        "A１",
        "A๑",
        "A1\n",
        None,
    ],
)
def test_what_cannot_become_a_code_is_refused(body: object):
    with pytest.raises(NotABody, match=r"Write 1 to 4 capital letters \(not I, O or U\), then 1 to 6 digits"):
        with_check(body)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "code", ["", "V", "QC014", "QC014VV", "qc014v", "QC-014-V", "QC014V\n", "QC０14V", "QC0147"]
)
def test_what_is_not_written_as_a_code_is_not_whole(code: str):
    assert not is_whole(code)


@pytest.mark.parametrize(
    "typed",
    [
        "QC014V",
        "qc014v",
        " QC-014-V ",
        "QC\u2011014\u2013v",
        "ＱＣ０１４Ｖ",
        "qc๐๑๔v",
        "Q C\u00a00 1 4\tV\ufeff",
        "QC\u2212014V",
    ],
)
def test_a_code_is_known_however_it_was_typed(typed: str):
    assert tidy(typed) == "QC014V"
    assert is_whole(tidy(typed))


@pytest.mark.parametrize("typed", ["QC014ß", "QC014ſ", "QC٠14V", "QC014V;", "ﬁ014V", "QC①14V"])
def test_what_only_resembles_a_code_does_not_become_one(typed: str):
    assert not is_whole(tidy(typed))


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str):
    assert tidy(tidy(text)) == tidy(text)

"""Long codes that a person types from paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.journal.chain import ALPHABET
from jornal.journal.typed import Mistyped, WrongLength, read, shown

SIGNATURE = bytes(range(64))


@given(st.binary(min_size=1, max_size=80))
def test_what_is_printed_is_read_back(content):
    assert read(shown(content), len(content)) == content


@pytest.mark.parametrize(
    "typed", [str.lower, lambda text: text.replace(" ", "-"), lambda text: text.replace("0", "O")]
)
def test_small_letters_dashes_and_look_alikes_are_read(typed):
    assert read(typed(shown(SIGNATURE))) == SIGNATURE


@pytest.mark.parametrize("group", range(13))
def test_two_groups_in_each_others_place_are_located(group):
    groups = shown(SIGNATURE).split()
    other = (group + 1) % 13
    groups[group], groups[other] = groups[other], groups[group]
    with pytest.raises(Mistyped, match=f"Group {min(group, other) + 1} "):
        read(" ".join(groups))


@pytest.mark.parametrize("at", range(9))
def test_any_wrong_character_of_a_group_is_found(at):
    groups = shown(SIGNATURE).split()
    for letter in set(ALPHABET) - {groups[4][at]}:
        wrong = [*groups[:4], groups[4][:at] + letter + groups[4][at + 1 :], *groups[5:]]
        with pytest.raises(Mistyped, match="Group 5 "):
            read(" ".join(wrong))


def test_a_group_too_few_is_told():
    with pytest.raises(WrongLength, match="13 groups and 12"):
        read(" ".join(shown(SIGNATURE).split()[:-1]))


def test_half_a_group_is_located():
    with pytest.raises(Mistyped, match="Group 13 "):
        read(shown(SIGNATURE)[:-3])


def test_nothing_typed_is_no_code():
    with pytest.raises(WrongLength, match="0 were typed"):
        read("")

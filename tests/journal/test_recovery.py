"""The code on the recovery sheet, and every slip of the hand that copies it."""

import os

import pytest

from jornal.journal import recovery
from jornal.journal.recovery import SIGNS, Mistyped
from vaulted import seeded

CODE = recovery.new(seeded(3))
GROUPS = CODE.split("-")


def test_a_code_is_seven_groups_of_five_signs_that_are_not_mistaken_for_one_another():
    assert [len(group) for group in GROUPS] == [5] * 7
    assert set(CODE) <= set("ABCDEFGHJKLMNPQRSTVWXYZ23456789-")
    assert len(SIGNS) ** 28 > 2**128


def test_no_two_codes_are_alike():
    assert len({recovery.new(os.urandom) for _ in range(1000)}) == 1000


def test_a_code_of_today_is_a_code_for_ever():
    assert CODE == "D6357-9L9W8-C2KJ2-QF4KJ-7DFZ4-V3NEG-XCAC5"


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        f"  {CODE.replace('-', ' – ')}\n",
        "\n".join(GROUPS),
    ],
)
def test_how_it_is_typed_does_not_matter(typed: str):
    assert recovery.read(typed) == CODE


def test_every_wrong_sign_is_found_in_its_group():
    missed = []
    for at, right in enumerate(CODE):
        for wrong in SIGNS + "0O1IU":
            if right in ("-", wrong):
                continue
            with pytest.raises(Mistyped) as slip:
                recovery.read(CODE[:at] + wrong + CODE[at + 1 :])
            if slip.value.group != at // 6 + 1:
                missed.append((at, wrong))
    assert missed == []


def test_every_swap_of_neighbours_is_found_in_its_group():
    for at in range(len(CODE) - 1):
        pair = CODE[at : at + 2]
        if "-" not in pair and pair[0] != pair[1]:
            with pytest.raises(Mistyped) as slip:
                recovery.read(CODE[:at] + pair[::-1] + CODE[at + 2 :])
            assert slip.value.group == at // 6 + 1


def test_every_swap_of_two_groups_is_found():
    for one in range(7):
        for two in range(one + 1, 7):
            swapped = list(GROUPS)
            swapped[one], swapped[two] = swapped[two], swapped[one]
            with pytest.raises(Mistyped) as slip:
                recovery.read("-".join(swapped))
            assert slip.value.group == one + 1


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("-".join([*GROUPS[:2], GROUPS[2][:4], *GROUPS[3:]]), 3),
        ("-".join(GROUPS[:6]), 7),
        ("-".join([*GROUPS, "AAAAA"]), 8),
        ("", 1),
    ],
)
def test_a_sign_or_group_too_few_or_too_many_is_found(typed: str, group: int):
    with pytest.raises(Mistyped) as slip:
        recovery.read(typed)
    assert slip.value.group == group


def test_the_sentence_names_the_group():
    typed = "-".join([*GROUPS[:4], "QQQQQ", *GROUPS[5:]])
    with pytest.raises(Mistyped, match=r'Group 5 of the recovery code \("QQQQQ"\) is not as printed'):
        recovery.read(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (CODE, True),
        ("-".join([*GROUPS[:6], "22222"]), True),
        ("seven quiet looms at noon and a little more", False),
        ("", False),
    ],
)
def test_a_passphrase_is_not_taken_for_a_code_with_slips(typed: str, meant: bool):
    assert recovery.meant(typed) is meant

"""What is sealed opens only with its key and in its place; a passphrase is what was meant, not how it was typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.journal import seal
from jornal.journal.seal import Cost, Unopened
from vaulted import CHEAP, seeded

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
ROSA = ("Q01F", "name")


def sealed(text: str = "Rosa Quispe", seed: int = 1) -> str:
    return seal.sealed(text, KEY, about=ROSA, random=seeded(seed))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_comes_back_as_it_was(text: str):
    assert seal.unsealed(sealed(text), KEY, about=ROSA) == text


def test_a_sealed_text_of_today_opens_for_ever():
    kept = (
        "1:BsZ83TCEKbD51Q6Vx68XfVz9vFZTDKbb+TlaWpcb4OiQkcTVEeeEWvahAd/GVMccP0qpfTwyNf84O295LX/8UA+iTFxA43N9"
    )
    assert sealed() == kept
    assert seal.unsealed(kept, KEY, about=ROSA) == "Rosa Quispe"


@pytest.mark.parametrize(
    ("key", "about"),
    [
        (OTHER, ROSA),
        (KEY, ("C02P", "name")),
        (KEY, ("Q01F", "note")),
        (KEY, ("Q01Fname",)),
        (KEY, ("Q01", "Fname")),
        (KEY, ()),
    ],
)
def test_a_sealed_text_opens_nowhere_else(key: bytes, about: tuple[str, ...]):
    with pytest.raises(Unopened):
        seal.unsealed(sealed(), key, about=about)


def test_any_letter_changed_added_or_cut_off_is_found():
    whole = sealed()
    changed = [
        *(whole[:at] + ("A" if whole[at] != "A" else "B") + whole[at + 1 :] for at in range(len(whole))),
        *(whole[:at] for at in range(len(whole))),
        *(whole + more for more in ("A", "=", "\n", "é")),
        whole.replace("1:", "2:"),
        whole.replace("+", "-").replace("/", "_"),
        whole[:20] + "\n" + whole[20:],
    ]
    opened = []
    for text in changed:
        if text == whole:
            continue
        try:
            opened.append(seal.unsealed(text, KEY, about=ROSA))
        except Unopened:
            continue
    assert opened == []


def test_short_answers_are_sealed_to_one_length():
    assert len({len(sealed(text)) for text in ("", "no", "woman", "man", "a" * 31)}) == 1


def test_chance_that_repeats_does_not_show_that_two_texts_are_related():
    one, two = (sealed(text, seed=7)[2:34] for text in ("Rosa Quispe", "Rosa Quisbe"))
    assert one != two


@pytest.mark.parametrize(
    "typed",
    [
        "  ผ้าไหม น้ำเงิน สาม ม้วน ",
        unicodedata.normalize("NFD", "ผ้าไหม น้ำเงิน สาม ม้วน"),
        unicodedata.normalize("NFKD", "ผ้าไหม น้ำเงิน สาม ม้วน"),
        "ผ้าไหม\u00a0น้ำเงิน\tสาม  ม้วน\n",
        "ผ้าไหม น้ำเงิน\u200b สาม ม้วน",
    ],
)
def test_a_thai_passphrase_is_the_same_from_any_keyboard(typed: str):
    right = seal.stretched("ผ้าไหม น้ำเงิน สาม ม้วน", bytes(16), CHEAP)
    assert seal.stretched(typed, bytes(16), CHEAP) == right


@pytest.mark.parametrize("typed", ["Seven looms", "seven loom", "sevenlooms", "seven looms."])
def test_another_passphrase_is_another_key(typed: str):
    assert seal.stretched(typed, bytes(16), CHEAP) != seal.stretched("seven looms", bytes(16), CHEAP)


@pytest.mark.parametrize("cost", [Cost(0, 8192), Cost(1, 8191), Cost(17, 8192), Cost(1, 2**31)])
def test_a_cost_that_would_stop_a_laptop_is_not_paid(cost: Cost):
    assert not cost.bearable()


def test_a_guess_costs_what_a_small_laptop_can_pay():
    assert Cost().bearable()
    assert Cost().memory == 64 * 1024 * 1024

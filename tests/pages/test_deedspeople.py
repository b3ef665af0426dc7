"""What is recorded of a worker herself."""

from jornal.pages.deedspeople import DEEDS
from jornal.units.listed import in_name


def test_no_field_asks_why_anybody_is_inside_or_about_harm_or_illness():
    texts = [text for deed in DEEDS.values() for one in deed.asked for text in (one.name, one.label)]
    assert not [text for text in texts if in_name(text)]


def test_a_no_and_a_leaving_of_her_own_ask_for_no_reason():
    assert [one.name for one in DEEDS["answer-offer"].asked] == ["answer", "day"]


def test_what_is_sealed_needs_the_names_open():
    assert {verb for verb, deed in DEEDS.items() if deed.sealed} == {
        "set-ratio", "tell-dependants", "opening-balance", "correct-name", "correct-birth", "forget",
    }  # fmt: skip

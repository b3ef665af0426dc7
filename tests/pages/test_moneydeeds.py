"""What can be recorded of money: every verb has a form whose fields are those of its row."""

import pytest

from jornal.actions.verbs import VERBS
from jornal.pages.moneydeeds import DEEDS, SOURCES


@pytest.mark.parametrize("verb", sorted(DEEDS))
def test_every_field_of_a_form_is_one_of_its_verb_and_nothing_needed_is_missing(verb: str):
    row, deed = VERBS[verb].row, DEEDS[verb]
    asked = {one.name for one in deed.asked}
    assert asked <= set(row.model_fields)
    assert {name for name, field in row.model_fields.items() if field.is_required()} <= asked


@pytest.mark.parametrize("verb", sorted(DEEDS))
def test_every_choice_has_its_source(verb: str):
    deed = DEEDS[verb]
    assert set(deed.choices) <= {one.name for one in deed.asked}
    assert set(deed.choices.values()) <= set(SOURCES)

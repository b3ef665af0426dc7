"""The forms of the dialogue and of visits."""

import pytest

from jornal.actions.verbs import VERBS
from jornal.pages.dialoguedeeds import DIALOGUE, VISITS

APART = {"of", "finding"}
"""What a form asks in one field that its verb takes in several."""


@pytest.mark.parametrize("family", [DIALOGUE, VISITS], ids=["dialogue", "visits"])
def test_every_field_is_one_of_its_verb_and_every_source_is_there(family):
    for verb, deed in family.deeds.items():
        assert {one.name for one in deed.asked} - APART <= VERBS[verb].row.model_fields.keys()
        assert set(deed.choices.values()) <= set(family.sources)
        needed = {name for name, field in VERBS[verb].row.model_fields.items() if field.is_required()}
        assert needed <= {one.name for one in deed.asked} | {"control", "about", "found_on"}

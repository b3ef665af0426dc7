"""Every form of orders fits the verb it is for."""

from typing import Any

import pytest

from jornal.actions.verbs import VERBS
from jornal.pages.orderdeeds import DEEDS, FAMILY, SEND


@pytest.mark.parametrize(("verb", "deed"), DEEDS.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_form_asks_for_fields_of_its_verb_and_leaves_none_out_that_is_needed(verb: str, deed: Any):
    fields = VERBS[verb].row.model_fields
    assert {one.name for one in deed.asked} <= fields.keys()
    needed = {name for name, field in fields.items() if field.is_required()}
    assert needed <= {one.name for one in deed.asked if one.wanted}
    assert set(deed.choices.values()) <= FAMILY.sources.keys()
    assert set(VERBS[verb].roles) <= set(SEND)

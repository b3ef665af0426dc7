"""Every form of lots fits the verb it is for."""

from typing import Any

import pytest

from jornal.actions.verbs import VERBS
from jornal.pages.lotdeeds import CAUSES, DEEDS, FAMILY


@pytest.mark.parametrize(("verb", "deed"), DEEDS.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_form_asks_for_fields_of_its_verb_and_leaves_none_out_that_is_needed(verb: str, deed: Any):
    fields = VERBS[verb].row.model_fields
    asked = {one.name for one in deed.asked}
    needed = {name for name, field in fields.items() if field.is_required()}
    assert asked <= fields.keys()
    assert needed <= {one.name for one in deed.asked if one.wanted}
    assert set(deed.choices.values()) <= FAMILY.sources.keys()


def test_every_cause_of_the_verb_has_its_words():
    assert set(CAUSES) == set(VERBS["judge-lot"].row.model_fields["cause"].annotation.__args__)

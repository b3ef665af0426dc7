"""Every form of the catalogue fits the verb it is for."""

from typing import Any

import pytest

from jornal.actions.pictures import ENDINGS
from jornal.actions.verbs import VERBS
from jornal.facts.products import DesignVersion, Material
from jornal.pages.cataloguedeeds import (
    DESIGNS,
    HEADQUARTERS,
    PRODUCTS,
    SOURCES,
    UNITS,
    WHATS,
    file_kind,
)


@pytest.mark.parametrize(
    ("verb", "deed"),
    [*DESIGNS.items(), *PRODUCTS.items()],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_form_asks_for_fields_of_its_verb_and_leaves_none_out_that_is_needed(verb: str, deed: Any):
    fields = VERBS[verb].row.model_fields
    asked = {one.name for one in deed.asked if one.kind != "file"}
    assert asked <= fields.keys()
    assert {name for name, field in fields.items() if field.is_required()} <= asked
    assert set(deed.choices.values()) <= SOURCES.keys()
    assert verb in HEADQUARTERS.deeds


def test_everything_that_may_be_chosen_has_its_words():
    assert set(WHATS) == {value for value, _ in DesignVersion._meta.get_field("what").choices}
    assert set(UNITS) == {value for value, _ in Material._meta.get_field("unit").choices}
    assert {file_kind(one) for one in ENDINGS.values()} == {"PNG", "JPEG", "WEBP"}

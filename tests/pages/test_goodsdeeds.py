"""The forms of goods and sales ask what their verbs take, and offer what there is."""

import pytest

from jornal.actions.verbs import VERBS
from jornal.pages.goodsdeeds import SALES, SALES_FAMILY, STOCK, STOCK_FAMILY

FORMS = [(verb, deed) for deeds in (STOCK, SALES) for verb, deed in deeds.items()]


@pytest.mark.parametrize(("verb", "deed"), FORMS, ids=[verb for verb, _ in FORMS])
def test_every_field_is_one_of_the_verb_and_all_that_must_be_given_are_asked(verb, deed):
    fields = VERBS[verb].row.model_fields
    asked = {one.name for one in deed.asked}
    assert asked <= fields.keys()
    assert {name for name, field in fields.items() if field.is_required()} <= asked


@pytest.mark.parametrize("family", [STOCK_FAMILY, SALES_FAMILY], ids=lambda family: family.home)
def test_every_source_is_there(family):
    wanted = {source for deed in family.deeds.values() for source in deed.choices.values()}
    assert wanted <= family.sources.keys()

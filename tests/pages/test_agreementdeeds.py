"""The forms of agreements, sites and visits."""

import pytest

from jornal.actions.verbs import VERBS
from jornal.pages.agreementdeeds import HEADQUARTERS, OF_A_SITE


@pytest.mark.parametrize("family", [OF_A_SITE, HEADQUARTERS], ids=["of a site", "of headquarters"])
def test_the_fields_of_each_form_are_those_of_its_verb(family):
    wrong = {
        verb: {one.name for one in deed.asked} ^ set(VERBS[verb].row.model_fields)
        for verb, deed in family.deeds.items()
    }
    assert {verb: fields for verb, fields in wrong.items() if fields} == {}


@pytest.mark.parametrize("family", [OF_A_SITE, HEADQUARTERS], ids=["of a site", "of headquarters"])
def test_every_field_that_offers_something_has_its_source(family):
    named = {source for deed in family.deeds.values() for source in deed.choices.values()}
    assert named - family.sources.keys() == set()

"""What is recorded towards release stands among what leads out."""

from jornal.actions.verbs import VERBS
from jornal.pages.deed import LEAVING
from jornal.pages.deedsrelease import DEEDS


def test_each_is_a_verb_and_asks_only_what_its_row_takes():
    for verb, deed in DEEDS.items():
        assert deed.group == LEAVING
        assert {one.name for one in deed.asked} <= set(VERBS[verb].row.model_fields)

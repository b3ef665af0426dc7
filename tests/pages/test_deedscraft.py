"""What is recorded of a worker's craft."""

import pytest

from jornal.pages.deed import roles_of
from jornal.pages.deedscraft import DEEDS


def test_training_is_of_several_so_its_form_names_them():
    assert {verb for verb, deed in DEEDS.items() if not deed.who} == {
        "plan-training", "hold-training", "cancel-training",
    }  # fmt: skip


@pytest.mark.parametrize("verb", DEEDS)
def test_whatever_is_offered_somebody_may_record(verb):
    assert roles_of(verb)

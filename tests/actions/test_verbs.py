"""Every verb by its name."""

import re

import pytest

from jornal.actions import verbs
from jornal.actions.verbs import VERBS
from jornal.facts.organisation import ROLES


@pytest.mark.parametrize("name", sorted(VERBS))
def test_a_verb_says_what_it_does_in_a_sentence_for_roles_that_there_are(name):
    verb = VERBS[name]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    assert verb.says.endswith(".")
    assert verb.row.__doc__
    assert set(verb.roles) <= set(ROLES)
    assert verb.roles


def test_no_two_subjects_have_a_verb_of_one_name():
    subjects = [module.VERBS for module in vars(verbs).values() if hasattr(module, "VERBS")]
    assert sum(map(len, subjects)) == len(VERBS) > 60

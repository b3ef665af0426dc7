"""What roles are called."""

from jornal.facts.organisation import ROLES as GRANTED
from jornal.pages.roles import ROLES, called
from jornal.words.catalogue import Words


def test_every_role_that_can_be_granted_has_its_words():
    assert set(ROLES) == set(GRANTED)


def test_several_are_said_in_their_order_and_once():
    assert called(Words("es"), ["quality", "site_manager", "quality"]) == "Jefa o jefe de producción, Calidad"

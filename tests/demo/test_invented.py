"""Whether a register is one of the demo's."""

import pytest
from django.conf import settings

import browsing
import hands
import offices
from jornal.demo import homes, invented, registers
from jornal.facts.organisation import Enterprise
from jornal.journal import node
from jornal.journal.record import record


@pytest.fixture
def demo(sqlite, monkeypatch):
    """A folder that passes for one of the demo."""
    monkeypatch.setattr(settings, "HOME", sqlite.home)
    node.made(sqlite.home, invented.seed("qori"))
    (sqlite.home / homes.MARK).write_text(homes.SAYS, encoding="utf-8")
    offices.office()
    founded("qori")
    return sqlite.home


def founded(name):
    one = Enterprise(enterprise=name, label=name, model="employment", country="PE", currency="PEN")
    record([one], "hq", hands.hand("F1", "hq_operations"))


def test_the_enterprises_of_the_demo_are_those_of_its_registers():
    assert invented.enterprises() == set(registers.enterprises())


def test_a_register_of_the_demo_is_wholly_invented(demo):
    assert invented.wholly(demo)


def test_one_real_enterprise_makes_it_real(demo):
    founded("a-real-one")
    assert not invented.wholly(demo)


def test_an_invented_enterprise_under_a_key_of_its_own_is_not_the_demos(demo):
    (demo / "node.key").unlink()
    node.made(demo)
    assert not invented.wholly(demo)
    (demo / "node.key").unlink()
    assert not invented.wholly(demo)


def test_the_key_of_another_enterprise_does_not_fit(demo):
    (demo / "node.key").unlink()
    node.made(demo, invented.seed("paso"))
    assert not invented.wholly(demo)


def test_a_folder_that_does_not_say_so_is_not_the_demos(demo):
    (demo / homes.MARK).unlink()
    assert not invented.wholly(demo)


def test_a_register_without_any_enterprise_is_not_the_demos(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    assert not invented.wholly(sqlite.home)

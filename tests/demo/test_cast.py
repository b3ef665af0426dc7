from jornal.demo.cast import cast, code, told, turns
from jornal.demo.people import people
from jornal.demo.world import data, place, places
from jornal.facts.organisation import ROLES
from jornal.units.identifiers import is_whole


def test_everybody_on_the_staff_has_a_token_of_their_own_and_a_role_that_there_is():
    for enterprise in {one.enterprise.id for one in places()}:
        staff = cast(enterprise).staff
        assert len({one.token for one in staff}) == len(staff)
        assert all(is_whole(one.token) and one.role in ROLES for one in staff)


def test_those_at_headquarters_have_their_role_everywhere():
    of = cast("trazo")
    assert of.who("hq_finance", "mexico-1") == of.who("hq_finance")
    assert of.who("trainer", "mexico-1") != of.who("trainer", "jalisco-1")


def test_codes_stand_in_place_of_numbers_and_roles():
    of, rows = cast("trazo"), [{"worker": "{jalisco-2/35}", "by": "{trainer}", "n": 3}, "{1}"]
    moved, first = code(place("trazo/jalisco-2"), 35), code(place("trazo/jalisco-1"), 1)
    trainer = of.who("trainer", "jalisco-1")
    assert of.filled(rows, "jalisco-1") == [{"worker": moved, "by": trainer, "n": 3}, first]


def test_the_register_knows_the_same_people_and_those_who_move():
    (wider,) = told("trazo", ["jalisco-2"])
    before, after = people(place("trazo/jalisco-2")), people(wider)
    assert [one.cells for one in before] == [one.cells for one in after[:-1]]
    assert (after[-1].number, wider.months) == (35, data("cast")["months"])


def test_turns_come_by_day_and_at_sites_that_there_are():
    known = {one.at for one in places()}
    assert {row["at"] for row in data("cast")["turn"]} <= known
    days = [one.day for one in turns("qori/cusco")]
    assert days == sorted(days)


def test_where_no_witness_is_named_for_a_site_it_is_that_of_the_first():
    assert cast("thimble").at("witness", "barrow") == cast("thimble").at("witness", "ashdown")

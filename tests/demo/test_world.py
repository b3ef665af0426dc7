from datetime import date

from jornal.demo.world import between, place, places


def test_every_site_of_the_four_enterprises_is_in_the_world():
    found = places()
    sites = {(one.enterprise.id, site.id) for one in found for site in one.enterprise.site}
    assert {tuple(one.at.split("/")) for one in found} == sites


def test_the_world_has_the_sizes_of_the_mission():
    people = {}
    for one in places():
        people[one.enterprise.id] = people.get(one.enterprise.id, 0) + one.says["people"]
    assert place("qori/cusco").says["people"] == 15
    assert place("qori/chiang-mai").says["people"] == 10
    assert people["paso"] == 25
    assert people["trazo"] > 200
    assert people["thimble"] > 400


def test_codes_begin_with_letters_that_no_other_site_has():
    codes = [one.says["code"] for one in places()]
    assert len(set(codes)) == len(codes)


def test_chance_is_of_its_own_for_each_thing():
    here = place("paso/texcalli")
    assert here.chance("a", 1).random() == here.chance("a", 1).random()
    assert here.chance("a", 1).random() != here.chance("a", 2).random()


def test_days_between_two_days_hold_both():
    assert between(date(2026, 9, 30), date(2026, 10, 1)) == [date(2026, 9, 30), date(2026, 10, 1)]

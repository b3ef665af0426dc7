"""A mark of her own: chosen out of twelve, changed and taken back at will, nobody else's ever."""

import pytest

from jornal.actions.given import NotKnownHere
from jornal.actions.marks import MarkTaken, NoMark, twelve
from jornal.actions.verb import BadRows
from jornal.facts.people import MarkChosen
from jornal.journal.entry import Entry
from jornal.reads.marks import marks
from jornal.units.stitches import fair
from offices import office
from peopled import do, names, offered, opened


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


@pytest.fixture
def ana(keys):
    return offered(keys)


@pytest.fixture
def bea(keys, ana):
    return offered(keys)


def test_she_chooses_one_of_twelve(database, tmp_path):
    opened()
    keys = names(tmp_path)
    ana, bea = offered(keys), offered(keys)
    first, second, *_ = twelve("a")
    do(
        office(),
        "choose-mark",
        {"worker": ana, "pattern": str(first)},
        {"worker": bea, "pattern": str(second)},
    )
    assert marks() == {ana: first, bea: second}
    assert not {first, second} & set(twelve("a"))


def test_another_stands_instead_of_the_one_before(ana):
    first, second, *_ = twelve("a")
    for pattern in (first, second, first):
        do(office(), "choose-mark", {"worker": ana, "pattern": str(pattern)})
        assert marks() == {ana: pattern}
    assert MarkChosen.objects.count() == 5  # each change ends the one before


def test_the_same_chosen_twice_is_chosen_once(ana):
    row = {"worker": ana, "pattern": str(twelve("a")[0])}
    first, second = (do(office(), "choose-mark", row)[0] for _ in range(2))
    assert (first.id, MarkChosen.objects.count()) == (second.id, 1)


def test_what_is_or_was_anothers_is_refused(ana, bea):
    pattern = str(twelve("a")[0])
    do(office(), "choose-mark", {"worker": ana, "pattern": pattern})
    for _ in range(2):
        with pytest.raises(MarkTaken, match="twelve others"):
            do(office(), "choose-mark", {"worker": bea, "pattern": pattern})
        do(office(), "withdraw-mark", {"worker": ana})


def test_two_of_a_set_do_not_get_the_same(ana, bea):
    before = Entry.objects.count()
    rows = [{"worker": one, "pattern": str(twelve("a")[0])} for one in (ana, bea)]
    with pytest.raises(MarkTaken):
        do(office(), "choose-mark", *rows)
    assert Entry.objects.count() == before


def test_she_takes_it_back_whenever_she_likes_and_to_whomever(ana):
    do(office(), "choose-mark", {"worker": ana, "pattern": str(twelve("a")[0])})
    found = [do(office("representative", "R1"), "withdraw-mark", {"worker": ana}) for _ in range(2)]
    assert marks() == {}
    assert found[0][0].id == found[1][0].id


@pytest.mark.parametrize("pattern", ["0", "-1", "847288609442"])
def test_a_number_of_no_mark_is_refused(ana, pattern):
    assert not fair(int(pattern))
    with pytest.raises(BadRows, match="number of no mark"):
        do(office(), "choose-mark", {"worker": ana, "pattern": pattern})


def test_nobody_takes_back_what_was_never_chosen(ana):
    with pytest.raises(NoMark):
        do(office(), "withdraw-mark", {"worker": ana})
    with pytest.raises(NotKnownHere):
        do(office(), "withdraw-mark", {"worker": "QC9"})

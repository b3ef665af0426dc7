"""What every fact has."""

from datetime import date

import pytest
from django.db import IntegrityError, models, transaction

from hands import hand
from jornal.facts.attendance import Shift
from jornal.journal import books, insert
from jornal.journal.fact import COMMON, Fact, kinds
from jornal.journal.record import corrected, record, voided
from journal.goldens import sample
from journal.registers import register, shift

both = pytest.mark.usefixtures("database")
KINDS = pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.KIND)


def put(*facts: Fact) -> bool:
    try:
        with transaction.atomic():
            insert.rows(facts)
    except IntegrityError:
        return False
    return True


@KINDS
def test_a_kind_is_named_like_its_table_and_says_what_it_is(kind):
    assert kind.KIND.replace("_", "") == kind._meta.db_table.removeprefix("jornal_")
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}(")


@KINDS
def test_a_kind_has_its_key_its_chain_and_every_column_of_a_fact(kind):
    names = {constraint.name.rpartition("_")[2] for constraint in kind._meta.constraints}
    assert {"key", "corrects", "chain"} <= names
    assert [field.name for field in kind._meta.concrete_fields][: len(COMMON)] == list(COMMON)
    assert not set(COMMON) & {field.name for field in kind.content()}


@KINDS
def test_no_foreign_key_ties_one_book_to_another(kind):
    assert not [field for field in kind._meta.get_fields() if field.is_relation]


def test_the_kinds_are_known_by_their_names():
    assert kinds()["shift"] is Shift
    assert all(name == kind.KIND for name, kind in kinds().items())


def version(of: Fact, seq: int, **changes: object) -> Fact:
    fact = sample(Shift, seq)
    fact.root, fact.corrects = of.id, of.id
    for name, value in changes.items():
        setattr(fact, name, value)
    return fact


@both
def test_the_database_refuses_a_chain_that_is_none():
    first = sample(Shift, 3)
    assert put(first)
    strays = [
        version(first, 4, corrects=None),  # an original whose root is another
        version(
            first, 5, corrects=None, root=sample(Shift, 5).id, void=True, number=2
        ),  # an original that is void
        version(first, 6, root=sample(Shift, 6).id),  # a correction that is its own root
        sample(Shift, 7),  # a second original of one key
    ]
    assert [put(one) for one in strays] == [False] * 4
    assert put(version(first, 8))
    assert not put(version(first, 9))  # a second correction of one version


@both
def test_each_book_may_hold_a_record_of_its_own():
    other = sample(Shift, 4, "lima")
    assert put(sample(Shift, 3), other)


@both
def test_what_is_current_follows_each_chain_to_its_tip():
    register()
    tips = Shift.objects.current().order_by("seq").values_list("seq", "minutes")
    assert list(tips) == [(4, 300), (5, 300), (6, 300), (7, 300), (8, 240), (10, 120)]


@both
@pytest.mark.parametrize(
    ("upto", "expected"),
    [
        ({}, []),
        ({"lima": 99}, [77]),
        ({"cusco": 1}, []),
        ({"cusco": 3}, [300, 300]),
        ({"cusco": 8}, [300, 300, 300, 300, 300, 240]),
        ({"cusco": 9}, [300, 300, 300, 300, 240]),
        ({"cusco": 10, "lima": 2}, [300, 300, 300, 300, 240, 120, 77]),
    ],
    ids=str,
)
def test_a_cursor_reads_each_book_as_it_stood(upto, expected):
    register()
    books.opened("lima", "hq", hand())
    record([shift("QL01", minutes=77)], "lima", hand())
    assert (
        list(Shift.objects.current(upto).order_by("book", "seq").values_list("minutes", flat=True))
        == expected
    )


@both
def test_the_versions_of_a_fact_are_told_from_the_first_on():
    books.opened("cusco", "hq", hand())
    (first,) = record([shift()], "cusco", hand())
    (gone,) = record([voided(first, "another worker")], "cusco", hand())
    record([corrected(gone, "her after all", minutes=1)], "cusco", hand())
    assert [(one.void, one.minutes) for one in Shift.objects.all().versions(first.root)] == [
        (False, 300),
        (True, 300),
        (False, 1),
    ]


def test_a_fact_is_called_by_its_kind_and_key():
    assert str(Shift(worker="QC01", day=date(2026, 10, 1), number=2)) == "shift QC01, 2026-10-01, 2"
    assert isinstance(Shift._meta.pk, models.UUIDField)

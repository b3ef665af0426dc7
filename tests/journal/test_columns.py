"""The kinds of columns a fact may have."""

import pytest
from django.db import IntegrityError, models, transaction

from jornal.facts.people import Enrolled
from jornal.journal import columns, insert
from jornal.journal.fact import COMMON, kinds
from journal.goldens import sample

EVERY = [(kind, field) for kind in kinds().values() for field in kind.content()]
IDS = [f"{kind.KIND}.{field.name}" for kind, field in EVERY]


@pytest.mark.parametrize(("kind", "field"), EVERY, ids=IDS)
def test_a_column_that_may_be_left_out_has_a_constant_default(kind, field):
    """Newer columns are filled by it when older bytes are read, so it may not depend on the day or on chance."""
    assert field.get_default() == field.get_default()
    assert not field.auto_created
    assert field.default in (models.NOT_PROVIDED, "", None, False, dict)


@pytest.mark.parametrize(("kind", "field"), [one for one in EVERY if isinstance(one[1], columns.Ref)])
def test_a_reference_names_a_kind_that_there_is(kind, field):
    assert field.to in kinds()


def test_a_key_is_made_of_columns_that_are_always_there():
    loose = [
        f"{kind.KIND}.{name}"
        for kind in kinds().values()
        for name in kind.KEY
        if kind._meta.get_field(name).null or name in COMMON
    ]
    assert not loose


def test_there_is_no_column_for_a_part_of_a_number():
    allowed = (models.CharField, models.TextField, models.BigIntegerField, models.UUIDField, models.DateField)
    allowed += (models.BooleanField, models.JSONField)
    assert not [name for (_, field), name in zip(EVERY, IDS, strict=True) if not isinstance(field, allowed)]


@pytest.mark.usefixtures("database")
def test_the_database_refuses_a_choice_that_is_none():
    wrong = sample(Enrolled)
    wrong.reads = "sometimes"
    with pytest.raises(IntegrityError), transaction.atomic():
        insert.rows([wrong])


def test_a_reference_is_told_to_the_migrations_with_its_kind():
    made = columns.ref("shift").deconstruct()
    assert made[3] == {"to": "shift"}
    assert columns.ref_or_none("shift").deconstruct()[3] == {"to": "shift", "null": True, "default": None}

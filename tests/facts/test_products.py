"""What the tables of designs and products take."""

from datetime import date

import pytest

import crew
from jornal.facts.products import Checklist, Design, DesignCredit, DesignVersion, Material, Product, Recipe
from jornal.journal.canon import NotCanonical
from jornal.journal.columns import Sealed
from jornal.journal.record import AlreadyRecorded, record

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")
EVERY = [
    Design(design="wave", label="Wave", day=DAY),
    DesignVersion(design="wave", number=1, what="sketch", day=DAY, made_by=["QC01"], file_size=0),
    DesignCredit(design="wave", worker="QC01", day=DAY, shown="mark"),
    Material(material="yarn", label="Yarn", unit="g"),
    Product(product="sweater", label="Sweater", since=DAY),
    Recipe(product="sweater", since=DAY, operations=[{"operation": "knit", "minutes": "300"}]),
    Checklist(product="sweater", since=DAY, asks=["Seams even"]),
]


@pytest.mark.parametrize("fact", EVERY, ids=lambda fact: fact.KIND)
def test_one_stands_under_its_key_and_no_second(fact):
    again = type(fact)(**{one.name: getattr(fact, one.name) for one in fact.content()})
    hand = crew.office().hand
    record([fact], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([again], "cusco", hand)


@pytest.mark.parametrize(
    "fact",
    [
        DesignVersion(design="wave", number=1, what="dream", day=DAY, made_by=[], file_size=0),
        DesignCredit(design="wave", worker="QC01", day=DAY, shown="full_name"),
        Material(material="yarn", unit="kg"),
        Product(product="", since=DAY),
        Recipe(product="sweater", since=DAY, operations=[{"operation": "knit", "minutes": 1.5}]),
    ],
    ids=lambda fact: fact.KIND,
)
def test_a_value_that_does_not_fit_is_refused(fact):
    with pytest.raises(NotCanonical):
        record([fact], "cusco", crew.office().hand)


def test_the_line_of_a_credit_is_sealed():
    assert [one.name for one in DesignCredit.content() if isinstance(one, Sealed)] == ["line"]

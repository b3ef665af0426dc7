"""A maker is credited by name while she consents to it, and no longer."""

from datetime import date

import pytest

import making
from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.facts.products import Design, DesignCredit, Product
from jornal.reads.credits import credited
from offices import office

DAY = date(2026, 10, 30)


def consented(scope: str = "design") -> Consent:
    here = making.begun()
    facts = [
        Design(design="andes", site="cusco", label="Andes", brief="", proposed_by="QC01", day=DAY),
        DesignCredit(design="andes", worker="QC01", day=DAY, shown="chosen_name", line="c2VhbGVk"),
        Consent(
            worker="QC01", purpose="name", scope=scope, number=1, given_on=date(2026, 10, 1), language="es",
            read_by="T1", witness="Sister Marta", witness_of="ngo", copy_given_on=date(2026, 10, 1),
        ),
    ]  # fmt: skip
    here.put(facts)
    product = Product(product="shawl", label="Shawl", design="andes", since=date(2026, 9, 1))
    office("hq_operations", "H1", site="", day=DAY).put([product], "hq")
    return facts[2]


@pytest.mark.usefixtures("sqlite")
def test_a_credit_stands_while_she_consents():
    consent = consented()
    assert credited("shawl", DAY) == [("QC01", "c2VhbGVk")]
    assert (credited("sweater", DAY), credited("shawl", date(2026, 9, 30))) == ([], [])
    here = office(day=DAY)
    here.put([ConsentWithdrawn(consent=consent.root, day=DAY)])
    assert credited("shawl", DAY) == []


@pytest.mark.usefixtures("sqlite")
def test_a_consent_to_labels_is_none_to_a_credit():
    consented("label")
    assert credited("shawl", DAY) == []

"""Her instructions as the rules read them: the last that began, with the consent they rest on."""

from datetime import date
from fractions import Fraction

import pytest

import crew
from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.facts.work import Instruction
from jornal.reads.instructions import instructions

END = date(2026, 10, 31)


def said(worker: str = "QC01", since: date = date(2026, 10, 1), **more: object) -> Instruction:
    table = {"purpose": "family", "share": "1/2", "to": [{"beneficiary": "QC01-1", "weight": "1"}], **more}
    table.setdefault("instruction", table["purpose"])
    return Instruction(worker=worker, since=since, **table)


@pytest.mark.usefixtures("database")
def test_family_stands_before_savings_and_each_bears_its_consent():
    here = crew.begun()
    consent = crew.consented(here, "QC01", "family")
    here.put([said(purpose="savings", share="", amount=5000, to=[]), said(consent=consent.root)])
    family, savings = instructions(END)["QC01"]
    assert (family.purpose, family.share, family.consent_on) == ("family", Fraction(1, 2), date(2026, 9, 2))
    assert (savings.purpose, savings.amount, savings.consent_on, savings.beneficiaries) == (
        "savings",
        5000,
        None,
        (),
    )


@pytest.mark.usefixtures("sqlite")
def test_the_last_that_has_begun_counts():
    here = crew.begun()
    here.put(
        [said(), said(since=date(2026, 10, 31), share="1/3"), said(since=date(2026, 11, 1), share="1/4")]
    )
    assert [one.share for one in instructions(END)["QC01"]] == [Fraction(1, 3)]


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize(
    ("ends_on", "withdrawn", "stops"),
    [
        (None, None, None),
        (date(2026, 10, 31), None, date(2026, 11, 1)),
        (None, date(2026, 10, 20), date(2026, 10, 20)),
        (date(2026, 10, 10), date(2026, 10, 20), date(2026, 10, 11)),
    ],
    ids=["it runs on", "to its last day", "from the day her consent is taken back", "whichever comes first"],
)
def test_it_runs_to_its_last_day_or_until_she_takes_her_consent_back(ends_on, withdrawn, stops):
    here = crew.begun()
    consent = crew.consented(here, "QC01", "family")
    here.put([said(consent=consent.root, ends_on=ends_on)])
    if withdrawn:
        here.put([ConsentWithdrawn(consent=consent.root, day=withdrawn)])
    assert instructions(END)["QC01"][0].withdrawn_on == stops


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize(
    ("expires_on", "stands"),
    [(None, True), (date(2026, 11, 1), True), (END, False)],
    ids=str,
)
def test_with_a_consent_that_has_expired_it_is_held(expires_on, stands):
    here = crew.begun()
    consent = crew.consented(here, "QC01", "family", expires_on)
    here.put([said(consent=consent.root)])
    assert (instructions(END)["QC01"][0].consent_on is not None) == stands


@pytest.mark.usefixtures("sqlite")
def test_a_family_goes_on_receiving_once_the_consent_of_a_year_is_given_again():
    here = crew.begun()
    first = crew.consented(here, "QC01", "family", END)
    here.put([said(consent=first.root)])
    assert instructions(END)["QC01"][0].consent_on is None
    again = renewed(here, first, END)
    assert instructions(END)["QC01"][0].consent_on == again.given_on
    here.put([ConsentWithdrawn(consent=again.root, day=END)])
    assert instructions(END)["QC01"][0].withdrawn_on == END


@pytest.mark.usefixtures("sqlite")
def test_what_stopped_with_a_consent_taken_back_does_not_begin_again_by_another():
    here = crew.begun()
    first = crew.consented(here, "QC01", "family", END)
    here.put([said(consent=first.root), ConsentWithdrawn(consent=first.root, day=END)])
    renewed(here, first, END)
    assert instructions(END)["QC01"][0].withdrawn_on == END


def renewed(here, consent, day):
    """Her consent given anew on a day, for a year."""
    same = {name: getattr(consent, name) for name in ("worker", "purpose", "scope", "language", "witness_of")}
    ends = day.replace(year=day.year + 1)
    (found,) = here.put([Consent(**same, number=consent.number + 1, given_on=day, expires_on=ends)])
    return found


@pytest.mark.usefixtures("sqlite")
def test_some_workers_may_be_asked_for():
    here = crew.begun()
    here.put([said(), said("QC02")])
    assert set(instructions(END, workers=["QC02"])) == {"QC02"}
    assert set(instructions(END)) == {"QC01", "QC02"}

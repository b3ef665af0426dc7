"""Faults that can be told in every language."""

from datetime import date

from jornal.units.said import Said


def test_a_fault_reads_in_english_and_keeps_its_key_and_facts():
    fault = Said("{worker} is not enrolled on {day}. Enrol her first.", worker="QC01", day=date(2026, 10, 1))
    assert str(fault) == "QC01 is not enrolled on 2026-10-01. Enrol her first."
    assert (fault.says, fault.facts["worker"]) == (
        "{worker} is not enrolled on {day}. Enrol her first.",
        "QC01",
    )


def test_a_brace_in_what_somebody_typed_does_no_harm():
    assert str(Said("{typed} is not known.", typed="{x} {0}")) == "{x} {0} is not known."

"""Adopted terms as a table."""

from jornal.facts.terms import TermsAdopted


def test_adopted_terms_are_final_and_numbered_within_an_enterprise():
    assert TermsAdopted.FINAL
    assert TermsAdopted.KEY == ("enterprise", "number")


def test_they_hold_the_files_whole_and_who_adopted_them():
    assert {"files", "digest", "approver", "published"} <= {field.name for field in TermsAdopted.content()}

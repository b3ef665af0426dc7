from pathlib import Path

import pytest

from jornal.demo import homes
from jornal.demo.cast import told
from jornal.demo.founding import begun
from jornal.facts.organisation import Agreement, Employer, RoleGranted, Timetable
from jornal.facts.terms import TermsAdopted
from jornal.journal import place, vault


def test_headquarters_and_the_site_have_their_books(register):
    assert place.books() == ["cusco", "hq", "hq.cusco"]


def test_an_outsider_signs_for_the_model_and_the_agreement_has_its_parties(register):
    (agreed,) = Agreement.objects.current()
    assert (len(agreed.parties), agreed.model) == (2, "employment")
    assert "Abogados" in agreed.model_signed_by


def test_an_auditor_has_the_role_for_a_time(register):
    assert RoleGranted.objects.get(what="auditor").until is not None
    assert RoleGranted.objects.filter(what="representative", site="cusco").exists()


def test_the_site_has_an_employer_a_timetable_and_adopted_terms(register):
    assert Employer.objects.current().get().site == "cusco"
    assert Timetable.objects.current().get().week["monday"] == 300
    assert TermsAdopted.objects.current().get().enterprise == "qori"


def test_the_names_open_with_the_passphrase_that_lies_beside_them(register):
    said = (register.home / homes.TO_OPEN).read_text().strip()
    assert vault.unlocked(register.home / "vault.sqlite3", said).tokens()


def test_a_home_that_django_does_not_look_at_is_not_filled(sqlite, tmp_path: Path):
    with pytest.raises(homes.NotThatHome):
        begun(told("qori", ["cusco"]), tmp_path / "other")
    assert not (tmp_path / "other").exists()

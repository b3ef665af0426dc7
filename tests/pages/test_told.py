"""What verbs refuse is told on a page in the reader's language."""

from datetime import date

import pytest
from django.test import RequestFactory

import browsing
from jornal.accounts.models import Account
from jornal.actions.attendance import Marked
from jornal.actions.enrolment import NotReady
from jornal.actions.leaving import NotEnrolled
from jornal.actions.office import NotYourRole
from jornal.pages import forms
from jornal.pages.access import desk_of
from jornal.pages.forms import Asked
from jornal.units.parts import Part

ASKED = (Asked("worker", label="Name"), Asked("what", label="Role"), Asked("start", label="From"))


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    browsing.member("S3", "trainer")
    Account.objects.filter(staff="S3").update(language="es")


def desk(**told):
    request = RequestFactory().post("/", told)
    request.user, request.session = Account.objects.get(staff="S3"), {}
    return desk_of(request, "cusco")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (
            NotEnrolled("QC1", "cusco", date(2026, 10, 31)),
            "QC1 no está inscrita en cusco el 31 de octubre de 2026. Revise otra vez el código y el día.",
        ),
        (
            NotYourRole("trainer", "enrol", ["site_manager", "hq_finance"]),
            (
                "enrol: esto lo hace jefatura de producción o finanzas de la oficina central, "
                "no quien capacita. Pídaselo."
            ),
        ),
        (
            NotReady({"QC1": [Part("the site is closed"), Part("the site is closed")]}, "cusco"),
            (
                "No se inscribió a nadie en cusco. QC1: el sitio está cerrado, y el sitio está cerrado. "
                "Registre lo que falta e inscriba otra vez."
            ),
        ),
    ],
)
def test_a_fault_and_its_parts_are_told_in_the_language_of_the_reader(fault: Exception, told: str):
    assert desk().told(fault) == told


def test_what_a_field_refuses_is_told_in_the_language_of_the_reader():
    _, form = forms.read(desk(worker="QC014A", what="worked", start="25:99"), ASKED, Marked)
    assert form.by("start").fault == "'25:99' no es una hora del día; escríbala como \"22:00\""

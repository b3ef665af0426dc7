"""Rates in words."""

from fractions import Fraction

import pytest
from django.test import RequestFactory

import browsing
from jornal.accounts.models import Account
from jornal.actions.verbs import VERBS
from jornal.pages.access import desk_of
from jornal.pages.ratedeeds import FAMILY, money


@pytest.mark.parametrize(
    ("amount", "per", "words"),
    [
        (Fraction(1180), "hour", "S/ 11.80 an hour"),
        (Fraction(113000, 110), "", "S/ 10.27"),
        (Fraction(1, 3), "piece", "S/ 0.0033 a piece"),
        (None, "hour", "not known"),
    ],
)
def test_an_amount_is_said_with_its_unit(sqlite, monkeypatch, amount, per, words):
    browsing.opened(sqlite, monkeypatch)
    browsing.member("S1", "site_manager")
    request = RequestFactory().get("/")
    request.user = Account.objects.get(staff="S1")
    assert money(desk_of(request, "cusco"), amount, per) == words.replace("S/ ", "S/\u00a0")


def test_the_fields_of_each_form_are_those_of_its_verb():
    for verb, deed in FAMILY.deeds.items():
        assert {one.name for one in deed.asked} == set(VERBS[verb].row.model_fields)

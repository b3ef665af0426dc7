"""What is wrong in a form of the sign-in."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from jornal.pages import wrong
from jornal.pages.signin import Adapter, SecondFactor
from jornal.words.catalogue import Words


class Form(forms.Form):
    name = forms.CharField(max_length=3)
    other = forms.CharField(required=False)

    def clean(self):
        raise ValidationError("x", code="weak")


def test_every_fault_is_said_with_the_way_to_its_field_and_beside_it():
    form = Form({"name": "long"})
    assert wrong.on_top(form, Words("es")) == [
        ("id_name", "Es demasiado largo."),
        ("", "Tome al menos 12 letras, 5 de ellas distintas: cuatro o cinco palabras sin relación entre sí."),
    ]
    assert (wrong.of(form["name"], Words("en")), wrong.of(form["other"], Words("en"))) == (
        "This is too long.",
        "",
    )


def test_a_form_that_was_not_sent_has_nothing_wrong():
    assert (wrong.on_top(Form(), Words("en")), wrong.on_top(None, Words("en"))) == ([], [])


def test_what_is_known_by_no_code_is_said_in_a_sentence_too():
    form = Form({"name": "a\x00"})
    assert wrong.of(form["name"], Words("da")) == "Dette kan ikke bruges. Se på det igen."


@pytest.mark.parametrize("code", sorted(wrong.SAYS))
def test_what_a_form_says_is_a_message_of_the_catalogue(code):
    assert (Adapter.error_messages[code], SecondFactor.error_messages[code]) == (wrong.SAYS[code],) * 2
    assert Words("th").say(wrong.SAYS[code]) != wrong.SAYS[code]

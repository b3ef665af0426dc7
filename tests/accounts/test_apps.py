"""The app of the accounts."""

from django.apps import apps


def test_it_is_known_beside_the_app_of_the_register():
    assert (apps.get_app_config("accounts").name, apps.get_app_config("jornal").name) == (
        "jornal.accounts",
        "jornal",
    )

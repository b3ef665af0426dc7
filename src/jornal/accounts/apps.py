"""The app of the accounts."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """Accounts of this computer; roles are facts of the register, and not here."""

    name = "jornal.accounts"
    label = "accounts"
    verbose_name = "accounts"

"""The one Django app: after tables change the guards are put on them again, and no connection outlives its file."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class Jornal(AppConfig):
    """The app of every table."""

    name = "jornal"
    label = "jornal"
    verbose_name = "jornal"

    def ready(self) -> None:
        from jornal import checks  # noqa: F401, PLC0415 (needs the models; Django knows checks once they are loaded)
        from jornal.journal import moved  # noqa: PLC0415 (Django wants its apps before its connections)

        post_migrate.connect(guarded, sender=self, dispatch_uid="jornal guards")
        moved.watched()


def guarded(using: str, **_: Any) -> None:
    """Puts the guards on every table of the register: SQLite drops triggers when it remakes a table."""
    if using == "accounts":
        return
    from jornal.journal import guard  # noqa: PLC0415 (needs the models, which are loaded after this module)

    guard.install(connections[using])

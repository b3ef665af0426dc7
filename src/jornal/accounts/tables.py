"""The file of the accounts: made where there is none yet, brought up to this release where it is older."""

import os
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from jornal.accounts.routing import ACCOUNTS
from jornal.actions.beginning import signing_key


def ready() -> bool:
    """Makes or updates the file, for its owner alone; whether there was anything to do.

    A new file takes half a second, one that is there a fifth.
    """
    connection = connections[ACCOUNTS]
    executor = MigrationExecutor(connection)
    missing = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if missing:
        call_command("migrate", database=ACCOUNTS, verbosity=0)
    path = Path(str(connection.settings_dict["NAME"]))
    if os.name == "posix":
        for each in path.parent.glob(f"{path.name}*"):
            each.chmod(0o600)
    return missing


def opened(home: Path) -> None:
    """The same, with the key that this program signs with from now on; sessions that ran out are cleared away."""
    ready()
    SessionStore.clear_expired()
    settings.SECRET_KEY = signing_key(home)  # one that began before there was a key has one of chance

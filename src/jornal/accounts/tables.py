"""The file of the accounts: made where there is none yet, brought up to this release where it is older."""

from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from jornal.accounts.routing import ACCOUNTS


def ready() -> bool:
    """Makes or updates the file, for its owner alone; whether there was anything to do."""
    connection = connections[ACCOUNTS]
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", database=ACCOUNTS, verbosity=0)
    Path(str(connection.settings_dict["NAME"])).chmod(0o600)
    return True

"""A register whose file was moved away while its pages are open: its connection is let go before the next page."""

from contextlib import suppress
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from django.core.signals import request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

File = tuple[int, int]
_opened: WeakKeyDictionary[BaseDatabaseWrapper, File | None] = WeakKeyDictionary()


def watched() -> None:
    """From now on every connection that stays open is looked at before a page uses it.

    A connection is kept, because opening one costs more than most pages. What holds a file open goes on writing to it
    wherever it is moved: after somebody put a backup in its place, a day's work would go into the file that was put
    away.
    """
    connection_created.connect(_known, dispatch_uid="jornal files")
    request_started.connect(let_go, dispatch_uid="jornal files")


def let_go(**_: Any) -> None:
    """Closes every connection to a file that lies no more where it was opened."""
    for connection in connections.all(initialized_only=True):
        if connection.connection is not None and _opened.get(connection) != _file(connection):
            connection.close()


def _known(connection: BaseDatabaseWrapper, **_: Any) -> None:
    _opened[connection] = _file(connection)


def _file(connection: BaseDatabaseWrapper) -> File | None:
    """Which file lies there now; None where the database is no file, or is gone."""
    if connection.vendor == "sqlite":
        with suppress(OSError):
            found = Path(str(connection.settings_dict["NAME"])).stat()
            return found.st_dev, found.st_ino
    return None

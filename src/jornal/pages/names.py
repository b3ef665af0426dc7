"""The names while they are open in this program: one opens them, those with a right to them see them."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from jornal.journal import vault
from jornal.journal.keys import Keys
from jornal.journal.vaultfile import NAME
from jornal.pages.desk import WITH_NAMES
from jornal.reads.people import forgotten

IDLE = timedelta(hours=2)
"""After so long without a page that shows names they are locked."""

_lock = threading.Lock()
_open: dict[str, tuple[Keys, datetime]] = {}


def opened(passphrase: str) -> None:
    """Opens the names for this program. Raises what the vault raises, such as WrongPassphrase."""
    home = Path(settings.HOME)
    keys = vault.unlocked(home / NAME, passphrase, forgotten=forgotten())
    with _lock:
        _open[str(home)] = (keys, datetime.now(UTC))


def kept(roles: frozenset[str]) -> Keys | None:
    """The keys, for somebody with one of the roles that see names; None where they are locked."""
    return _found(stays=True) if roles & WITH_NAMES else None


def lent() -> Keys | None:
    """The keys, for a page that anybody may ask for; strangers who look keep no names open."""
    return _found(stays=False)


def _found(*, stays: bool) -> Keys | None:
    home, now = str(settings.HOME), datetime.now(UTC)
    with _lock:
        found = _open.get(home)
        if found is None:
            return None
        keys, last = found
        if now - last > IDLE:
            del _open[home]
            keys.lock()
            return None
        if stays:
            _open[home] = (keys, now)
        return keys


def locked() -> None:
    """Locks the names for everybody at this program."""
    with _lock:
        found = _open.pop(str(settings.HOME), None)
    if found:
        found[0].lock()

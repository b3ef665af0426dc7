"""Secrets on their way to paper: in memory for ten minutes, for whoever asked, at an address nobody guesses."""

import secrets
import threading
import time
from collections import OrderedDict
from typing import NamedTuple

KEPT_SECONDS = 600
MOST = 100


class _Kept(NamedTuple):
    who: str
    what: object
    at: float


_lock = threading.Lock()
_kept: OrderedDict[str, _Kept] = OrderedDict()


def put(who: str, what: object) -> str:
    """The token under which it is shown to this person, for ten minutes."""
    token = secrets.token_urlsafe(24)
    with _lock:
        _kept[token] = _Kept(who, what, time.monotonic())
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return token


def shown(who: str, token: str) -> object | None:
    """What was put there for this person; None where nothing is, or no longer."""
    since = time.monotonic() - KEPT_SECONDS
    with _lock:
        for old in [key for key, one in _kept.items() if one.at < since]:
            del _kept[old]
        one = _kept.get(token)
    return one.what if one is not None and one.who == who else None

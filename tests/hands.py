"""Hands for tests: known staff at known computers, a clock that goes on by a second, chance from a seed."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from nacl.signing import SigningKey

from jornal.journal.hand import Hand
from jornal.journal.node import Node

LAPTOP = Node(SigningKey(b"laptop of the workshop in cusco!"))
HEADQUARTERS = Node(SigningKey(b"the computer at the headquarters"))
STRANGER = Node(SigningKey(b"a computer that nobody knows of."))
BEGIN = datetime(2026, 10, 1, 12, tzinfo=UTC)


def ticking(begin: datetime = BEGIN, step: timedelta = timedelta(seconds=1)) -> Callable[[], datetime]:
    """A clock that goes on by a step whenever it is read."""
    steps = count()
    return lambda: begin + step * next(steps)


def chance(seed: str = "seed") -> Callable[[int], bytes]:
    """Bytes that are the same at every run, and never twice in one."""
    blocks: Iterator[int] = count()

    def some(number: int) -> bytes:
        out = b""
        while len(out) < number:
            out += hashlib.sha256(f"{seed} {next(blocks)}".encode()).digest()
        return out[:number]

    return some


_CHANCE = chance()


def hand(by: str = "S1", role: str = "site_manager", node: Node = LAPTOP, begin: datetime = BEGIN) -> Hand:
    """A member of staff at a computer."""
    return Hand(by, role, node, ticking(begin), _CHANCE)


def at(text: str) -> Callable[[], datetime]:
    """A clock that stands."""
    moment = datetime.fromisoformat(text).astimezone(UTC)
    return lambda: moment

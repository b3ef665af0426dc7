"""Who records: a member of staff in a role, the computer's key, its clock and its chance."""

import os
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from jornal.journal.node import Node


def utc_now() -> datetime:
    """The computer's time."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Hand:
    """One member of staff at one computer. Time and chance are given, so that a story can be told again exactly."""

    by: str
    role: str
    node: Node
    clock: Callable[[], datetime] = utc_now
    random: Callable[[int], bytes] = os.urandom

    def now(self) -> datetime:
        """The time in UTC to the millisecond, as facts keep it."""
        at = self.clock().astimezone(UTC)
        return at.replace(microsecond=at.microsecond // 1000 * 1000)

    def ids(self, number: int, at: datetime) -> list[uuid.UUID]:
        """New version 7 identifiers: the time in milliseconds, then chance."""
        milliseconds = (int(at.timestamp() * 1000) & (2**48 - 1)) << 80
        chance = self.random(10 * number)
        return [
            uuid.UUID(int=milliseconds | _marked(int.from_bytes(chance[10 * n : 10 * n + 10], "big")))
            for n in range(number)
        ]


def _marked(bits: int) -> int:
    """Eighty bits with version 7 and the variant in their places."""
    return (bits & ~(0xF << 76) & ~(0x3 << 62)) | (0x7 << 76) | (0x2 << 62)

"""A chain followed from entry to entry: what each has to be, given those before it."""

import json
import re
from typing import Any

from jornal.journal import chain
from jornal.journal.canon import NotCanonical, canonical
from jornal.journal.columns import LARGEST
from jornal.journal.faults import (
    BAD_OPENING,
    GAP,
    MISPLACED,
    NO_OPENING,
    TELL,
    TWICE,
    UNREADABLE,
    WENT_BACK,
    WRONG_EPOCH,
    Fault,
)

KEYS = frozenset(
    "at book by corrects done_by done_on epoch id is kind role root seq v void why".split()  # noqa: SIM905
)
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_KEY = re.compile(r"[0-9a-f]{64}")


def _refused(text: str) -> Any:
    raise ValueError(text)


def _whole(text: str) -> int:
    if len(text) > 15 and abs(int(text)) > LARGEST:
        raise ValueError(text)
    return int(text)


_DECODER = json.JSONDecoder(parse_float=_refused, parse_constant=_refused, parse_int=_whole)


def parsed(text: Any) -> dict[str, Any] | None:
    """The table that a stored text is; None where it is no body of a fact, as with a float or other keys."""
    try:
        body = _DECODER.decode(text)
    except (ValueError, TypeError, RecursionError):
        return None
    if not isinstance(body, dict) or body.keys() != KEYS or not isinstance(body["is"], dict):
        return None
    whole = type(body["epoch"]) is type(body["seq"]) is type(body["v"]) is int
    return body if whole and isinstance(body["at"], str) and _AT.fullmatch(body["at"]) else None


def is_canonical(text: str, body: dict[str, Any]) -> bool:
    """Whether a text is the one form of the table that was parsed from it: order of keys, no spaces, no key twice."""
    try:
        return canonical(body) == text
    except NotCanonical:
        return False


class Walk:
    """How far a chain was followed: the last place and digest, the epoch in force with its key, the last time."""

    def __init__(self, book: str, *, thorough: bool = True) -> None:
        self.book, self.thorough = book, thorough
        self.seq, self.digest = 0, chain.first(book)
        self.epoch, self.public_key, self.at = 0, "", ""

    def step(self, seq: int, kind: str, text: str) -> list[Fault]:
        """Goes on to one more entry and gives what is wrong with it; later ones are held against it all the same."""
        found: list[Fault] = []
        if seq > self.seq + 1:
            found.append(Fault(GAP, TELL, self.book, (), self.seq + 1, seq - 1))
        elif seq <= self.seq:
            found.append(self._fault(TWICE, seq))
        before, self.seq = self.digest, seq
        self.digest = chain.after(before, text)
        body = parsed(text)
        if body is None or (self.thorough and not is_canonical(text, body)):
            found.append(self._fault(UNREADABLE, seq))
        if body is not None:
            found += self._body(body, seq, kind, before)
        return found

    def _body(self, body: dict[str, Any], seq: int, kind: str, before: str) -> list[Fault]:
        found = []
        if body["seq"] != seq or body["book"] != self.book or body["kind"] != kind:
            found.append(self._fault(MISPLACED, seq))
        if body["at"] < self.at and kind != "clock_set":
            found.append(self._fault(WENT_BACK, seq, at=body["at"]))
        self.at = body["at"]
        if kind == "opening":
            found += self._opens(body["is"], seq, before)
        elif not self.epoch:
            found.append(self._fault(NO_OPENING, seq))
            self.epoch = body["epoch"]
        if body["epoch"] != self.epoch:
            found.append(self._fault(WRONG_EPOCH, seq, said=body["epoch"], epoch=self.epoch))
        return found

    def _opens(self, said: dict[str, Any], seq: int, before: str) -> list[Fault]:
        key = said.get("public_key")
        follows = (said.get("opened"), said.get("epoch"), said.get("after")) == (
            self.book,
            self.epoch + 1,
            before,
        )
        right = follows and isinstance(key, str) and _KEY.fullmatch(key)
        self.epoch += 1
        self.public_key = str(key)
        return [] if right else [self._fault(BAD_OPENING, seq)]

    def _fault(self, key: str, seq: int, **facts: Any) -> Fault:
        return Fault(key, TELL, self.book, tuple(facts.items()), seq)

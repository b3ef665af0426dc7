"""What a reader has to know before it opens a file: period, languages, currency, who works here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from jornal.sheets import says
from jornal.sheets.listed import Unreadable, shown
from jornal.terms.kinds import Kinds, load
from jornal.units.identifiers import tidy
from jornal.units.letters import fold
from jornal.units.periods import Period

MOST_SUGGESTED = 100
"""After this many unknown codes none is likened to others: it is the wrong list, and likening takes time."""


@dataclass(frozen=True)
class Reading:
    """The context of one reading.

    `people`: codes with names (a name may be empty), or None while the list of people itself is read: then
    any code stands. `clock`: the numbers workers have in a clock, where they differ from their codes.
    `balances`: the deduction steps that take from what she still owes, which is what the column of the
    reparation balance says.
    """

    period: Period
    languages: tuple[str, ...] = ("en",)
    currency: str = ""
    people: Mapping[str, str] | None = None
    clock: Mapping[str, str] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=load)
    zone: str = "UTC"
    balances: tuple[str, ...] = ("reparation",)

    def worker(self, said: str) -> str:
        """The code of the worker a cell names by code, or by a name only one has; else `Unreadable`."""
        found = self._known.get(said)
        if found is None:
            try:
                found = self._find(said)
            except Unreadable as fault:
                found = fault
            self._known[said] = found
        if isinstance(found, Unreadable):
            raise Unreadable(found.key, *found.says)
        return found

    def punched(self, number: str) -> str:
        """The code of the worker with this number in the clock, or with this code; else `Unreadable`."""
        plain = number.lstrip("0") or number
        return self._numbers.get(plain) or self.worker(number)

    @cached_property
    def _known(self) -> dict[str, str | Unreadable]:
        return {}

    @cached_property
    def _strange(self) -> list[str]:
        return []

    @cached_property
    def _numbers(self) -> dict[str, str]:
        numbers = {code.lstrip("0"): code for code in self.people or {} if code.isdecimal()}
        return numbers | {(number.lstrip("0") or number): code for number, code in self.clock.items()}

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for code, name in (self.people or {}).items():
            names.setdefault(fold(name), []).append(code)
        return names

    def _find(self, said: str) -> str:
        code = tidy(said)
        if not code:
            raise Unreadable(says.NO_WORKER)
        if self.people is None or code in self.people:
            return code
        named = self._names.get(fold(said), [])
        if len(named) == 1:
            return named[0]
        if len(named) > 1:
            raise Unreadable(says.NAME_TWICE, ("name", shown(said)), ("codes", ", ".join(named)))
        self._strange.append(code)
        few = len(self._strange) <= MOST_SUGGESTED
        close = get_close_matches(code[:40], self.people, n=3, cutoff=0.6) if few else []
        if close:
            raise Unreadable(says.UNKNOWN_WORKER_NEAR, ("code", shown(said)), ("near", ", ".join(close)))
        raise Unreadable(says.UNKNOWN_WORKER, ("code", shown(said)))

"""What can be wrong with terms: one class per fault, its words inside, the next step included."""

from collections.abc import Iterable
from typing import Any

from jornal.units.faults import near


class TermsFault(ValueError):
    """Something in the terms that cannot be computed with; its words say where and what to add."""

    def __reduce__(self) -> tuple[Any, ...]:
        """The parts to rebuild it from, so that a fault crosses from one process to another unchanged."""
        return _again, (type(self), self.args, self.__dict__)


class TermsFaults(TermsFault):
    """All the faults of one file or folder at once, each one sentence, in the order of the file."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(dict.fromkeys(faults))
        super().__init__("\n".join(self.faults))


class NoSuchRow(TermsFault):
    """A name that leads to no row."""

    def __init__(self, kind: str, name: str, used_by: str, known: Iterable[str]) -> None:
        names = sorted(known)
        listed = ", ".join(names) or "none"
        super().__init__(
            f'{used_by} names the {kind} "{name}", which is not there.{near(name, names)} Known: {listed}.'
        )


class NoSuchTerms(TermsFault):
    """A pack or an enterprise that none of the places looked at holds."""

    def __init__(self, kind: str, name: str, looked_in: Iterable[str], known: Iterable[str]) -> None:
        names = sorted(known)
        super().__init__(
            f'There is no {kind} "{name[:60]}" in {" or ".join(looked_in)}.{near(name, names)} '
            f"Known: {', '.join(names) or 'none'}. Name one of these, or add its file."
        )


def _again(kind: type[TermsFault], args: tuple[object, ...], state: dict[str, Any]) -> TermsFault:
    fault = kind.__new__(kind)
    fault.args = args
    fault.__dict__.update(state)
    return fault

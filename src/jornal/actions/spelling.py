"""Contracts, grades and operations as the terms spell them, whether a sheet writes Maker, MAKER or maker."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jornal.rules.rows import Piece
from jornal.sheets.people import Person
from jornal.terms.contracts import Contract, Rate
from jornal.units.letters import fold


@dataclass(frozen=True)
class Spelling:
    """The words that terms and rates know, by how they are compared; a word that could be two is not here."""

    contracts: Mapping[str, str]
    grades: Mapping[str, str]
    operations: Mapping[str, str]

    def person(self, found: Person) -> Person:
        """The person with contract and grade as they are known; what is not known stays as it was written."""
        worker = found.worker
        contract, grade = _of(worker.contract, self.contracts), _of(worker.grade, self.grades)
        if (contract, grade) == (worker.contract, worker.grade):
            return found
        return replace(found, worker=replace(worker, contract=contract, grade=grade))

    def pieces(self, rows: Mapping[str, list[Piece]]) -> dict[str, list[Piece]]:
        """The pieces of every worker with their operations as they are known."""
        if not self.operations:
            return dict(rows)
        return {worker: [self._piece(piece) for piece in pieces] for worker, pieces in rows.items()}

    def _piece(self, found: Piece) -> Piece:
        operation = _of(found.operation, self.operations)
        return found if operation == found.operation else found._replace(operation=operation)


def spelling(contracts: Iterable[Contract], rates: Iterable[Rate]) -> Spelling:
    """How the contracts and the sheet of rates spell their words."""
    contracts = tuple(contracts)
    every = [*rates, *(rate for contract in contracts for rate in contract.rate)]
    return Spelling(
        _unlike(contract.id for contract in contracts),
        _unlike(rate.grade for rate in every if rate.grade),
        _unlike(rate.operation for rate in every if rate.operation),
    )


def _unlike(words: Iterable[str]) -> dict[str, str]:
    known: dict[str, set[str]] = {}
    for word in words:
        known.setdefault(fold(word), set()).add(word)
    return {folded: word for folded, (word, *others) in known.items() if not others}


def _of(word: str, known: Mapping[str, str]) -> str:
    return known.get(fold(word), word) if word else word

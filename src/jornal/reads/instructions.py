"""The standing instructions of workers as the rules read them, with the consent that each rests on."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple
from uuid import UUID

from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.facts.work import Instruction as Instructed
from jornal.journal.fact import Cursor
from jornal.rules.rows import Beneficiary, Instruction
from jornal.terms.shapes import read_ratio

ORDER = ("family", "savings")
"""In this order instructions run."""
_COLUMNS = ("worker", "instruction", "purpose", "share", "amount", "to", "consent", "ends_on")

_GIVEN = ("root", "worker", "purpose", "given_on", "expires_on")


class _Consented(NamedTuple):
    """A consent: whose and to what, the day it was given, the day it expires, the day it was taken back."""

    worker: str
    purpose: str
    on: date
    expires_on: date | None
    withdrawn_on: date | None


def instructions(
    last: date, upto: Cursor | None = None, *, workers: Iterable[str] | None = None
) -> dict[str, tuple[Instruction, ...]]:
    """By worker, her instructions as they stand on the last day of a period: family first, then savings.

    Of one instruction the last version that has begun counts; it runs to its last day, or until the day its consent is
    taken back. Without a consent, or with one that has expired by then and was not given again, it is held.
    Beneficiaries are named by their tokens alone. `workers` is a list or a query; None is everybody.
    """
    rows = Instructed.objects.current(upto).filter(since__lte=last)
    if workers is not None:
        rows = rows.filter(worker__in=workers)
    latest = {(row[0], row[1]): row for row in rows.order_by("since").values_list(*_COLUMNS)}
    consents = _consents(upto, latest.values())
    found: dict[str, list[Instruction]] = {}
    for row in sorted(latest.values(), key=lambda row: (row[0], ORDER.index(row[2]), row[1])):
        found.setdefault(row[0], []).append(_instruction(row, consents, last))
    return {worker: tuple(some) for worker, some in found.items()}


def _instruction(row: Any, consents: dict[UUID, _Consented], last: date) -> Instruction:
    _, name, purpose, share, amount, to, consent, ends_on = row
    held = _renewed(consents.get(consent), consents, last)
    stands = held is not None and (held.expires_on is None or held.expires_on > last)
    ends = [ends_on + timedelta(days=1)] if ends_on else []
    if held is not None and held.withdrawn_on is not None:
        ends.append(held.withdrawn_on)
    return Instruction(
        id=name,
        purpose=purpose,
        share=read_ratio(share) if share else None,
        amount=amount,
        beneficiaries=tuple(
            Beneficiary(one["beneficiary"], one["beneficiary"], "", Fraction(one.get("weight", "1")))
            for one in to
        ),
        consent_on=held.on if held is not None and stands else None,
        withdrawn_on=min(ends, default=None),
    )


def _renewed(consent: _Consented | None, consents: dict[UUID, _Consented], last: date) -> _Consented | None:
    """The consent that goes on where one came to its end: it is given anew each year. One taken back does not."""
    if (
        consent is None
        or consent.withdrawn_on is not None
        or consent.expires_on is None
        or consent.expires_on > last
    ):
        return consent
    hers = [one for one in consents.values() if one[:2] == consent[:2] and consent.on < one.on <= last]
    return max(hers, key=lambda one: one.on, default=consent)


def _consents(upto: Cursor | None, rows: Iterable[Any]) -> dict[UUID, _Consented]:
    """The consents to have instructions, by the root of each."""
    if not any(row[6] for row in rows):
        return {}
    withdrawn = dict(ConsentWithdrawn.objects.current(upto).values_list("consent", "day"))
    given = Consent.objects.current(upto).filter(purpose__in=ORDER)
    return {
        root: _Consented(worker, purpose, on, expires_on, withdrawn.get(root))
        for root, worker, purpose, on, expires_on in given.values_list(*_GIVEN)
    }

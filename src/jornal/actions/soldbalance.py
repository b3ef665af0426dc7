"""A balance held against the sales that are recorded: which payments are known and the same, and what was paid out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jornal.actions.soldpaid import There, named, there_of
from jornal.sheets.sold import Movement, Sales
from jornal.units.letters import fold

PAYMENTS = frozenset(("charge", "payment"))
PAYOUTS = frozenset(("payout", "transfer", "payout minimum balance hold"))


@dataclass
class Reconciled:
    """What a balance says, by currency and kind, in minor units; payments recorded here, differing, not here."""

    sums: dict[tuple[str, str], tuple[int, int, int]] = field(default_factory=dict)
    known: list[tuple[Movement, There]] = field(default_factory=list)
    differing: list[tuple[Movement, There]] = field(default_factory=list)
    missing: list[Movement] = field(default_factory=list)
    payouts: dict[tuple[str, str], "Payout"] = field(default_factory=dict)


@dataclass
class Payout:
    """One payout, in minor units: what its movements come to, and what was paid out, None where nothing says it."""

    currency: str
    movements: int = 0
    paid: int | None = None


def reconciled(export: Sales) -> Reconciled:
    """The movements of a balance beside what is recorded; nothing is recorded by it."""
    found = Reconciled()
    payments = [one for one in export.movements if fold(one.what) in PAYMENTS]
    names = {one.id: [one.payment, *named(one.about)] for one in payments}
    there = there_of({name for some in names.values() for name in some if name})
    by_name: dict[str, list[There]] = {}
    for at in there.values():
        by_name.setdefault(at.order, []).append(at)
    for one in export.movements:
        gross, fee, net = found.sums.get((one.currency, one.what), (0, 0, 0))
        found.sums[one.currency, one.what] = (gross + one.gross, fee + one.fee, net + one.net)
    for one in payments:
        _placed(found, one, [at for name in names[one.id] for at in by_name.get(name, ())])
    _payouts(found, export.movements)
    return found


def _placed(found: Reconciled, one: Movement, there: list[There]) -> None:
    same = [at for at in there if at.currency == one.currency and one.gross in (at.made, at.made + at.tip)]
    own = [at for at in there if at.order == one.payment]
    if same:
        found.known.append((one, same[0]))
    elif own:
        found.differing.append((one, own[0]))
    else:
        found.missing.append(one)


def _payouts(found: Reconciled, movements: Iterable[Movement]) -> None:
    """What the movements of each payout come to, beside what was paid out."""
    for one in movements:
        if not one.payout:
            continue
        payout = found.payouts.setdefault((one.payout, one.currency), Payout(one.currency))
        if fold(one.what) in PAYOUTS:
            payout.paid = (payout.paid or 0) - one.net
        else:
            payout.movements += one.net

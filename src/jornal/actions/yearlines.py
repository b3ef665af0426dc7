"""The lines of a year's statement: each figure with its rule and the facts it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jornal.facts.funding import Cost, Grant, MoneyReceived
from jornal.facts.lots import MaterialLot
from jornal.reads.funding import Money
from jornal.reads.sold import Sold
from jornal.reads.wagesfunded import WAGES, WagesPaid
from jornal.rules import year
from jornal.rules.year import Figure, SiteWages
from jornal.units.periods import Period

SOLD = "What customers paid through {channel}, less discounts, refunds and taxes."
TIPPED = (
    "What customers gave on top through {channel}, less what was given back: no price of goods, and in no share of "
    "them."
)
KEPT = "What {channel} kept of it."
GRANTED = "Received of this grant, on the day it came."
CONTRIBUTED = "Received from the authority for this head of the budget, on the day it came."
GIVEN = "Received, on the day it came."
PUT_BY = "Restricted money that came and is not spent yet, less what of it lay there before: no profit."
GROSS = "Gross pay of issued runs, top-ups and corrections within it."
FOLDED = "Gross pay of sites with fewer than five people, together."
ROUNDED = "What paying in cash rounded, and what was taken back by agreement."
SPENT = "Every cost of this kind by its paper, whoever's money it was; what the fund paid for is no cost."
NO_INVOICE = "Material received with its cost, and no invoice recorded for it yet."
TRANSFERS = "What sending money to families cost; none of it was taken from them."


def sales(rows: Iterable[Sold]) -> list[Figure]:
    """What was sold, what was given on top, and what the channels kept, by channel and currency."""
    found: dict[tuple[str, str], list[Sold]] = {}
    for one in rows:
        found.setdefault((one.channel, one.currency), []).append(one)
    lines = []
    for (channel, currency), some in sorted(found.items()):
        fees = sum(one.fees for one in some)
        paid = sum(one.net for one in some) + fees
        names = ("pieces", "gross", "discounts", "refunds", "taxes", "shipping")
        facts = (("channel", channel), *((name, sum(getattr(one, name) for one in some)) for name in names))
        rests_on = tuple(sorted({f"sales {channel} {one.month}" for one in some}))
        lines.append(Figure("income", "sales", channel, paid, currency, SOLD, rests_on, facts))
        if tips := sum(one.tips for one in some):
            of = (("channel", channel),)
            lines.append(Figure("income", "tips", channel, tips, currency, TIPPED, rests_on, of))
        if fees:
            lines.append(
                Figure(
                    "cost", "channel_fees", channel, fees, currency, KEPT, rests_on, (("channel", channel),)
                )
            )
    return lines


def given(found: Money, period: Period) -> list[Figure]:
    """Money received in a period that is no sale: by grant, by head of a budget, by giver."""
    rows: dict[tuple[str, str, str], list[MoneyReceived]] = {}
    for one in found.received:
        if one.day in period:
            label = {"grant": one.source, "budget": f"{one.source} {one.head}"}.get(one.of, one.giver)
            rows.setdefault((one.of, label, one.currency), []).append(one)
    rules = {"grant": GRANTED, "budget": CONTRIBUTED}
    return [
        Figure(
            "income", of, label, sum(one.amount for one in some), currency, rules.get(of, GIVEN),
            tuple(f"received {one.received}" for one in some),
        )
        for (of, label, currency), some in sorted(rows.items())
    ]  # fmt: skip


def put_by(found: Money, period: Period) -> list[Figure]:
    """Restricted money that came and is not spent yet: by grant, and by head of a budget."""
    lines = []
    for source, currency, received, costs in restricted(found):
        before = [one.amount for one in received if one.day < period.start]
        spent = [one.amount for one in costs if one.day < period.start]
        amount = year.put_by(
            sum(one.amount for one in received),
            sum(one.amount for one in costs),
            before=(sum(before), sum(spent)),
        )
        if amount:
            rests_on = (
                *(f"received {one.received}" for one in received),
                *(f"cost {one.cost}" if isinstance(one, Cost) else one.named for one in costs),
            )
            lines.append(Figure("put_by", "put_by", source, amount, currency, PUT_BY, rests_on))
    return lines


Spent = Cost | WagesPaid
"""What money of others is spent on: costs, and wages of issued months."""


def restricted(found: Money) -> Iterator[tuple[str, str, list[MoneyReceived], list[Spent]]]:
    """Each purse of restricted money: its name, its currency, what came for it and what was spent of it."""
    for grant in found.grants:
        if grant.restricted:
            yield grant.grant, grant.currency, *of_grant(found, grant)
    for budget in found.budgets:
        heads = [one.head for one in found.heads if one.budget == budget.budget]
        if any((one.of, one.source) == ("budget", budget.budget) for one in found.funded.lines):
            heads.append(WAGES)
        for head in heads:
            yield f"{budget.budget} {head}", budget.currency, *of_head(found, budget.budget, head)


def of_grant(found: Money, grant: Grant) -> tuple[list[MoneyReceived], list[Spent]]:
    """What was received of a grant, and what was paid from it, wages too."""
    came = [one for one in found.received if (one.of, one.source) == ("grant", grant.grant)]
    return came, [one for one in _spent(found) if (one.paid_from, one.source) == ("grant", grant.grant)]


def of_head(found: Money, budget: str, head: str) -> tuple[list[MoneyReceived], list[Spent]]:
    """What was received for a head of a budget, and what was spent under it; wages under theirs."""
    key = ("budget", budget, head)
    came = [one for one in found.received if (one.of, one.source, one.head) == key]
    return came, [one for one in _spent(found) if (one.paid_from, one.source, one.head) == key]


def _spent(found: Money) -> list[Spent]:
    return [*found.costs, *found.funded.paid]


def wages(shown: Iterable[SiteWages]) -> list[Figure]:
    """The wages that may be told, by site, and what rounding in cash came to for each currency."""
    lines, rounding, runs = [], dict[str, int](), dict[str, tuple[str, ...]]()
    for one in shown:
        rule = GROSS if one.site else FOLDED
        lines.append(Figure("wages", "gross", one.site, one.gross, one.currency, rule, one.runs))
        rounding[one.currency] = rounding.get(one.currency, 0) + one.rounding
        runs[one.currency] = (*runs.get(one.currency, ()), *one.runs)
    for currency, amount in rounding.items():
        if amount:
            lines.append(Figure("wages", "rounding", "", amount, currency, ROUNDED, runs[currency]))
    return lines


def costs(found: Money, period: Period, currencies: Mapping[str, str]) -> list[Figure]:
    """What was spent in a period, by head; with material that nobody was invoiced for, and what transfers cost."""
    rows: dict[tuple[str, str], list[Cost]] = {}
    for one in found.costs:
        if one.day in period:
            rows.setdefault((one.currency, one.head), []).append(one)
    lines = [
        Figure(
            "cost", head, "", sum(one.amount for one in some), currency, SPENT,
            tuple(f"cost {one.cost}" for one in some),
        )
        for (currency, head), some in sorted(rows.items())
    ]  # fmt: skip
    lots: dict[str, list[MaterialLot]] = {}
    for lot in not_invoiced(found):
        lots.setdefault(currencies.get(lot.site, ""), []).append(lot)
    for currency, without in sorted(lots.items()):
        names = tuple(f"material lot {one.code}" for one in without)
        amount = sum(one.cost or 0 for one in without)
        lines.append(Figure("cost", "no_invoice", "", amount, currency, NO_INVOICE, names))
    fees: dict[str, list[Any]] = {}
    for fee in found.fees:
        if fee.day in period:
            fees.setdefault(fee.currency, []).append(fee)
    for currency, paid in sorted(fees.items()):
        names = tuple(f"transfer fee {one.site} {one.day} {one.number}" for one in paid)
        amount = sum(one.amount for one in paid)
        lines.append(Figure("cost", "transfer_fees", "", amount, currency, TRANSFERS, names))
    return lines


def not_invoiced(found: Money) -> Sequence[MaterialLot]:
    """The lots of material received in a period with a cost that no recorded invoice pays for, by lot or by paper."""
    lots = {one.lot for one in found.costs if one.lot}
    papers = {one.paper for one in found.costs if one.paper}
    return [one for one in found.lots if one.cost and one.code not in lots and one.paper not in papers]

"""`jornal import-sales`: what a shop, a till or a payment service exports of its sales; twice changes nothing."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from jornal.actions.salesin import SUMS, Currency, Look, brought, looked, opened, sources
from jornal.actions.soldbalance import reconciled
from jornal.actions.soldrows import How
from jornal.cli import register
from jornal.rules.sold import paid
from jornal.sheets.listed import said
from jornal.sheets.sold import Sales
from jornal.units.money import major

MOST = 200


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, help="the export, as it was downloaded")
    parser.add_argument(
        "--source", default="", help="shopify, woocommerce, square or stripe; else known by its headers"
    )
    parser.add_argument("--mapping", type=Path, metavar="FILE", help="a mapping of your own, a .toml")
    parser.add_argument(
        "--currency", default="", help="the currency of the amounts, where the file does not say it"
    )
    parser.add_argument(
        "--place", default="", help="the stock place that the goods leave; its stock is counted down"
    )
    parser.add_argument("--country", default="", help="where goods go whose order says no country")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be recorded, and record nothing"
    )
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Records the sales and says what became of every row; only a file that is refused whole ends with 2."""
    export = opened(told.file, sources(told.source, told.mapping), told.currency)
    office, how = register.office(told), How(told.place, told.country)
    if export.movements:
        print("\n".join(_balance(export)))
        return 0
    look = (looked if told.dry_run else brought)(office, export, how)
    print("\n".join(_lines(look, dry=told.dry_run)))
    return 0


def _lines(look: Look, *, dry: bool) -> Iterator[str]:
    export = look.export
    yield f"{export.file}: {export.title}. {len(export.orders)} orders read, {export.rows} rows."
    does = "would be recorded" if dry else "recorded"
    counts = (
        (len(look.new), f"lines of {len({row.order for row in look.new})} orders {does}"),
        (len(look.here), "lines recorded already"),
        (len(look.unnamed), f"lines held for a name, {look.new_unnamed} of them new"),
        (len(export.held), "orders held, their sums do not add up"),
        (len(look.refused), "orders refused"),
        (len(look.payments), "payments of orders recorded before"),
        (len(export.listed), "rows listed"),
        (len(export.repeated), "rows that stand twice"),
    )
    yield from (f"  {number:>7}  {what}" for number, what in counts)
    if look.refunds:
        yield f"{len(look.refunds)} refunds {does}."
    yield from _sums(look)
    yield from _open(look)


def _open(look: Look) -> Iterator[str]:
    """What waits for a person, each with its rows and why."""
    export = look.export
    yield from _some("Held for a name (`jornal do name-goods`)", _goods(look))
    yield from _some(
        "Held, the sums do not add up",
        (
            f"rows {', '.join(map(str, one.rows))}: order {one.order}. {said(one.key, one.says)}"
            for one in export.held
        ),
    )
    yield from _some(
        "Refused", (f"row {order.row}: order {order.number}. {why}" for order, why in look.refused)
    )
    yield from _some(
        "Sold where they may not go",
        (
            f"{one.product or 'goods nobody named'} to {one.country}: orders {_few(one.orders)}. {one.why}"
            for one in look.barred
        ),
    )
    yield from _some(
        "Refunds of sales that are not here",
        (
            f"row {one.row}: order {one.order}, {major(one.amount, one.currency)} {one.currency}"
            for one in look.lost
        ),
    )
    yield from _some("Payments of orders recorded before", _payments(look))
    yield from _some("Listed", (f"{row.place.rpartition('!')[2]}: {row}" for row in export.listed))
    yield from _some(
        "Twice in the file", (f"{row.place.rpartition('!')[2]}: {row}" for row in export.repeated)
    )
    yield from _some("Notes", (f"{one.place.rpartition('!')[2]}: {one}" for one in export.remarks))


def _sums(look: Look) -> Iterator[str]:
    for currency, sums in look.sums.items():
        yield f"{currency}:"
        for name, says in SUMS.items():
            amount = getattr(sums, name)
            if amount or name == "file":
                yield f"  {major(amount, currency):>14}  {says}"
        yield from _beside(sums, currency)


def _beside(sums: Currency, currency: str) -> Iterator[str]:
    if sums.given_back:
        new = major(sums.given_back_new, currency)
        yield f"  {major(sums.given_back, currency):>14}  given back ({new} of it new here)"
    if sums.fees:
        yield f"  {major(sums.fees, currency):>14}  kept by the channel"


def _goods(look: Look) -> Iterator[str]:
    goods: dict[tuple[str, str], list[int]] = {}
    for row in look.unnamed:
        goods.setdefault((row.goods, row.currency), []).append(paid(row))
    for (name, currency), amounts in sorted(goods.items(), key=lambda pair: -sum(pair[1])):
        yield f'"{name}": {len(amounts)} lines, {major(sum(amounts), currency)} {currency}'


def _payments(look: Look) -> Iterator[str]:
    for one in look.payments:
        made = f"it makes {major(one.recorded, one.currency)}: look at both"
        same = "the same sum" if one.same else f"{made}, and take back with `jornal void` what stands twice"
        made, fee = (major(amount, one.currency) for amount in (one.made, one.fee))
        yield f"{one.number}: {made} {one.currency}, fee {fee}, for order {one.order} ({one.channel}); {same}"


def _balance(export: Sales) -> Iterator[str]:
    found = reconciled(export)
    yield f"{export.file}: {export.title}. {len(export.movements)} movements, {export.rows} rows; nothing is recorded."
    for (currency, what), amounts in sorted(found.sums.items()):
        gross, fee, net = (major(amount, currency) for amount in amounts)
        yield f"  {what or '–'}: {gross} {currency}, fees {fee}, net {net}"
    yield (
        f"{len(found.known)} payments are recorded here with the same sum, {len(found.differing)} with another, "
        f"{len(found.missing)} are not recorded."
    )
    for (name, _), one in sorted(found.payouts.items()):
        comes = f"payout {name}: its movements come to {major(one.movements, one.currency)} {one.currency}"
        if one.paid is None:
            yield f"{comes}."
        else:
            off = one.movements - one.paid
            ends = f"{major(off, one.currency)} is not explained" if off else "it fits"
            yield f"{comes}, {major(one.paid, one.currency)} was paid out; {ends}."
    yield from _some(
        "Recorded with another sum",
        (
            f"row {one.row}: {one.id} {major(one.gross, one.currency)} {one.currency}, order {at.order} ({at.channel}) "
            f"{major(at.made, at.currency)} {at.currency}"
            for one, at in found.differing
        ),
    )
    yield from _some(
        "Not recorded here",
        (
            f"row {one.row}: {one.id} {major(one.gross, one.currency)} {one.currency} {one.about}"
            for one in found.missing
        ),
    )
    yield from _some("Listed", (f"{row.place.rpartition('!')[2]}: {row}" for row in export.listed))
    yield from _some(
        "Twice in the file", (f"{row.place.rpartition('!')[2]}: {row}" for row in export.repeated)
    )


def _some(title: str, lines: Iterator[str]) -> Iterator[str]:
    """The lines under their title, and how many more there are."""
    every = list(lines)
    if every:
        yield f"{title}:"
        yield from (f"  {line}" for line in every[:MOST])
    if len(every) > MOST:
        yield f"  … and {len(every) - MOST} more."


def _few(names: tuple[str, ...]) -> str:
    return ", ".join(names[:10]) + (f" and {len(names) - 10} more" if len(names) > 10 else "")

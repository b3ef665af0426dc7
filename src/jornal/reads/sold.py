"""What was sold and given back, by channel, place, currency and month: what of it is ours."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db.models import F, Q, Sum

from jornal.facts.sales import Refund, Sale
from jornal.journal.fact import Cursor
from jornal.reads.stock import in_hundreds


@dataclass(frozen=True)
class Sold:
    """The sums of a channel, place ("" is none of ours), currency and month such as 2026-10, in minor units.

    `refunds` were given back in that month, their tax inside; `taxes`, `fees` and `tips` are less what of them was
    given back. Tips are no price of goods: they are in no other sum.
    """

    channel: str
    place: str
    currency: str
    month: str
    pieces: int = 0
    gross: int = 0
    discounts: int = 0
    refunds: int = 0
    taxes: int = 0
    fees: int = 0
    shipping: int = 0
    net: int = 0
    tips: int = 0


Group = tuple[str, str, str, str]
SUMS = tuple(field.name for field in fields(Sold)[4:])


def sold(start: date, end: date, upto: Cursor | None = None) -> list[Sold]:
    """The sums of days from start until before end, in order of channel, place, currency and month; held lines apart.

    `net` is gross less discounts, with shipping and the tax on top, less refunds, taxes and fees: whole minor units.
    """
    found: dict[Group, dict[str, int]] = {}
    for group, part in (*_sales(start, end, upto), *_refunds(start, end, upto)):
        sums = found.setdefault(group, dict.fromkeys(SUMS, 0))
        for name, value in part.items():
            sums[name] += value
    return [Sold(*group, *(sums[name] for name in SUMS)) for group, sums in sorted(found.items())]


def _sales(start: date, end: date, upto: Cursor | None) -> Iterator[tuple[Group, dict[str, int]]]:
    rows = Sale.objects.current(upto).filter(day__gte=start, day__lt=end).order_by()
    groups = rows.values_list("channel", "place", "currency", "day")
    sums: Any = groups.annotate(
        pieces=Sum("quantity"), gross=Sum(F("quantity") * F("price")), discounts=Sum("discount"), taxes=Sum("tax"),
        fees=Sum("fee"), tips=Sum("tip"), sent=Sum("shipping"),
        on_top=Sum("tax", filter=Q(tax_included=False), default=0),
    )  # fmt: skip
    for channel, place, currency, day, *amounts in sums:
        pieces, gross, discounts, taxes, fees, tips, shipping, top = map(int, amounts)
        part = {
            "pieces": pieces,
            "gross": gross,
            "discounts": discounts,
            "taxes": taxes,
            "fees": fees,
            "tips": tips,
        }
        net = gross - discounts + shipping + top - taxes - fees
        yield (channel, place, currency, f"{day:%Y-%m}"), part | {"shipping": shipping, "net": net}


def _refunds(start: date, end: date, upto: Cursor | None) -> Iterator[tuple[Group, dict[str, int]]]:
    rows = Refund.objects.current(upto).filter(day__gte=start, day__lt=end).order_by()
    refunds = list(rows.values_list("sale", "day", "amount", "tax", "fee", "tip"))
    of: dict[Any, tuple[str, str, str]] = {}
    for some in in_hundreds({sale for sale, *_ in refunds}):
        sales = Sale.objects.current(upto).filter(root__in=some)
        of |= {root: group for root, *group in sales.values_list("root", "channel", "place", "currency")}  # type: ignore[misc]
    for sale, day, amount, tax, fee, tip in refunds:
        channel, place, currency = of[sale]
        part = {"refunds": amount, "taxes": -tax, "fees": -fee, "tips": -tip, "net": tax + fee - amount}
        yield (channel, place, currency, f"{day:%Y-%m}"), part

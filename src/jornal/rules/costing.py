"""What one piece of a product costs, labour at full cost first; and the least that may be paid for an operation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from jornal.units.rounding import divided

Head = Literal["labour", "on_labour", "material", "share", "total"]
ORDER: tuple[Head, ...] = ("labour", "on_labour", "material", "share")


class Worked(NamedTuple):
    """An operation of one piece: its standard minutes, and its piece rate in minor units, None where time is paid."""

    operation: str
    minutes: Fraction
    rate: Fraction | None


class Bought(NamedTuple):
    """A material of one piece: how many whole units of it, at how many minor units each."""

    material: str
    quantity: int
    price: Fraction


class Made(NamedTuple):
    """A part of one piece that is a product itself: how many, and what one costs by head, in minor units."""

    product: str
    pieces: int
    costs: Mapping[Head, int]


class Share(NamedTuple):
    """A share by name: of labour (what an hour costs beside its wage), or of labour and material together."""

    name: str
    of: Fraction


@dataclass(frozen=True)
class CostLine:
    """A line of a cost sheet: `amount` in minor units, rounded half up; the heads before the total add up to it."""

    head: Head
    name: str
    quantity: Fraction
    unit: str
    rate: Fraction
    amount: int


def least_rate(floor_minute: Fraction, minutes: Fraction, factor: Fraction) -> Fraction:
    """The least that may be paid for a piece of an operation: the floor's minute × its standard minutes × the factor.

    In minor units, exact. The factor leaves room for whoever is slower than the standard; below 1 it is refused.
    """
    if factor < 1:
        raise ValueError("A factor below 1 would let a piece earn less than its time. Give 1 or more.")
    return floor_minute * minutes * factor


def below_least(
    worked: Iterable[Worked], floor_minute: Fraction, factor: Fraction
) -> list[tuple[Worked, Fraction]]:
    """The operations whose piece rate is below the least, each with the least; none that is paid by time."""
    least = ((one, least_rate(floor_minute, one.minutes, factor)) for one in worked)
    return [(one, most) for one, most in least if one.rate is not None and one.rate < most]


def cost_sheet(
    worked: Sequence[Worked], minute: Fraction, on_labour: Sequence[Share], *,
    bought: Sequence[Bought] = (), shares: Sequence[Share] = (), parts: Sequence[Made] = (),
) -> list[CostLine]:  # fmt: skip
    """The lines of what one piece costs: labour and what stands on it, then material, then shares, then their total.

    A part brings what it costs itself, each head with its own, so that its labour is labour; shares are of the rest.

    An operation costs its piece rate, or its minutes at `minute` (minor units a minute, as time is paid) where it has
    none. `shares` (overhead, safety, reinvestment) are of labour and material together.
    """
    lines = [
        CostLine("labour", one.operation, Fraction(1), "piece", one.rate, _whole(one.rate))
        if one.rate is not None
        else CostLine("labour", one.operation, one.minutes, "min", minute, _whole(one.minutes * minute))
        for one in worked
    ]
    labour = sum(line.amount for line in lines)
    lines += [_share("on_labour", one, labour) for one in on_labour]
    lines += [
        CostLine(
            "material",
            one.material,
            Fraction(one.quantity),
            "unit",
            one.price,
            _whole(one.quantity * one.price),
        )
        for one in bought
    ]
    direct = sum(line.amount for line in lines)
    lines += [_share("share", one, direct) for one in shares]
    lines += [line for one in parts for line in _of_part(one)]
    lines.sort(key=lambda line: ORDER.index(line.head))
    total = sum(line.amount for line in lines)
    return [*lines, CostLine("total", "", Fraction(1), "piece", Fraction(total), total)]


def _of_part(one: Made) -> list[CostLine]:
    """What a part costs, a line for each head of it."""
    return [
        CostLine(
            head,
            one.product,
            Fraction(one.pieces),
            "part",
            Fraction(one.costs[head]),
            one.pieces * one.costs[head],
        )
        for head in ORDER
        if one.costs.get(head)
    ]


def _share(head: Head, one: Share, of: int) -> CostLine:
    return CostLine(head, one.name, one.of, "of", Fraction(of), _whole(one.of * of))


def _whole(exact: Fraction) -> int:
    return divided(exact.numerator, exact.denominator)

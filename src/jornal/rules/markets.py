"""May goods go there, by this way: for each place the strictest rule in force, and whether an opinion opens it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from jornal.terms.markets import Decision, Market, Way

STRICTEST: tuple[Decision, ...] = ("clear", "counsel", "refuse")
Reach = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True)
class Trip:
    """Where goods were made, where they go and what they cross, on a day; of which product, "" is any.

    How they are sent is not part of it: a sample or a gift goes where goods for sale go, and nowhere else.
    """

    origin: str
    destination: str
    day: date
    transit: tuple[str, ...] = ()
    product: str = ""


@dataclass(frozen=True)
class Opinion:
    """An opinion of counsel on file: for one place, of one product or ("") of all, from a day to a day."""

    place: str
    counsel: str
    since: date
    until: date
    product: str = ""
    name: str = ""


@dataclass(frozen=True)
class Stop:
    """A place on the way of goods, with what decides there; `rule` is None where nothing is known of its law.

    `still_open` names the open findings that a rule asks to be closed first.
    """

    place: str
    way: Way
    decision: Decision
    rule: Market | None = None
    opinion: Opinion | None = None
    still_open: tuple[str, ...] = ()

    @property
    def goes(self) -> bool:
        """Whether goods may enter: clear and nothing open, or by an opinion of counsel where the law asks for one."""
        if self.decision == "refuse" or self.still_open:
            return False
        return self.decision == "clear" or self.opinion is not None


def decided(
    trip: Trip,
    rules: Iterable[Market],
    reach: Reach,
    opinions: Iterable[Opinion],
    open_findings: Collection[str],
) -> tuple[Stop, ...]:
    """What decides at the destination, then at each place in transit; goods go only where they may enter every one.

    `open_findings` are the controls with an open finding where the goods were made.
    """
    rules, opinions = tuple(rules), tuple(opinions)
    ways: list[tuple[str, Way]] = [
        (trip.destination, "destination"),
        *((one, "transit") for one in trip.transit),
    ]
    return tuple(_stop(trip, place, way, (rules, reach, opinions, open_findings)) for place, way in ways)


Known = tuple[tuple[Market, ...], Reach, tuple[Opinion, ...], Collection[str]]


def _stop(trip: Trip, place: str, way: Way, known: Known) -> Stop:
    rules, reach, opinions, open_findings = known
    rule = _strictest(trip, [row for row in rules if way in row.ways], reach(place), reach(trip.origin))
    if rule is None:
        return Stop(place, way, "counsel", opinion=_opinion(trip, (place,), opinions))
    still_open = tuple(sorted(one for one in open_findings if one.startswith(rule.unless_open)))
    opinion = _opinion(trip, (place, rule.where), opinions) if rule.decision == "counsel" else None
    return Stop(place, way, rule.decision, rule, opinion, still_open)


def _strictest(trip: Trip, rules: list[Market], at: tuple[str, ...], made: tuple[str, ...]) -> Market | None:
    """Of the rules in force there that day the strictest; of two alike, the one that came last."""
    found = [
        row
        for row in rules
        if row.where in at
        and row.since <= trip.day
        and (row.until is None or trip.day <= row.until)
        and row.goods in ("any", "made_there" if row.where in made else "imported")
    ]
    return max(found, key=lambda row: (STRICTEST.index(row.decision), row.since), default=None)


def _opinion(trip: Trip, there: tuple[str, ...], opinions: tuple[Opinion, ...]) -> Opinion | None:
    """The opinion that holds longest of those on file for a place, the product and the day."""
    found = [
        one
        for one in opinions
        if one.place in there and one.product in ("", trip.product) and one.since <= trip.day <= one.until
    ]
    return max(found, key=lambda one: one.until, default=None)

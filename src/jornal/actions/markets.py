"""May this go there, by this way: answered with its law, and put on file; opinions of counsel put on file too."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from jornal.actions.given import Listed, NotYet, Token
from jornal.actions.office import Office
from jornal.actions.organisation import HEADQUARTERS, Digest
from jornal.actions.rights import SHIPMENT, RightsFirst
from jornal.actions.verb import Row, Verb
from jornal.facts.markets import OpinionFiled, ShipmentChecked
from jornal.facts.organisation import Site
from jornal.facts.pay import Finding
from jornal.journal.fact import Fact
from jornal.reads.findings import critical
from jornal.rules.markets import STRICTEST, Opinion, Stop, Trip, decided
from jornal.terms.marketfiles import markets
from jornal.terms.markets import Markets
from jornal.terms.snapshot import snapshot
from jornal.units.parts import Part
from jornal.units.said import Said

CHECKS = ("hq_operations", "seller")
Consignment = Literal["sale", "sample", "gift", "exhibition", "repair"]

REFUSED = "{place} refuses goods made in prison: {law}. A sample or a gift is refused as well."
CLEAR = "{place}: may go. {law}."
STILL_OPEN = "{place}: may not go while these findings are open: {findings}. {law}. Close them first."
BY_OPINION = "{place}: may go by the opinion of {counsel} of {day}, on file until {until}. {law}."
ASK = (
    "{place}: may not go without an opinion of counsel. {law}. Ask counsel, and put the opinion on file with "
    "`jornal do file-opinion`."
)
NOTHING_KNOWN = "What its law says of goods made in prison is not known here"
ON_THE_WAY = "{place}, on the way"


class WhereMade(Said):
    """A question without the place where the goods were made."""

    def __init__(self) -> None:
        super().__init__("Say where it was made: the site, or the two letters of the country (origin=PE).")


class NothingOpens(Said):
    """An opinion for a place whose law refuses such goods outright."""

    def __init__(self, place: str, law: str) -> None:
        super().__init__(
            "{place} refuses goods made in prison: {law}. No opinion opens it, so none is put on file for it.",
            place=place,
            law=law,
        )


class NoTime(Said):
    """An opinion that ends before it begins."""

    def __init__(self) -> None:
        super().__init__("The opinion ends before it was given. Look at both days again.")


@dataclass(frozen=True)
class Answer:
    """What was asked, and what decides at each place, the destination first.

    `critical` are the critical findings open where the goods were made, or anywhere where no site is named.
    """

    trip: Trip
    stops: tuple[Stop, ...]
    markets: Markets
    critical: tuple[Finding, ...] = ()

    @property
    def goes(self) -> bool:
        """Whether the goods may leave."""
        return not self.critical and all(stop.goes for stop in self.stops)

    @property
    def decision(self) -> str:
        """The strictest of the decisions."""
        return max((stop.decision for stop in self.stops), key=STRICTEST.index)

    def sentences(self) -> list[Said]:
        """One sentence for each place, the destination first."""
        return [_sentence(stop, self.markets) for stop in self.stops]

    def against(self) -> list[Said]:
        """Only what stops it: the critical findings that are open, then the places that it may not enter."""
        rights = self.rights()
        told = zip(self.stops, self.sentences(), strict=True)
        return [*([rights] if rights else []), *(sentence for stop, sentence in told if not stop.goes)]

    def rights(self) -> Said | None:
        """What stops it wherever it goes: the critical findings that are open; None where none is."""
        return RightsFirst(Part(SHIPMENT), self.critical) if self.critical else None


class Filed(Row):
    """A written opinion of counsel on one place: of one product, or of all where none is named; it has an end."""

    opinion: Token
    place: str
    product: str = ""
    counsel: str = Field(min_length=1)
    given_on: date
    ends_on: date
    digest: Digest = ""


class Checked(Row):
    """A shipment: where it goes and what it crosses; made at the office's site, or in the country of `origin`."""

    shipment: Token
    destination: str
    transit: Listed = Field(default_factory=list)
    origin: str = ""
    product: str = ""
    consignment: Annotated[Consignment, Field(description="changes nothing")] = "sale"


def answered(office: Office, row: Checked) -> Answer:
    """What decides at each place of a shipment today, and whether it may leave; nothing is recorded.

    Raises NoSuchPlace, WhereMade.
    """
    known = markets()
    trip = Trip(
        origin=_origin(office, row, known),
        destination=known.code(row.destination),
        day=office.day,
        transit=tuple(known.code(one) for one in row.transit),
        product=row.product,
    )
    opinions = [
        Opinion(one.place, one.counsel, one.given_on, one.ends_on, one.product, one.opinion)
        for one in OpinionFiled.objects.current().order_by("opinion")
    ]
    made_at = _made_at(office)
    stops = decided(trip, known.market, known.reach, opinions, _open(office.day, made_at))
    return Answer(trip, stops, known, tuple(critical(office.day, made_at)))


def file_opinions(office: Office, rows: Sequence[Filed]) -> list[Fact]:
    """The opinions as recorded in headquarters' book. Raises NothingOpens, NoSuchPlace, NoTime, NotYet."""
    known, facts = markets(), []
    for row in rows:
        if row.given_on > office.day:
            raise NotYet(row.given_on, office.day)
        if row.ends_on < row.given_on:
            raise NoTime
        place = known.code(row.place)
        (stop,) = decided(Trip("", place, office.day), known.market, known.reach, (), ())
        if stop.decision == "refuse" and stop.rule is not None:
            raise NothingOpens(known.label(place), stop.rule.law)
        facts.append(OpinionFiled(**{**row.model_dump(), "place": place}))
    return list(office.put(facts, "hq"))


def check_shipments(office: Office, rows: Sequence[Checked]) -> list[Fact]:
    """Each shipment as it was checked, refused ones too; checked again with the same answer, it stands as it was."""
    found: list[Fact] = []
    for row in rows:
        new = _fact(office, row, answered(office, row))
        before = ShipmentChecked.objects.current().filter(shipment=row.shipment).order_by("number").last()
        if before is not None and _said(before) == _said(new):
            found.append(before)
            continue
        new.number = before.number + 1 if before else 1
        found += office.put([new], "hq")
    return found


def _fact(office: Office, row: Checked, answer: Answer) -> ShipmentChecked:
    rules = [stop.rule for stop in answer.stops if stop.rule is not None]
    return ShipmentChecked(
        shipment=row.shipment,
        number=1,
        day=office.day,
        site=office.site,
        product=row.product,
        origin=answer.trip.origin,
        destination=answer.trip.destination,
        transit={"places": list(answer.trip.transit)},
        consignment=row.consignment,
        decision=answer.decision,
        goes=answer.goes,
        stops={"stops": list(_stops(answer))} | _critical(answer),
        rules=hashlib.sha256(snapshot(rules).encode()).hexdigest(),
    )


def _said(fact: ShipmentChecked) -> list[object]:
    """What a check says, apart from its number."""
    return [getattr(fact, field.name) for field in fact.content() if field.name != "number"]


def _critical(answer: Answer) -> dict[str, list[str]]:
    found = sorted({one.control for one in answer.critical})
    return {"critical": found} if found else {}


def _stops(answer: Answer) -> Iterator[dict[str, object]]:
    for stop in answer.stops:
        yield {
            "place": stop.place,
            "way": stop.way,
            "decision": stop.decision,
            "goes": stop.goes,
            "rule": stop.rule.id if stop.rule else "",
            "law": stop.rule.law if stop.rule else "",
            "source": stop.rule.source if stop.rule else "",
            "opinion": stop.opinion.name if stop.opinion else "",
            "open": list(stop.still_open),
        }


def _origin(office: Office, row: Checked, known: Markets) -> str:
    """The country where the goods were made, as it is typed or as their site is in. Raises WhereMade."""
    if row.origin:
        return known.code(row.origin)
    site = Site.objects.current().filter(site=office.site).first() if office.site else None
    if site is None:
        raise WhereMade
    return known.code(site.jurisdiction)


def _made_at(office: Office) -> list[str] | None:
    """The site where the goods were made; None, which is every site, where headquarters asks and names none."""
    there = Site.objects.current().filter(site=office.site).exists()
    return [office.site] if there else None


def _open(day: date, sites: list[str] | None) -> set[str]:
    """The controls with an open finding at the sites, or at any."""
    found = Finding.objects.current().filter(closed_on=None, day__lte=day)
    if sites is not None:
        found = found.filter(site__in=sites)
    return set(found.values_list("control", flat=True))


def _sentence(stop: Stop, known: Markets) -> Said:
    label = Part(known.label(stop.place))
    place = Part(ON_THE_WAY, place=label) if stop.way == "transit" else label
    law = stop.rule.law if stop.rule else Part(NOTHING_KNOWN)
    if stop.decision == "refuse":
        return Said(REFUSED, place=place, law=law)
    if stop.still_open:
        return Said(STILL_OPEN, place=place, law=law, findings=", ".join(stop.still_open))
    if stop.decision == "clear":
        return Said(CLEAR, place=place, law=law)
    if stop.opinion is None:
        return Said(ASK, place=place, law=law)
    return Said(
        BY_OPINION,
        place=place,
        law=law,
        counsel=stop.opinion.counsel,
        day=stop.opinion.since,
        until=stop.opinion.until,
    )


VERBS: dict[str, Verb] = {
    "file-opinion": Verb(
        Filed, file_opinions, HEADQUARTERS, "Put an opinion of counsel on a market on file."
    ),
    "check-shipment": Verb(
        Checked, check_shipments, CHECKS, "Check whether a shipment may go where it goes, before it leaves."
    ),
}

"""May goods be brought to a place or a buyer: asked of the markets once for each way they could have come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from jornal.actions.gate import NotToLeave, may_leave
from jornal.actions.markets import Answer, Checked, answered
from jornal.actions.office import Office
from jornal.actions.rights import SHIPMENT, RightsFirst, none_open
from jornal.facts.lots import Lot
from jornal.facts.organisation import Site
from jornal.facts.stock import Movement
from jornal.reads.stock import goods
from jornal.terms.marketfiles import markets
from jornal.terms.markets import Markets
from jornal.units.parts import Part, Several
from jornal.units.said import Said


class NotToGoThere(Said):
    """Goods for a place that does not let them in."""

    def __init__(self, product: str, sentences: Iterable[Said]) -> None:
        why = Several([Part(one.says, **one.facts) for one in sentences], between=" ")
        if product:
            super().__init__("{product} does not go there. {why}", product=product, why=why)
        else:
            super().__init__("Goods that nobody named do not go there. {why}", why=why)


@dataclass
class Border:
    """What was asked of the markets by one office, each question once."""

    office: Office
    _known: Markets = field(default_factory=markets)
    _codes: dict[str, str] = field(default_factory=dict)
    _made: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _answers: dict[tuple[str, str, str, tuple[str, ...]], NotToGoThere | None] = field(default_factory=dict)
    _forbidden: dict[tuple[str, str, str], NotToGoThere | None] = field(default_factory=dict)
    _held: dict[tuple[str, str, str], Said | None] = field(default_factory=dict)

    def code(self, place: str) -> str:
        """The code of a place as it was typed. Raises NoSuchPlace."""
        if place not in self._codes:
            self._codes[place] = self._known.code(place)
        return self._codes[place]

    def refusal(
        self, product: str, lot: str, destination: str, *, transit: tuple[str, ...] = ()
    ) -> NotToGoThere | None:
        """Why goods do not go to a place, with its law; None where they may. Without a lot, of every site of theirs.

        `transit` are the places they cross.
        """
        key = (product, lot, destination, transit)
        if key not in self._answers:
            self._answers[key] = self._asked(product, lot, destination, transit)
        return self._answers[key]

    def forbidden(self, product: str, lot: str, place: str) -> NotToGoThere | None:
        """Why goods may not even be sold where they are: the law of a place that refuses them; None where none does."""
        key = (product, lot, place)
        if key not in self._forbidden:
            self._forbidden[key] = self._refused(product, lot, place)
        return self._forbidden[key]

    def held(self, product: str, lot: str, place: str = "") -> Said | None:
        """Why goods of ours stay where they are: a critical finding, or their gate as it stands; None where they go.

        Of goods whose lot is not told, one of the lots that lie at their place has to pass.
        """
        key = (product, lot, place)
        if key not in self._held:
            self._held[key] = self._stays(product, lot, place)
        return self._held[key]

    def sites(self, product: str, lot: str = "") -> list[str]:
        """Where goods were made: the site of their lot, or without one every site that put some of them into stock."""
        key = (product, lot)
        if key not in self._made:
            lots = Lot.objects.current().filter(product=product)
            if lot:
                lots = lots.filter(code=lot)
            else:
                came = Movement.objects.current().filter(product=product, what="finished")
                lots = lots.filter(code__in=came.values("lot"))
            self._made[key] = sorted(set(lots.values_list("site", flat=True)))
        return self._made[key]

    def _stays(self, product: str, lot: str, place: str) -> Said | None:
        try:
            none_open(Part(SHIPMENT), self.office.day, self.sites(product, lot) or self._every())
        except RightsFirst as fault:
            return fault
        lying = goods([place]) if place and not lot else []
        codes = [lot] if lot else [one.lot for one in lying if one.product == product and one.quantity > 0]
        found = [self._gate(product, code) for code in dict.fromkeys(codes)]
        return found[0] if found and all(found) else None

    def _gate(self, product: str, lot: str) -> Said | None:
        """What keeps a lot behind its gate; None where it passes, or where nobody knows which lot it is."""
        for site in self.sites(product, lot)[:1] if lot else ():
            try:
                may_leave(replace(self.office, site=site), lot)
            except NotToLeave as fault:
                return fault
        return None

    def _every(self) -> list[str]:
        """Goods of which nobody knows where they were made may be of any site."""
        return sorted(Site.objects.current().values_list("site", flat=True)) or [""]

    def _answered(
        self, product: str, lot: str, destination: str, transit: tuple[str, ...] = ()
    ) -> Iterator[Answer]:
        row = Checked(shipment="asked", destination=destination, transit=list(transit), product=product)
        for site in self.sites(product, lot) or self._every():
            yield answered(replace(self.office, site=site), row)

    def _asked(
        self, product: str, lot: str, destination: str, transit: tuple[str, ...]
    ) -> NotToGoThere | None:
        for answer in self._answered(product, lot, destination, transit):
            if not answer.goes:
                return NotToGoThere(product, answer.against())
        return None

    def _refused(self, product: str, lot: str, place: str) -> NotToGoThere | None:
        for answer in self._answered(product, lot, place):
            if answer.decision == "refuse":
                return NotToGoThere(product, answer.sentences())
        return None

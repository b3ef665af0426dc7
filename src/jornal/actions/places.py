"""Places where goods are: workshops, stores, shops, consignees, exhibitions, on the way; and what customs ask."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from jornal.actions.given import Printed, Token
from jornal.actions.office import Office
from jornal.actions.organisation import Currency, NotThere
from jornal.actions.products import product_of
from jornal.actions.verb import Row, Verb
from jornal.facts.organisation import Site
from jornal.facts.stock import ProductCustoms, StockPlace
from jornal.journal.fact import Fact
from jornal.terms.marketfiles import markets
from jornal.terms.shapes import read_ratio
from jornal.units.said import Said

ROLES = ("hq_operations",)


class NoSuchStockPlace(Said):
    """A place where no goods are kept."""

    def __init__(self, place: str) -> None:
        super().__init__(
            "There is no place {place} for goods. Look at its name, or name it with `jornal do name-place`.",
            place=place,
        )


def _hundredths(text: str) -> str:
    """A share such as "30 %" or "0.3", of which hundredths of a per cent are whole."""
    share = read_ratio(text)
    if share > 1 or (share * 10_000).denominator != 1:
        raise Said("{text} is no commission; write a share such as 30 %", text=repr(text[:20]))
    return text


Share = Annotated[str, AfterValidator(_hundredths), Field(description="such as 30 %")]


class PlaceNamed(Row):
    """A place for goods: what it is, in which country, and its currency; a workshop's place names its site.

    A consignee keeps a commission of what it sells, such as 30 %.
    """

    place: Token
    label: Annotated[Printed, Field(min_length=1, max_length=200)]
    sort: Literal["workshop", "store", "shop", "consignee", "exhibition", "transit"]
    country: str
    currency: Currency
    since: date
    at: Token | None = None
    commission: Share = "0"

    @model_validator(mode="after")
    def _is_whole(self) -> "PlaceNamed":
        if (self.sort == "workshop") != (self.at is not None):
            raise Said("the place of a workshop names its site with at=, and no other does")
        if self.sort != "consignee" and basis(self.commission):
            raise Said("only a consignee keeps a commission")
        return self


class CustomsSet(Row):
    """What customs ask of a product from a day on: the code of its goods in digits, what one piece weighs in grams."""

    product: Token
    since: date
    goods_code: Annotated[str, Field(pattern="^([0-9]{6,10})?$")] = ""
    grams: Annotated[int, Field(ge=1, le=1_000_000)] | None = None


def basis(share: str) -> int:
    """A share in hundredths of a per cent."""
    return int(read_ratio(share) * 10_000)


def name_places(office: Office, rows: Sequence[PlaceNamed]) -> list[Fact]:
    """The places, as recorded. Raises NotThere, NoSuchPlace."""
    known = markets()
    sites = set(Site.objects.current().values_list("site", flat=True))
    facts = []
    for row in rows:
        if row.at is not None and row.at not in sites:
            raise NotThere("site", row.at, "open-site")
        said = row.model_dump(exclude={"at", "country", "commission"})
        facts.append(
            StockPlace(
                **said, site=row.at or "", country=known.code(row.country), commission=basis(row.commission)
            )
        )
    return list(office.put(facts, "hq"))


def set_customs(office: Office, rows: Sequence[CustomsSet]) -> list[Fact]:
    """What customs ask, as recorded. Raises NoSuchProduct."""
    for row in rows:
        product_of(row.product)
    return list(office.put((ProductCustoms(**row.model_dump()) for row in rows), "hq"))


def place_of(place: str) -> StockPlace:
    """A place for goods by its name. Raises NoSuchStockPlace."""
    found = StockPlace.objects.current().filter(place=place).first()
    if found is None:
        raise NoSuchStockPlace(place)
    return found


VERBS: dict[str, Verb] = {
    "name-place": Verb(
        PlaceNamed, name_places, ROLES, "Name a place where goods are: a store, shop or consignee."
    ),
    "set-customs": Verb(
        CustomsSet, set_customs, ROLES, "Set what customs ask of a product: its code and weight."
    ),
}

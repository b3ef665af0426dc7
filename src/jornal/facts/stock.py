"""Where goods are: places, movements between them, counts of what is found, and what customs ask of a product."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class StockPlace(Fact):
    """A place where goods of ours are: a workshop's store, a shop, a consignee, an exhibition, on the way.

    `country` is where it is, a code of a place; `commission` is what a consignee keeps of a sale, in hundredths of a
    per cent, nought elsewhere. `site` is the site whose goods enter here, "" where none do.
    """

    KIND, KEY = "stock_place", ("place",)

    place = columns.token()
    label = columns.text()
    sort = columns.choice("workshop", "store", "shop", "consignee", "exhibition", "transit")
    site = columns.text(60)
    country = columns.text(10)
    currency = columns.text(3)
    commission = columns.count()
    since = columns.day()


class Movement(Fact):
    """Goods of a lot that came into a place, left one, or went from one to another; what was sold is a sale.

    `from_place` is "" where goods come in, `to_place` where they leave us. `lot` is "" only where a count found other
    goods than the books say. `country` is where they go when they leave us; `shipment` names what was checked for it.
    """

    KIND, KEY = "movement", ("movement",)

    movement = columns.token()
    product = columns.token()
    lot = columns.text(60)
    quantity = columns.count()
    from_place = columns.text(60)
    to_place = columns.text(60)
    day = columns.day()
    what = columns.choice("finished", "moved", "sample", "gift", "lost", "damaged", "counted")
    country = columns.text(10)
    shipment = columns.text(60)
    note = columns.text()

    class Meta:
        indexes = [
            columns.index("movement_from", "from_place", "product"),
            columns.index("movement_to", "to_place", "product"),
            columns.index("movement_lot", "lot"),
        ]


class StockCount(Fact):
    """What was found of a product at a place, of a lot or ("") of all, beside what the books said before it."""

    KIND, KEY = "stock_count", ("place", "product", "lot", "number")

    place = columns.token()
    product = columns.token()
    lot = columns.text(60)
    number = columns.count()
    day = columns.day()
    found = columns.count()
    books = columns.count()
    counted_by = columns.text(60)
    movements = columns.table()


class ProductCustoms(Fact):
    """What customs ask of a product from a day on: its code of goods, and what one piece weighs in grams."""

    KIND, KEY = "product_customs", ("product", "since")

    product = columns.token()
    since = columns.day()
    goods_code = columns.text(12)
    grams = columns.count_or_none()

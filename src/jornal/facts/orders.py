"""What is ordered: cost sheets, orders and their lines, what was promised for them."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class CostSheet(Fact):
    """What one piece of a product costs at a site from a day on, line by line, labour at full cost first.

    `lines` are rows of head, name, quantity, unit, rate (exact text in minor units) and amount. `floor_minute` is the
    floor that its piece rates were held to, in minor units a minute, "" where none is known.
    """

    KIND, KEY = "cost_sheet", ("product", "site", "since")

    product = columns.token()
    site = columns.token()
    since = columns.day()
    currency = columns.text(3)
    factor = columns.text(20)
    floor_minute = columns.text(40)
    lines = columns.table()
    cost = columns.amount()
    price = columns.amount()


class Order(Fact):
    """An order of a customer: when it was placed and wanted, until when it may be changed, where it goes.

    `country` is where the goods go, a code of two letters.
    """

    KIND, KEY = "order", ("order",)

    order = columns.token()
    customer = columns.text()
    placed_on = columns.day()
    wanted_on = columns.day_or_none()
    cutoff_on = columns.day()
    currency = columns.text(3)
    country = columns.text(10)


class OrderLine(Fact):
    """A line of an order: so many pieces of a product, made at a site, at a price for each in minor units.

    `rate` is the rate of exchange by which the price was held to its cost, None where both are in one currency.
    """

    KIND, KEY = "order_line", ("order", "line")
    VERSION = 2

    order = columns.token()
    line = columns.count()
    product = columns.token()
    site = columns.token()
    quantity = columns.count()
    price = columns.amount()
    rate = columns.ref_or_none("exchange_rate")


class OrderConfirmed(Fact):
    """The week promised for an order, by its Monday, and the whole sum it rests on, site by site."""

    KIND, KEY = "order_confirmed", ("order",)

    order = columns.ref("order")
    day = columns.day()
    week = columns.day()
    sums = columns.table()

"""What is sold: lines of sales, what was given back, goods that nobody could name yet, settlements, milestones."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class Sale(Fact):
    """A line of a sale, as its channel tells it; amounts in minor units of its currency.

    `price` is of one piece as it was charged; `discount`, `tax`, `shipping` and `fee` are of the whole line, the fee
    what the channel keeps. Of `tax_included` the price holds the tax. `total` is the whole order's, None where it
    was not told. `paper` names the delivery or settlement it belongs to, `order_line` the line of an order of ours.
    `tip` was given with the order on top of all that, and is no price of goods: `total` is without it.
    """

    KIND, KEY = "sale", ("channel", "order", "line")
    VERSION = 2

    channel = columns.token()
    order = columns.text(60)
    line = columns.count()
    day = columns.day()
    place = columns.text(60)
    goods = columns.text()
    product = columns.token()
    lot = columns.text(60)
    quantity = columns.count()
    price = columns.amount()
    discount = columns.amount()
    tax = columns.amount()
    tax_included = columns.yes()
    shipping = columns.amount()
    fee = columns.amount()
    currency = columns.text(3)
    country = columns.text(10)
    total = columns.count_or_none()
    paper = columns.text(60)
    order_line = columns.count_or_none()
    tip = columns.amount_or_nought()

    class Meta:
        indexes = [
            columns.index("sale_place", "place", "product"),
            columns.index("sale_lot", "lot"),
            columns.index("sale_day", "day"),
        ]


class Refund(Fact):
    """What was given back of a line of a sale, its tax inside; `goods_back` pieces came back to a place.

    `quantity` is for how many pieces; `fee` is what the channel gave back of what it kept; `tip` what of the tip was
    given back beside the amount.
    """

    KIND, KEY = "refund", ("sale", "reference")
    VERSION = 2

    sale = columns.ref("sale")
    reference = columns.text(60)
    day = columns.day()
    quantity = columns.count()
    amount = columns.amount()
    tax = columns.amount()
    fee = columns.amount()
    goods_back = columns.count()
    place = columns.text(60)
    note = columns.text()
    tip = columns.amount_or_nought()

    class Meta:
        indexes = [columns.index("refund_day", "day"), columns.index("refund_place", "place")]


class Held(Fact):
    """A line of a sale of goods that nobody here can name yet; `row` is the line word for word."""

    KIND, KEY = "held", ("channel", "order", "line")

    channel = columns.token()
    order = columns.text(60)
    line = columns.count()
    day = columns.day()
    goods = columns.text()
    row = columns.table()


class GoodsNamed(Fact):
    """Which product the goods of a channel are, by the name or number the channel has for them."""

    KIND, KEY = "goods_named", ("channel", "goods")

    channel = columns.token()
    goods = columns.text()
    product = columns.token()
    day = columns.day()


class Settlement(Fact):
    """A settlement with a consignee: its days, what it sold and keeps, what it owes, and the goods it ties to.

    `goods` are rows of product, lot and pieces: there before, received, sold, back and left.
    """

    KIND, KEY = "settlement", ("settlement",)
    FINAL = True

    settlement = columns.token()
    place = columns.token()
    since = columns.day()
    until = columns.day()
    day = columns.day()
    currency = columns.text(3)
    commission = columns.count()
    sold = columns.amount()
    kept = columns.amount()
    owed = columns.amount()
    goods = columns.table()


class Milestone(Fact):
    """A part of an order's sum that is due when something is done: so many days after it."""

    KIND, KEY = "milestone", ("order", "number")

    order = columns.token()
    number = columns.count()
    what = columns.choice("deposit", "sample_approved", "delivered")
    amount = columns.amount()
    days = columns.count()


class MilestoneMet(Fact):
    """A milestone of an order that was reached, or paid."""

    KIND, KEY = "milestone_met", ("milestone", "what")

    milestone = columns.ref("milestone")
    what = columns.choice("reached", "paid")
    day = columns.day()

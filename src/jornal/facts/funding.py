"""Money from others and back: grants, an authority's budget, costs, advances, the promise, the fund, and rates."""

from jornal.journal import columns
from jornal.journal.fact import Fact

HEADS = (
    "materials", "tools", "machines", "rooms", "energy", "transport", "training", "shops", "selling", "safety",
    "staff", "employer_shares", "fees", "taxes", "office", "other",
)  # fmt: skip
"""What money is spent on; wages of workers are none of these, they come from issued runs (`WagesFunded`).

`employer_shares` is what an employer owes by law beside the wage.
"""

PURPOSES = ("training", "shops", "workshops", "after_release", "other")
"""What the fund is spent on. Wages, safety, what a prison owes and advertising are none of these."""


class Grant(Fact):
    """Money that a funder promised in writing, for what, from when to when; `heads` are those it is restricted to.

    `paper` is the digest of the funder's letter.
    """

    KIND, KEY = "grant", ("grant",)

    grant = columns.token()
    funder = columns.text()
    amount = columns.amount()
    currency = columns.text(3)
    purpose = columns.text(500)
    restricted = columns.yes()
    heads = columns.table()
    since = columns.day()
    until = columns.day()
    paper = columns.text(64)


class Budget(Fact):
    """The budget of a workshop that an authority pays for in part, from a day to a day, by its paper."""

    KIND, KEY = "budget", ("budget",)

    budget = columns.token()
    authority = columns.token()
    site = columns.token()
    workshop = columns.text(60)
    currency = columns.text(3)
    since = columns.day()
    until = columns.day()
    paper = columns.text(64)


class BudgetHead(Fact):
    """A head of a budget: what is planned for it in all, and what of that the authority promised to pay."""

    KIND, KEY = "budget_head", ("budget", "head")

    budget = columns.token()
    head = columns.choice(*HEADS)
    planned = columns.amount()
    promised = columns.amount()


class MoneyReceived(Fact):
    """Money that came in and is no sale: of a grant, of an authority for a head of a budget, or another's gift.

    `source` is the grant or budget. `received` is its number here, `paper` the digest of what the bank says.
    """

    KIND, KEY = "money_received", ("received",)

    received = columns.token()
    of = columns.choice("grant", "budget", "gift", "other")
    source = columns.text(60)
    head = columns.text(20)
    giver = columns.text()
    day = columns.day()
    amount = columns.amount()
    currency = columns.text(3)
    paper = columns.text(64)


class Cost(Fact):
    """Money spent, other than on wages and from the fund: for what, on what paper, and whose money it was.

    `source` is the grant, budget or advance it was paid from. `lot` is the lot of material that it paid for, if one.
    """

    KIND, KEY = "cost", ("cost",)

    cost = columns.token()
    day = columns.day()
    head = columns.choice(*HEADS)
    label = columns.text()
    supplier = columns.text()
    amount = columns.amount()
    currency = columns.text(3)
    paper = columns.text(64)
    site = columns.text(60)
    paid_from = columns.choice("own", "grant", "budget", "advance")
    source = columns.text(60)
    lot = columns.text(60)

    class Meta:
        indexes = [columns.index("cost_source", "source")]


class Advance(Fact):
    """Money given to somebody on the staff to buy with, which receipts or money brought back settle."""

    KIND, KEY = "advance", ("advance",)

    advance = columns.token()
    staff = columns.token()
    site = columns.text(60)
    day = columns.day()
    amount = columns.amount()
    currency = columns.text(3)
    purpose = columns.text(500)
    paper = columns.text(64)


class AdvanceReturned(Fact):
    """Money of an advance brought back unspent."""

    KIND, KEY = "advance_returned", ("advance", "number")

    advance = columns.token()
    number = columns.count()
    day = columns.day()
    amount = columns.amount()
    paper = columns.text(64)


class ProfitPromised(Fact):
    """What share of the profit goes back from a day on, for what, in the words in which it was published."""

    KIND, KEY = "profit_promised", ("since",)

    since = columns.day()
    of_10000 = columns.count()
    purposes = columns.table()
    says = columns.text(500)
    published_at = columns.text()


class SetAside(Fact):
    """Money put into the fund from the profit of a year."""

    KIND, KEY = "set_aside", ("year", "number")

    year = columns.count()
    number = columns.count()
    day = columns.day()
    amount = columns.amount()
    currency = columns.text(3)
    paper = columns.text(64)


class FundSpent(Fact):
    """Money spent from the fund: for what, with what evidence, and who of the workers was heard on it, and when.

    `heard` are the representatives by their tokens, `minutes` the digest of what was written down.
    """

    KIND, KEY = "fund_spent", ("spending",)

    spending = columns.token()
    day = columns.day()
    purpose = columns.choice(*PURPOSES)
    label = columns.text()
    site = columns.text(60)
    amount = columns.amount()
    currency = columns.text(3)
    paper = columns.text(64)
    heard = columns.table()
    heard_on = columns.day_or_none()
    minutes = columns.text(64)


class ExchangeRate(Fact):
    """What one unit of a currency was worth in another on a day, as exact text, and who says so."""

    KIND, KEY = "exchange_rate", ("base", "quote", "day")

    base = columns.text(3)
    quote = columns.text(3)
    day = columns.day()
    rate = columns.text(30)
    source = columns.text(300)


class YearStated(Fact):
    """The statement of a year as it was given out: every figure of it, and the outsider who signed it."""

    KIND, KEY = "year_stated", ("year", "number")
    FINAL = True

    year = columns.count()
    number = columns.count()
    day = columns.day()
    signed_by = columns.text()
    cursor = columns.table()
    lines = columns.table()
    digest = columns.text(64)


class WagesFunded(Fact):
    """A line of a grant or a budget for wages: of which sites or workshops, of which months, what share, how much.

    `places` are sites or "site/workshop". It pays for no wage that was not issued, and no wage waits for it.
    """

    KIND, KEY = "wages_funded", ("of", "source", "line")

    of = columns.choice("grant", "budget")
    source = columns.token()
    line = columns.count()
    places = columns.table()
    since = columns.day()
    until = columns.day()
    of_10000 = columns.count()
    amount = columns.amount()
    paper = columns.text(64)

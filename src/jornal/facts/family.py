"""Money to families and savings: what it leaves from, what sending costs, what is saved, what the bank says of it."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class PaysFrom(Fact):
    """The account of the enterprise that money of a site leaves from, from a day on; it is no person's."""

    KIND, KEY = "pays_from", ("site", "since")

    site = columns.token()
    since = columns.day()
    holder = columns.text(140)
    account = columns.text(40)
    currency = columns.text(3)


class TransferFee(Fact):
    """What sending money cost, and that the enterprise bore it: no fee of a transfer is taken from anybody's share."""

    KIND, KEY = "transfer_fee", ("site", "day", "number")

    site = columns.token()
    day = columns.day()
    number = columns.count()
    amount = columns.amount()
    currency = columns.text(3)
    paper = columns.text(100)
    borne_by = columns.choice("enterprise")


class SavingsMoved(Fact):
    """Savings that were paid out at her written wish, or interest that was added; never below what she has."""

    KIND, KEY = "savings_moved", ("worker", "day", "number")
    FINAL = True

    worker = columns.token()
    day = columns.day()
    number = columns.count()
    site = columns.token()
    what = columns.choice("paid_out", "interest")
    amount = columns.amount()
    asked_on = columns.day_or_none()
    payee = columns.text(60)
    paper = columns.text(100)


class TrustBalance(Fact):
    """What the bank says lies in the trust account on a day, beside what all workers of the site have saved by then.

    `under_way` left for the account and is not shown to have arrived; the bank holds at most that less than the ledger,
    or a finding is made. `cursor` says how far each book was read. The last number of a day counts.
    """

    KIND, KEY = "trust_balance", ("site", "day", "number")
    FINAL = True

    site = columns.token()
    day = columns.day()
    number = columns.count()
    amount = columns.amount()
    ledger = columns.amount()
    under_way = columns.amount()
    cursor = columns.table()
    paper = columns.text(100)

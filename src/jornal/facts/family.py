"""Money to families and savings: the account it leaves from, and what sending it costs the enterprise."""

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

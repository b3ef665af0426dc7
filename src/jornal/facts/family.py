"""Money to families and savings: the account it leaves from."""

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

"""Where goods may go: opinions of counsel on file, and each shipment checked against the rules of its day."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class OpinionFiled(Fact):
    """A written opinion of counsel on bringing goods into a place: of one product or ("") of all, until a day.

    `digest` is that of the paper, which is kept elsewhere.
    """

    KIND, KEY = "opinion_filed", ("opinion",)

    opinion = columns.token()
    place = columns.text(10)
    product = columns.text(60)
    counsel = columns.text()
    given_on = columns.day()
    ends_on = columns.day()
    digest = columns.text(64)


class ShipmentChecked(Fact):
    """A shipment checked before it leaves: where it was made, goes and crosses, and what decides at each place.

    `stops` holds each place with its decision, law and source as they stood; `goes` says whether it may leave. What
    kind of consignment it is changes nothing. A refused one is kept like any other.
    """

    KIND, KEY = "shipment_checked", ("shipment", "number")
    FINAL = True

    shipment = columns.token()
    number = columns.count()
    day = columns.day()
    site = columns.text(60)
    product = columns.text(60)
    origin = columns.text(10)
    destination = columns.text(10)
    transit = columns.table()
    consignment = columns.choice("sale", "sample", "gift", "exhibition", "repair")
    decision = columns.choice("clear", "counsel", "refuse")
    goes = columns.yes()
    stops = columns.table()
    rules = columns.text(64)

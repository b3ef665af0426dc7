"""What a product says of itself: pieces with their maker, how she chose to be shown, passports issued and withdrawn."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class MakerShown(Fact):
    """How a worker chose to be shown on labels and passports, if at all; her line is sealed. The last choice counts.

    Nothing of it is shown but while a consent of its own stands, and none of it is in what is signed.
    """

    KIND, KEY = "maker_shown", ("worker", "number")

    worker = columns.token()
    number = columns.count()
    day = columns.day()
    shown = columns.choice("nothing", "mark", "chosen_name", "first_name")
    line = columns.sealed()


class Item(Fact):
    """A piece of a lot that has a label of its own, and whoever made it, "" where several did."""

    KIND, KEY = "item", ("lot", "serial")

    lot = columns.ref("lot")
    serial = columns.count()
    worker = columns.text(60)
    day = columns.day()


class PassportIssued(Fact):
    """What is published of a lot, word for word, with the signature that travels beside it; the last issued counts.

    It names nobody and holds nothing about fewer than five people. `code` is the lot's.
    """

    KIND, KEY = "passport_issued", ("lot", "number")
    FINAL = True

    lot = columns.ref("lot")
    number = columns.count()
    code = columns.text(60)
    gtin = columns.text(14)
    day = columns.day()
    body = columns.table()
    signature = columns.text(500)
    public = columns.text(64)

    class Meta:
        indexes = [columns.index("passport_issued_item", "gtin", "code")]


class PassportWithdrawn(Fact):
    """A passport that is shown no more, from this day on."""

    KIND, KEY = "passport_withdrawn", ("passport",)
    FINAL = True

    passport = columns.ref("passport_issued")
    day = columns.day()

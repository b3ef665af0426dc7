"""Pieces: made, accepted, done again, rejected with cause; operations that a site had to name itself."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class Pieces(Fact):
    """Pieces of one operation on one day of one worker: accepted, and to be done again. `number` counts the tallies."""

    KIND, KEY = "pieces", ("worker", "day", "operation", "number")

    worker = columns.token()
    day = columns.day()
    operation = columns.token()
    number = columns.count()
    site = columns.token()
    good = columns.count()
    rework = columns.count()
    lot = columns.text(60)
    tally = columns.text(60)

    class Meta:
        indexes = [columns.index("pieces_site_day", "site", "day")]


class Rejected(Fact):
    """Pieces rejected, for what cause, and whether she was heard; only her own fault, after hearing, goes unpaid."""

    KIND, KEY = "rejected", ("pieces", "number")

    pieces = columns.ref("pieces")
    number = columns.count()
    count = columns.count()
    cause = columns.choice("material", "machine", "design", "worker", "unknown")
    decided_by = columns.token()
    heard = columns.choice("yes", "no", "declined")
    later_sold = columns.yes()


class LocalOperation(Fact):
    """An operation that the site named because work could not wait; its time earns the floor until it has a rate."""

    KIND, KEY = "local_operation", ("site", "operation")

    site = columns.token()
    operation = columns.token()
    label = columns.text()
    since = columns.day()


class OperationAdopted(Fact):
    """Headquarters gives a local operation its rate, which is in a rate card from that day on."""

    KIND, KEY = "operation_adopted", ("local",)

    local = columns.ref("local_operation")
    day = columns.day()
    operation = columns.token()

"""Kits worked on in cells, and the tools of workshops: what goes out, what comes back, what is counted."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class Kit(Fact):
    """A kit of a lot given to a worker for her cell: so many pieces to make, and rows of tool and count with it."""

    KIND, KEY = "kit", ("code",)

    code = columns.token()
    site = columns.token()
    worker = columns.token()
    lot = columns.ref("lot")
    pieces = columns.count()
    tools = columns.table()
    day = columns.day()

    class Meta:
        indexes = [columns.index("kit_worker", "worker")]


class KitReturned(Fact):
    """A kit that came back, counted once: what is good, what is to be done again, and rows of tool, out and back.

    `missing` is how many tools did not come back.
    """

    KIND, KEY = "kit_returned", ("kit",)
    FINAL = True

    kit = columns.ref("kit")
    day = columns.day()
    good = columns.count()
    rework = columns.count()
    tools = columns.table()
    missing = columns.count()
    counted_by = columns.token()


class ToolList(Fact):
    """The tools that a workshop holds from a day on: rows of tool and count."""

    KIND, KEY = "tool_list", ("site", "workshop", "since")

    site = columns.token()
    workshop = columns.token()
    since = columns.day()
    tools = columns.table()


class ToolCount(Fact):
    """The tools of a workshop counted at the end of a shift: rows of tool, held and counted; how many are missing."""

    KIND, KEY = "tool_count", ("site", "workshop", "day", "number")

    site = columns.token()
    workshop = columns.token()
    day = columns.day()
    number = columns.count()
    tools = columns.table()
    missing = columns.count()
    counted_by = columns.token()
    seen_by = columns.text(60)

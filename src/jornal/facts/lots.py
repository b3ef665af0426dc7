"""What is made of what: materials received with their origin, lots of products, what was issued to them, judgement."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class MaterialLot(Fact):
    """A lot of material received at a site: how much, from whom, and where it comes from, with its paper.

    `country` is a code of two letters, or "unknown". `cost` is in minor units of the site's currency, if known.
    """

    KIND, KEY = "material_lot", ("code",)

    code = columns.token()
    site = columns.token()
    material = columns.token()
    received_on = columns.day()
    quantity = columns.count()
    country = columns.text(10)
    origin = columns.text(200)
    supplier = columns.text(200)
    supplier_lot = columns.text(60)
    paper = columns.text(64)
    cost = columns.count_or_none()

    class Meta:
        indexes = [columns.index("material_lot_site", "site", "material")]


class Lot(Fact):
    """A lot of a product, made at a site by the recipe that held when it was opened, for an order or for none."""

    KIND, KEY = "lot", ("code",)

    code = columns.token()
    site = columns.token()
    workshop = columns.text(60)
    product = columns.token()
    recipe = columns.ref("recipe")
    quantity = columns.count()
    opened_on = columns.day()
    due_on = columns.day_or_none()
    order = columns.text(60)
    line = columns.count_or_none()

    class Meta:
        indexes = [columns.index("lot_site_product", "site", "product")]


class MaterialIssued(Fact):
    """Material of one of its lots given out to a lot of a product, or brought back from it unused."""

    KIND, KEY = "material_issued", ("lot", "material", "number")

    lot = columns.ref("lot")
    material = columns.ref("material_lot")
    number = columns.count()
    what = columns.choice("issued", "returned")
    day = columns.day()
    quantity = columns.count()

    class Meta:
        indexes = [columns.index("material_issued_of", "material")]


class LotFinished(Fact):
    """The end of work on a lot: so many whole pieces came of it."""

    KIND, KEY = "lot_finished", ("lot",)

    lot = columns.ref("lot")
    day = columns.day()
    quantity = columns.count()


class LotJudged(Fact):
    """A judgement of a finished lot by somebody who is not paid by output; `answers` are rows of ask and answer.

    `good`, `rework` and `rejected` are its pieces then. The last judgement counts.
    """

    KIND, KEY = "lot_judged", ("lot", "number")

    lot = columns.ref("lot")
    number = columns.count()
    day = columns.day()
    judged_by = columns.token()
    good = columns.count()
    rework = columns.count()
    rejected = columns.count()
    cause = columns.choice("none", "material", "machine", "design", "worker", "unknown")
    answers = columns.table()
    note = columns.text(500)

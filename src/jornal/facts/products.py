"""What is made: designs with their versions and credits, materials, products and what goes into one of them."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class Design(Fact):
    """An idea for something to make: what is asked for, and who proposed it, a worker or a member of staff."""

    KIND, KEY = "design", ("design",)

    design = columns.token()
    site = columns.text(60)
    label = columns.text()
    brief = columns.text(500)
    proposed_by = columns.text(60)
    day = columns.day()


class DesignVersion(Fact):
    """A version of a design: a brief, a sketch, a sample or a pattern, who made it, and its file by its digest.

    `made_by` lists codes of workers and staff. Without a file the digest is empty and the size nought.
    """

    KIND, KEY = "design_version", ("design", "number")

    design = columns.token()
    number = columns.count()
    what = columns.choice("brief", "sketch", "sample", "pattern")
    day = columns.day()
    proposed_by = columns.text(60)
    made_by = columns.table()
    file_digest = columns.text(64)
    file_type = columns.text(40)
    file_size = columns.count()
    note = columns.text(500)


class DesignCredit(Fact):
    """How a maker of a design wants to be credited for it; her line is sealed, and is shown only with her consent."""

    KIND, KEY = "design_credit", ("design", "worker")

    design = columns.token()
    worker = columns.token()
    day = columns.day()
    shown = columns.choice("nothing", "mark", "chosen_name", "first_name")
    line = columns.sealed()


class Material(Fact):
    """A material that products are made of, and the whole unit in which it is counted."""

    KIND, KEY = "material", ("material",)

    material = columns.token()
    label = columns.text()
    unit = columns.choice("g", "cm", "cm2", "ml", "piece")


class Product(Fact):
    """A product of the catalogue, the design and version it is made after, and its trade item number if it has one."""

    KIND, KEY = "product", ("product",)

    product = columns.token()
    label = columns.text()
    design = columns.text(60)
    design_number = columns.count_or_none()
    gtin = columns.text(14)
    since = columns.day()


class Recipe(Fact):
    """How one piece of a product is made from a day on: materials, parts, operations in their order, techniques.

    `materials` are rows of material and quantity (whole units); `parts` of product and count; `operations` of
    operation and minutes (standard minutes of one piece, exact text).
    """

    KIND, KEY = "recipe", ("product", "since")

    product = columns.token()
    since = columns.day()
    materials = columns.table()
    parts = columns.table()
    operations = columns.table()
    techniques = columns.table()


class Checklist(Fact):
    """What is looked at before a lot of a product is accepted, from a day on; `asks` lists the sentences."""

    KIND, KEY = "checklist", ("product", "since")

    product = columns.token()
    since = columns.day()
    asks = columns.table()

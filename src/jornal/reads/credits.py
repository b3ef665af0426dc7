"""Who is credited for a design by a name of her choice, while she consents to it."""

from datetime import date

from jornal.facts.products import DesignCredit, Product
from jornal.reads.labels import NAMED, consenting, waiting

SCOPE = "design"
"""The consent that stands for the credit of a design: one for labels is another."""


def credited(product: str, day: date) -> list[tuple[str, str]]:
    """Makers of a product's design with their sealed lines, in order of code: those whose consent stands that day."""
    design = Product.objects.current().filter(product=product).exclude(design="").values("design")
    rows = DesignCredit.objects.current().filter(design__in=design, shown__in=NAMED).order_by("worker")
    named = [one for one in rows if one.line]
    makers = {one.worker for one in named}
    shown = consenting(makers, day, SCOPE) - waiting(makers)
    return [(one.worker, one.line) for one in named if one.worker in shown]

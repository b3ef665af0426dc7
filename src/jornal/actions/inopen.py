"""Words about work that stand in the open: scanned for listed terms, and naming no worker."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from jornal.actions.given import Printed
from jornal.facts.people import Worker
from jornal.units.identifiers import tidy
from jornal.units.listed import refuse, refuse_public
from jornal.units.parts import Part
from jornal.units.said import Said


def fit_to_publish(text: str) -> str:
    """The text, fit for customers to read. Raises SellsPeople, ListedTerm."""
    return refuse_public(text, Part("what is published"))


Published = Annotated[Printed, Field(min_length=1, max_length=200), AfterValidator(fit_to_publish)]
"""A label that customers read: printed, and no word in it that sells people, or that is never kept."""

_LIKE_A_CODE = re.compile(r"\b[^\W\d_]{2,4}[ -]?\d{2,}\w*\b")


class NamesSomebody(Said):
    """Words about work that name a worker."""

    def __init__(self, where: str, worker: str) -> None:
        super().__init__(
            "{where} names {worker}. It is read by many, so say what it is about without her; what is hers alone is "
            "recorded with her.",
            where=where,
            worker=worker,
        )


def in_the_open(text: str, where: str) -> str:
    """The text, fit to be recorded unsealed; `where` it stands is told. Raises ListedTerm, NamesSomebody."""
    codes = {tidy(one.replace(" ", "").replace("-", "")) for one in _LIKE_A_CODE.findall(text)}
    if codes:
        for worker in Worker.objects.current().filter(worker__in=codes).values_list("worker", flat=True):
            raise NamesSomebody(where, worker)
    return refuse(text, where)

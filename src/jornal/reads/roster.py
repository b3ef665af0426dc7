"""Everybody a site knows: here now, left, or offered work; with what her list and her page say of each."""

from collections.abc import Collection, Iterable
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from django.db import models
from django.db.models.functions import Cast

from jornal.facts.people import CarriedOver, Enrolled, Left, Offer, Worker

STANDINGS = ("here", "left", "offered", "all")
"""What a list of people may be of."""


class Person(NamedTuple):
    """Somebody a site knows: `standing` is here, left or offered; the rest is of her last time there, if any.

    `since` is her first day there, or that of her last offer where she never took up work.
    """

    worker: str
    standing: str
    since: date | None = None
    left_on: date | None = None
    workshop: str = ""
    language: str = ""
    reads: str = ""
    clock_number: str = ""


_STAY = ("worker", "stay", "since", "workshop", "language", "reads", "clock_number")
_AS_TEXT = models.CharField()
"""Names of facts are compared as text: to make thousands of UUIDs takes longer than to fetch them."""


def roster(site: str, day: date, standing: str = "all") -> list[Person]:
    """Everybody of a standing at a site on a day, by code; who left and was offered work again is offered.

    A person whose first day is still to come is offered until then.
    """
    found = _stays(site, day)
    if standing != "here":
        found |= _offered(site, found, _known(site) if standing != "left" else found)
    wanted = [one for one in found.values() if standing in ("all", one.standing)]
    return sorted(wanted, key=itemgetter(0))


def person(site: str, worker: str, day: date) -> Person | None:
    """One worker as her site knows her; None where it does not."""
    if worker not in _known(site, [worker]):
        return None
    found = _stays(site, day, [worker])
    return (found | _offered(site, found, [worker]))[worker]


def _stays(site: str, day: date, workers: Collection[str] | None = None) -> dict[str, Person]:
    """Whoever has taken up work, by her last enrolment that has begun, row after row: there may be thousands."""
    rows = Enrolled.objects.current().filter(site=site, since__lte=day)
    ends = Left.objects.current().filter(site=site)
    if workers is not None:
        rows, ends = rows.filter(worker__in=list(workers)), ends.filter(worker__in=list(workers))
    ended = dict(ends.annotate(stay=Cast("enrolled", _AS_TEXT)).values_list("stay", "day"))
    named = rows.annotate(stay=Cast("root", _AS_TEXT)).order_by("since").values_list(*_STAY)
    found = {}
    for worker, stay, since, *rest in named.iterator():
        left_on = ended.get(stay)
        standing = "left" if left_on is not None and left_on < day else "here"
        found[worker] = Person(worker, standing, since, left_on, *rest)
    return found


def _known(site: str, workers: Collection[str] | None = None) -> set[str]:
    """Those to whom the site gave a code, and those carried over into it."""
    own = Worker.objects.current().filter(book=site)
    came = CarriedOver.objects.current().filter(into_site=site)
    if workers is not None:
        own, came = own.filter(worker__in=list(workers)), came.filter(worker__in=list(workers))
    return {*own.values_list("worker", flat=True), *came.values_list("worker", flat=True)}


def _offered(site: str, there: dict[str, Person], known: Iterable[str]) -> dict[str, Person]:
    """Those who wait: known and never here, or offered work again since they left."""
    wanted = [worker for worker in known if worker not in there or there[worker].standing == "left"]
    rows = Offer.objects.current().filter(site=site)
    if len(wanted) <= 1:
        rows = rows.filter(worker__in=wanted)
    in_order = rows.order_by("day", "number").values_list("worker", "day", "language")
    last = {worker: (day, language) for worker, day, language in in_order}
    found = {}
    for worker in wanted:
        (day, language), before = last.get(worker, (None, "")), there.get(worker)
        if before is None:
            found[worker] = Person(worker, "offered", day, language=language)
        elif day is not None and before.left_on is not None and day > before.left_on:
            found[worker] = before._replace(standing="offered")
    return found

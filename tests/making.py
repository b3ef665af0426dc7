"""A sweater that can be made in the workshop of `crew`: two operations with rates, yarn in stock, a recipe."""

from datetime import date
from typing import Any

import crew
from jornal.actions.office import Office
from jornal.facts.pay import Finding
from jornal.journal.record import corrected, record
from offices import granted, office
from peopled import do

SINCE = "2026-09-01"
YARN = {
    "material": "yarn",
    "quantity": "5000",
    "country": "PE",
    "origin": "Arequipa",
    "received_on": "2026-09-01",
}
RECIPE = {
    "product": "sweater",
    "since": SINCE,
    "materials": "yarn: 450",
    "operations": "knit: 300; link: 90.5",
    "techniques": "knitting; linking",
}

ORDER = {
    "order": "o1", "customer": "A shop", "wanted_on": "2027-03-31", "cutoff_on": "2027-02-06", "currency": "PEN",
    "country": "DK",
}  # fmt: skip
LINE = {"order": "o1", "line": "1", "product": "sweater", "at": "cusco", "quantity": "5", "price": "20000"}

COST = {
    "product": "sweater",
    "at": "cusco",
    "since": "2026-10-01",
    "on_labour": "paid rest: 1/6; training: 5 %",
    "materials": "yarn: 0.08",
    "shares": "overhead: 20 %",
    "price": "20000",
}


def headquarters(day: date = crew.TODAY) -> Office:
    """Headquarters, for no site in particular."""
    return office("hq_operations", "H1", site="", day=day)


def catalogue() -> None:
    """Yarn, buttons, and a sweater with its rates and recipe."""
    hq = headquarters()
    do(hq, "name-material", {"material": "yarn", "label": "Alpaca yarn", "unit": "g"})
    do(hq, "name-product", {"product": "sweater", "label": "Sweater", "since": SINCE})
    rate = {"per": "piece", "since": SINCE, "layer": "house"}
    do(
        crew.headquarters(),
        "set-rate",
        {**rate, "operation": "knit", "amount": "60.00"},
        {**rate, "operation": "link", "amount": "18.00"},
    )
    do(hq, "set-recipe", RECIPE)


def begun(**more: Any) -> Office:
    """The manager's office, with four knitters who agreed to work, the catalogue and 5 kg of yarn received."""
    here = crew.begun(**more)
    for worker in crew.CREW:
        crew.consented(here, worker, "work")
    catalogue()
    do(here, "receive-material", YARN)
    return here


def opened(here: Office, **more: str) -> str:
    """A lot of ten sweaters opened on 5 October: its code."""
    row = {"product": "sweater", "quantity": "10", "opened_on": "2026-10-05", **more}
    return str(do(here, "open-lot", row)[0].code)  # type: ignore[attr-defined]


def made(here: Office, lot: str, good: str = "10", **more: str) -> None:
    """So many pieces of both operations, accepted of QC01 on 6 October."""
    row = {"worker": "QC01", "day": "2026-10-06", "good": good, "lot": lot, **more}
    do(here, "count", {**row, "operation": "knit"}, {**row, "operation": "link"})


def judge(day: date = crew.TODAY) -> Office:
    """The office of somebody who reviews quality at the site."""
    granted("R1", "quality", "cusco")
    return office("quality", "R1", day=day)


def at_three_quarters(here: Office) -> str:
    """A lot of ten, of which one is knitted in 400 minutes instead of 300; her yes to the longer day is found."""
    code = opened(here)
    do(here, "mark", {"worker": "QC01", "day": "2026-10-06", "minutes": "400"})
    do(here, "count", {"worker": "QC01", "day": "2026-10-06", "operation": "knit", "good": "1", "lot": code})
    overtime = Finding.objects.current().get(control="HRS-04")
    record([corrected(overtime, "her yes was found", closed_on=here.day)], here.site, here.hand)
    return code

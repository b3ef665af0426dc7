"""A judged lot of sweaters with its number, and makers who chose how to be shown, for tests of labels and passports."""

from datetime import date, timedelta
from typing import Any

import making
from jornal.actions.office import Office
from jornal.facts.labels import PassportIssued
from jornal.facts.lots import MaterialLot
from jornal.facts.organisation import Enterprise
from jornal.facts.people import Consent, ConsentWithdrawn, MarkChosen
from jornal.journal.record import record
from jornal.units.itemcode import with_check_digit
from peopled import do

GTIN = with_check_digit("290000100001")
DAY = date(2026, 10, 8)


def judged(here: Office) -> str:
    """A lot of ten sweaters, made, finished and judged: its code."""
    if not Enterprise.objects.filter(enterprise="alpaca").exists():
        said = {"label": "Alpaca", "model": "employment", "country": "PE", "currency": "PEN"}
        record([Enterprise(enterprise="alpaca", **said)], "hq", here.hand)
    code = making.opened(here)
    do(here, "issue-material", {"lot": code, "material": material(), "quantity": "4500", "day": "2026-10-05"})
    making.made(here, code, "10")
    do(here, "finish-lot", {"lot": code, "quantity": "10", "day": "2026-10-07"})
    do(making.judge(), "judge-lot", {"lot": code, "good": "10", "day": "2026-10-07"})
    return code


def material() -> str:
    """The code of the yarn in stock."""
    return str(MaterialLot.objects.get().code)


def issued(here: Office, code: str) -> PassportIssued:
    """The passport of a lot, issued."""
    found: Any = do(here, "issue-passport", {"lot": code, "gtin": GTIN})[0]
    assert isinstance(found, PassportIssued)
    return found


def consented(here: Office, worker: str, scope: str = "label") -> Consent:
    """Her consent to labels, given on the day before."""
    said = Consent(
        worker=worker, purpose="name", scope=scope, number=1, language="es", read_by="T1", witness="Sister Marta",
        witness_of="ngo", given_on=here.day - timedelta(days=1), expires_on=here.day + timedelta(days=300),
    )  # fmt: skip
    record([said], here.site, here.hand)
    return said


def took_back(here: Office, consent: Consent) -> None:
    """Her consent taken back."""
    record([ConsentWithdrawn(consent=consent.root, day=here.day)], here.site, here.hand)


def marked(here: Office, worker: str, pattern: int = 123_456_789) -> None:
    """Her stitch mark."""
    record([MarkChosen(pattern=pattern, worker=worker, day=here.day)], here.site, here.hand)

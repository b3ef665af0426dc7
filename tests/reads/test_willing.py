"""Who worked on a lot on a day on which no consent of hers to work stood."""

from datetime import date

import pytest

import making
from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.reads.willing import without_consent
from peopled import do


@pytest.mark.usefixtures("database")
def test_the_first_day_without_a_consent_is_told_of_whoever_had_none():
    here = making.begun()
    code = making.opened(here)
    making.made(here, code, good="2")
    for worker, day in (("QC02", "2026-10-08"), ("QC02", "2026-10-07"), ("QC03", "2026-10-07")):
        do(here, "count", {"worker": worker, "day": day, "operation": "knit", "good": "1", "lot": code})
    for worker in ("QC02", "QC03"):
        consent = Consent.objects.current().get(worker=worker, purpose="work")
        day = date(2026, 10, 7) if worker == "QC02" else date(2026, 10, 8)
        here.put([ConsentWithdrawn(consent=consent.root, day=day)])
    assert without_consent(code) == {"QC02": date(2026, 10, 7)}

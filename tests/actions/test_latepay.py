"""Pay that left on its day though nobody had approved it."""

from datetime import date

import pytest

from jornal.actions.latepay import unapproved
from jornal.facts.pay import Run
from offices import office

pytestmark = pytest.mark.usefixtures("sqlite")
MONTHS = [Run(month=month, due_on=date(2026, 11, 7)) for month in ("2026-09", "2026-10")]


def test_a_month_that_nobody_approved_in_time_is_a_finding_on_headquarters_and_told_once():
    here = office()
    here.put(unapproved(here, MONTHS[:1]))
    (one,) = unapproved(here, MONTHS)
    assert (one.control, one.about, one.lies_with) == ("PAY-04", "run 2026-10", "headquarters")
    assert one.facts == {"month": "2026-10", "due": "2026-11-07"}

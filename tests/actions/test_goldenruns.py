"""Runs that were issued once come out the same for ever."""

import pytest

from actions import goldenruns
from jornal.actions.recompute import closes, computed_again, runs
from jornal.facts.pay import RunIssued, Slip
from jornal.journal.verify import chain_faults
from jornal.journal.witness import witnessed

DIGESTS = {
    "2026-09": "a669a6fd4c009f7a53a3a6763f3efaf97c20159b0eb172394e6f025c894a1fc8",
    "2026-10": "ea72b012bb7538999fc43c819f72393e23c317817ea56118f03e61898f33fe3a",
}
"""What was approved then. A digest is never changed here."""


@pytest.fixture
def _books(database):
    goldenruns.taken_in()


@pytest.mark.usefixtures("_books")
def test_a_run_of_an_earlier_day_is_computed_again_to_the_byte():
    found = {run.month: list(computed_again(run)) + list(closes(run)) for run in runs()}
    assert found == {"2026-09": [], "2026-10": []}
    issued = {run.month: RunIssued.objects.get(run=run.root).digest for run in runs()}
    assert issued == DIGESTS


@pytest.mark.usefixtures("_books")
def test_the_correction_of_september_stands_in_october():
    slip = Slip.objects.get(worker="Q01", run=runs()[1].root)
    of = [line for line in slip.lines["lines"] if line.get("of") == "2026-09" and line["part"] == "earning"]
    assert [(line["kind"], line["amount"]) for line in of] == [("hourly", 1180)]


@pytest.mark.usefixtures("_books")
def test_the_characters_printed_on_its_slips_still_prove_the_book():
    assert chain_faults("cusco").faults == ()
    proved = witnessed("cusco", [goldenruns.PRINTED])
    assert (proved.faults, proved.beyond) == ((), 0)

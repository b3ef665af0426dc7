"""Everything recorded about one worker: every kind has its place, every version is there, nobody else's is."""

from datetime import UTC, date, datetime

import crew
import payroll
import peopled
from jornal.actions import saving
from jornal.actions.issuing import issue
from jornal.actions.verb import done
from jornal.facts.attendance import Shift
from jornal.facts.dialogue import Photo
from jornal.facts.pay import PayQuery
from jornal.journal.fact import kinds
from jornal.journal.record import corrected
from jornal.journal.vaultlog import Reader, readings
from jornal.reads.hers import HERS, OF_NOBODY, about, recorded

TOKENS = {"worker", "who"}
READER = Reader("S1", "her statement", datetime(2026, 11, 1, tzinfo=UTC))


def test_a_kind_of_fact_that_nobody_placed_fails_here():
    assert set(kinds()) == set(HERS) | OF_NOBODY
    assert not set(HERS) & OF_NOBODY


def test_no_kind_with_a_worker_in_it_is_said_to_be_about_nobody():
    named = {name for name, kind in kinds().items() if TOKENS & {one.name for one in kind.content()}}
    assert named <= set(HERS)
    resting = {"slip", "payment"}
    rests = {name for name, kind in kinds().items() if resting & {one.name for one in kind.content()}}
    assert rests <= set(HERS)


def test_her_slips_days_and_payments_are_hers_with_every_version(database):
    here = payroll.begun(database.home)
    payroll.month(here)
    issue(here, "2026-10")
    (shift, *_) = Shift.objects.current().filter(worker="Q01").order_by("day")
    here.put([corrected(shift, "Counted wrongly", minutes=240)])
    found = recorded("Q01")
    kinds_found = {one.kind for one in found}
    assert {"worker", "enrolled", "contract_version", "shift", "slip"} <= kinds_found
    assert {one.section for one in found} >= {"person", "agreements", "days", "pay"}
    versions = [one.was for one in found if one.kind == "shift" and one.day == shift.day]
    assert versions == ["corrected", ""]
    (slip,) = [one for one in found if one.kind == "slip"]
    assert slip.says["month"] == "2026-10"
    assert all(one.says.get("worker", "Q01") == "Q01" for one in found)


def test_what_rests_on_a_fact_of_hers_is_hers_too(sqlite):
    here = crew.begun()
    row = {"worker": "QC01", "what": "interest", "amount": "500", "day": "2026-10-02", "paper": "note"}
    done("move-savings", saving.VERBS["move-savings"], here, [row])
    told = {one.kind: one for one in recorded("QC01")}
    assert told["savings_moved"].says["amount"] == 500
    assert told["savings_moved"].section == "savings"


def test_a_list_that_names_her_is_hers_and_one_that_names_her_neighbour_is_not(sqlite):
    here = crew.begun()
    photo = {
        "site": "cusco", "question": "q-1", "day": date(2026, 10, 1), "staff": "S1", "file_digest": "a" * 64,
        "file_type": "image/jpeg", "file_size": 9, "people": "consented", "says": "The team",
    }  # fmt: skip
    here.put(
        [Photo(number=1, workers=["QC01"], **photo), Photo(number=2, workers=["QC011", "QC02"], **photo)]
    )
    assert [one.says["number"] for one in recorded("QC01") if one.kind == "photo"] == [1]


def test_with_the_names_open_what_she_said_is_read_and_the_reading_noted(sqlite):
    keys = peopled.names(sqlite.home)
    here = crew.begun(keys)
    keys.mint("QC01")
    told = keys.seal("QC01", "told", "Why is it less?")
    here.put([PayQuery(worker="QC01", day=date(2026, 10, 1), number=1, site="cusco", slip=None, told=told)])
    before = len(readings(keys.path, of="QC01"))
    (shut,) = [one for one in recorded("QC01") if one.kind == "pay_query"]
    assert (shut.says.get("told"), shut.hidden) == (None, {"told"})
    (query,) = [one for one in recorded("QC01", keys, READER) if one.kind == "pay_query"]
    assert (query.says["told"], query.hidden) == ("Why is it less?", frozenset())
    assert len(readings(keys.path, of="QC01")) == before + 1


def test_another_sites_book_is_not_told_here(sqlite):
    here = crew.begun()
    assert {one.kind for one in recorded("QC01", site="cusco")} == {one.kind for one in recorded("QC01")}
    assert about("cusco", "QC01", here.day).currency == "PEN"
    crew_site = {one.kind for one in recorded("QC01", site="lima")}
    assert "enrolled" not in crew_site

"""What was recorded of a worker, set right: by two people at once, of nothing, of what is sealed."""

from uuid import UUID

import pytest

import acquainted
import browsing
from jornal.facts.people import Enrolled, Worker
from jornal.pages import mending
from jornal.pages.access import desk_of

ONE = UUID(int=7)
ADDRESS = "/cusco/people/Q01/do"


@pytest.fixture
def here(sqlite, monkeypatch):
    return acquainted.paid(sqlite, monkeypatch, "2026-10", day="2026-11-05")


def desk(path="/cusco/people"):
    """The desk of the site's manager."""
    found = desk_of(acquainted.manager().get(path).wsgi_request, "cusco", "site.people")
    assert found is not None
    return found


def seen(client, verb="clock-number"):
    """What the form of a correction carries unseen."""
    return acquainted.hidden(client.get(f"{ADDRESS}/{verb}"))


def test_the_second_of_two_people_sees_what_changed_and_then_decides(here):
    first, second = acquainted.manager(), browsing.member("S2", "site_manager")
    both = [seen(first), seen(second)]
    assert both[0] == both[1]
    mine = {**both[0], "clock_number": "17", "why": "a new card"}
    hers = {**both[1], "clock_number": "18", "why": "another card"}
    assert first.post(f"{ADDRESS}/clock-number", mine).status_code == 302
    answer = second.post(f"{ADDRESS}/clock-number", hers)
    text = browsing.text(answer)
    assert (answer.status_code, "was corrected in the meantime" in text) == (422, True)
    assert "<dt>Clock number</dt><dd>17</dd>" in text
    assert 'value="18"' in text
    assert Enrolled.objects.current().get(worker="Q01").clock_number == "17"
    again = {**hers, **acquainted.hidden(answer)}
    assert second.post(f"{ADDRESS}/clock-number", again).status_code == 302
    assert Enrolled.objects.current().get(worker="Q01").clock_number == "18"


def test_what_is_wrong_with_a_field_does_not_hide_that_somebody_was_faster(here):
    client = acquainted.manager()
    form = seen(client)
    client.post(f"{ADDRESS}/clock-number", {**form, "clock_number": "17", "why": "a new card"})
    empty = client.post(f"{ADDRESS}/clock-number", {**form, "clock_number": "18"})
    late = client.post(
        f"{ADDRESS}/clock-number", {**acquainted.hidden(empty), "clock_number": "18", "why": "x"}
    )
    assert "was corrected in the meantime" in browsing.text(late)


def test_the_form_of_a_correction_holds_what_is_recorded_but_nothing_that_is_sealed(here):
    tip = mending.last(desk(), "worker", "Q01")
    assert tip is not None
    found = mending.values(tip)
    assert ("birth_year" in found, "name" in found) == (True, False)


@pytest.mark.parametrize(("kind", "worker"), [("enrolled", "Q99"), ("worker", "Q99")])
def test_of_nobody_nothing_is_recorded(here, kind, worker):
    found = mending.last(desk(), kind, worker)
    assert (found, mending.values(found)) == (None, {})
    with pytest.raises(mending.NothingToCorrect):
        mending.mended(desk(), found, {"why": "x"})


def test_a_fact_of_another_site_is_not_set_right_here(here):
    browsing.site("lima")
    here.put([Worker(worker="QC9")])
    found = desk_of(
        browsing.member("S9", "site_manager", at="lima").get("/lima/people").wsgi_request,
        "lima",
        "site.people",
    )
    assert found is not None
    assert mending.last(found, "worker", "QC9") is None


@pytest.mark.parametrize(
    ("sent", "version"),
    [({}, None), ({"upon": ""}, None), ({"upon": "another"}, UUID(int=0)), ({"upon": str(ONE)}, ONE)],
    ids=str,
)
def test_a_version_that_cannot_be_read_is_none_that_anybody_looked_at(here, sent, version):
    request = acquainted.manager().post("/cusco/findings", sent).wsgi_request
    found = desk_of(request, "cusco", "site.findings")
    assert found is not None
    assert mending.upon(found) == version

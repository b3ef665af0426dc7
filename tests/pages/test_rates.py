"""Rates, as they are read in the browser; and set, after a second look."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import payroll
from jornal.facts.work import Job, RateCard

DAY = "2026-10-31"
ADDRESS = "/cusco/rates"
RISE = {
    "per": "hour", "grade": "maker", "amount": "12,00", "since": "2026-12-01", "announced_on": "2026-10-30",
    "layer": "house", "source": "letter",
}  # fmt: skip


def opened(database, monkeypatch):
    payroll.begun(database.home)
    browsing.opened(database, monkeypatch, day=DAY)
    return browsing.member("S1", "site_manager")


def test_a_rate_is_looked_at_before_it_is_recorded_and_then_stands_as_what_comes_next(database, monkeypatch):
    client = opened(database, monkeypatch)
    assert "S/ 11.80".replace(" ", "\u00a0") in browsing.text(client.get(ADDRESS))
    look = browsing.text(client.post(f"{ADDRESS}/do/set-rate", RISE))
    assert ("1 person is paid by it" in look, "holds its floor" in look, RateCard.objects.exists()) == (
        True,
        True,
        False,
    )
    text = browsing.text(client.post(f"{ADDRESS}/do/set-rate", {**RISE, "sure": "yes"}, follow=True))
    assert "The rate is recorded." in text
    assert "About to change on 1 December 2026" in text
    kept = RateCard.objects.get()
    assert (kept.amount, kept.layer, kept.book, kept.by) == ("12.00", "house", "cusco", "S1")


def test_whoever_looks_again_may_change_something_and_loses_nothing(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    text = browsing.text(client.post(f"{ADDRESS}/do/set-rate", {**RISE, "sure": "no"}))
    assert ('value="letter"' in text, "Check before you record" in text) == (True, True)


def test_a_rate_that_falls_without_notice_is_refused_with_what_was_typed(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    answer = client.post(f"{ADDRESS}/do/set-rate", {**RISE, "amount": "9.00", "since": DAY, "sure": "yes"})
    text = browsing.text(answer)
    assert (answer.status_code, "never lowered for days already worked" in text, 'value="9.00"' in text) == (
        422,
        True,
        True,
    )
    assert not RateCard.objects.exists()


def test_a_rate_below_its_floor_is_said_so_before_it_is_recorded(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    low = {
        "per": "piece",
        "operation": "sock",
        "standard_minutes": "60",
        "amount": "5.00",
        "since": DAY,
        "layer": "house",
    }
    text = browsing.text(client.post(f"{ADDRESS}/do/set-rate", low))
    assert ("below its floor" in text, "It reaches back to 31 October 2026" in text) == (True, True)


def test_headquarters_sets_rates_of_the_contract_and_finance_too(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    client = browsing.member("H9", "hq_finance", at="")
    client.post(f"{ADDRESS}/do/set-rate", {**RISE, "layer": "contract", "sure": "yes"})
    assert [(one.layer, one.book) for one in RateCard.objects.all()] == [("contract", "hq.cusco")]


def test_a_job_is_named_with_the_wage_outside_and_its_source(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    job = {"job": "knitter", "label": "Knitter", "comparator_amount": "11.80", "comparator_unit": "hour"}
    bad = client.post(f"{ADDRESS}/do/name-job", {**job, "comparator_amount": "much"})
    assert (bad.status_code, "Write an amount such as 12.50." in browsing.text(bad)) == (422, True)
    text = browsing.text(
        client.post(f"{ADDRESS}/do/name-job", {**job, "comparator_source": "asked"}, follow=True)
    )
    assert ("11.80 an hour" in text, "asked" in text, Job.objects.get().comparator_amount) == (
        True,
        True,
        1180,
    )


def test_an_auditor_reads_and_sets_nothing_and_a_trainer_sees_no_rate(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    auditor, trainer = browsing.member("A1", "auditor"), browsing.member("T1", "trainer")
    text = browsing.text(auditor.get(ADDRESS))
    assert ("Maker" in text, "set-rate" in text) == (True, False)
    assert auditor.post(f"{ADDRESS}/do/set-rate", RISE).status_code == 404
    assert trainer.get(ADDRESS).status_code == 404


def test_a_site_without_terms_says_who_adopts_them(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    text = browsing.text(browsing.member("S1", "site_manager").get(ADDRESS))
    assert "No terms are adopted for this site" in text


def test_the_number_of_queries_does_not_grow_with_the_workers(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as few:
        client.get(ADDRESS)
    here = payroll.office(
        keys=payroll.vaulted.unlocked(sqlite.home / "vault.sqlite3"), day=payroll.date(2026, 10, 31)
    )
    for number in range(20):
        payroll.taken_on(here, f"N{number:02}")
    with CaptureQueriesContext(connection) as many:
        client.get(ADDRESS)
    assert len(many) == len(few)


def test_a_fall_that_will_be_refused_is_said_so_before_and_never_that_less_was_paid(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    look = browsing.text(
        client.post(f"{ADDRESS}/do/set-rate", {**RISE, "amount": "9.00", "since": "2026-10-05"})
    )
    assert "a rate is never lowered for days already worked" in look
    assert "What was paid less since then" not in look

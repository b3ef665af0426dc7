"""A worker's own page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import acquainted
import browsing
from jornal.actions.marks import twelve
from jornal.journal.vault import readings
from jornal.pages import names
from offices import DAY, office
from peopled import consenting, do, offered, working

ADDRESS = "/cusco/people"


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def seen(worker: str, client=None, query: str = "") -> str:
    answer = (client or acquainted.manager()).get(f"{ADDRESS}/{worker}{query}")
    assert answer.status_code == 200
    return browsing.text(answer)


def test_it_says_who_she_is_what_waits_and_what_happened(database, monkeypatch):
    keys = acquainted.opened(database, monkeypatch)
    worker = working(keys, workshop="knitting", clock_number="7", reads="with_help")
    text = seen(worker)
    for says in (
        "<h1>Ana Quispe</h1>", "works here", "Knitting", "With help · T1 reads for her", "24 September 2027",
        "No contract of hers is recorded.", "She took up work. Knitting", "Her answer to the offer: She says yes",
    ):  # fmt: skip
        assert says in text, says
    assert f'href="{ADDRESS}/{worker}/do/sign-contract"' in text


def test_reading_her_page_is_noted(keys, sqlite):
    worker = working(keys)
    seen(worker)
    last = readings(sqlite.home / "vault.sqlite3", of=worker)[-1]
    assert (last.by, last.why, last.tokens) == ("S1", "site.people.one", (worker,))


def test_her_mark_stands_beside_her_name(keys):
    worker = working(keys)
    assert 'class="stitch' not in seen(worker)
    do(office(), "choose-mark", {"worker": worker, "pattern": str(twelve("a")[0])})
    assert f"<title>Stitch mark of {worker}</title>" in seen(worker)


@pytest.mark.parametrize(
    ("role", "money", "name", "records"),
    [
        ("site_manager", True, True, True), ("trainer", False, True, True), ("hq_operations", True, True, True),
        ("hq_finance", True, True, False), ("auditor", True, False, False),
    ],
)  # fmt: skip
def test_each_role_sees_her_as_its_work_asks(sqlite, monkeypatch, role, money, name, records):
    acquainted.paid(sqlite, monkeypatch, "2026-10")
    text = seen("Q01", browsing.member("X1", role, at="" if role.startswith("hq_") else "cusco"))
    assert ("Payslip of October 2026" in text, "name of Q01" in text, "Record something" in text) == (
        money,
        name,
        records,
    )


@pytest.mark.parametrize("role", ["quality", "representative", "seller", "authority"])
def test_others_do_not_find_her(keys, role):
    worker = working(keys)
    assert browsing.member("X1", role).get(f"{ADDRESS}/{worker}").status_code == 404


def test_at_another_site_she_is_not_found(keys):
    worker = working(keys)
    browsing.site("lima")
    client = browsing.member("H1", "hq_operations", at="")
    assert client.get(f"/lima/people/{worker}").status_code == 404


def test_locked_names_leave_her_code(keys):
    worker = working(keys)
    names.locked()
    assert f"<h1>{worker}</h1>" in seen(worker)


def test_whoever_is_offered_work_is_led_on(keys):
    waiting, thinking = offered(keys), consenting(keys, DAY - timedelta(days=2))
    assert "She has not answered her offer yet." in seen(waiting)
    assert "She thinks it over until 6 October 2026." in seen(thinking)


def test_the_way_back_leads_to_the_list_as_it_was(keys):
    worker = working(keys)
    text = seen(worker, query="?list=standing%3Dall%26search%3Dana")
    assert f'href="{ADDRESS}?standing=all&amp;search=ana"' in text


def test_the_list_is_kept_through_what_is_recorded(keys):
    worker, client = working(keys), acquainted.manager()
    query = "?list=standing%3Dall%26search%3Dana"
    text = seen(worker, client, query)
    assert f'href="{ADDRESS}/{worker}/do/grade{query}"' in text
    assert f'href="{ADDRESS}/{worker}/do/sign-contract{query}"' in text.split("At this site")[0]
    answer = client.post(
        f"{ADDRESS}/{worker}/do/set-custody{query}", {"status": "remand", "since": DAY.isoformat()}
    )
    assert answer.url == f"{ADDRESS}/{worker}{query}"


def test_her_slips_lead_to_the_pages_of_pay(sqlite, monkeypatch):
    acquainted.paid(sqlite, monkeypatch, "2026-10")
    text = seen("Q01")
    assert 'href="/cusco/pay/2026-10/of/Q01"' in text
    assert 'href="/cusco/pay/2026-10/paper/slips/Q01"' in text
    assert 'href="/cusco/pay/statement/Q01"' in text
    assert "/pay/" not in seen("Q01", browsing.member("T1", "trainer"))


def test_a_long_history_ends_with_a_way_to_all_of_it(keys):
    worker = working(keys)
    for number in range(40):
        do(office(), "choose-mark", {"worker": worker, "pattern": str(twelve(f"s{number}")[0])})
    short, whole = seen(worker), seen(worker, query="?history=all")
    assert "lines more" in short
    assert whole.count('<span class="when">') > short.count('<span class="when">') == 30


def test_the_queries_do_not_grow_with_what_happened(keys):
    worker, client = working(keys), acquainted.manager()
    numbers = []
    for more in (1, 20):
        for number in range(more):
            do(office(), "choose-mark", {"worker": worker, "pattern": str(twelve(f"{more} {number}")[0])})
        seen(worker, client)
        with CaptureQueriesContext(connection) as queries:
            seen(worker, client)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] < 90

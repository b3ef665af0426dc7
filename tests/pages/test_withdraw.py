"""A consent taken back with one click and a yes."""

import re
from datetime import date

import pytest

import acquainted
import browsing
from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.journal import books
from jornal.journal.record import record
from jornal.reads.labels import consenting
from offices import office
from peopled import do, offered, working


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def address(worker: str) -> str:
    return f"/cusco/people/{worker}/withdraw"


def keys_of(text: str) -> list[str]:
    """The keys of the consents that can be withdrawn, in their order."""
    return re.findall(r'href="[^"]*/withdraw\?of=([^"&]+)"', text)


def test_one_click_and_a_yes_and_no_reason(database, monkeypatch):
    keys = acquainted.opened(database, monkeypatch)
    worker, client = working(keys), acquainted.manager()
    (key,) = keys_of(browsing.text(client.get(address(worker))))
    sure = browsing.text(client.get(f"{address(worker)}?of={key}"))
    assert "Does she withdraw this consent?" in sure
    assert "From today on she is on no roster." in sure
    assert "textarea" not in sure.split("<main")[1]
    answer = client.post(address(worker), {"of": key})
    assert "Her consent is withdrawn. It costs her nothing." in browsing.text(client.get(answer.url))
    assert ConsentWithdrawn.objects.count() == 1
    assert "No consent of hers holds" in browsing.text(client.get(address(worker)))


def test_each_consent_is_withdrawn_for_itself(keys):
    worker = working(keys)
    do(office(), "give-consent", {"worker": worker, "purpose": "savings", "language": "es"})
    client = acquainted.manager()
    _, second = keys_of(browsing.text(client.get(address(worker))))
    client.post(address(worker), {"of": second})
    left = browsing.text(client.get(address(worker)))
    assert ("To work" in left, "To save part of her pay" in left) == (True, False)


def test_a_consent_to_labels_given_at_another_site_is_taken_back_where_she_is_now(keys):
    worker, client = working(keys), acquainted.manager()
    books.opened("puno", "auditor", office().hand)
    there = Consent(worker=worker, purpose="name", scope="label", number=1, language="es", witness_of="ngo",
                    given_on=date(2026, 9, 1), expires_on=date(2027, 8, 31))  # fmt: skip
    record([there], "puno", office().hand)
    assert str(there.root) in keys_of(browsing.text(client.get(address(worker))))
    client.post(address(worker), {"of": str(there.root)})
    assert consenting([worker], date(2026, 10, 31)) == set()


def test_another_workers_consent_is_none_of_hers(keys):
    one, other = working(keys), working(keys)
    client = acquainted.manager()
    client.post(address(other), {"of": keys_of(browsing.text(client.get(address(one))))[0]})
    assert not ConsentWithdrawn.objects.exists()


def test_who_gave_none_has_none_to_withdraw(keys):
    assert "No consent of hers holds" in browsing.text(acquainted.manager().get(address(offered(keys))))


def test_nobody_unknown_has_one(keys):
    assert acquainted.manager().get(address("QX9")).status_code == 404
    assert browsing.member("A1", "auditor").get(address(working(keys))).status_code == 404

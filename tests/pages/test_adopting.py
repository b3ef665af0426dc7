"""Terms adopted in the browser: what is new is seen first, and only what was seen is recorded."""

import shutil

import browsing
import payroll
from jornal.facts.terms import TermsAdopted

ADDRESS = "/hq/agreements/adopt"
OF = {"enterprise": "qori"}


def opened(database, monkeypatch):
    browsing.opened(database, monkeypatch, day="2026-10-31")
    return browsing.member("F9", "hq_finance", at="")


def beside(database):
    """The folder of terms beside the data, with the packaged ones in it."""
    folder = database.home / "terms"
    for part in ("enterprises", "jurisdictions"):
        shutil.copytree(payroll.PACKAGED / part, folder / part)
    return folder


def digest(client):
    return browsing.text(client.get(ADDRESS, OF)).split('name="digest" value="')[1].split('"')[0]


def test_finance_adopts_the_terms_it_looked_at_and_then_what_changed_in_them(database, monkeypatch):
    client = opened(database, monkeypatch)
    assert "everything in them is new" in browsing.text(client.get(ADDRESS, OF))
    text = browsing.text(client.post(ADDRESS, {**OF, "digest": digest(client)}, follow=True))
    assert "Terms number 1 are adopted." in text
    assert "There is nothing to adopt." in browsing.text(client.get(ADDRESS, OF))
    file = beside(database) / "enterprises" / "qori.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('amount = "11.80"', 'amount = "11.90"'), encoding="utf-8"
    )
    look = browsing.text(client.get(ADDRESS, OF))
    assert ("amount 119/10" in look, "reaches back" in look) == (True, True)
    told = {**OF, "digest": digest(client)}
    assert client.post(ADDRESS, told).status_code == 422
    client.post(ADDRESS, {**told, "published": "2026-06-15"})
    assert [one.number for one in TermsAdopted.objects.order_by("number")] == [1, 2]


def test_terms_that_changed_since_they_were_looked_at_are_not_adopted(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    answer = client.post(ADDRESS, {**OF, "digest": "0" * 64})
    assert (answer.status_code, "changed since you looked" in browsing.text(answer)) == (422, True)
    assert not TermsAdopted.objects.exists()


def test_a_day_that_cannot_be_read_is_said_so(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    answer = client.post(ADDRESS, {**OF, "digest": digest(client), "published": "soon"})
    assert (answer.status_code, "Write the day as 2026-10-31." in browsing.text(answer)) == (422, True)


def test_nobody_but_finance_adopts_and_an_enterprise_is_one_of_those_here(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    assert browsing.member("H1", "hq_operations", at="").get(ADDRESS).status_code == 404
    assert "Choose an enterprise." in browsing.text(client.get(ADDRESS, {"enterprise": "../etc"}))

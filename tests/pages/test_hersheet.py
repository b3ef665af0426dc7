"""Everything recorded about a worker as a paper behind a page: for her manager alone, and noted."""

import acquainted
import browsing
from jornal.journal.vaultlog import readings
from jornal.pages import names
from papers.reading import words
from peopled import working


def test_the_manager_prints_it_for_her_and_the_opening_is_noted(database, monkeypatch):
    keys = acquainted.opened(database, monkeypatch)
    ana, address = working(keys), ""
    client = acquainted.manager()
    address = f"/cusco/people/{ana}/recorded.pdf"
    assert address in browsing.text(client.get(f"/cusco/people/{ana}"))
    before = len(readings(keys.path, of=ana))
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
        200,
        "application/pdf",
        "no-store",
    )
    said = words(answer.content)
    assert "Todo lo registrado sobre usted" in said
    assert "Sus consentimientos" in said
    assert "Sister Marta" not in said
    assert len(readings(keys.path, of=ana)) > before


def test_others_do_not_see_it_and_locked_names_stay_shut(sqlite, monkeypatch):
    keys = acquainted.opened(sqlite, monkeypatch)
    ana = working(keys)
    address = f"/cusco/people/{ana}/recorded.pdf"
    for role in ("trainer", "seller", "auditor", "hq_operations"):
        assert browsing.member(role[:2].upper(), role).get(address).status_code == 404
    assert acquainted.manager().get("/cusco/people/QX9/recorded.pdf").status_code == 404
    names.locked()
    assert "sellado, y no abierto aquí" in words(acquainted.manager().get(address).content)

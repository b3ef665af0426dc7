"""The pages of goods ask the register as often for ten sites as for one."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import making
from jornal.facts.lots import Lot
from jornal.facts.orders import CostSheet, OrderLine
from jornal.facts.organisation import Site
from jornal.journal.record import record
from offices import office
from peopled import do

ADDRESSES = (
    "/hq/catalogue", "/hq/catalogue/product/sweater", "/hq/catalogue/do/begin-design", "/hq/catalogue/do/set-cost",
    "/hq/catalogue/do/add-version", "/hq/orders", "/hq/orders/do/place-order", "/hq/orders/do/add-line", "/hq/stock",
    "/hq/stock/do/move-goods", "/hq/passports", "/cusco/lots", "/cusco/orders", "/cusco/catalogue", "/cusco/passports",
    "/cusco/lots/do/open-lot", "/cusco/lots/do/judge-lot", "/cusco/lots/do/issue-material",
    "/cusco/lots/do/count-tools",
)  # fmt: skip


def sites(hq, first: int, last: int) -> None:
    here = Site.objects.current().get(site="cusco")
    said = {field.name: getattr(here, field.name) for field in Site.content()}
    for number in range(first, last):
        name, letters = f"s{number}", "AB" + "CDEFGHJKLM"[number]
        record(
            [Site(**{**said, "site": name, "letters": letters, "label": f"Place {number}"})], "hq", hq.hand
        )
        sheet = CostSheet.objects.current().get(site="cusco")
        costs = {field.name: getattr(sheet, field.name) for field in CostSheet.content()}
        line = {"order": "o1", "line": number + 2, "product": "sweater", "quantity": 2, "price": 900000}
        record([CostSheet(**{**costs, "site": name}), OrderLine(**line, site=name)], "hq", hq.hand)
        there = office(site=name, day=hq.day)
        for _ in range(2):
            do(
                there,
                "open-lot",
                {"product": "sweater", "quantity": "3", "order": "o1", "opened_on": "2026-10-05"},
            )
        making.opened(office(day=hq.day), order="o1")
        do(office(day=hq.day), "receive-material", making.YARN)


def asked(client) -> dict[str, int]:
    found = {}
    for address in ADDRESSES:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        found[address] = len(queries) if answer.status_code == 200 else -answer.status_code
    return found


def test_ten_sites_are_asked_about_as_one_is(sqlite, monkeypatch):
    here = making.begun()
    making.at_three_quarters(here)
    hq = making.headquarters()
    do(hq, "set-cost", making.COST)
    do(hq, "place-order", making.ORDER)
    do(hq, "add-line", making.LINE)
    sites(hq, 0, 1)
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    for role, at in (
        ("hq_operations", ""),
        ("hq_finance", ""),
        ("seller", ""),
        ("site_manager", "cusco"),
        ("quality", "cusco"),
    ):
        client = browsing.member("H1", role, at)
    before = asked(client)
    sites(hq, 1, 9)
    assert asked(client) == before
    assert (Lot.objects.count(), min(before.values()) > 0) == (28, True)

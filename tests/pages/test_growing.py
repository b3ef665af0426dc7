"""Every page asks the register as often for fifty workers as for five: found by itself, from its first day."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import browsing
import databases
import payroll
from jornal.actions.office import Office
from jornal.facts.attendance import OvertimeAsked
from jornal.facts.pay import Payment, Slip
from jornal.facts.people import Consent, MarkChosen
from jornal.facts.pieces import Pieces
from jornal.journal.record import record
from jornal.pages import names
from jornal.pages.access import Page
from jornal.urls import PAGES
from vaulted import PASSPHRASE

FEW, MANY = 5, 50
TODAY, BEFORE = date(2026, 10, 30), date(2026, 10, 29)
AT = {"site": "cusco", "worker": "Q01", "token": "S1", "number": "1"}
TIMES = ({"day": str(TODAY), "month": "2026-10"}, {"day": str(BEFORE), "month": "2026-09"})
"""A day that nobody marked and a month to be drafted; a day with everything recorded and a month that was issued."""
ROLES = ("site_manager", "hq_operations", "hq_finance", "representative", "authority")
LONGER = ("/paper", "/drawing/", "/file/", "/close/backup")
"""Papers are drawn, not asked for."""


def addresses() -> dict[str, Page]:
    """Every address that can be made, with its page."""
    found = {}
    for page in PAGES:
        wanted = re.findall(r"<\w+:(\w+)>", page.address)
        for samples in ({**AT, **times} for times in TIMES):
            if set(wanted) <= samples.keys() and not any(one in page.address for one in LONGER):
                path = re.sub(r"<\w+:(\w+)>", lambda one, samples=samples: samples[one[1]], page.address)
                found[f"/{path}"] = page
    return found


def peopled(here: Office, many: int) -> None:
    """Each of so many has a consent that ends soon, a mark, pieces of yesterday, and was asked to work longer."""
    payroll.days(here, date(2026, 10, 26), BEFORE, workers=workers(many))
    for number, worker in enumerate(workers(many), start=1):
        here.put(
            [
                Consent(worker=worker, purpose="work", scope="", number=1, language="es", witness_of="ngo",
                        given_on=payroll.FIRST, expires_on=date(2026, 11, 5)),
                MarkChosen(pattern=number, worker=worker, day=payroll.FIRST),
                Pieces(worker=worker, day=BEFORE, operation="scarf", number=1, site="cusco", good=3, rework=0),
                OvertimeAsked(worker=worker, day=TODAY, site="cusco", minutes=60, asked_on=BEFORE),
            ]
        )  # fmt: skip


def paid(here: Office, many: int) -> None:
    """September worked and issued, and handed out to all but one."""
    payroll.days(here, payroll.FIRST, date(2026, 9, 30), workers=workers(many))
    payroll.issued(here, "2026-09")
    record(
        [Payment(slip=one.root, part="in_hand", payee=one.worker, number=1, amount=one.in_hand, way="cash",
                 day=date(2026, 10, 5), paper="list") for one in Slip.objects.order_by("worker")[1:]],
        "cusco", here.hand,
    )  # fmt: skip


def workers(many: int) -> tuple[str, ...]:
    return tuple(f"Q{number:02}" for number in range(1, many + 1))


def counted(folder: Path, monkeypatch: Any, many: int) -> dict[str, int]:
    """By address, how many questions each page asks with so many workers."""
    with databases.fresh("sqlite", folder) as database:
        here = payroll.begun(database.home, dict.fromkeys(workers(many), ("cusco-hourly", "maker")))
        browsing.opened(database, monkeypatch, day=str(TODAY))
        paid(here, many)
        peopled(here, many)
        names.opened(PASSPHRASE)
        clients = {role: browsing.member(role[:3].upper(), role, "") for role in ROLES}
        found = {}
        for address, page in addresses().items():
            client = next(client for role, client in clients.items() if role in page.roles)
            if client.get(address).status_code == 200:
                found[address] = browsing.queries(lambda client=client, address=address: client.get(address))
        return found


def test_no_page_asks_more_often_where_there_are_more_workers(tmp_path, monkeypatch):
    few, many = (counted(tmp_path / str(number), monkeypatch, number) for number in (FEW, MANY))
    grows = {address: (few[address], many[address]) for address in many if many[address] > few[address]}
    assert grows == {}
    assert few.keys() == many.keys()
    assert len(many) > 50

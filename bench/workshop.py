"""A workshop in Cusco with so many workers, as its pages show it: their days, pieces, marks and pay, and its staff."""

from dataclasses import replace
from datetime import date, timedelta

import issuing
import registers
from django.conf import settings

from jornal.accounts import tables
from jornal.actions.issuing import issue
from jornal.actions.office import Office
from jornal.cli.start import set_aside
from jornal.facts.attendance import OvertimeAsked
from jornal.facts.organisation import Enterprise, RoleGranted, Site, Timetable, Workshop
from jornal.facts.pay import Approval, Payment, Slip
from jornal.facts.people import Consent, MarkChosen
from jornal.facts.pieces import Pieces
from jornal.facts.work import RateCard
from jornal.journal.fact import Fact
from jornal.journal.record import record
from jornal.pages import names

TODAY, YESTERDAY = date(2026, 10, 30), date(2026, 10, 29)
OPEN, PAID = "2026-10", "2026-09"
"""The month that is drafted, and the one that was issued and partly paid."""
WORKED = (TODAY - issuing.FIRST).days
OPERATIONS = ("cutting", "skiving", "stitching", "lasting", "soling", "packing")
WEEK = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), 300) | {
    "saturday": 0,
    "sunday": 0,
}
STAFF = {
    "site_manager": "S1", "hq_finance": "F1", "hq_operations": "H1", "trainer": "T1", "representative": "R1",
    "authority": "A1",
}  # fmt: skip
"""Who opens a page that is for a role."""


def opened(many: int, *, worked: int = WORKED, paid: bool = True) -> Office:
    """The manager's office today, everybody enrolled, marked on so many days, paid for September; names open."""
    at = issuing.filled(many, registers.begun(), worked)
    _founded(at)
    codes = [f"B{number:05}" for number in range(many)]
    for start in range(0, many, 500):
        record(_about(codes[start : start + 500], start), "cusco", at.hand)
    if paid:
        issue(replace(at, day=date(2026, 9, 30)), PAID)
        _paid(at)
    tables.opened(registers.FOLDER)
    settings.DAY = f"{TODAY}"
    names.opened(issuing.PASSPHRASE)
    set_aside()  # as the program itself does
    return replace(at, day=TODAY)


def _founded(at: Office) -> None:
    """The enterprise with its site, its staff, its workshop's hours and its rates."""
    first = {"enterprise": "qori", "label": "Qori", "country": "pe", "currency": "PEN"}
    place = {
        "authority": "inpe",
        "jurisdiction": "pe",
        "currency": "PEN",
        "zone": "America/Lima",
        "letters": "QC",
    }
    roles = {role: staff for role, staff in STAFF.items() if role not in ("site_manager", "hq_finance")}
    facts: list[Fact] = [
        Enterprise(model="employment", **first),
        Site(site="cusco", label="Cusco", enterprise="qori", languages={"languages": ["es"]},
             opened_on=issuing.FIRST, **place),
        *(RoleGranted(staff=staff, what=role, site="", since=issuing.FIRST) for role, staff in roles.items()),
    ]  # fmt: skip
    record(facts, "hq", at.hand)
    hours = Timetable(site="cusco", workshop="knitting", since=issuing.FIRST, week=WEEK, starts="08:00")
    record(
        [Workshop(site="cusco", workshop="knitting", label="Knitting", place="workshop"), hours],
        "cusco",
        at.hand,
    )
    rates = [
        RateCard(site="cusco", per="piece", operation=one, since=issuing.FIRST, amount="2.00", label=one.title(),
                 layer="contract")
        for one in OPERATIONS
    ]  # fmt: skip
    record(rates, "hq.cusco", at.hand)


def _about(codes: list[str], start: int) -> list[Fact]:
    """A consent, a mark and six counts of yesterday for each; one in twenty was asked to work longer."""
    found: list[Fact] = []
    for number, code in enumerate(codes, start=start):
        found += [
            Consent(worker=code, purpose="work", scope="", number=1, language="es", witness_of="ngo",
                    given_on=issuing.FIRST, expires_on=TODAY + timedelta(days=10 if number % 20 == 0 else 200)),
            MarkChosen(pattern=number + 1, worker=code, day=issuing.FIRST),
            *(Pieces(worker=code, day=YESTERDAY, operation=one, number=1, site="cusco", good=12, rework=0)
              for one in OPERATIONS),
        ]  # fmt: skip
        if number % 20 == 0:
            found.append(OvertimeAsked(worker=code, day=TODAY, site="cusco", minutes=60, asked_on=YESTERDAY))
    return found


def _paid(at: Office) -> None:
    """September approved, and half of it handed out."""
    slips = list(Slip.objects.order_by("worker"))
    record([Approval(site="cusco", month=PAID, run_number=1, way="headquarters", number=1, code="0000000000",
                     total=sum(slip.in_hand for slip in slips), approver="F1")], "hq.cusco", at.hand)  # fmt: skip
    due = [one for one in slips[: len(slips) // 2] if one.in_hand]
    record(
        [Payment(slip=one.root, part="in_hand", payee=one.worker, number=1, amount=one.in_hand,
                 day=date(2026, 10, 5), way="cash", paper="list 1") for one in due],
        "cusco", at.hand,
    )  # fmt: skip

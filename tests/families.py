"""A month of which half of what is theirs goes to families and a tenth is saved, for tests of money out."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import commanded
import databases
import hands
import monthly
import payroll
from jornal.actions import approving, instructions, payfiles
from jornal.actions.office import Office
from jornal.actions.verb import done
from jornal.facts.organisation import Site
from jornal.facts.people import Consent
from jornal.journal.record import record
from offices import office

OCTOBER, DUE = "2026-10", date(2026, 11, 7)
ROSTER = {"Q01": ("cusco-hourly", "maker"), "Q02": ("cusco-hourly", "learner")}
ACCOUNTS = {"Q01": "011-366-000100032542-21", "Q02": "011-241-000190006582-70"}
OURS = "002-215-002023417071-28"
NAMES = {"Q01": "María Ñahui Quispe", "Q02": "Juan Quispe"}
SEPTEMBER = date(2026, 9, 2)


def begun(folder: Path) -> Office:
    """The manager's office with two knitters, each with somebody in her family and a consent to send and to save."""
    here = payroll.begun(folder, ROSTER)
    site = Site(
        site="cusco", label="Cusco", enterprise="alpaca", authority="inpe", jurisdiction="pe", currency="PEN",
        zone="America/Lima", languages=["es"], letters="Q", opened_on=payroll.FIRST,
    )  # fmt: skip
    record([site], "hq", hands.hand("H1", "hq_operations"))
    for worker in ROSTER:
        here.put(
            Consent(
                worker=worker,
                purpose=purpose,
                scope="",
                number=1,
                language="es",
                witness_of="ngo",
                given_on=SEPTEMBER,
            )
            for purpose in ("family", "savings")
        )
        named(here, worker, name=NAMES[worker], account=ACCOUNTS[worker])
        instruct(here, {"worker": worker, "purpose": "family", "share": "50 %", "to": f"{worker}-1"})
        instruct(here, {"worker": worker, "purpose": "savings", "share": "10 %"})
    return here


def named(here: Office, worker: str, number: int = 1, **row: str) -> None:
    """Somebody who receives for her."""
    done(
        "name-beneficiary", instructions.VERBS["name-beneficiary"], here,
        [{"worker": worker, "number": number, **row}],
    )  # fmt: skip


def instruct(here: Office, row: dict[str, str]) -> None:
    """Her instruction since September."""
    done("instruct", instructions.VERBS["instruct"], here, [{"since": str(SEPTEMBER), **row}])


def pays_from(here: Office) -> None:
    """The enterprise's own account."""
    row = {"holder": "Asociación Manos", "account": OURS, "since": "2026-09-01"}
    done("pays-from", payfiles.VERBS["pays-from"], here, [row])


def approve(month: str = OCTOBER) -> None:
    """The month approved by headquarters finance."""
    _, whole = approving.found("cusco", month)
    row = {"month": month, "head": approving.head_of(whole), "total": whole.total}
    done("approve", approving.VERBS["approve"], office("hq_finance", "F1", day=date(2026, 11, 2)), [row])


def issued(folder: Path) -> Office:
    """October worked, issued and approved, with an account to pay from; today is the 3rd of November."""
    here = begun(folder)
    pays_from(here)
    payroll.month(here)
    payroll.issued(here, OCTOBER)
    approve()
    return replace(here, day=date(2026, 11, 3))


def at_home(database: databases.Database, monkeypatch: Any, tmp_path: Path) -> tuple[Path, str]:
    """That register for commands: its folder, and the option that opens the names."""
    commanded.at_home(database, monkeypatch)
    issued(database.home)
    return database.home, monthly.opening(tmp_path)


def built(folder: Path) -> tuple[Path, Office]:
    """That register, to be copied for each test."""
    with databases.fresh("sqlite", folder / "home"):
        return folder, issued(folder)

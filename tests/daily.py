"""The sheet of a day in a browser: the crew of Cusco on 30 October 2026, and a sheet sent as it was shown."""

import re
from typing import Any

import browsing
import crew
import vaulted
from databases import Database
from jornal.actions.correcting import correct
from jornal.actions.office import Office
from jornal.pages import names

DAY = "2026-10-30"
SHEET = f"/cusco/attendance/{DAY}"
NAMES = {"QC01": "Zoila Ana", "QC02": "Berta Bea", "QC03": "Carla Cea", "QC04": "Ana Dora"}


def opened(database: Database, monkeypatch: Any, day: str = DAY) -> Office:
    """Four knitters who work five hours on weekdays, and pages whose today is `day`; the names are locked."""
    here = crew.begun()
    browsing.opened(database, monkeypatch, day=day)
    return here


def named(database: Database, monkeypatch: Any) -> Office:
    """The same with names, which are open."""
    here = crew.begun()
    browsing.opened(database, monkeypatch, vault=True, day=DAY)
    keys = vaulted.unlocked(database.home / "vault.sqlite3")
    keys.mint(*NAMES)
    open_ = Office(here.hand, here.site, here.day, keys)
    for worker, name in NAMES.items():
        correct(open_, "worker", {"worker": worker, "name": name}, "her name")
    names.opened(vaulted.PASSPHRASE)
    return open_


def manager() -> Any:
    """The browser of the site's manager."""
    return browsing.member("S1", "site_manager")


def seen(client: Any, address: str = SHEET) -> str:
    """What the sheet carries of the rows it showed."""
    found = re.search(r'name="seen" value="([^"]*)"', browsing.text(client.get(address)))
    return found[1] if found else ""


def sent(
    client: Any, do: str = "record", address: str = SHEET, shown: str | None = None, **fields: Any
) -> Any:
    """The answer to a sheet sent with these fields (`w_QC01` what, `o_` other, `t_` time, `n_` note)."""
    told = {re.sub(r"^([wotn])_", r"\1-", name): value for name, value in fields.items()}
    return client.post(address, {"seen": seen(client, address) if shown is None else shown, "do": do, **told})


def rows(day: str = DAY) -> list[tuple[Any, ...]]:
    """What is recorded of a day."""
    found = crew.attendance.Shift.objects.current().filter(day=day).order_by("worker", "number")
    return list(found.values_list("worker", "number", "what", "minutes", "start", "end"))

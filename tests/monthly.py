"""A month of three knitters at a laptop, for the commands of pay."""

import commanded
import payroll
import vaulted
from databases import Database
from jornal.actions.office import Office

OCTOBER = "2026-10"
DAY = "--day=2026-10-31"


def at_home(database: Database, monkeypatch, tmp_path) -> tuple[Office, str]:
    """The office with October worked, and the option that opens the names."""
    commanded.at_home(database, monkeypatch)
    here = payroll.begun(database.home)
    payroll.month(here)
    path = tmp_path / "passphrase"
    path.write_text(vaulted.PASSPHRASE, encoding="utf-8")
    return here, f"--passphrase={path}"

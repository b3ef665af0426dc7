"""A month of three knitters at a laptop, for the commands of pay."""

from pathlib import Path
from typing import Any

import commanded
import payroll
import vaulted
from databases import Database
from jornal.actions.office import Office

OCTOBER = "2026-10"
DAY = "--day=2026-10-31"


def at_home(database: Database, monkeypatch: Any, tmp_path: Path) -> tuple[Office, str]:
    """The office with October worked, and the option that opens the names."""
    commanded.at_home(database, monkeypatch)
    here = payroll.begun(database.home)
    payroll.month(here)
    return here, opening(tmp_path)


def opening(folder: Path) -> str:
    """The option of a command that opens the names."""
    path = folder / "passphrase"
    path.write_text(vaulted.PASSPHRASE, encoding="utf-8")
    return f"--passphrase={path}"


def issued(database: Database, monkeypatch: Any, tmp_path: Path, capsys: Any) -> None:
    """October issued by its command."""
    _, names = at_home(database, monkeypatch, tmp_path)
    commanded.said(capsys, "issue", OCTOBER, DAY, names)

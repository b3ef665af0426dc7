"""Commands run in a register for tests: S1 manages Cusco at this laptop."""

from typing import Any

from django.conf import settings

import hands
import offices
import vaulted
from databases import Database
from jornal.cli.main import main
from jornal.journal import node

DESK = 'by = "S1"\nrole = "site_manager"\nsite = "cusco"\n'


def at_home(database: Database, monkeypatch: Any, *, names: bool = False) -> None:
    """The commands work on this database, as S1 at Cusco, from the laptop of the tests."""
    monkeypatch.setattr(settings, "HOME", database.home)
    node.made(database.home, seed=bytes(hands.LAPTOP.key))
    (database.home / "desk.toml").write_text(DESK, encoding="utf-8")
    if names:
        vaulted.new(database.home)
    offices.office()


def said(capsys: Any, *told: str) -> tuple[int, str]:
    """The exit code of a command and what it printed."""
    capsys.readouterr()
    try:
        code = main(list(told))
    except SystemExit as end:
        code = int(end.code or 0)
    heard = capsys.readouterr()
    return code, heard.out + heard.err


def refused(capsys: Any, *told: str) -> str:
    """What a command says that is refused with one sentence; the empty text where it was not refused."""
    code, text = said(capsys, *told)
    return text if code == 2 and text.startswith("jornal: ") and text.count("\n") == 1 else ""

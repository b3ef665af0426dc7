"""Registers for measurements: a folder of their own, Django pointed at it, a hand with the real clock."""

import os
import shutil
import tempfile
from pathlib import Path

import django
from django.core.management import call_command

FOLDER = Path(tempfile.mkdtemp(prefix="jornal-bench-"))
os.environ |= {"DJANGO_SETTINGS_MODULE": "jornal.settings", "JORNAL_HOME": str(FOLDER), "DATABASE_URL": ""}
django.setup()

from jornal.journal import books, node  # noqa: E402 (needs Django set up)
from jornal.journal.hand import Hand  # noqa: E402

SITE = "cusco"


def begun() -> Hand:
    """An empty register with its books opened, and who records in it."""
    call_command("migrate", verbosity=0)
    hand = Hand("S1", "site_manager", node.made(FOLDER))
    for book in ("hq", f"hq.{SITE}", SITE):
        books.opened(book, "hq", hand)
    return hand


def removed() -> None:
    """Takes the folder away."""
    shutil.rmtree(FOLDER, ignore_errors=True)


def size() -> int:
    """The bytes of the register's file."""
    return (FOLDER / "register.sqlite3").stat().st_size

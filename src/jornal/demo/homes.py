"""Where the registers of the demo lie: one home for each enterprise, never the one of whoever runs the demo."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import django

FOLDER = "register"
"""Where the homes lie in the folder of the demo."""

REGISTER = "register.sqlite3"
PRODUCTS = "products"
"""The folder in a home where the papers of what is made lie."""

ANSWERS = "answers.txt"
"""What was answered with no, word for word; told anew, it begins empty."""

MARK = "INVENTED.txt"
TO_OPEN = "passphrase.txt"
SAYS = (
    "A register of jornal's demo. Everybody and everything in it is invented; `jornal demo` makes it anew.\n"
)

COOKIES = "secret.key"
"""What signs the cookies of the pages."""
_KEPT = (REGISTER, "vault.sqlite3", "accounts.sqlite3")
_OURS = (
    MARK,
    TO_OPEN,
    "desk.toml",
    "node.key",
    COOKIES,
    "reaches.jsonl",
    f"{PRODUCTS}/{ANSWERS}",
    *(name + ending for name in _KEPT for ending in ("", "-wal", "-shm", "-journal")),
)


class HomeTaken(ValueError):
    """A folder that may hold a register somebody needs."""

    def __init__(self, home: Path) -> None:
        super().__init__(
            f"{home} holds something that is not the demo's; nothing was changed. Give another folder with --out."
        )


class NotThatHome(RuntimeError):
    """Django looks at another database than the home that is to be filled."""

    def __init__(self, home: Path) -> None:
        super().__init__(f"Django was not set up for {home}; the demo is loaded in a process of its own.")


def home(out: Path, enterprise: str) -> Path:
    """The folder of an enterprise's register in the folder of the demo."""
    return out / FOLDER / enterprise


def check(at: Path, label: str) -> None:
    """Raises HomeTaken unless a home is empty, or a demo's own with this enterprise alone in it."""
    if not at.exists() or (at.is_dir() and not any(at.iterdir())):
        return
    if not (at / MARK).is_file() or not _holds_only(at / REGISTER, label):
        raise HomeTaken(at)


def emptied(at: Path, label: str) -> Path:
    """The home without what an earlier demo left, for its owner alone, with a note that all is invented.

    Raises HomeTaken.
    """
    check(at, label)
    for name in _OURS:
        (at / name).unlink(missing_ok=True)
    at.mkdir(mode=0o700, parents=True, exist_ok=True)
    (at / MARK).write_text(SAYS, encoding="utf-8")
    return at


def entered(at: Path) -> None:
    """Sets Django up on a home; only for a process that was begun for it and has not set Django up yet."""
    for name in ("DATABASE_OWNER_URL", "DATABASE_URL"):
        os.environ.pop(name, None)  # the demo never writes into a database that somebody else named
    os.environ |= {"DJANGO_SETTINGS_MODULE": "jornal.settings", "JORNAL_HOME": str(at.absolute())}
    django.setup()


def _holds_only(register: Path, label: str) -> bool:
    """Whether a register, if there is one, knows no enterprise but the one of this label."""
    if not register.exists():
        return True
    try:
        with closing(sqlite3.connect(f"{register.absolute().as_uri()}?mode=ro", uri=True)) as db:
            found = db.execute("SELECT label FROM jornal_enterprise").fetchall()
    except sqlite3.Error:
        return False
    return {label_ for (label_,) in found} <= {label}

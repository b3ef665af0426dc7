"""A backup of the register and of the vault beside it: sealed, opened again to check, and old ones cleared away."""

import hashlib
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db.models import Max
from pyrage.x25519 import Identity, Recipient

from jornal.actions import backupkey, filed
from jornal.actions.copybook import Contents, Reading, written
from jornal.actions.parcel import STALE, opened, sealed, swept
from jornal.facts.people import Forgotten
from jornal.facts.told import TellingWithdrawn
from jornal.journal import chain, node, vaultcopy, vaultfile
from jornal.journal.node import Node
from jornal.journal.opening import Opening
from jornal.units.said import Said

REGISTER, NAMES = ".backup", ".names"
NEWEST = 14
"""So many backups are kept, and beyond them the last one of each month."""

NEWEST_NAMES = 2
"""Copies of the vault that are kept: an older one opens nothing that a newer does not, and holds keys too long."""

_ROOM = ".backing-up-"
_STAMP = re.compile(r"-(\d{4}-\d{2}-\d{2}T\d{4}Z)\.")
_AT_ONCE = 1 << 16


@dataclass(frozen=True)
class Backup:
    """A backup that was made, opened again and checked. `names` is None where there is no vault.

    `pictures` counts those that it sealed for the first time.
    """

    path: Path
    names: Path | None
    contents: Contents
    cleared: tuple[Path, ...]
    pictures: int = 0


class OtherNames(Said):
    """A copy of the vault that is not what was copied."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "What was written to {path} is not the vault that was copied. Take another disk or stick.",
            path=path,
        )


def back_up(home: Path, folder: Path, *, at: datetime) -> Backup:
    """Writes the register, and the vault as it is shut, into a folder; checks both there; then clears old ones away.

    Others may go on recording. Raises NoNode, NoRecipient, NotReopened, NotABackup, VaultFault and what the disk says;
    then no file that was there is gone and none that is not whole looks like a backup. Where a chain is broken the
    backup is written all the same, `contents.broken` names the places, and nothing is cleared away.
    """
    own, recipient = node.kept(home), backupkey.kept(home)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stem = f"jornal-{place_of(own)}"
    swept(folder, stem)
    path = folder / f"{stem}-{at.astimezone(UTC):%Y-%m-%dT%H%MZ}{REGISTER}"
    reading = Reading()
    sealed(path, written(own, at), recipient, again=reading.take, sound=reading.whole)
    contents, names = reading.whole(), None
    if (home / vaultfile.NAME).exists():
        names = _names(home, path.with_suffix(NAMES), recipient)
    pictures = filed.back_up(home, folder, recipient)
    mine = {path, names}  # where the clock was set back, what is new looks old
    cleared = [] if contents.broken else [one for one in old(folder, stem) if one not in mine]
    for one in cleared:
        one.unlink(missing_ok=True)
    return Backup(path, names, contents, tuple(cleared), pictures)


def checked(path: Path, identity: Identity) -> Contents:
    """What is in a backup, opened with the secret and read through. Raises NotOpened, NotWhole, NotABackup."""
    reading = Reading()
    opened(path, identity, reading.take)
    return reading.whole()


def place_of(own: Node) -> str:
    """What a computer's backups are named for: the book it writes where that is one, else the code of its key."""
    writers = dict(Opening.objects.order_by("epoch").values_list("opened", "public_key"))
    mine = [book for book, key in writers.items() if key == own.public]
    if len(mine) == 1:
        return re.sub(r"[^a-z0-9]+", "-", mine[0].lower()).strip("-") or fingerprint(own.public)
    return fingerprint(own.public)


def fingerprint(public: str) -> str:
    """The ten characters by which people compare a computer's key aloud or on paper."""
    return chain.code(public)


def old(folder: Path, stem: str) -> list[Path]:
    """The files that may go: beyond the newest fourteen and the last of each month, and old copies of the vault.

    A copy of the vault from before somebody was forgotten goes as soon as there is a newer one.
    """
    registers, vaults = (_dated(folder, stem, ending) for ending in (REGISTER, NAMES))
    kept = {*registers[-NEWEST:], *{_month(path): path for path in registers}.values()}
    gone = (kind.objects.aggregate(last=Max("recorded_at"))["last"] for kind in (Forgotten, TellingWithdrawn))
    last = max((one for one in gone if one is not None), default=None)
    stale = set(vaults[:-NEWEST_NAMES])
    if last is not None:
        stale |= {path for path in vaults[:-1] if _time(path) <= last}
    return [path for path in registers if path not in kept] + [path for path in vaults if path in stale]


def _dated(folder: Path, stem: str, ending: str) -> list[Path]:
    """The backups of this register, the oldest first; what else lies in the folder is left alone."""
    found = folder.glob(f"{stem}-*{ending}")
    whole = re.compile(re.escape(stem) + r"-\d{4}-\d{2}-\d{2}T\d{4}Z" + re.escape(ending))
    return sorted(path for path in found if whole.fullmatch(path.name))


def _month(path: Path) -> str:
    return f"{_time(path):%Y-%m}"


def _time(path: Path) -> datetime:
    stamp = _STAMP.search(path.name)
    return datetime.strptime(stamp.group(1) if stamp else "", "%Y-%m-%dT%H%MZ").replace(tzinfo=UTC)


def _names(home: Path, path: Path, recipient: Recipient) -> Path:
    """The vault as it is shut, sealed once more, so that a stick shows nothing to guess at."""
    with room(home, _ROOM) as inside:
        copy = vaultcopy.copied(home / vaultfile.NAME, inside / vaultfile.NAME)
        before, after = hashlib.sha256(copy.read_bytes()), hashlib.sha256()

        def same() -> None:
            if before.digest() != after.digest():
                raise OtherNames(path)

        return sealed(path, _chunks(copy), recipient, again=after.update, sound=same)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from iter(lambda: file.read(_AT_ONCE), b"")


@contextmanager
def room(home: Path, beginning: str) -> Iterator[Path]:
    """A private folder beside the register for what must not stay; one that a killed program left is cleared away."""
    for left in home.glob(f"{beginning}*"):
        with suppress(OSError):
            if time.time() - max(one.stat().st_mtime for one in (left, *left.iterdir())) > STALE:
                shutil.rmtree(left, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=beginning, dir=home))  # for its owner alone
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)

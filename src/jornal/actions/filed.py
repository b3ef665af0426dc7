"""Pictures kept beside the register, each under the digest of its bytes, cleaned of what they say besides."""

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import NamedTuple

from pyrage.x25519 import Identity, Recipient

from jornal.actions import parcel
from jornal.actions.pictures import LARGEST, cleaned, kind_of
from jornal.units.said import Said

FOLDER, SEALED = "files", ".sealed"
MOST_READ = LARGEST + 1
"""Bytes to read of a file that may be too large: one more than is taken."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Kept(NamedTuple):
    """A file as it is kept: what a record says of it."""

    digest: str
    kind: str
    size: int

    def row(self) -> dict[str, str | int]:
        """The same as the columns and fields that hold it."""
        return {"file_digest": self.digest, "file_type": self.kind, "file_size": self.size}


def keep(home: Path, data: bytes, name: str = "") -> Kept:
    """A picture kept in this register's folder, its bytes cleaned; the same again is kept once.

    Only the owner of the folder reads it. Raises NotAPicture, TooLarge, and what the disk says.
    """
    picture = cleaned(data, name)
    digest = hashlib.sha256(picture.data).hexdigest()
    path = _path(home, digest)
    if read(home, digest) is None:  # also where it lies there damaged
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, room = tempfile.mkstemp(dir=path.parent)  # its owner alone may read it
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(picture.data)
                file.flush()
                os.fsync(file.fileno())
            Path(room).replace(path)
        except OSError:
            Path(room).unlink(missing_ok=True)
            raise
    return Kept(digest, picture.kind, len(picture.data))


def kept(home: Path, digest: str) -> Kept | None:
    """What is kept under a digest; None where nothing is."""
    data = read(home, digest)
    return Kept(digest, kind_of(data), len(data)) if data is not None else None


def there(home: Path, digest: str) -> bool:
    """Whether a file is kept under a digest, without reading it."""
    return bool(_DIGEST.fullmatch(digest)) and _path(home, digest).is_file()


def read(home: Path, digest: str) -> bytes | None:
    """The bytes that are kept under a digest; None where none are, or others than were put there."""
    if not _DIGEST.fullmatch(digest):
        return None
    try:
        data = _path(home, digest).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == digest else None


def back_up(home: Path, folder: Path, recipient: Recipient) -> int:
    """Seals every picture that a folder of backups does not hold yet, each in a file of its own; gives how many.

    A picture never changes, so each is sealed once. Raises NotReopened and what the disk says.
    """
    new = 0
    for path in sorted((home / FOLDER).glob("*/*")):
        sealed = folder / FOLDER / f"{path.name}{SEALED}"
        data = read(home, path.name)
        if data is None or sealed.exists():
            continue
        sealed.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _seal(sealed, data, recipient)
        new += 1
    return new


def put_back(folder: Path, home: Path, identity: Identity) -> tuple[int, list[Path]]:
    """Puts the pictures of a folder of backups back into a register's; gives how many, and those that do not open."""
    number, damaged = 0, []
    for path in sorted((folder / FOLDER).glob(f"*{SEALED}")):
        found = bytearray()
        try:
            parcel.opened(path, identity, found.extend)
            same = keep(home, bytes(found)).digest == path.name.removesuffix(SEALED)
        except Said:
            same = False
        number += same
        damaged += [] if same else [path]
    return number, damaged


def _seal(path: Path, data: bytes, recipient: Recipient) -> None:
    again = hashlib.sha256()

    def same() -> None:
        if again.digest() != hashlib.sha256(data).digest():
            raise parcel.NotReopened(path)

    parcel.sealed(path, [data], recipient, again=again.update, sound=same)


def _path(home: Path, digest: str) -> Path:
    return home / FOLDER / digest[:2] / digest

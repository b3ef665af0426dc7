"""A sealed file: written beside its place, opened again from the disk and read through, and only then moved there."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pyrage
from pyrage.x25519 import Identity, Recipient

from jornal.units.said import Said

PART = ".part"
"""The ending of a file that is not whole yet; no command takes such a one for a backup."""

STALE = 15 * 60
"""Seconds after which an unfinished file that nobody writes to any more is cleared away."""

_AT_ONCE = 1 << 16


class NotOpened(Said):
    """A sealed file that this secret does not open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "{path} does not open with this secret. Take the recovery sheet of the register it was "
            "made of, and the code for backups, not the one for names.",
            path=path,
        )


class NotWhole(Said):
    """A sealed file that was cut short or changed."""

    def __init__(self, path: Path) -> None:
        super().__init__("{path} was cut short or changed after it was made. Take another backup.", path=path)


class NotReopened(Said):
    """A file that, read again, was not what had been written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "What was written to {path} cannot be read again, so there is no backup. Take another "
            "disk or stick.",
            path=path,
        )


def sealed(
    path: Path,
    chunks: Iterable[bytes],
    recipient: Recipient,
    *,
    again: Callable[[bytes], object],
    sound: Callable[[], object],
) -> Path:
    """Writes the chunks sealed for a recipient, reads them again from the disk through `again`, and gives the path.

    The file is sealed for a second key as well, which exists in memory for this one call: so this computer truly
    opens what it wrote, and cannot do it a minute later. `sound` raises what it finds wrong once all was read again.
    Raises NotReopened, and what the calls or the disk raise; then nothing new is at `path`.
    """
    passing = Identity.generate()
    part = path.with_name(path.name + PART)
    try:
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w+b") as file:
            _closed(chunks, file, [recipient, passing.to_public()])
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            try:
                _read(file, path, passing, again)
            except (NotOpened, NotWhole):
                raise NotReopened(path) from None
        sound()
        part.replace(path)
        synced(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return path


def opened(path: Path, identity: Identity, take: Callable[[bytes], object]) -> None:
    """Gives what is in a sealed file to `take`, piece by piece. After NotOpened or NotWhole, forget them."""
    with path.open("rb") as file:
        _read(file, path, identity, take)


def swept(folder: Path, beginning: str) -> list[Path]:
    """Clears away unfinished files whose names begin so, which a computer that went out left; gives them back."""
    now = time.time()
    gone = [
        path
        for path in folder.glob(f"{beginning}*{PART}")
        if path.is_file() and now - path.stat().st_mtime > STALE
    ]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def synced(path: Path) -> None:
    """Waits until a file, or the names in a folder, are on the disk."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class _Source:
    """Chunks as a file that age reads; what goes wrong in them is kept, because age tells only its text."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self.chunks: Iterator[bytes] = iter(chunks)
        self.fault: BaseException | None = None
        self._left = b""

    def read(self, most: int = -1) -> bytes:
        """At most so many bytes; none at the end."""
        try:
            while not self._left:
                self._left = next(self.chunks)
        except StopIteration:
            return b""
        except BaseException as fault:
            self.fault = fault
            raise
        some = self._left if most < 0 else self._left[:most]
        self._left = self._left[len(some) :]
        return some


class _Sink:
    """A call as a file that age writes to, likewise."""

    def __init__(self, take: Callable[[bytes], object]) -> None:
        self.take = take
        self.fault: BaseException | None = None

    def write(self, some: bytes) -> int:
        """Hands on all of it."""
        try:
            self.take(some)
        except BaseException as fault:
            self.fault = fault
            raise
        return len(some)

    def flush(self) -> None:
        """Nothing is held back."""


def _closed(chunks: Iterable[bytes], file: BinaryIO, recipients: list[Recipient]) -> None:
    source, sink = _Source(chunks), _Sink(file.write)
    with _kept(source, sink):
        pyrage.encrypt_io(source, sink, recipients)


def _read(file: BinaryIO, path: Path, identity: Identity, take: Callable[[bytes], object]) -> None:
    source, sink = _Source(iter(lambda: file.read(_AT_ONCE), b"")), _Sink(take)
    try:
        with _kept(source, sink):
            pyrage.decrypt_io(source, sink, [identity])
    except pyrage.DecryptError as fault:
        raise (NotOpened if "matching" in str(fault) else NotWhole)(path) from None
    except OSError as fault:
        if fault is source.fault or fault is sink.fault:
            raise
        raise NotWhole(path) from None


@contextmanager
def _kept(source: _Source, sink: _Sink) -> Iterator[None]:
    """Raises what went wrong on either side as it was."""
    try:
        yield
    except BaseException as fault:
        own = source.fault or sink.fault
        if own is None or own is fault:
            raise
        raise own from None

"""Papers as files: there whole or not at all; those with names for their owner alone, and removed after a day."""

import os
import shutil
import time
from pathlib import Path

PART = ".part"
OWN = 0o600
"""For its owner alone."""
KEPT_SECONDS = 24 * 60 * 60
"""Papers with names are removed after a day: they can be made again, and the laptop may be lost."""


def private(folder: Path) -> Path:
    """An empty folder that its owner alone may open."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700)
    return folder


def swept(folder: Path) -> list[Path]:
    """Removes the papers that are older than a day, and says which."""
    old = [one for one in folder.glob("*") if time.time() - one.stat().st_mtime > KEPT_SECONDS]
    for one in old:
        shutil.rmtree(one, ignore_errors=True)
    return old


def whole(path: Path, content: bytes | str, mode: int = 0o666) -> Path:
    """The file with this content, text in UTF-8; killed or without room in the middle, what was there before stands.

    What is no file, such as a printer's device, is written to as it is.
    """
    held = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(held)
        return path
    part = path.with_name(f"{path.name}{PART}")
    try:
        part.unlink(missing_ok=True)  # one that was cut off may be for others too
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
            file.write(held)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return path

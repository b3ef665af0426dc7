"""The private folders of papers with names: for their owner alone, and removed after a day."""

import shutil
import time
from pathlib import Path

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

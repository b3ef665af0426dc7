"""Who reached for a page that is not theirs: a line each in a file beside the register, the oldest cut off."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from jornal.papers.kept import whole

NAME = "reaches.jsonl"
MOST = 1_000_000
"""Bytes; then the older half goes."""


def noted(who: str, address: str, method: str) -> None:
    """Writes down one reach."""
    path = Path(settings.HOME) / NAME
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"), "who": who, "address": address[:300], "method": method,
    }  # fmt: skip
    if path.is_file() and path.stat().st_size > MOST:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        whole(path, "".join(lines[len(lines) // 2 :]))
    with path.open("a+b") as file:
        cut = file.tell() and _last(file) != b"\n"  # the computer went out in the middle of the line before
        file.write(b"\n" * bool(cut) + json.dumps(line, ensure_ascii=False).encode() + b"\n")


def _last(file: BinaryIO) -> bytes:
    file.seek(-1, os.SEEK_END)
    return file.read(1)


def last(number: int = 50) -> list[dict[str, str]]:
    """The last reaches, newest first."""
    path = Path(settings.HOME) / NAME
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()[-number:]
    return [one for line in reversed(lines) if (one := _read(line))]


def _read(line: str) -> dict[str, str]:
    """What a line says; nothing where the computer went out while it was written."""
    try:
        found: dict[str, str] = json.loads(line)
    except ValueError:
        return {}
    return found

"""Who reached for a page that is not theirs: a line each in a file beside the register, the oldest cut off."""

import json
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

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
        path.write_text("".join(lines[len(lines) // 2 :]), encoding="utf-8")
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def last(number: int = 50) -> list[dict[str, str]]:
    """The last reaches, newest first."""
    path = Path(settings.HOME) / NAME
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()[-number:]
    return [json.loads(line) for line in reversed(lines)]

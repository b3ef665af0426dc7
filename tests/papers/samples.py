"""Runs as `jornal pay` leaves them, small and invented; read anew each time, so a test may change one."""

import json
from pathlib import Path
from typing import Any

RUNS = Path(__file__).parent / "runs"


def run(name: str, **changed: Any) -> dict[str, Any]:
    """`cusco` (everything a slip can hold), `chiang_mai` (Thai) or `craft` (pieces, a declared gap)."""
    return {**json.loads((RUNS / f"{name}.json").read_text(encoding="utf-8")), **changed}


def in_language(name: str, language: str) -> dict[str, Any]:
    """A run whose site and workers all read one language."""
    found = run(name)
    found["site"]["languages"] = [language]
    for worker in found["workers"]:
        worker["language"] = language
    return found

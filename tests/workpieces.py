"""A workshop of four with two operations that have a rate, in a browser, for tests of the pages of pieces."""

from typing import Any

from django.test import Client

import browsing
import crew
from jornal.actions.office import Office

TODAY = "2026-10-30"
SHEET = f"/cusco/pieces/{TODAY}"


def opened(database: Any, monkeypatch: Any) -> tuple[Office, Client]:
    """The manager's office, and her browser on 30 October 2026; soles and laces have a rate."""
    here = crew.begun()
    browsing.opened(database, monkeypatch, day=TODAY)
    for operation, label in (("sole", "Soling"), ("lace", "Lacing")):
        rate = {
            "per": "piece",
            "operation": operation,
            "since": "2026-09-01",
            "amount": "2.00",
            "label": label,
        }
        crew.do(crew.headquarters(), "set-rate", rate)
    return here, browsing.member("S1", "site_manager")


def counted(here: Office, worker: str, operation: str, good: int, **said: Any) -> Any:
    """A count of today."""
    row = {"worker": worker, "day": TODAY, "operation": operation, "good": str(good), **said}
    return crew.do(here, "count", row)[0]


def sent(**cells: str) -> dict[str, Any]:
    """A sheet as a browser sends it, opened when nothing was counted: `g0_QC01="12"` is a sole of QC01."""
    fields = {name.replace("_", "."): value for name, value in cells.items()}
    return {"operation": ["sole", "lace"], "seen": "0", "do": "record", **fields}

"""Day sheets as `actions/daysheet.py` gives them, small and invented."""

from typing import Any

from jornal.papers.heads import Issue, issue

FRIDAY = "2026-10-30"


def said(**more: Any) -> dict[str, Any]:
    """A record of a day: five hours of work, unless told otherwise."""
    row = {
        "root": None,
        "number": 1,
        "what": "work",
        "minutes": 300,
        "start": None,
        "end": None,
        "pause": None,
    }
    return {
        **row,
        "noted": False,
        "corrected": False,
        "by": "QS001K",
        "seq": 1,
        "late": False,
        "before": [],
        **more,
    }


def before(**more: Any) -> dict[str, Any]:
    """What a record said before."""
    row = {"what": "work", "minutes": 300, "start": None, "end": None, "void": False}
    return {**row, "by": "QS001K", "on": "2026-10-31", "why": "she left at noon", **more}


def row(number: int, *recorded: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A worker's row: five hours from eight, with a break."""
    return {
        "number": number,
        "worker": f"QC{number:03}X",
        "name": f"Ana María Quispe {number}",
        "workshop": "Knitting room",
        "trade": "knitting",
        "planned": {"minutes": 300, "starts": 480, "ends": 825, "pause": 45},
        "recorded": list(recorded),
        "next_number": 1,
        "enrolled": True,
        "room": "knitting",
        **more,
    }


HEADS = [
    {"book": "cusco", "seq": 1041, "code": "7K2Q9 XM4TD", "at": "2026-10-30T18:02"},
    {"book": "hq", "seq": 12, "code": "PXQM7 T8B1R", "at": "2026-10-30T18:02"},
]


def table(form: str, *rows: dict[str, Any], days: tuple[str, ...] = (FRIDAY,), **more: Any) -> dict[str, Any]:
    """A sheet of these rows, the same on every day."""
    found = {
        "form": form,
        "release": "0.1",
        "site": {"id": "cusco", "label": "Cusco", "jurisdiction": "pe", "currency": "PEN", "exponent": 2},
        "enterprise": {"label": "Alpaca", "invented": False},
        "period": {"since": days[0], "until": days[-1]},
        "names": True,
        "printed": {"by": "QS001K", "role": "site_manager", "at": "2026-10-30T07:40"},
        "order": [one["worker"] for one in rows],
        "days": [
            {"day": day, "rows": list(rows), "stoppages": [], "taken_back": [], "holiday": False}
            for day in days
        ],
        "closed": [],
    }
    return {**found, **more}


def closed(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A recorded sheet with its heads."""
    return table("recorded", *rows, **{"closed": HEADS, "head": HEADS[0]["code"], **more})


def paper(sheet: dict[str, Any], language: str = "en") -> Issue:
    """The sheet in a language."""
    return issue(sheet, language)

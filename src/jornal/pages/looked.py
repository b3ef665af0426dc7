"""What changed in a month since somebody looked at it last: kept with her account, as far as each book went then."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from jornal.accounts.models import Account
from jornal.pages.desk import Desk
from jornal.reads.noticed import Noticed, ends, noticed
from jornal.units.periods import Period

WHAT = {
    "shift": "attendance", "pieces": "pieces", "stoppage": "a stoppage", "adjustment": "a decided sum",
    "rate_card": "a rate", "local_operation": "an operation", "operation_adopted": "an operation",
    "terms_adopted": "the terms", "instruction": "an instruction", "balance": "what she owes",
    "contract_version": "the contract", "graded": "the grade", "enrolled": "the enrolment", "left": "leaving",
}  # fmt: skip
"""What came in, by kind; of any other, the record of the person."""
OTHER = "her record"


class Change(NamedTuple):
    """Something that came in, as it is shown: what, of which day, whose (several at once), and where it stands."""

    what: str
    day: date | None
    workers: list[str]
    address: str


class Changes(NamedTuple):
    """What came in since `at`; `workers` are those whom it concerns, `everybody` where it concerns all."""

    at: datetime
    workers: frozenset[str]
    everybody: bool
    found: list[Change]


def changes(desk: Desk, month: str, period: Period) -> Changes | None:
    """What came in since she looked; None where nothing did, which counts as looking."""
    kept = _account(desk).looked.get(_key(desk, month))
    rows = noticed(desk.place, period, kept["upto"]) if kept else []
    if not rows:
        seen(desk, month)
        return None
    whose = frozenset(row.worker for row in rows if row.worker)
    return Changes(
        datetime.fromisoformat(kept["at"]), whose, any(not row.worker for row in rows), _shown(desk, rows)
    )


def seen(desk: Desk, month: str) -> None:
    """Notes that she looked now."""
    account = _account(desk)
    account.looked = {
        **account.looked,
        _key(desk, month): {"at": desk.now().isoformat(), "upto": ends(desk.place)},
    }
    account.save(update_fields=["looked"])


def _account(desk: Desk) -> Account:
    account = desk.request.user
    assert isinstance(account, Account)  # noqa: S101 (the door has looked)
    return account


def _key(desk: Desk, month: str) -> str:
    return f"pay {desk.place} {month}"


def _shown(desk: Desk, rows: Sequence[Noticed]) -> list[Change]:
    """What came in, that of one day and kind together."""
    groups: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        groups.setdefault((row.day, row.kind), []).append(row.worker)
    called = desk.called(row.worker for row in rows if row.worker)
    found = []
    for (day, kind), workers in sorted(groups.items()):
        whose = sorted({called.get(worker, worker) for worker in workers if worker})
        on = date.fromisoformat(day) if day else None
        found.append(Change(desk.say(WHAT.get(kind, OTHER)), on, whose, _address(desk, kind, day, workers)))
    return found


def _address(desk: Desk, kind: str, day: str, workers: Sequence[str]) -> str:
    if kind in ("shift", "stoppage"):
        return desk.at_if_any("site.attendance.day", day=day)
    if kind == "pieces":
        return desk.at_if_any("site.pieces.day", day=day)
    if kind in ("rate_card", "local_operation", "operation_adopted", "terms_adopted"):
        return desk.at_if_any("site.rates")
    alone = {worker for worker in workers if worker}
    return desk.at_if_any("site.people.one", worker=next(iter(alone))) if len(alone) == 1 else ""

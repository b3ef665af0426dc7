"""Offices for tests: books opened and roles granted on first use, so that a verb can be done at once."""

from datetime import date

import hands
from jornal.actions.office import Office
from jornal.facts.organisation import RoleGranted
from jornal.journal import books, place
from jornal.journal.keys import Keys
from jornal.journal.record import record

DAY = date(2026, 10, 1)


def office(
    role: str = "site_manager", by: str = "S1", site: str = "cusco", keys: Keys | None = None, day: date = DAY
) -> Office:
    """A member of staff at work at a site ("" is headquarters), whose role is granted from 2026-01-01."""
    hand = hands.hand(by, role)
    wanted = ["hq", *([f"hq.{site}", site] if site else [])]
    for book in [one for one in wanted if one not in place.books()]:
        books.opened(book, "hq" if book == site else "auditor", hand)
    granted(by, role)
    return Office(hand, site, day, keys)


def granted(by: str, role: str, site: str = "") -> None:
    """A role granted at a site ("" is everywhere), once."""
    key = {"staff": by, "what": role, "site": site, "since": date(2026, 1, 1)}
    if not RoleGranted.objects.filter(**key).exists():
        record([RoleGranted(**key)], "hq", hands.hand("F1", "hq_operations"))

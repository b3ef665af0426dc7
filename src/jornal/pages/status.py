"""How the register stands: books, guards, names, clock, last backup; and the address that says the program is alive."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jornal.actions.standing import Standing, standing
from jornal.journal.chain import shown
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.words.catalogue import Words
from jornal.words.dates import day_text

ROLES = ("site_manager", "hq_operations", "hq_finance", "auditor")


class Matter(NamedTuple):
    """One thing that is well or not: how it is marked, what it is, how it stands."""

    mark: str
    name: str
    says: str


def page(desk: Desk) -> HttpResponse:
    """The page; at a site with its own books and those of headquarters, and no other site's."""
    found = standing(Path(settings.HOME), datetime.now(UTC))
    mine = ("hq", desk.place, f"hq.{desk.place}")
    books = [
        (one, shown(one.code), _time(one.last, desk.words) if one.last else "–")
        for one in found.books
        if desk.site is None or one.book in mine
    ]
    return desk.page("status.html", matters=list(_matters(found, desk)), books=books)


@require_safe
def alive(_: HttpRequest) -> HttpResponse:
    """Nothing, with 204: this program answers."""
    return HttpResponse(status=204)


def _matters(found: Standing, desk: Desk) -> Iterator[Matter]:
    words = desk.words
    if found.guards:
        missing = words.say("A guard is missing. Nothing can be recorded: run jornal audit.")
        yield Matter("bad", words.say("Guards"), missing)
    else:
        yield Matter("good", words.say("Guards"), words.say("All stand."))
    if found.clock:
        last = f"{day_text(found.clock.date(), words.language)} {found.clock:%H:%M} UTC"
        back = words.say("It went back behind the last record of {last}. Set it.", last=last)
        yield Matter("bad", words.say("Clock"), back)
    else:
        yield Matter("good", words.say("Clock"), words.say("It goes on from the last record."))
    if not found.names:
        yield Matter("bad", words.say("Names"), words.say("There is no vault of names here."))
    elif desk.keys is not None:
        yield Matter("good", words.say("Names"), words.say("They are open in this program."))
    else:
        yield Matter("good", words.say("Names"), words.say("They are locked."))
    if found.backup:
        yield Matter("good", words.say("Last backup"), _time(found.backup, words))
    else:
        yield Matter(
            "bad", words.say("Last backup"), words.say("None was made yet. Close the day: that makes one.")
        )


def _time(at: datetime, words: Words) -> str:
    return f"{day_text(at.date(), words.language)} {at:%H:%M} UTC"


PAGES = [
    Page("site.status", "<token:site>/register", page, ROLES, label="Register"),
    Page("hq.status", "hq/register", page, ROLES, label="Register"),
]

"""Terms adopted in the browser, as the command does: what is new is seen first, then they are recorded whole."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse

from jornal.actions.adopt import ROLES, Proposed, adopt, proposed
from jornal.facts.organisation import Enterprise
from jornal.pages.desk import Desk
from jornal.terms.files import enterprise_files
from jornal.units.said import Said

BESIDE = "terms"
OTHERS_NOW = "The terms on this computer changed since you looked. Look at them again."
NO_DAY = "Write the day as 2026-10-31."


class OthersNow(Said):
    """Terms that are not those that were looked at."""

    def __init__(self) -> None:
        super().__init__(OTHERS_NOW)


class NotADay(Said):
    """A day that cannot be read."""

    def __init__(self) -> None:
        super().__init__(NO_DAY)


def page(desk: Desk) -> HttpResponse:
    """The terms as they lie on this computer beside those in force; a POST records those that were looked at."""
    folder = _folder()
    names = sorted(enterprise_files(folder))
    known = list(Enterprise.objects.current().values_list("enterprise", flat=True))
    sent = desk.request.POST if desk.posted else desk.request.GET
    name = sent.get("enterprise", next((one for one in known if one in names), ""))
    context: dict[str, Any] = {"names": names, "name": name, "back": desk.at("hq.agreements"), "typed": sent}
    if name not in names:
        return desk.page("adopt.html", wanted=None, **context)
    try:
        wanted = proposed(name, folder)
        context |= {"wanted": wanted, "reaches_back": wanted.reaching_back(desk.day) if wanted.before else []}
        if not desk.posted:
            return desk.page("adopt.html", **context)
        fact = _adopted(desk, wanted, folder)
    except ValueError as fault:
        return desk.again("adopt.html", [fault], **context)
    desk.note("Terms number {number} are adopted.", number=fact.number)
    return desk.to("hq.agreements")


def _adopted(desk: Desk, wanted: Proposed, folder: Path | None) -> Any:
    """The terms that were looked at, as recorded. Raises OthersNow, NotADay and what adopting raises."""
    if desk.request.POST.get("digest") != wanted.digest:
        raise OthersNow
    text = desk.request.POST.get("published", "").strip()
    try:
        published = date.fromisoformat(text) if text else None
    except ValueError:
        raise NotADay from None
    return adopt(desk.office(ROLES), wanted.enterprise, folder, published=published)


def _folder() -> Path | None:
    """The folder of terms beside the data, where there is one."""
    beside = Path(settings.HOME) / BESIDE
    return beside if beside.is_dir() else None

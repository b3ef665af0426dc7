"""In which language somebody is spoken to: her own; before she signs in, the one spoken last in this browser."""

import tomllib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from jornal.accounts.models import Account
from jornal.actions.beginning import DESK
from jornal.actions.standing import languages
from jornal.facts.organisation import Site, Staff
from jornal.words.catalogue import LANGUAGES, OWN_NAMES, Words

COOKIE = "jornal_language"
CHOSEN = "language"
"""What somebody chose on the sign-in page, in the session: it is hers once she is in."""
YEAR = 365 * 86_400


def here(request: HttpRequest) -> dict[str, Any]:
    """What every template knows: the words, where its page gives none of its own; and the languages by their names."""
    return {"words": SimpleLazyObject(lambda: words(request)), "languages": list(OWN_NAMES.items())}


def words(request: HttpRequest) -> Words:
    """The words for whoever asks: hers where she is signed in, else this browser's last, else the site's."""
    user = getattr(request, "user", None)
    if isinstance(user, Account):
        return Words(own(user) or _of_here())
    last = request.COOKIES.get(COOKIE, "")
    return Words(last if last in LANGUAGES else _of_here())


def taken(request: HttpRequest, account: Account) -> None:
    """Whoever signs in speaks the language that she chose on the way."""
    chosen = request.session.pop(CHOSEN, "")
    if chosen in LANGUAGES and chosen != account.language:
        account.language = chosen
        account.save(update_fields=["language"])


def own(account: Account) -> str:
    """The language that somebody chose, else the first of her record; "" where neither says."""
    if account.language:
        return account.language
    staff = Staff.objects.current().filter(staff=account.staff).first()
    return next(iter(_listed(staff.languages)), "") if staff else ""


def spoken(account: Account, site: Site | None, mine: tuple[Site, ...]) -> Words:
    """The words of a person: as she chose, else as her record says, else as the site speaks."""
    where = site or next(iter(mine), None)
    said = own(account) or next(iter(languages(where)), "en")
    return Words(said, site.jurisdiction if site else "")


def kept(answer: HttpResponse, language: str) -> HttpResponse:
    """The answer, which has the browser remember a language for the next sign-in."""
    secure = bool(settings.SESSION_COOKIE_SECURE)
    answer.set_cookie(COOKIE, language, max_age=YEAR, httponly=True, samesite="Lax", secure=secure)
    return answer


def _of_here() -> str:
    """The first language of the site of this computer, else of any."""
    path = Path(settings.HOME) / DESK
    told = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    open_ones = Site.objects.current().order_by("site")
    site = open_ones.filter(site=told.get("site", "")).first() or open_ones.first()
    return next(iter(languages(site)), "en")


def _listed(said: Any) -> list[str]:
    return list(said.get("languages", ())) if isinstance(said, dict) else list(said or ())

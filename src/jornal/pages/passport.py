"""A product's passport, for anybody: no sign-in, no cookie, no script; what is signed beside what is shown live."""

import hashlib
from datetime import UTC, date, datetime
from functools import lru_cache
from http import HTTPStatus
from typing import Any, NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse

from jornal.facts.labels import PassportIssued
from jornal.journal import jws, place
from jornal.journal.vaultlog import Reader
from jornal.pages import names
from jornal.pages.access import today
from jornal.papers.passport import Maker, Page, gone, html, style_digest, unknown
from jornal.reads import labels
from jornal.units.itemcode import Item, path, read
from jornal.words.catalogue import LANGUAGES, Words

MINUTES = 10
"""A page may be kept so long on its way; a name that is withdrawn is in no copy asked for after it."""
POLICY = "; ".join([
    *(f"{one} 'none'" for one in ("default-src", "base-uri", "frame-ancestors", "form-action", "script-src")),
    f"style-src '{style_digest()}'",
])  # fmt: skip
KEPT = f"public, max-age={MINUTES * 60}, must-revalidate"


def page(request: HttpRequest, gtin: str, lot: str, serial: str = "") -> HttpResponse:
    """The page of a lot or of one of its pieces; 404 for what was never labelled, 410 for what was withdrawn."""
    item = _item(request, gtin, lot, serial)
    if item is None:
        return _unknown(request)
    language = _language(request)
    status, text = _shown(_now(), item, language)
    found = _open(HttpResponse(text, status=status))
    if status != HTTPStatus.OK:
        found.headers["Cache-Control"] = "no-store"
        return found
    found.headers["Vary"] = "Accept-Language, Accept-Encoding"
    found.headers["Content-Language"] = language
    if serial:
        found.headers["X-Robots-Tag"] = "noindex"
    return found


class Now(NamedTuple):
    """What an answer holds for: while no book goes on, no day ends, and the names are neither opened nor locked."""

    ends: tuple[str, ...]
    day: date
    open: bool


_last: list[Now] = []


def _now() -> Now:
    """How things stand. Pages that were made while they stood otherwise are forgotten."""
    now = Now(place.ends(), today(None), names.lent() is not None)
    if _last != [now]:
        forgotten()
        _last[:] = [now]
    return now


def forgotten() -> None:
    """Nothing is kept of what was shown; the next who asks has it made anew."""
    _shown.cache_clear()


@lru_cache(maxsize=512)
def _shown(now: Now, item: Item, language: str) -> tuple[int, str]:
    """The answer's status and text, made once for the many who scan a label while nothing is recorded."""
    words = Words(language)
    issued, withdrawn = labels.passport(item)
    made = labels.piece(issued, item.serial) if issued is not None and item.serial else None
    if issued is None or (item.serial and made is None and withdrawn is None):
        return HTTPStatus.NOT_FOUND, unknown(words)
    if withdrawn is not None:
        return HTTPStatus.GONE, gone(words, withdrawn.day)
    address, lot_alone = path(item), path(item._replace(serial=""))
    shown = Page(
        body=issued.body, public=issued.public, language=language, serial=item.serial,
        maker=_maker(made.worker, now.day) if made is not None and made.worker else None,
        signed=f"{lot_alone}/passport.json", signature=f"{lot_alone}/passport.jws",
        languages={one: f"{address}?l={one}" for one in LANGUAGES},
    )  # fmt: skip
    return HTTPStatus.OK, html(shown)


def signed(request: HttpRequest, gtin: str, lot: str) -> HttpResponse:
    """What was signed, in its canonical form."""
    issued, answer = _found(request, gtin, lot)
    if issued is None:
        return answer
    return _open(HttpResponse(jws.canonical(issued.body), content_type="application/json; charset=utf-8"))


def signature(request: HttpRequest, gtin: str, lot: str) -> HttpResponse:
    """The signature that travels beside it."""
    issued, answer = _found(request, gtin, lot)
    if issued is None:
        return answer
    return _open(HttpResponse(issued.signature + "\n", content_type="application/jose; charset=utf-8"))


def _found(request: HttpRequest, gtin: str, lot: str) -> tuple[PassportIssued | None, HttpResponse]:
    """The passport of a lot, or None with the answer that there is none to show."""
    item = _item(request, gtin, lot)
    issued, withdrawn = labels.passport(item) if item is not None else (None, None)
    if issued is None:
        return None, _unknown(request)
    if withdrawn is None:
        return issued, HttpResponse()
    answer = _open(HttpResponse(gone(Words(_language(request)), withdrawn.day), status=HTTPStatus.GONE))
    answer.headers["Cache-Control"] = "no-store"
    return None, answer


def _item(request: HttpRequest, gtin: str, lot: str, serial: str = "") -> Item | None:
    """What the address names; None where no label can say so. Raises Http404 where it is no GET."""
    if request.method not in ("GET", "HEAD"):
        raise Http404
    try:
        return read(f"/01/{gtin}/10/{lot}" + (f"/21/{serial}" if serial else ""))
    except ValueError:
        return None


def _unknown(request: HttpRequest) -> HttpResponse:
    """The answer to whoever scanned a label that nobody here gave: in her language, and kept by nobody."""
    answer = _open(HttpResponse(unknown(Words(_language(request))), status=HTTPStatus.NOT_FOUND))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _open(answer: HttpResponse) -> HttpResponse:
    """The answer as anybody may have and keep it for a while: it sets no cookie and loads nothing."""
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["Cache-Control"] = KEPT
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.open_to_all = True  # type: ignore[attr-defined]
    return answer


def _language(request: HttpRequest) -> str:
    """The language asked for, else the first of the browser's that is spoken here."""
    asked = request.GET.get("l", "")
    wanted = [asked, *(part.split(";")[0].strip()[:2].lower() for part in _accepted(request))]
    return next((one for one in wanted if one in LANGUAGES), "en")


def _accepted(request: HttpRequest) -> list[str]:
    return request.headers.get("Accept-Language", "")[:200].split(",")


def _maker(worker: str, day: date) -> Maker | None:
    """Whoever made a piece, as she chose and still consents to, looked up at this moment."""
    found = labels.maker(worker, day)
    if found is None:
        return None
    name = _opened(found) if found.sealed else ""
    return Maker(found.mark, name) if name or found.mark is not None else None


def _opened(maker: labels.Maker) -> str:
    """The name she chose; "" while the names are locked here.

    It is opened once for many who look; whether it may be shown is asked before this, each time.
    """
    keys = names.lent()
    if keys is None:
        return ""
    spot = hashlib.sha256(f"{settings.HOME} {maker.worker} {maker.sealed}".encode()).hexdigest()
    kept: Any = cache.get(spot)
    if isinstance(kept, str):
        return kept
    reader = Reader("anybody", "passport", datetime.now(UTC))
    (found,) = keys.opened_many([(maker.worker, "line", maker.sealed)], reader=reader)
    name = found if isinstance(found, str) else ""
    cache.set(spot, name, MINUTES * 60)
    return name

"""A product's passport, for anybody: no sign-in, no cookie, no script; what is signed beside what is shown live."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse

from jornal.facts.labels import PassportIssued
from jornal.journal import jws
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
    item, issued, answer = _found(request, gtin, lot, serial)
    if issued is None:
        return answer
    made = labels.piece(issued, serial) if serial else None
    if serial and made is None:
        return _unknown(request)
    language = _language(request)
    address = path(item)
    maker = _maker(made.worker) if made is not None and made.worker else None
    lot_alone = path(item._replace(serial=""))
    shown = Page(
        body=issued.body, public=issued.public, language=language, serial=serial, maker=maker,
        signed=f"{lot_alone}/passport.json", signature=f"{lot_alone}/passport.jws",
        languages={one: f"{address}?l={one}" for one in LANGUAGES},
    )  # fmt: skip
    found = _open(HttpResponse(html(shown)))
    found.headers["Vary"] = "Accept-Language, Accept-Encoding"
    found.headers["Content-Language"] = language
    if serial:
        found.headers["X-Robots-Tag"] = "noindex"
    return found


def signed(request: HttpRequest, gtin: str, lot: str) -> HttpResponse:
    """What was signed, in its canonical form."""
    _, issued, answer = _found(request, gtin, lot)
    if issued is None:
        return answer
    return _open(HttpResponse(jws.canonical(issued.body), content_type="application/json; charset=utf-8"))


def signature(request: HttpRequest, gtin: str, lot: str) -> HttpResponse:
    """The signature that travels beside it."""
    _, issued, answer = _found(request, gtin, lot)
    if issued is None:
        return answer
    return _open(HttpResponse(issued.signature + "\n", content_type="application/jose; charset=utf-8"))


def _found(
    request: HttpRequest, gtin: str, lot: str, serial: str = ""
) -> tuple[Item, PassportIssued | None, HttpResponse]:
    """The item with its passport, or with the answer that there is none to show. Raises Http404 where it is no GET."""
    if request.method not in ("GET", "HEAD"):
        raise Http404
    try:
        item = read(f"/01/{gtin}/10/{lot}" + (f"/21/{serial}" if serial else ""))
    except ValueError:
        return Item(gtin, lot, serial), None, _unknown(request)
    issued, withdrawn = labels.passport(item)
    if issued is None:
        return item, None, _unknown(request)
    if withdrawn is None:
        return item, issued, HttpResponse()
    answer = _open(HttpResponse(gone(Words(_language(request)), withdrawn.day), status=410))
    answer.headers["Cache-Control"] = "no-store"
    return item, None, answer


def _unknown(request: HttpRequest) -> HttpResponse:
    """The answer to whoever scanned a label that nobody here gave: in her language, and kept by nobody."""
    answer = _open(HttpResponse(unknown(Words(_language(request))), status=404))
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


def _maker(worker: str) -> Maker | None:
    """Whoever made a piece, as she chose and still consents to, looked up at this moment."""
    found = labels.maker(worker, today(None))
    if found is None:
        return None
    name = _opened(found) if found.sealed else ""
    return Maker(found.mark, name) if name or found.mark is not None else None


def _opened(maker: labels.Maker) -> str:
    """The name she chose; "" while the names are locked here.

    It is opened once for many who look; whether it may be shown is asked before this, each time.
    """
    place = hashlib.sha256(f"{settings.HOME} {maker.worker} {maker.sealed}".encode()).hexdigest()
    kept: Any = cache.get(place)
    if isinstance(kept, str):
        return kept
    keys = names.lent()
    if keys is None:
        return ""
    reader = Reader("anybody", "passport", datetime.now(UTC))
    (found,) = keys.opened_many([(maker.worker, "line", maker.sealed)], reader=reader)
    name = found if isinstance(found, str) else ""
    cache.set(place, name, MINUTES * 60)
    return name

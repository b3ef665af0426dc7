"""What somebody typed while her session ran out: kept in memory for an hour, and given back to nobody but her."""

import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

KEPT_SECONDS = 3600
MOST = 200
"""Forms kept at once; names may stand in them, so they are never written to a disk."""
LAST = "jornal_last"
"""The cookie that says, signed, who signed in last with this browser."""
FIELD = "jornal_typed"
_NOT_KEPT = ("csrfmiddlewaretoken",)


@dataclass(frozen=True)
class Typed:
    """A form as it was sent: where to, by whom, and every field with its values."""

    who: str
    address: str
    fields: tuple[tuple[str, str], ...]
    at: float


_lock = threading.Lock()
_kept: OrderedDict[str, Typed] = OrderedDict()


def asked_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The way to the sign-in page, which leads back here; what a form held is kept meanwhile."""
    answer = HttpResponseRedirect(f"{reverse('account_login')}?next={_back(request)}")
    who = last(request)
    if request.method == "POST" and who:
        token = secrets.token_urlsafe(24)
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
        fields = [pair for pair in fields if pair[0] not in _NOT_KEPT]
        with _lock:
            _kept[token] = Typed(who, request.path, tuple(fields), time.monotonic())
            while len(_kept) > MOST:
                _kept.popitem(last=False)
        answer.set_cookie(FIELD, token, max_age=KEPT_SECONDS, httponly=True, samesite="Lax")
    return answer


def _back(request: HttpRequest) -> str:
    return request.path if request.method == "POST" else request.get_full_path().replace("&", "%26")


def found(request: HttpRequest) -> Typed | None:
    """What this browser's form held, where it is hers who is signed in now and not too old."""
    token = request.COOKIES.get(FIELD, "")
    with _lock:
        one = _kept.get(token)
    if one is None or one.who != str(request.user) or time.monotonic() - one.at > KEPT_SECONDS:
        return None
    return one


def dropped(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """The answer, after which nothing of the form is kept."""
    with _lock:
        _kept.pop(request.COOKIES.get(FIELD, ""), None)
    answer.delete_cookie(FIELD, samesite="Lax")
    return answer


def last(request: HttpRequest) -> str:
    """Who signed in last with this browser; "" where it is not known."""
    try:
        return str(signing.loads(request.COOKIES.get(LAST, ""), salt=LAST))
    except signing.BadSignature:
        return ""


def remembered(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """The answer, which has the browser remember who signed in."""
    if request.user.is_authenticated and last(request) != str(request.user):
        text = signing.dumps(str(request.user), salt=LAST)
        answer.set_cookie(LAST, text, max_age=365 * 86_400, httponly=True, samesite="Lax")
    return answer

"""A form that is sent twice is done once: the second gets the first one's answer. Each form says who filled it in."""

import threading
import uuid
from collections import OrderedDict
from collections.abc import Callable

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

FIELD = "once"
KEPT = 5_000
"""So many answers are remembered; each is an address."""

_lock = threading.Lock()
_answers: OrderedDict[tuple[str, str], str] = OrderedDict()
_busy: dict[tuple[str, str], threading.Lock] = {}


def minted(who: str) -> str:
    """What a form carries that is shown to somebody: unlike any other, and signed with who it was shown to."""
    return signing.Signer(salt="jornal once").sign(f"{uuid.uuid4().hex}:{who}")


def author(request: HttpRequest) -> str:
    """Who was shown the form that is sent; "" where it does not say, or says it falsely."""
    try:
        told = signing.Signer(salt="jornal once").unsign(request.POST.get(FIELD, ""))
    except signing.BadSignature:
        return ""
    return told.partition(":")[2]


def answered(request: HttpRequest, work: Callable[[], HttpResponse]) -> HttpResponse:
    """What the work answers; where this form was sent before and went through, the page that came then.

    Forms without the hidden field are done each time. Only what went through is remembered: a form that was refused
    may be mended and sent again.
    """
    token = request.POST.get(FIELD, "")
    if not token:
        return work()
    key = (str(request.user), token)
    with _lock:
        turn = _busy.setdefault(key, threading.Lock())
    with turn:
        with _lock:
            before = _answers.get(key)
        if before is not None:
            return HttpResponseRedirect(before)
        try:
            answer = work()
            if isinstance(answer, HttpResponseRedirect):
                _remember(key, answer.url)
        finally:
            with _lock:
                _busy.pop(key, None)
        return answer


def _remember(key: tuple[str, str], address: str) -> None:
    with _lock:
        _answers[key] = address
        while len(_answers) > KEPT:
            _answers.popitem(last=False)

"""A form that is sent twice is done once: the second gets the first one's answer."""

import threading
from collections import OrderedDict
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

FIELD = "once"
KEPT = 5_000
"""So many answers are remembered; each is an address."""

_lock = threading.Lock()
_answers: OrderedDict[tuple[str, str], str] = OrderedDict()
_busy: dict[tuple[str, str], threading.Lock] = {}


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
        answer = work()
        with _lock:
            if isinstance(answer, HttpResponseRedirect):
                _answers[key] = answer.url
                while len(_answers) > KEPT:
                    _answers.popitem(last=False)
            _busy.pop(key, None)
        return answer

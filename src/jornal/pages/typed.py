"""What somebody typed while her session ran out: kept in memory for an hour, and given back to nobody but her."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django_htmx.http import HttpResponseClientRedirect

from jornal.pages import menu, once, tongue

KEPT_SECONDS = 3600
MOST = 200
"""Forms kept at once; names may stand in them, so they are never written to a disk."""
OF_ONE = 20
"""Forms kept at once of one person."""
_FIRST = "typed"
_NOT_SHOWN = ("csrfmiddlewaretoken", once.FIELD)


@dataclass(frozen=True)
class Typed:
    """A form as it was sent: by whom, where to, every field with its values, and whether files came with it."""

    token: str
    who: str
    address: str
    fields: tuple[tuple[str, str], ...]
    files: bool
    at: float

    @property
    def shown(self) -> list[tuple[str, str]]:
        """What she filled in."""
        return [(name, value) for name, value in self.fields if value and name not in _NOT_SHOWN]

    @property
    def page(self) -> str:
        """The key of the page's entry in the menu; "" where it has none."""
        try:
            return menu.label_of(resolve(self.address).url_name or "")
        except Resolver404:
            return ""


_lock = threading.Lock()
RAN_OUT = "Your session ran out, and nothing was recorded. What you typed is kept for an hour: sign in, and it is here."
_kept: OrderedDict[str, Typed] = OrderedDict()


def asked_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The way to the sign-in page, which leads back here; what a form held is kept meanwhile, and it says so there."""
    if keep(request):
        request.session["notes"] = [tongue.words(request).say(RAN_OUT)]
    address = f"{reverse('account_login')}?{urlencode({'next': _back(request)})}"
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(address)  # a part of a page cannot show a sign-in
    return HttpResponseRedirect(address)


def keep(request: HttpRequest) -> str:
    """Keeps what a form held for whoever it was shown to; gives back who that is, "" where nothing was kept."""
    who = once.author(request) if request.method == "POST" else ""
    if not who:
        return ""
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    fields = [pair for pair in fields if pair[0] != "csrfmiddlewaretoken"]
    token = request.POST[once.FIELD]
    one = Typed(token, who, request.path, tuple(fields), bool(request.FILES), time.monotonic())
    with _lock:
        _kept[token] = one
        hers = [each.token for each in _kept.values() if each.who == who]
        for old in hers[:-OF_ONE]:
            del _kept[old]
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return who


def waiting(who: str) -> list[Typed]:
    """What is kept for somebody, the oldest first."""
    since = time.monotonic() - KEPT_SECONDS
    with _lock:
        for old in [one.token for one in _kept.values() if one.at < since]:
            del _kept[old]
        return [one for one in _kept.values() if one.who == who]


def first(request: HttpRequest) -> HttpResponse:
    """The way to the first page, which leads to what she typed once all that is asked for before is done."""
    request.session[_FIRST] = True
    return HttpResponseRedirect("/")


def shown_first(request: HttpRequest) -> HttpResponse | None:
    """The way to what she typed where the sign-in promised it; once."""
    if request.session.pop(_FIRST, False) and waiting(str(request.user)):
        return HttpResponseRedirect(reverse("typed"))
    return None


def arrived(request: HttpRequest) -> None:
    """Nothing is kept of a form that came where it was going."""
    with _lock:
        _kept.pop(request.POST.get(once.FIELD, ""), None)


def page(request: HttpRequest) -> HttpResponse:
    """What she typed, each form with a button that sends it; one may be thrown away."""
    if not request.user.is_authenticated:
        return asked_to_sign_in(request)
    who = str(request.user)
    if request.method == "POST":
        with _lock:
            one = _kept.get(request.POST.get("drop", ""))
            if one is not None and one.who == who:
                del _kept[one.token]
    found = waiting(who)
    return render(request, "typed.html", {"typed": found}) if found else HttpResponseRedirect("/")


def _back(request: HttpRequest) -> str:
    """Where she was: the page that a part of it was asked from, or the address itself."""
    htmx = getattr(request, "htmx", None)
    if htmx and htmx.current_url_abs_path:
        return str(htmx.current_url_abs_path)
    return request.path if request.method == "POST" else request.get_full_path()

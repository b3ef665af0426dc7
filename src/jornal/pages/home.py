"""The way in: each person's first page, the language, the names opened and locked, and pages that are not given."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from jornal.accounts.models import Account
from jornal.journal.vaultfile import VaultFault
from jornal.pages import names, reaches, tongue, typed, waits, wanted, wrong
from jornal.pages.access import desk_of, grants, home_of, today
from jornal.pages.desk import WITH_NAMES
from jornal.words.catalogue import LANGUAGES


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """On to the first page of whoever is signed in, or to what is asked for before it."""
    if not request.user.is_authenticated:
        return typed.asked_to_sign_in(request)
    asked = wanted.first(request) or typed.shown_first(request)
    if asked is not None:
        return asked
    where = home_of(request)
    desk = desk_of(request, where[1].get("site", ""), where[0]) if where else None
    if where is None or desk is None:
        return render(request, "nothing.html", status=403)
    return desk.to(where[0], None, **where[1])


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """The pages speak another language from now on: for this person, and for the next sign-in in this browser."""
    answer = HttpResponseRedirect(back(request))
    wanted_one = request.POST.get("language", "")
    if wanted_one not in LANGUAGES:
        return answer
    if isinstance(request.user, Account):
        request.user.language = wanted_one
        request.user.save(update_fields=["language"])
    else:
        request.session[tongue.CHOSEN] = wanted_one
    return tongue.kept(answer, wanted_one)


@require_POST
def names_opened(request: HttpRequest) -> HttpResponse:
    """The names opened with their passphrase, or locked, by somebody who works with names anywhere."""
    if not request.user.is_authenticated:
        return typed.asked_to_sign_in(request)
    if not {what for what, _ in grants(str(request.user), today(None))} & WITH_NAMES:
        reaches.noted(str(request.user), request.path, "POST")
        raise Http404
    where = back(request)
    if request.POST.get("lock"):
        names.locked()
        return HttpResponseRedirect(where)
    if not waits.may(request, "names"):
        return _not_opened(request, tongue.words(request).say(wrong.SAYS["rate_limited"]), 429)
    try:
        names.opened(request.POST.get("passphrase", ""))
    except VaultFault as fault:
        return _not_opened(request, fault.told(tongue.words(request).say, lambda _, value: value))
    waits.succeeded(request, "names")
    return HttpResponseRedirect(where)


def _not_opened(request: HttpRequest, says: str, status: int = 422) -> HttpResponse:
    context = {"wrong": [("passphrase", says)], "back": back(request)}
    return render(request, "names.html", context, status=status)


def back(request: HttpRequest) -> str:
    """The page from which something was asked, where it is one of this program."""
    where = request.POST.get("back", "/")
    safe = url_has_allowed_host_and_scheme(where, allowed_hosts={request.get_host()}, require_https=False)
    return where if safe else "/"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page that is not there, or not for this person: both look alike."""
    del exception
    return render(request, "404.html", status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    """Tries that came too fast."""
    return render(request, "429.html", status=429)


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of the program, said in the reader's language with what to do about it."""
    return render(request, "500.html", status=500)


def not_sent(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of a page that is older than the sign-in: nothing was recorded, and what was typed is kept for her."""
    del reason
    kept = typed.keep(request)
    hers = bool(kept) and kept == str(request.user)
    return render(request, "not_sent.html", {"kept": bool(kept), "hers": hers}, status=403)

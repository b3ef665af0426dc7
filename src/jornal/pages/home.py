"""The way in: each person's first page, the language, the names opened and locked, and a page that is not there."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from jornal.accounts.models import Account
from jornal.journal.vaultfile import VaultFault
from jornal.pages import names, typed
from jornal.pages.access import desk_of, home_of
from jornal.words.catalogue import LANGUAGES, Words


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """On to the first page of whoever is signed in, with what was typed before the session ran out."""
    if not request.user.is_authenticated:
        return typed.asked_to_sign_in(request)
    where = home_of(request)
    if where is None:
        return render(request, "nothing.html", {"words": _words(request)}, status=403)
    name, captured = where
    desk = desk_of(request, captured.get("site", ""), name)
    if desk is None:
        return render(request, "nothing.html", {"words": _words(request)}, status=403)
    return typed.remembered(request, desk.to(name, None, **captured))


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """The pages speak another language from now on, for this person."""
    wanted = request.POST.get("language", "")
    if isinstance(request.user, Account) and wanted in LANGUAGES:
        request.user.language = wanted
        request.user.save(update_fields=["language"])
    return HttpResponseRedirect(back(request))


@require_POST
def names_opened(request: HttpRequest) -> HttpResponse:
    """The names opened with the passphrase of the site, or locked."""
    where = back(request)
    if not request.user.is_authenticated:
        return typed.asked_to_sign_in(request)
    if request.POST.get("lock"):
        names.locked()
        return HttpResponseRedirect(where)
    try:
        names.opened(request.POST.get("passphrase", ""))
    except VaultFault as fault:
        request.session["notes"] = [str(fault)]
    return HttpResponseRedirect(where)


def back(request: HttpRequest) -> str:
    """The page from which something was asked, where it is one of this program."""
    where = request.POST.get("back", "/")
    safe = url_has_allowed_host_and_scheme(where, allowed_hosts={request.get_host()}, require_https=False)
    return where if safe else "/"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page that is not there, or not for this person: both look alike."""
    del exception
    return render(request, "404.html", {"words": _words(request)}, status=404)


def _words(request: HttpRequest) -> Words:
    own = request.user.language if isinstance(request.user, Account) else ""
    return Words(own or str(getattr(settings, "LANGUAGE_OF_THE_DOOR", "en")))

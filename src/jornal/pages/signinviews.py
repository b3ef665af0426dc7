"""The pages of the sign-in: allauth's steps with our forms, each fault said on top and beside its field."""

import re
from typing import Any

from allauth.account import views as account
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.mfa.base import views as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from jornal.accounts.members import changed, factor_off, left, took_own_passphrase
from jornal.accounts.models import PASSPHRASE
from jornal.pages import entering, factors, signinforms, tongue, wanted, wrong
from jornal.words.dates import day_text


class Spoken:
    """A page of allauth that says what is wrong in the reader's language, with 422 as browsers expect of a refusal."""

    request: HttpRequest

    def render_to_response(self, context: dict[str, Any], **told: Any) -> HttpResponse:
        """The page."""
        form = context.get("form")
        faults = wrong.on_top(form, tongue.words(self.request))
        if faults and self.request.method == "POST":
            told.setdefault("status", 422)
        context |= {"wrong": faults, "steps": wanted.steps(self.request)}
        answer: HttpResponse = super().render_to_response(context, **told)  # type: ignore[misc]
        return answer

    def note(self, key: str) -> None:
        """A sentence that the next page shows once."""
        kept = self.request.session.get("notes", [])
        self.request.session["notes"] = [*kept, tongue.words(self.request).say(key)]

    def changed(self, what: str) -> None:
        """Writes down what she did to her account."""
        staff = str(self.request.user)
        changed(staff, what, staff, timezone.now())


class SignIn(Spoken, account.LoginView):  # type: ignore[misc]
    """Code and passphrase; or a key that signs in alone."""

    form_class = signinforms.SignIn

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """Whether anybody here has a key, and in the demo whom one may enter as."""
        keys = Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).exists()
        context = {**super().get_context_data(**told), "keys": keys, "invented": entering.those(self.request)}
        return {**context, "opens_with": entering.opens_with() if context["invented"] else ""}


class Code(Spoken, mfa.AuthenticateView):  # type: ignore[misc]
    """One code, or a key."""

    form_class = signinforms.Code

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """What she may answer with; where nothing is left, how she comes in again."""
        context: dict[str, Any] = super().get_context_data(**told)
        user = self.stage.login.user
        own = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
        codes = left([user]).get(user.staff, 0)
        context |= {"app": "totp" in own, "keys": "webauthn" in own, "codes": codes, "staff": user.staff}
        return context

    def form_invalid(self, form: Any) -> HttpResponse:  # noqa: ARG002 (named by Django)
        """The page once more."""
        return self.render_to_response(self.get_context_data(), status=422)


class Again(Spoken, account.ReauthenticateView):  # type: ignore[misc]
    """Her passphrase once more."""

    form_class = signinforms.Again


class KeyAgain(Spoken, webauthn.ReauthenticateWebAuthnView):  # type: ignore[misc]
    """Her key once more."""

    form_class = signinforms.KeyAgain

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """The form as it was sent; allauth's own leaves it out."""
        return {**super().get_context_data(**told), **told}

    def form_invalid(self, form: Any) -> HttpResponse:
        """The page once more."""
        return self.render_to_response(self.get_context_data(form=form))


class Passphrase(Spoken, account.PasswordChangeView):  # type: ignore[misc]
    """A passphrase of her own."""

    form_class = signinforms.Passphrase

    def dispatch(self, request: HttpRequest, *args: Any, **told: Any) -> Any:
        """Not for who entered without a passphrase, as in the demo."""
        user: Any = request.user
        if user.is_authenticated and not user.is_open:
            raise Http404
        return super().dispatch(request, *args, **told)

    def form_valid(self, form: Any) -> HttpResponse:
        """On to what is asked for next, or back to her sign-in."""
        answer: HttpResponse = super().form_valid(form)
        took_own_passphrase(form.user, timezone.now())
        reauthenticate_by_password(self.request)
        wanted.done(self.request, PASSPHRASE)
        self.note("Your passphrase is changed.")
        return wanted.first(self.request) or answer

    def get_default_success_url(self) -> str:
        """Her sign-in."""
        return reverse("mfa_index")


class Mine(Spoken, mfa.IndexView):  # type: ignore[misc]
    """How she signs in: passphrase, codes, and what else she may use."""

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """What she has and what is offered."""
        user: Any = self.request.user
        return {
            **super().get_context_data(**told), "app": factors.app_offered(user), "key": factors.key_offered(user),
            "codes": left([user]).get(user.staff, 0), "staff": user.staff, "own": user.is_open,
        }  # fmt: skip


class AppOn(Spoken, totp.ActivateTOTPView):  # type: ignore[misc]
    """The app, its picture to scan, and the first code that it shows."""

    form_class = signinforms.AppOn

    def dispatch(self, request: HttpRequest, *args: Any, **told: Any) -> Any:
        """Not for somebody who works at sites alone, where no telephone is carried."""
        user: Any = request.user
        if user.is_authenticated and not factors.app_offered(user):
            raise Http404
        return super().dispatch(request, *args, **told)

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """The picture to scan as one path: an image beside the page would need a rule of its own."""
        context: dict[str, Any] = super().get_context_data(**told)
        side, path = (
            re.search(r'viewBox="0 0 (\d+)', context["totp_svg"]),
            re.search(r' d="([^"]+)"', context["totp_svg"]),
        )
        drawn = {"side": side[1] if side else "", "path": path[1] if path else ""}
        return {**context, "qr": {**drawn, "secret": context["form"].secret}}

    def form_valid(self, form: Any) -> HttpResponse:
        """The app asks for its code from now on."""
        super().form_valid(form)
        wanted.done(self.request, wanted.SECOND)
        self.changed("app on")
        self.note("The app is set up. You are asked for its code from now on.")
        return wanted.first(self.request) or HttpResponseRedirect(reverse("mfa_index"))


class AppOff(Spoken, totp.DeactivateTOTPView):  # type: ignore[misc]
    """The app, no longer."""

    form_class = signinforms.AppOff

    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ARG002 (named by Django)
        """Her codes stay: allauth would take them with the last app or key."""
        factor_off(self.authenticator)
        self.changed("app off")
        self.note("The app is no longer asked for.")
        return HttpResponseRedirect(reverse("mfa_index"))


def _key_offered(request: HttpRequest) -> None:
    """Raises Http404 for somebody who works where keys are not allowed."""
    user: Any = request.user
    if user.is_authenticated and not factors.key_offered(user):
        raise Http404


class Keys(Spoken, webauthn.ListWebAuthnView):  # type: ignore[misc]
    """Her keys."""

    def dispatch(self, request: HttpRequest, *args: Any, **told: Any) -> Any:
        """Only where keys are allowed."""
        _key_offered(request)
        return super().dispatch(request, *args, **told)

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """Each with its name, and since when she has it."""
        context: dict[str, Any] = super().get_context_data(**told)
        language = tongue.words(self.request).language
        rows = [
            (one.pk, one.wrap().name, day_text(one.created_at.date(), language))
            for one in context["authenticators"]
        ]
        return {**context, "rows": rows}


class KeyOn(Spoken, webauthn.AddWebAuthnView):  # type: ignore[misc]
    """A key more."""

    form_class = signinforms.KeyAdded

    def dispatch(self, request: HttpRequest, *args: Any, **told: Any) -> Any:
        """Only where keys are allowed."""
        _key_offered(request)
        return super().dispatch(request, *args, **told)

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """At a site the browser offers plugged-in keys alone; the form as it was sent, which allauth's leaves out."""
        user: Any = self.request.user
        context = {**super().get_context_data(**told), **told}
        context["alone"] = factors.app_offered(user)
        if not context["alone"]:
            options = context["js_data"]["creation_options"]["publicKey"]
            options["hints"] = ["security-key"]
            options.setdefault("authenticatorSelection", {})["authenticatorAttachment"] = "cross-platform"
        host, _, port = self.request.get_host().rpartition(":")
        by_number = host.replace(".", "").isdigit() or host.startswith("[")
        context["by_name"] = f"http://localhost:{port}{self.request.path}" if by_number else ""
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        """The key is asked for from now on."""
        super().form_valid(form)
        wanted.done(self.request, wanted.SECOND)
        self.changed("key on")
        self.note("The key is added.")
        return wanted.first(self.request) or HttpResponseRedirect(reverse("mfa_index"))


class KeyOff(Spoken, webauthn.RemoveWebAuthnView):  # type: ignore[misc]
    """A key less."""

    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ARG002 (named by Django)
        """Her codes stay, and so does the last key of somebody who needs one."""
        if not factors.removable(self.object):
            self.note("At headquarters you need an app or a key. Add another one first.")
        else:
            factor_off(self.object)
            self.changed("key off")
            self.note("The key is removed.")
        return HttpResponseRedirect(reverse("mfa_list_webauthn"))


class KeyNamed(Spoken, webauthn.EditWebAuthnView):  # type: ignore[misc]
    """A key's name."""

    form_class = signinforms.KeyNamed


class KeySignIn(webauthn.LoginWebAuthnView):  # type: ignore[misc]
    """A key that signs in alone."""

    def form_invalid(self, form: Any) -> HttpResponse:  # noqa: ARG002 (named by Django)
        """Back to the sign-in, which says that no key fits."""
        said = tongue.words(self.request).say(wrong.SAYS["no_key"])
        self.request.session["notes"] = [said]
        return HttpResponseRedirect(reverse("account_login"))

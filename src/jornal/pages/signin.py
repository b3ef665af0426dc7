"""Signing in: allauth's flows as this program wants them, in the words of the catalogue."""

import os
from hashlib import blake2b
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from jornal.accounts.members import FEW, as_typed, left
from jornal.accounts.models import Account
from jornal.journal import seal
from jornal.journal.vaultlock import WeakPassphrase, fit_for_use
from jornal.pages import factors, tongue, typed
from jornal.pages.wrong import SAYS

ABOUT = ("second-factor",)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up: accounts are opened by those who may."""

    error_messages = {**DefaultAccountAdapter.error_messages, **SAYS}  # noqa: RUF012 (allauth's own way)

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Never."""
        return False

    def add_message(self, *_: Any, **__: Any) -> None:
        """Nothing: each page says itself what happened."""

    def send_mail(self, *_: Any, **__: Any) -> None:
        """Nothing: no flow depends on e-mail."""

    def send_notification_mail(self, *_: Any, **__: Any) -> bool:
        """Nothing, as above."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Who it is; a closed account is told apart from a wrong passphrase by nothing."""
        password = as_typed(credentials.get("password", ""))
        found = super().authenticate(request, **{**credentials, "password": password})
        return found if found is not None and found.is_active else None

    def respond_user_inactive(self, _request: HttpRequest, _user: Account) -> HttpResponse:
        """Back to the sign-in, which says nothing of a closed account."""
        return HttpResponseRedirect(reverse("account_login"))

    def clean_password(self, password: str, user: Any = None) -> str:  # noqa: ARG002 (named by allauth)
        """A passphrase of her own. Raises ValidationError for one that can be guessed."""
        try:
            return fit_for_use(as_typed(password))
        except WeakPassphrase:
            raise ValidationError(SAYS["weak"], code="weak") from None

    def post_login(self, request: HttpRequest, user: Account, **told: Any) -> HttpResponse:
        """On to where she was going, or to what she typed before her session ran out; what she lacks is noted."""
        answer = super().post_login(request, user, **told)
        tongue.taken(request, user)
        factors.begun(request, user)
        self._count(request, user)
        if typed.waiting(user.staff):
            answer = typed.first(request)
        return tongue.kept(answer, tongue.words(request).language)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Her passphrase, or her key where she has one; a printed code is too dear for it."""
        ways = {"account_reauthenticate": user.is_authenticated and user.is_open}
        ways["mfa_reauthenticate_webauthn"] = user.is_authenticated and bool(
            Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).exists()
        )
        return [
            {"id": name, "description": name, "url": reverse(name)} for name, there in ways.items() if there
        ]

    def _count(self, request: HttpRequest, user: Account) -> None:
        """Says how many codes are left where they are few."""
        codes = left([user]).get(user.staff)
        if codes is not None and codes <= FEW:
            told = tongue.words(request).count(
                codes,
                "{number} code is left on your sheet. Print a new one.",
                "{number} codes are left on your sheet. Print a new one.",
            )
            request.session["notes"] = [*request.session.get("notes", []), told]


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """A printed list of codes is a second factor of its own, where no telephone is allowed."""

    error_messages = {**DefaultMFAAdapter.error_messages, **SAYS}  # noqa: RUF012 (allauth's own way)

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        """Whether she has one of these; whether any is asked for at sign-in (allauth then names app and key): always.

        Whoever has none does not get in.
        """
        if types is not None and set(types) == set(factors.STRONG):
            return True
        found = Authenticator.objects.filter(user_id=user.pk)
        return bool((found if types is None else found.filter(type__in=types)).exists())

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last app or key of somebody at headquarters."""
        return factors.removable(authenticator)

    def encrypt(self, text: str) -> str:
        """The secret sealed with the key of this folder, so that the accounts alone open nothing."""
        return seal.sealed(text, _key(), about=ABOUT, random=os.urandom)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret; one that does not open, since the key is another, is as good as none."""
        try:
            return seal.unsealed(encrypted_text, _key(), about=ABOUT)
        except seal.Unopened:
            return str(generate_totp_secret())

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 (named by allauth)
        """The next number."""
        return str(Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1)

    def send_notification_mail(self, *_: Any, **__: Any) -> bool:
        """Nothing, as above."""
        return False


def _key() -> bytes:
    return blake2b(settings.SECRET_KEY.encode(), person=b"jornal second", digest_size=seal.KEY).digest()

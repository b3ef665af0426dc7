"""Signing in: allauth's flows as this program wants them, in the words of the catalogue."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

ASKED = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up: accounts are opened by those who may."""

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


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """A printed list of codes is a second factor of its own, where no telephone is allowed."""

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:  # noqa: ARG002 (named by allauth)
        """Whether a code or key is asked for beside the passphrase."""
        return bool(Authenticator.objects.filter(user_id=user.pk, type__in=ASKED).exists())

    def send_notification_mail(self, *_: Any, **__: Any) -> bool:
        """Nothing, as above."""
        return False

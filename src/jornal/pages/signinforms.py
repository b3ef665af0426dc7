"""What the pages of the sign-in ask: allauth's forms, a code used once even by two, a key that is no telephone."""

from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from jornal.accounts.members import as_typed
from jornal.accounts.routing import ACCOUNTS
from jornal.pages import factors, waits
from jornal.pages.wrong import SAYS
from jornal.units.identifiers import tidy

TELEPHONES = {"hybrid", "internal"}
"""How a telephone, or the computer itself, answers as a key; those made for it are plugged in or held to it."""

NAME = 60
"""Letters that the name of a key may have."""


def _wrong(code: str) -> ValidationError:
    return ValidationError(SAYS[code], code=code)


class SignIn(account.LoginForm):  # type: ignore[misc]
    """Her code and her passphrase."""


class Code(mfa.AuthenticateForm):  # type: ignore[misc]
    """One printed code, or the one that the app shows."""

    def clean_code(self) -> str:
        """The code, which is used up with it; of two who send it at once one has it. Thai figures are read too."""
        self.cleaned_data["code"] = tidy(self.cleaned_data["code"])
        if not waits.may(context.request, "codes", self.user.staff):
            raise _wrong("too_many_today")
        with transaction.atomic(using=ACCOUNTS):
            code = str(super().clean_code())
        waits.succeeded(context.request, "codes", self.user.staff)
        return code


class Again(account.ReauthenticateForm):  # type: ignore[misc]
    """Her passphrase once more, before something that guards the sign-in is changed."""


class Passphrase(account.ChangePasswordForm):  # type: ignore[misc]
    """A passphrase of her own in place of the one before."""

    def clean_oldpassword(self) -> str:
        """The passphrase from before."""
        if not self.user.check_password(as_typed(self.cleaned_data.get("oldpassword", ""))):
            raise _wrong("enter_current_password")
        return str(self.cleaned_data["oldpassword"])

    def clean(self) -> dict[str, Any]:
        """Both fields alike, and unlike the one before."""
        told = forms.Form.clean(self) or {}
        first, again = (told.get(name) for name in ("password1", "password2"))
        if first and again and first != as_typed(again):
            self.add_error("password2", _wrong("not_the_same"))
        elif first and first == as_typed(told.get("oldpassword", "")):
            self.add_error("password1", _wrong("as_before"))
        return told


class AppOn(totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code that the app shows."""


class AppOff(totp.DeactivateTOTPForm):  # type: ignore[misc]
    """Nothing; it may be refused."""


class KeyAdded(webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A key, its name, and at headquarters whether it signs in without a passphrase."""

    name = forms.CharField(required=False, max_length=NAME)

    def clean(self) -> dict[str, Any]:
        """The key; at a site no telephone, and none that signs in alone."""
        try:
            told: dict[str, Any] = super().clean()
        except (ValueError, TypeError, KeyError, AttributeError):  # what no browser sends
            raise _wrong("no_key") from None
        answer = told.get("credential") or {}
        ways = set(answer.get("response", {}).get("transports") or ())
        alone = answer.get("clientExtensionResults", {}).get("credProps", {}).get("rk") is True
        if not factors.app_offered(self.user) and (ways & TELEPHONES or alone or told.get("passwordless")):
            raise _wrong("telephone")
        return told


class KeyNamed(webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a key."""

    name = forms.CharField(max_length=NAME)


class KeyAgain(webauthn.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """The key once more, in place of the passphrase."""

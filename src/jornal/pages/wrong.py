"""What is wrong in a form of the sign-in, in words of the catalogue: by the code that the form gives its fault."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.safestring import SafeString

from jornal.words.catalogue import Words

SAYS = {
    "required": "Fill this in.",
    "max_length": "This is too long.",
    "username_password_mismatch": "Code and passphrase do not belong together. Look at both again; capitals count.",
    "too_many_login_attempts": "Too many tries. Wait five minutes, then try again.",
    "rate_limited": "Too many tries. Wait five minutes, then try again.",
    "too_many_today": "Too many wrong codes today. Try again tomorrow, or have your account reset.",
    "incorrect_code": "This is not right, or was used before. Take the next code, or a new one from the app.",
    "incorrect_password": "This is not your passphrase. Capitals count.",
    "enter_current_password": "This is not your passphrase. Capitals count.",
    "weak": "Take at least 12 letters, 5 of them unlike: four or five words that do not belong together.",
    "not_the_same": "The two are not the same.",
    "as_before": "This is the passphrase from before. Take another one.",
    "cannot_delete_authenticator": "At headquarters you need an app or a key. Add another one first.",
    "telephone": "This looks like a telephone or a computer. At a site only a key made for signing in is allowed.",
    "no_key": "No key answered. Plug it in, touch it, and try again.",
}
"""What is said of a fault, by its code."""

OTHER = "This cannot be used. Look at it again."


def of(field: Any, words: Words) -> str:
    """What is wrong with a field of a form; "" where nothing is."""
    if not getattr(field, "errors", None):
        return ""
    (first, *_) = field.errors.as_data()
    return words.say(SAYS.get(first.code or "", OTHER))


def on_top(form: forms.Form | None, words: Words) -> list[tuple[str, str]]:
    """Everything that is wrong with a form: the id of the field ("" is none) and the sentence."""
    if form is None or not form.is_bound:
        return []
    return [
        ("" if name == NON_FIELD_ERRORS else SafeString(form[name].auto_id), words.say(SAYS.get(one.code or "", OTHER)))
        for name, all_of_it in form.errors.as_data().items()
        for one in all_of_it[:1]
    ]  # fmt: skip

"""Every word a person reads, in her language: English is the source, the catalogues lie beside this file."""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

import polib

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("en", "es", "th", "da")
OWN_NAMES = {"en": "English", "es": "Español", "th": "ไทย", "da": "Dansk"}


class _Kept(dict[str, object]):
    """Leaves a placeholder standing where nothing was given for it: a gap is seen and stops nothing."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


class Words:
    """Says things in one language; with a `variant` (a country's code) that country's word goes first.

    Unknown ones speak English: `language` is the one spoken, `asked` the one wished. `draft` is true
    while nobody is named as having reviewed the translation.
    """

    def __init__(self, language: str, variant: str = "") -> None:
        self.asked = language
        spoken = language.replace("_", "-").split("-")[0].lower()
        self.language = spoken if spoken in LANGUAGES else "en"
        self.variant = variant
        self._catalogue = _catalogue(self.language)
        self.draft = self.language != "en" and not header(self.language)["reviewed_by"]

    def say(self, msgid: str, /, **named: object) -> str:
        """The message in this language, its {placeholders} filled; untranslated ones as written."""
        if not msgid:
            return ""
        text = self._catalogue.pgettext(self.variant, msgid) if self.variant else msgid
        if text == msgid:
            text = self._catalogue.gettext(msgid)
        return text.format_map(_Kept(named)) if named else text

    def count(self, number: int, one: str, many: str, /, **named: object) -> str:
        """`one` or `many` by the grammar of this language; {number} is filled unless named already."""
        text = self._catalogue.ngettext(one, many, number)
        return text.format_map(_Kept({"number": number, **named}))


@cache
def header(language: str) -> dict[str, str]:
    """Who translated and who reviewed a catalogue, and its version; empty where nobody is named."""
    kept = _read(language).metadata if language != "en" else {}
    return {key: str(kept.get(f"X-{key.replace('_', '-').title()}", "")).strip() for key in _HEADER}


_HEADER = ("translated_by", "reviewed_by", "version")


@cache
def _read(language: str) -> polib.POFile:
    return polib.pofile(str(LOCALE / language / "jornal.po"), encoding="utf-8")


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.GNUTranslations(BytesIO(_read(language).to_binary()))

"""Codes that somebody says in words of her own language."""

import pytest

from jornal.pages.inwords import plain
from jornal.words.catalogue import Words


class Desk:
    """Who speaks a language."""

    def __init__(self, language: str) -> None:
        self.say = Words(language).say


@pytest.mark.parametrize(
    ("language", "kind", "text", "found"),
    [
        ("es", "country", "Perú", "PE"),
        ("es", "country", "peru", "PE"),
        ("es", "country", "Dinamarca", "DK"),
        ("da", "country", "Danmark", "DK"),
        ("th", "country", "ประเทศไทย", "TH"),
        ("es", "country", "dk", "DK"),
        ("es", "country", "el Reino Unido", "GB"),
        ("es", "country", "EE. UU.", "US"),
        ("es", "country", "desconocido", "unknown"),
        ("es", "country", "unknown", "unknown"),
        ("es", "country", "Atlántida", "Atlántida"),
        ("es", "ticks", "Sí; no; NADA", "yes; no; none"),
        ("es", "ticks", "yes; si; tal vez", "yes; yes; tal vez"),
        ("da", "ticks", "ja;nej", "yes; no"),
        ("es", "text", "sí", "sí"),
    ],
)
def test_she_need_not_know_the_codes(language, kind, text, found):
    assert plain(Desk(language), kind, text) == found

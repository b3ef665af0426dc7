"""What a family reads."""

import re
from datetime import date

import pytest

from jornal.papers.familyline import Line, familylines, says
from papers.reading import pages

ANA = Line(
    "Ana", "María Ñahui", "en", "", 24_000, "PEN", "2026-09", date(2026, 10, 5), "bank", "7K2Q 9XM4", "pe"
)  # fmt: skip
A_PRISON = re.compile(
    r"prison|jail|inmate|penal|cárcel|carcel|penitenci|recl|cusco|เรือนจำ|ผู้ต้องขัง|fæng|indsat|jornal",
    re.IGNORECASE,
)


def test_it_says_from_whom_for_which_month_how_much_and_when():
    assert (
        says(ANA)["line"].replace("\u00a0", " ")
        == "From Ana, September 2026, S/ 240.00, sent on 5 October 2026."
    )


@pytest.mark.parametrize("language", ["en", "es", "th", "da"])
@pytest.mark.parametrize("sender", ["", "Manos"])
def test_no_word_of_a_prison_stands_on_it_in_any_language(language, sender):
    (text,) = pages(familylines([ANA._replace(language=language, sender=sender)]))
    assert not A_PRISON.search(text)
    assert ("Manos" in text) == bool(sender)
    assert "7K2Q 9XM4" in text
    assert "Ana" in text


def test_each_family_has_its_page_in_its_own_language():
    first, second = pages(familylines([ANA, ANA._replace(language="es", code="11112222")]))
    assert "sent on" in first
    assert "enviado el" in second


def test_a_file_names_neither_a_prison_nor_the_site_where_a_program_reads_it():
    pdf = familylines([ANA])
    assert not re.search(rb"(?i)prison|cusco", pdf)

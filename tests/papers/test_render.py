import io
from datetime import date

import pypdf
import pytest

from jornal.papers.heads import issue
from jornal.papers.payslip import payslip, says
from jornal.papers.render import CannotDraw, pdf
from papers.samples import run


def slip() -> bytes:
    found = run("cusco")
    return payslip(issue(found, "es"), found["workers"][0])


def test_the_same_words_give_the_same_bytes():
    assert slip() == slip()


def test_a_paper_is_tagged_archivable_and_says_its_language():
    paper = pypdf.PdfReader(io.BytesIO(slip()))
    root = paper.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "es"
    told = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in told
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in told


def test_a_paper_is_dated_by_its_period_and_never_by_the_clock():
    assert pypdf.PdfReader(io.BytesIO(slip())).metadata.creation_date.date() == date(2026, 10, 31)


def test_every_letter_comes_from_fonts_inside_the_file():
    fonts = {
        font.get_object()["/BaseFont"].split("+")[1]
        for page in pypdf.PdfReader(io.BytesIO(slip())).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert all(font.startswith("NotoSans") for font in fonts)


def test_a_letter_no_font_has_stops_the_paper_and_is_named():
    found = run("cusco")
    told = says(issue(found, "es"), {**found["workers"][0], "name": "Li 李"})
    with pytest.raises(CannotDraw, match=r"U\+674E"):
        pdf("payslip", told, date(2026, 10, 31))


def test_markup_in_a_name_is_printed_as_written():
    found = run("cusco")
    worker = {**found["workers"][0], "name": "#Rosa *$x$ _y_ [z] \\ <b>"}
    text = pypdf.PdfReader(io.BytesIO(payslip(issue(found, "es"), worker))).pages[0].extract_text()
    assert "#Rosa *$x$ _y_ [z] \\ <b>" in text.replace("\u00a0", " ")

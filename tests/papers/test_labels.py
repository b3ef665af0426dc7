"""Sheets of labels: every code is read back from the drawn page, and each says plainly where a thing was made."""

import json
import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
import typst
from pypdf import PdfReader

from hands import LAPTOP
from jornal.journal.jws import fingerprint
from jornal.papers.labels import MODULE, Issued, Label, Made, of_passport, says, sheet
from jornal.papers.render import TEMPLATES
from jornal.words.catalogue import LANGUAGES
from jornal.words.drawn import FOLDERS
from labelled import GTIN
from pictured import codes, grey

MADE = Made("Qori", "Cusco", "PE", "K7QD 4MZN XA2R 9HTB CW6E")
DAY = date(2026, 11, 13)
INCH = 25.4


def labels(count: int) -> list[Label]:
    return [
        Label(
            "Milla crew neck",
            "LQC001E",
            str(one),
            f"https://id.qori.example/01/02900001000013/10/LQC001E/21/{one}",
        )
        for one in range(1, count + 1)
    ]


def picture(count: int, dots: int = 200, some: Sequence[Label] = (), made: Made = MADE) -> bytes:
    """The first page as a printer of so many dots an inch sees it."""
    data = json.dumps({**says(some or labels(count), made, "en"), "date": [2026, 11, 13]})
    made = typst.compile(
        str(TEMPLATES / "labels.typ"), root=str(TEMPLATES), format="png", ppi=dots, sys_inputs={"data": data},
        ignore_system_fonts=True, font_paths=[str(folder) for folder in FOLDERS],
    )  # fmt: skip
    assert isinstance(made, bytes)
    return made


def test_each_code_of_a_row_is_read_back_from_the_page():
    dots = 200
    found = codes(*grey(picture(3, dots), rows=round(37 / INCH * dots)))
    assert sorted(found) == [one.address for one in labels(3)]


@pytest.mark.parametrize(
    ("language", "where"),
    [
        ("en", "made in prison, Cusco, Peru"), ("es", "hecho en un penal, Cusco, Perú"),
        ("th", "ทำในเรือนจำ Cusco เปรู"), ("da", "fremstillet i fængsel, Cusco, Peru"),
    ],
)  # fmt: skip
def test_every_label_says_plainly_that_it_was_made_in_prison(language: str, where: str):
    said = says(labels(1), MADE, language)
    assert said["where"] == where
    assert MADE.key in said["key"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_hundred_labels_are_seventeen_pages(language: str):
    pages = PdfReader(BytesIO(sheet(labels(400), MADE, language, DAY))).pages
    assert len(pages) == 17
    assert "K7QD 4MZN" in pages[0].extract_text()


def test_the_widest_code_fits_its_label_with_modules_a_telephone_can_tell_apart():
    long = Label(
        "x",
        "L" * 20,
        "9" * 9,
        f"https://id.qori-workshops.example.org/01/02900001000013/10/{'L' * 20}/21/{'9' * 9}",
    )
    (one,) = says([long], MADE, "en")["labels"]
    assert (MODULE >= 0.25, 10 < float(one["wide"]) < 31) == (True, True)


@pytest.mark.parametrize(("serials", "said"), [([1, 2], ["piece 1", "piece 2"]), ([], [])])
def test_a_sheet_of_a_passport_has_a_label_for_each_piece_or_one_for_the_lot(serials, said):
    body = {
        "product": "Hat", "lot": "LQC001E", "gtin": GTIN, "enterprise": "Qori", "place": "Cusco",
        "country": "PE",
    }  # fmt: skip
    drawn = of_passport(Issued(body, LAPTOP.public, serials), "https://id.example", "en", DAY)
    text = PdfReader(BytesIO(drawn)).pages[0].extract_text().replace("\u00a0", " ")
    assert (text.count("LQC001E"), re.findall("piece [0-9]+", text)) == (max(1, len(serials)), said)
    assert fingerprint(LAPTOP.public)[:9] in text


LONG = "Suéter de alpaca con cuello redondo y bordado a mano, talla grande"
FAR = Made(
    "Asociación de mujeres tejedoras de la cooperativa del valle",
    f"Taller número dos, {LONG}",
    "MX",
    MADE.key,
)


def test_long_names_do_not_push_the_product_or_the_key_off_the_label():
    label, dots = Label(LONG, "LQC001E", "12", labels(1)[0].address), 72
    pixels, wide, high = grey(picture(1, dots, [label], FAR), rows=round(37 / INCH * dots))
    edge = round(2 / INCH * dots)
    rows = [min(pixels[at * wide : (at + 1) * wide]) for at in range(high)]
    assert min(rows[:edge] + rows[-edge:]) > 200
    assert min(rows) < 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_of_a_piece_is_never_parted_from_its_word(language: str):
    said = says(labels(1), MADE, language)["labels"][0]["of"]
    assert said.rpartition(" · ")[2].split(" ")[0].endswith("\u00a01")

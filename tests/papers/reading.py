"""Reads a paper back as a person or a program would, for the tests."""

import io
import unicodedata

import pypdf


def pages(pdf: bytes) -> list[str]:
    """The words of each page, composed letters and single spaces."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return [
        " ".join(unicodedata.normalize("NFC", page.extract_text()).replace("\u00a0", " ").split())
        for page in reader.pages
    ]


def words(pdf: bytes) -> str:
    """All words of a paper."""
    return " ".join(pages(pdf))

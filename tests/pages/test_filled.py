"""Rows drawn once and filled in."""

from django.utils.safestring import mark_safe

from jornal.pages.filled import Filled

ROW = {
    "worker": "QC01",
    "number": "1",
    "name": "Ana",
    "cells": mark_safe("<td>"),
    "minutes": "0",
    "time": "5 h",
}


def filled(*rows: dict) -> list[str]:
    piece = Filled("attendance/weekrow.html", {})
    return [piece.of({**ROW, **row}) for row in rows]


def test_each_row_has_its_own_texts():
    first, second = filled({"name": "Ana"}, {"name": "Bea", "number": "2"})
    assert ("<small>1</small> Ana</th><td>" in first, "<small>2</small> Bea</th><td>" in second) == (
        True,
        True,
    )


def test_what_somebody_typed_brings_nothing_into_the_page():
    (row,) = filled({"name": '<script>"zqnumberqz"</script>'})
    assert "<small>1</small> &lt;script&gt;&quot;zqnumberqz&quot;&lt;/script&gt;" in row


def test_a_field_that_is_empty_is_shown_empty():
    assert "</small> </th>" in filled({}, {"name": ""})[1]

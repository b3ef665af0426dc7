import pytest

from jornal.papers import daycells
from papers.daytables import paper, row, said, table


def test_a_name_stands_over_its_code_and_a_locked_one_is_the_code_alone():
    assert daycells.shown(row(1)) == {"name": "Ana María Quispe 1", "code": "QC001X"}
    assert daycells.shown(row(1, name="")) == {"name": "QC001X", "code": ""}


def test_a_name_no_font_can_draw_does_not_cost_everybody_the_sheet():
    assert daycells.shown(row(1, name="ليلى")) == {"name": "QC001X", "code": ""}


def test_a_very_long_word_may_break_in_its_cell():
    assert daycells.breaking("Wolfeschlegelsteinhausen") == "Wolfeschlegelste\u200binhausen"
    assert daycells.breaking("สมหญิงศรีสุวรรณรุ่งเรืองกิจเจริญ") == "สมหญิงศรีสุวรรณรุ่งเรืองกิจเจริญ"


def test_what_no_font_can_draw_is_seen_as_missing():
    assert daycells.drawn("ill 🤒 today") == "ill ? today"


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [(480, 780, "08:00–13:00"), (1320, 1620, "22:00–03:00"), (480, None, ""), (None, None, "")],
)
def test_from_when_to_when_is_told_in_24_hours(start, end, told):
    assert daycells.span(start, end) == told


def test_a_record_in_words():
    sheet = paper(table("recorded"))
    assert (
        daycells.said(sheet, said(start=480, end=780)).replace("\u00a0", " ")
        == "work, 08:00–13:00, 5 h 00 min"
    )
    assert daycells.said(sheet, said(what="court", minutes=None)) == "court"


def test_trade_and_kind_are_said_in_the_language_of_the_sheet():
    sheet = paper(table("recorded"), "da")
    assert (daycells.about(sheet, row(1)), daycells.titled(sheet, "sick")) == ("strikning", "Sygedag")

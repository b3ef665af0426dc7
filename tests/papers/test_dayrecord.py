import pytest

from jornal.papers import dayrecord
from papers.daytables import HEADS, before, closed, paper, row, said, table


def told(*recorded, **more) -> list[dict]:
    return dayrecord.told(paper(closed(row(1, *recorded), **more)), [row(1, *recorded)])["lines"]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_each_record_is_a_line_with_its_hours_and_who_recorded_it():
    lines = told(said(start=480, end=780), said(what="court", minutes=None))
    assert [(line["what"], plain(line["hours"]), line["by"]) for line in lines] == [
        ("Work · 08:00–13:00", "5 h 00 min", "QS001K"),
        ("Court", "–", "QS001K"),
    ]


def test_nothing_recorded_is_said():
    assert told() == [{"what": "nothing recorded", "hours": "–", "by": "", "under": []}]


def test_a_correction_is_told_with_what_it_said_before_and_why():
    (line,) = told(said(minutes=240, before=[before(), before(void=True, why="it was hers")]))
    assert [plain(text) for text in line["under"]] == [
        "Corrected by QS001K on 31 October 2026; before: work, 5 h 00 min. Reason: she left at noon",
        "Corrected by QS001K on 31 October 2026; before: taken back. Reason: it was hers",
    ]


def test_a_note_is_told_of_and_not_printed():
    assert told(said(noted=True, note="a letter came"))[0]["under"] == ["A note is kept with it."]


def test_what_came_after_the_close_is_not_covered_and_says_so():
    assert told(said(late=True))[0]["under"] == [
        "Recorded after the close; the ten characters do not cover it."
    ]


def test_what_was_taken_back_is_told_with_its_worker():
    sheet = closed(row(1))
    sheet["days"][0]["taken_back"] = [{"worker": "QC009X", **before(why="it was QC010X")}]
    assert [plain(text) for text in dayrecord.taken_back(paper(sheet))] == [
        "QC009X: work, 5 h 00 min. Taken back by QS001K on 31 October 2026. Reason: it was QC010X"
    ]


def test_the_sums_count_people_and_hours():
    people = [
        [row(1, said())],
        [row(2, said(), said(what="training", minutes=60))],
        [row(3, said(what="sick"))],
        [row(4)],
    ]
    found = dayrecord.totals(paper(closed()), people)
    assert [(label, plain(value)) for label, value in found] == [
        ("People on this sheet", "4"),
        ("Worked", "2"),
        ("Absent", "1"),
        ("Nothing recorded", "1"),
        ("Hours worked", "11 h 00 min"),
        ("Work", "10 h 00 min"),
        ("Training", "1 h 00 min"),
        ("Sick day", "5 h 00 min"),
    ]


def test_a_day_of_nothing_but_work_says_its_hours_once():
    assert [label for label, _ in dayrecord.totals(paper(closed()), [[row(1, said())]])][-1] == "Hours worked"
    assert dayrecord.totals(paper(closed()), []) == []


def test_a_closed_day_bears_the_characters_of_each_book():
    found = dayrecord.close(paper(closed()))
    assert (found["code"], found["place"]) == (
        "7K2Q9 XM4TD", "Book cusco, entry 1041, signed on 30 October 2026, 18:02",
    )  # fmt: skip
    assert found["others"] == [f"{HEADS[1]['code']} · Book hq, entry 12, signed on 30 October 2026, 18:02"]
    assert "rewritten" in found["why"]


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Not closed: no characters yet."),
        ("es", "Sin cerrar: todavía no hay caracteres."),
        ("th", "ยังไม่ปิดวัน: ยังไม่มีอักษร"),
        ("da", "Ikke lukket: endnu ingen tegn."),
    ],
)
def test_a_day_that_is_not_closed_has_no_characters(language, says):
    assert dayrecord.close(paper(table("recorded", row(1)), language)) == {"none": says}

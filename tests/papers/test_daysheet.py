import pytest

from jornal.papers.daysheet import daysheet, says
from jornal.terms.kinds import LANGUAGES, load
from papers.daytables import before, closed, paper, row, said, table
from papers.reading import pages, words

WEEK = ("2026-10-26", "2026-10-27", "2026-10-28", "2026-10-29", "2026-10-30")


def crew(number: int) -> list[dict]:
    return [row(one) for one in range(1, number + 1)]


def only(sheet) -> dict:
    (group,) = says(paper(sheet))["groups"]
    return group["rows"][0]


def test_a_row_has_what_is_planned_and_empty_boxes():
    found = only(table("blank", row(1)))
    assert (found["planned"], found["under"], found["boxes"]) == (
        "08:00–13:45",
        "300 min · break 45 min",
        [""] * 4,
    )


def test_what_is_recorded_already_stands_in_its_box():
    found = only(table("blank", row(1, said(start=480, end=780), said(what="court", minutes=None))))
    assert found["boxes"] == ["08:00\n", "13:00\n", "\nC", "300\n"]


def test_hours_nobody_planned_are_a_dash():
    planned = {"minutes": None, "starts": None, "ends": None, "pause": None}
    found = only(table("blank", row(1, planned=planned)))
    assert (found["planned"], found["under"]) == ("", "–")


def test_rows_stand_under_their_workshop_and_are_numbered_through():
    rows = [row(1), row(2, workshop="Sewing"), row(3, enrolled=False, workshop="")]
    found = says(paper(table("blank", *rows)))["groups"]
    assert [(group["title"], [one["number"] for one in group["rows"]]) for group in found] == [
        ("Knitting room", ["1"]), ("Sewing", ["2"]), ("Not enrolled on this day", ["3"]),
    ]  # fmt: skip


def test_a_day_of_the_week_on_which_she_is_not_due_has_no_boxes():
    sheet = table("week", row(1), days=WEEK)
    sheet["days"][1]["rows"] = []
    sheet["days"][2]["rows"] = [row(1, said(what="sick", minutes=None))]
    sheet["days"][3]["rows"] = [row(1, said())]
    boxes = only(sheet)["boxes"]
    assert [(one["due"], one["told"].replace("\u00a0", " "), one["letter"]) for one in boxes] == [
        (True, "", ""), (False, "", ""), (True, "", "S"), (True, "5 h 00 min", ""), (True, "", ""),
    ]  # fmt: skip


def test_locked_names_are_said_and_codes_stand_for_them():
    found = says(paper(table("blank", row(1, name=""), names=False)))
    assert found["banners"] == ["Names are locked: codes stand for them."]
    assert found["groups"][0]["rows"][0]["name"] == "QC001X"


def test_what_stops_work_is_said_at_the_top():
    sheet = table("blank", row(1))
    sheet["days"][0]["stoppages"] = [
        {"what": "lockdown", "workshop": "", "start": 600, "end": 720, "ordered_by": "head of security"}
    ]
    assert says(paper(sheet))["banners"] == [
        "Work is stopped: lockdown, 10:00–12:00. Ordered by head of security."
    ]
    week = {**sheet, "form": "week"}
    assert "30 Oct, lockdown" in says(paper(week))["banners"][0]


def test_a_public_holiday_is_said_at_the_top():
    sheet = table("blank", row(1))
    sheet["days"][0]["holiday"] = True
    assert says(paper(sheet))["banners"] == ["Holiday"]
    assert says(paper({**sheet, "form": "week"}))["banners"] == ["30 Oct, holiday"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_are_those_of_the_kinds_of_time(language):
    reasons, others = says(paper(table("blank", row(1)), language))["legend"]
    assert reasons["items"] == [[kind.code(language), kind.word(language)] for kind in load().absences]
    assert len(reasons["items"]) + len(others["items"]) + 1 == len(load().all)


@pytest.mark.parametrize(
    "language", ["en", "es", "da"]
)  # what a program reads of Thai letters is not in order
def test_the_letters_of_every_reason_stand_at_the_foot_of_every_page(language):
    found = daysheet(paper(table("blank", *crew(60)), language))
    told = [f"{kind.code(language)}{kind.word(language)[0]}" for kind in load().absences]
    for page in pages(found):
        assert [one for one in told if one not in page.replace(" ", "")] == []


@pytest.mark.parametrize(("form", "days"), [("blank", WEEK[:1]), ("week", WEEK), ("recorded", WEEK[:1])])
@pytest.mark.parametrize("language", LANGUAGES)
def test_fifteen_workers_are_one_page_on_either_paper(form, days, language):
    for size in ("a4", "us-letter"):
        found = pages(daysheet(paper(table(form, *crew(15), days=days), language), size))
        assert len(found) == 1


@pytest.mark.parametrize("form", ["blank", "week", "recorded"])
def test_every_page_of_many_says_its_day_its_columns_and_which_it_is(form):
    found = pages(daysheet(paper(table(form, *crew(120), days=WEEK if form == "week" else WEEK[-1:]))))
    assert len(found) > 3
    for number, page in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in page
        assert "30 October 2026" in page
        assert ("Worker" in page and "Knitting room" in page) == ("QC" in page)
    assert "QC120X" in " ".join(found)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ("blank", "Nobody is due on this day."),
        ("week", "Nobody is due in this week."),
        ("recorded", "Nobody was due on this day, and nothing is recorded of it."),
    ],
)
def test_a_day_with_nobody_is_a_sentence(form, sentence):
    assert sentence in words(daysheet(paper(table(form))))


def test_a_blank_sheet_has_its_sums_to_check_and_who_printed_it_when():
    text = words(daysheet(paper(table("blank", *crew(3)))))
    assert "People on this sheet 3" in text
    assert "Printed by QS001K on 30 October 2026, 07:40" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_recorded_sheet_bears_the_ten_characters_and_every_correction(language):
    rows = [row(1, said(minutes=240, before=[before(why="misread")])), row(2)]
    text = words(daysheet(paper(closed(*rows), language)))
    assert text.count("7K2Q9 XM4TD") == 2
    assert "misread" in text


def test_a_day_that_is_not_closed_is_printed_without_characters():
    text = words(daysheet(paper(table("recorded", row(1, said())))))
    assert "Not closed: no characters yet." in text
    assert "Record " not in text.replace("Recorded", "")


def test_names_of_any_length_keep_their_row():
    rows = [
        row(1, name="สมหญิง ศรีสุวรรณรุ่งเรืองกิจเจริญพัฒนาการ " * 2),
        row(2, name="Wolfeschlegelsteinhausenbergerdorff" * 2),
    ]
    for form in ("blank", "week", "recorded"):
        assert "QC002X" in words(daysheet(paper(table(form, *rows), "th")))


def test_the_same_rows_give_the_same_bytes():
    assert daysheet(paper(table("blank", row(1)))) == daysheet(paper(table("blank", row(1))))

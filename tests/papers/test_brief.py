"""The brief of a day on paper."""

import pytest

from jornal.papers.brief import brief, says
from jornal.papers.heads import issue
from papers.reading import words
from papers.samples import run

ASKED = {
    "code": "q-s1", "says": "Which grey?", "about": "order", "which": "o1", "put_to": "headquarters",
    "day": "2026-10-20", "due_on": "2026-10-25", "late": True,
}  # fmt: skip
BOTH = {
    "head": "7K2Q9 XM4TD", "questions": [ASKED],
    "answers": [{"code": "q-h1", "asked": "Which hours?", "says": "Ten to noon", "heard": 4, "day": "2026-10-30"}],
    "promises": [{"says": "two lamps", "due_on": "2026-11-05", "code": "p-h1", "late": False}],
}  # fmt: skip
SITE = {
    **BOTH, "way": "site",
    "stops": [{"workshop": "", "start": "", "end": ""}, {"workshop": "dye", "start": "08:00", "end": "09:30"}],
    "day": {"due": 9, "here": 7, "missing": 2, "minutes": 2100, "unmarked": 1, "good": 12, "rework": 1},
    "meetings": [{"present": 6, "decided": "lunch at noon"}],
}  # fmt: skip
HEADQUARTERS = {
    **BOTH, "way": "headquarters", "meetings": [{"held_on": "2026-10-29", "says": "Noon is right"}],
    "orders": [
        {"order": "o1", "line": 1, "product": "sweater", "quantity": 10, "changed": True, "why": "more of them"},
        {"order": "o2", "line": 1, "product": "scarf", "quantity": 4, "changed": False, "why": ""},
    ],
    "visits": [{"day": "2026-11-05", "agenda": "looms"}],
    "agreements": [{"agreement": "a1", "days": 32, "until": "2026-12-01"}],
}  # fmt: skip


@pytest.mark.parametrize("way", [SITE, HEADQUARTERS], ids=["site", "headquarters"])
@pytest.mark.parametrize(
    ("language", "holds"),
    [("en", "Open questions"), ("es", "Preguntas abiertas"), ("th", "q-s1"), ("da", "Åbne spørgsmål")],
)
def test_it_is_drawn_in_each_language_on_one_page(way, language, holds):
    text = words(brief(issue(run("cusco", **way), language)))
    for one in ("Which grey?", "q-s1", "two lamps", "7K2Q9", holds):
        assert one in text


def test_what_is_late_changed_or_heard_is_said():
    told = says(issue(run("cusco", **HEADQUARTERS), "en"))
    lines = {section["title"]: section["lines"] for section in told["sections"]}
    assert lines["Open questions"][0]["mark"] == "Late since 25 October 2026"
    assert [line["mark"] for line in lines["New orders and changes"]] == ["changed", "new"]
    assert lines["Answers"][0]["beside"] == "q-h1 · Which hours? · 4 of the team were heard"
    assert lines["Visits and agreements"][1]["text"] == "The agreement a1 ends on 1 December 2026, in 32 days"


def test_a_day_without_anything_says_so():
    empty = {name: [] for name in ("questions", "answers", "promises", "stops", "meetings")}
    nobody = dict.fromkeys(("due", "here", "missing", "minutes", "unmarked", "good", "rework"), 0)
    told = says(issue(run("cusco", way="site", head="", day=nobody, **empty), "en"))
    assert [section["empty"] for section in told["sections"] if not section["lines"]] == [
        "Nobody was due that day.", "Work was not stopped.", "No question is open.", "Nothing was answered.",
        "No promise is due within two weeks.",
    ]  # fmt: skip

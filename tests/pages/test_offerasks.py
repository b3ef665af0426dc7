"""The questions of an offer, each for itself."""

from datetime import date

import pytest

from jornal.pages import offerasks as ask
from jornal.pages.wizard import Walk
from jornal.words.catalogue import LANGUAGES, Words


class Paper(Walk):
    """A walk whose answers are given."""

    def __init__(self, day: date = date(2026, 10, 1), **said: str) -> None:
        desk = type("Desk", (), {"day": day, "place": "cusco", "site": None, "words": Words("en")})
        super().__init__(desk, ())  # type: ignore[arg-type]
        self.answers = said

    @property
    def said(self) -> dict[str, str]:
        return self.answers


def test_what_else_she_may_do_is_read_line_by_line():
    text = "none: nothing changes\n\n  school : unpaid: same privileges; all day\nkitchen"
    assert ask.lines_of(text) == [
        ("none", "nothing changes"), ("school", "unpaid: same privileges; all day"), ("kitchen", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_to_take_none_of_it_is_offered_and_understood_in_every_language(language):
    paper = Paper(language=language)
    paper.answers["alternatives"] = str(ask.otherwise_usual(paper)["alternatives"])
    assert list(ask.otherwise_wrong(paper)) == []


def test_she_has_a_week_to_think_and_a_years_consent_unless_said_otherwise():
    assert ask.consent_usual(Paper(day=date(2026, 10, 1))) == {
        "copy_given_on": date(2026, 10, 1), "cooling_off_until": date(2026, 10, 8), "consent_ends": date(2027, 10, 1),
    }  # fmt: skip


def test_the_week_counts_from_the_day_of_the_offer():
    late = Paper(day=date(2026, 10, 20))
    late.answers["day"] = "2026-10-01"
    assert ask.consent_usual(late)["cooling_off_until"] == date(2026, 10, 20)


def test_a_consent_of_another_day_lacks_nothing_today():
    assert list(ask.consent_wrong(Paper(consenting="later"))) == []


@pytest.mark.parametrize(("who", "code"), [("known", "QC014X"), ("new", "")])
def test_a_code_is_tidied_and_a_new_person_has_none(who, code):
    assert ask.her_code(Paper(who=who, worker=" qc-014x ")) == code

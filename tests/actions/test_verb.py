"""Typed text becomes rows, every fault at once."""

from datetime import date
from typing import Literal

import pytest
from pydantic import Field

from jornal.actions.verb import BadRows, Row, Verb, done
from jornal.actions.verbs import VERBS
from jornal.words.catalogue import Words
from offices import office

pytestmark = pytest.mark.usefixtures("sqlite")
SEEN: list = []


class Said(Row):
    """A row."""

    worker: str
    day: date
    minutes: int | None = None


def verb(*roles: str) -> Verb:
    SEEN.clear()
    return Verb(Said, lambda _, rows: SEEN.extend(rows) or [], roles or ("site_manager",), "Says it.")


def test_text_is_read_as_what_the_row_takes_and_empty_cells_are_not_given():
    done("say", verb(), office(), [{"worker": " QC01 ", "day": "2026-10-05", "minutes": ""}])
    assert [Said(worker="QC01", day=date(2026, 10, 5))] == SEEN


def test_every_fault_of_every_row_is_told_and_nothing_is_done():
    rows = [{"worker": "QC01", "day": "5 Oct"}, {"day": "2026-10-05", "colour": "red"}]
    with pytest.raises(BadRows) as wrong:
        done("say", verb(), office(), rows)
    assert len(wrong.value.faults) == 3
    assert [fault.partition(",")[0] for fault in wrong.value.faults] == ["row 1", "row 2", "row 2"]
    assert SEEN == []


@pytest.mark.parametrize("text", ["QC\x0001", "QC\u202e10", "QC\x1b[2J01", "QC01\u2066"])
def test_no_text_turns_a_label_round_or_commands_a_screen(text):
    with pytest.raises(BadRows, match="nobody can see"):
        done("say", verb(), office(), [{"worker": text, "day": "2026-10-05"}])


@pytest.mark.parametrize("text", ["\u200b\u200b", "\ufeff", " \u2060 \u00a0"])
def test_what_nobody_sees_is_no_name(text):
    with pytest.raises(BadRows):
        done("name-product", VERBS["name-product"], office("hq_operations", "H1", site=""), [
            {"product": "p1", "label": text, "since": "2026-10-01"},
        ])  # fmt: skip


@pytest.mark.parametrize("day", ["2569-10-05", "0001-01-01", "9999-12-31"])
def test_a_buddhist_year_is_no_rate_that_holds_in_five_hundred_years(day):
    with pytest.raises(BadRows, match="between 1900 and 2199"):
        done("say", verb(), office(), [{"worker": "QC01", "day": day}])


@pytest.mark.parametrize("day", ["0", "1761955200", "20261005", "2026-10-05T00:00:00"])
def test_a_number_is_no_day(day):
    with pytest.raises(BadRows, match="2026-10-31"):
        done("say", verb(), office(), [{"worker": "QC01", "day": day}])


class Strict(Row):
    """A row with a field of each kind that can be typed wrongly."""

    answer: Literal["yes", "no"] = "yes"
    share: int = Field(default=1, gt=0, le=9)
    paid: bool = True
    parts: list[str] = Field(default_factory=list)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"answer": "si"}, "row 1, answer: Write one of these: 'yes', 'no'."),
        ({"share": "0"}, "row 1, share: Write more than 0."),
        ({"share": "10"}, "row 1, share: Write 9 or less."),
        ({"share": "x"}, "row 1, share: Write a whole number."),
        ({"paid": "perhaps"}, "row 1, paid: Write yes or no."),
        ({"parts": "a"}, "row 1, parts: This cannot be read. Write it as it stands in an example."),
    ],
)
def test_no_row_is_refused_in_the_english_of_a_validator(typed, says):
    with pytest.raises(BadRows) as wrong:
        done("say", Verb(Strict, lambda *_: [], ("site_manager",), "Says it."), office(), [typed])
    assert wrong.value.faults == [says]
    spanish = Words("es")
    assert wrong.value.told(spanish.say, lambda _, value: value) != str(wrong.value)
    assert "Write" not in wrong.value.told(spanish.say, lambda _, value: value)

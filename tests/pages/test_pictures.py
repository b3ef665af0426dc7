"""The day as bars."""

import pytest

from jornal.actions.dayrows import DayRow, Recorded
from jornal.actions.planned import Hours
from jornal.pages.pictures import LEFT, WIDTH, of_day, short
from jornal.words.catalogue import Words

MORNING = Hours(300, 480, 780)
WHOLE = WIDTH - LEFT - 20
HALF = LEFT + WHOLE / 2
MORNING_HALF = (LEFT, WHOLE / 2, "")


def row(*recorded: Recorded, planned: Hours = MORNING) -> DayRow:
    return DayRow(1, "QC01", "", "", "", planned, recorded)


def worked(what: str = "work", minutes: int | None = 300, start: int | None = None) -> Recorded:
    return Recorded(None, 1, what, minutes, start)


@pytest.mark.parametrize(
    ("recorded", "bars", "says"),
    [
        ((), [], ""),
        ((worked(),), [(LEFT, WHOLE, "")], ""),
        ((worked(minutes=150),), [(LEFT, WHOLE / 2, "")], ""),
        ((worked(start=630, minutes=150),), [(LEFT + WHOLE / 2, WHOLE / 2, "")], ""),
        ((worked("training"),), [(LEFT, WHOLE, "soon")], "training"),
        ((worked("sick", None),), [], "sick day"),
        ((worked(minutes=150), worked("training", 150)), [MORNING_HALF, (HALF, WHOLE / 2, "soon")], "training"),
    ],
)  # fmt: skip
def test_what_was_done_stands_where_it_was_done(recorded, bars, says):
    (line,) = of_day([row(*recorded)], Words("en")).lines
    assert ([(bar.x, bar.width, bar.kind) for bar in line.bars], line.says) == (bars, says)


@pytest.mark.parametrize(
    ("planned", "first", "last"),
    [
        (MORNING, "08:00", "13:00"),
        (Hours(480, 1320, 1800), "22:00", "06:00"),
        (Hours(None), "08:00", "16:00"),
        (Hours(0), "08:00", "16:00"),
    ],
)
def test_the_hours_below_reach_over_the_whole_day(planned, first, last):
    hours = [text for _, text in of_day([row(planned=planned)], Words("en")).hours]
    assert (hours[0], hours[-1]) == (first, last)


def test_a_day_of_nobody_has_no_rows():
    assert of_day([], Words("en")).lines == ()


def test_a_long_name_is_cut_beside_its_bar():
    assert short("Rosa Elvira Yupanqui Quispe de la Cruz") == "Rosa Elvira Yupanqui Qu…"

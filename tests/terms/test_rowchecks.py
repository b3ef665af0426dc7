import tomllib

import pytest

from jornal.terms.faults import TermsFaults
from jornal.terms.load import holiday_rows
from jornal.terms.rowchecks import number_faults
from terms.text import FLOOR, OWN, VALUE, faults_of

STEP = f"""
[[step]]
id = "levy"
label = "Levy"
layer = "law"
rounding = "down"
value = [{{ since = 2020-01-01, share = "40 %", {VALUE} }}]
"""
OVERTIME = """
[[overtime]]
id = "over"
label = "Over"
layer = "law"
  [[overtime.value]]
  since = 2020-01-01
  over_day_minutes = 480
  tiers = [{ premium = "25 %", minutes = 120 }, { premium = "35 %" }]
  source = "law"
  confidence = "V"
"""
CREDIT = """
[[credit]]
code = "X-R2"
label = "One for two"
since = 2020-01-01
form = "ratio"
num = 1
den = 2
source = "law"
confidence = "V"
"""


@pytest.mark.parametrize("text", [FLOOR, STEP, OVERTIME, CREDIT, OWN])
def test_a_good_row_has_no_fault(text: str):
    assert faults_of(text) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            FLOOR.replace("}]\n", f'}}, {{ since = 2025-03-01, amount = "1.00", {VALUE} }}]\n').replace(
                "01-01,", "01-01, until = 2025-01-31,"
            ),
            "nothing is in force from 2025-02-01 to 2025-02-28",
        ),
        (
            FLOOR.replace("01-01,", "01-01, until = 2024-12-01,"),
            "starts on 2025-01-01 and ends on 2024-12-01",
        ),
        (
            FLOOR.replace("value = [", f'value = [{{ since = 2025-01-01, amount = "1.00", {VALUE} }}, '),
            "two values are in force",
        ),
        (FLOOR.split("value =")[0], "it has no value"),
        (FLOOR.replace('"month"', '"share"'), "needs both `share_of` and `share`"),
        (STEP.replace('rounding = "down"', ""), "has no `rounding`"),
        (STEP.replace('share = "40 %", ', ""), "it has no `share`"),
        (STEP.replace("40 %", "140 %"), "more than the whole"),
        (STEP.replace("share =", 'least = "5.00", most = "1.00", share ='), "`least` is more than `most`"),
        (STEP.replace("share =", 'least_base_share = "40 %", share ='), "belong together"),
        (OVERTIME.replace("over_day_minutes = 480", ""), "where overtime starts"),
        (OVERTIME.replace(", minutes = 120", ""), "Put it last"),
        (OVERTIME.replace("480", "1500"), "not between 0 and 1440"),
        (CREDIT.replace("num = 1", "num = 0"), "both above 0"),
        (CREDIT.replace('"ratio"', '"tiers"'), "needs `tiers`"),
        (
            CREDIT.replace("den = 2", "den = 2\nday_least_minutes = 480\nday_most_minutes = 240"),
            "less than `day_least_minutes`",
        ),
        (CREDIT + CREDIT, "two values are in force"),
    ],
)
def test_a_row_that_cannot_be_computed_with_is_refused(text: str, says: str):
    faults = faults_of(text)
    assert any(says in fault for fault in faults), faults


@pytest.mark.parametrize(
    "text",
    [
        "",
        "month = 2",
        "month = 2, day = 30",
        "month = 13, day = 1",
        "month = 5, nth = 6, weekday = 'monday'",
        "month = 5, nth = 1",
        "easter = 1, month = 1, day = 1",
        "month = 10, day = 1, every_years = 6",
        "month = 1, day = 1, until = 2019-01-01",
    ],
)
def test_a_holiday_that_cannot_be_found_is_refused(text: str):
    raw = tomllib.loads(
        f"h = [{{ id = 'a', label = 'A', since = 2020-01-01, source = 's'{', ' + text if text else ''} }}]"
    )
    with pytest.raises(TermsFaults, match="holiday"):
        holiday_rows(raw["h"], "case.toml")


def test_numbers_are_looked_at_wherever_they_stand():
    raw = {"a": [{"b": {"week_most_minutes": 10081, "easter": -2}}], "c": 10**30}
    assert [found.place for found in number_faults(raw)] == [("a", 0, "b", "week_most_minutes"), ("c",)]

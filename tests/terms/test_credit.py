import re
from datetime import date
from pathlib import Path

import pytest

from jornal.terms.credit import Credit
from jornal.terms.dated import in_force
from jornal.terms.files import PACKAGED
from jornal.terms.load import enterprise, pack
from terms.text import SHAPE_CASES

FILES = [*PACKAGED.rglob("*.toml"), *SHAPE_CASES.rglob("*.toml")]
WHY_INSIDE = re.compile(
    r"offen[cs]|\bcrim|convict|felon|recidiv|habitual|delito|terroris|murder|robber", re.IGNORECASE
)


def rule(country: str, code: str, day: str = "2026-06-01") -> Credit:
    rows = [row for row in pack(country, SHAPE_CASES).rules.credit if row.code == code]
    found = in_force(rows, date.fromisoformat(day))
    assert found is not None
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_row_says_why_anyone_is_inside(path: Path):
    assert not WHY_INSIDE.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("code", "den"), [("PE-R1", 1), ("PE-R2", 2), ("PE-R4", 4), ("PE-R5", 5), ("PE-R6", 6), ("PE-R7", 7)]
)
def test_the_code_on_the_paper_is_the_ratio(code: str, den: int):
    found = rule("pe", code)
    assert (found.form, found.num, found.den) == ("ratio", 1, den)
    assert (found.day_least_minutes, found.day_most_minutes, found.pooling) == (240, 480, "short_days")
    assert found.gated_by == "pe-inpe"


def test_the_cell_is_left_out_from_its_day_on():
    assert rule("pe", "PE-R2", "2017-01-07").places_excluded == ()
    assert rule("pe", "PE-R2", "2017-01-08").places_excluded == ("cell", "corridor")


def test_where_the_law_names_no_ratio_the_rule_is_undefined():
    assert rule("pe", "PE-EXTREME").form == "undefined"
    assert rule("in", "IN-UNSEEN").form == "undefined"


@pytest.mark.parametrize(
    ("country", "code", "form"),
    [
        ("th", "TH-GOOD-TIME", "per_month"),
        ("th", "TH-WORKSHOP", "none"),
        ("it", "IT-54", "per_semester"),
        ("ph", "PH-GCTA", "tiers"),
        ("us", "US-10", "batch"),
        ("co", "CO-WORK", "ratio"),
        ("uk", "UK-NONE", "none"),
        ("mx", "MX-LNEP", "none"),
    ],
)
def test_credit_takes_the_form_of_its_law(country: str, code: str, form: str):
    assert rule(country, code).form == form


def test_five_for_ten_is_a_batch_of_an_agreement_never_called_law():
    (found,) = enterprise("paso").rules.credit
    assert (found.code, found.form, found.num, found.den) == ("MX-5-PER-10", "batch", 5, 10)
    assert (found.layer, found.confidence) == ("authority", "invented")


def test_custody_study_and_places_can_be_told_apart():
    assert rule("co", "CO-WORK").custody_excluded == ("remand",)
    assert rule("uy", "UY-WORK").custody_excluded == ()
    assert (rule("br", "BR-STUDY").of, rule("br", "BR-STUDY").stacking) == ("study", "additive")
    assert rule("th", "TH-PUBLIC-WORK").places_only == ("outside",)


def test_a_new_ratio_holds_from_its_day():
    assert (rule("co", "CO-WORK", "2025-06-24").num, rule("co", "CO-WORK", "2025-06-25").num) == (1, 2)

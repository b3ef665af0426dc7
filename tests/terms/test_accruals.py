"""What grows with service, as data: days by year, a pay day, and what a row may not say."""

from datetime import date
from fractions import Fraction

import pytest

from agreement import accrual
from jornal.terms.faults import TermsFaults
from jornal.terms.load import pack, rules

ROW = {"id": "leave", "label": "Leave", "layer": "house"}
VALUE = {"since": date(2025, 1, 1), "days": "12", "source": "house rules", "confidence": "invented"}


def read(**changes):
    (row,) = rules({"accrual": [{**ROW, "value": [VALUE], **changes}]}, "house.toml").accrual
    return row


def test_days_follow_the_year_of_service():
    (value,) = accrual("12", {2: "14", 6: "22"}).value
    assert [value.of_year(number) for number in (1, 2, 5, 6, 30)] == [12, 14, 14, 22, 22]


def test_what_is_known_weakly_is_not_known():
    (value,) = read(value=[{**VALUE, "confidence": "K-low"}]).value
    assert (value.days, value.of_year(1)) == (None, None)


def test_a_day_that_was_not_taken_pays_the_whole_unless_more_is_said():
    shares = [read().value[0].share, read(value=[{**VALUE, "share": "125 %"}]).value[0].share]
    assert shares == [1, Fraction(5, 4)]


def test_pay_of_the_year_has_its_day():
    assert read(gives="pay", pays_on="12-20").pay_day(2026) == date(2026, 12, 20)
    assert read(gives="pay").pay_day(2026) is None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"pays_on": "12-20"}, "leave is taken, or paid on her last day"),
        ({"gives": "pay", "pays_on": "20 December"}, "is not a day of every year"),
        ({"gives": "pay", "pays_on": "02-29"}, "is not a day of every year"),
        ({"value": [{key: held for key, held in VALUE.items() if key != "days"}]}, "how many `days` a year"),
        ({"value": []}, "it has no value"),
        ({"counts": "fortnight"}, "counts"),
    ],
)
def test_a_row_that_cannot_be_reckoned_is_refused_with_the_next_step(changes, says):
    with pytest.raises(TermsFaults, match=says):
        read(**changes)


def test_what_the_law_gives_outside_is_there_to_be_named_by_a_contract():
    named = {cc: sorted(row.id for row in pack(cc).rules.accrual) for cc in ("pe", "mx", "th", "uk")}
    assert named == {
        "pe": ["pe-vacation"], "mx": ["mx-aguinaldo", "mx-vacation"], "th": ["th-annual-leave"], "uk": ["uk-leave"],
    }  # fmt: skip

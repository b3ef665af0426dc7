"""A case as data: read whole, and refused with the key to change."""

import tomllib
from datetime import date

import pytest

from jornal.actions.casefile import CaseFault, case, case_entries, case_period, days_of, hours_text
from jornal.terms.faults import TermsFault

HEAD = 'period = "2026-10"\nsite = { currency = "PEN", zone = "America/Lima" }\n'
A_SHIFT = '[[shift]]\nday = 2026-10-05\nhours = "5"\n'


def read(text):
    return case(tomllib.loads(HEAD + text))


def test_a_case_is_a_worker_and_a_month():
    found = read(A_SHIFT)
    assert (found.month.period.start, [shift.minutes for shift in found.month.shifts]) == (
        date(2026, 10, 1),
        [300],
    )


def test_a_case_stands_on_the_pack_it_names():
    found = case(tomllib.loads('jurisdiction = "pe"\nperiod = "2026-10"\n'))
    assert (found.terms.site.currency, found.terms.site.zone) == ("PEN", "America/Lima")


A_CREDIT_ROW = """
jurisdiction = "pe"
[[rules.credit]]
code = "X"
label = "x"
since = 2020-01-01
form = "none"
source = "s"
confidence = "V"
"""


def test_rows_of_a_case_join_those_of_the_pack():
    assert {"X", "PE-R5"} <= set(case(tomllib.loads(A_CREDIT_ROW)).terms.credit)


def test_holidays_of_a_case_are_days_of_rest():
    found = read(
        '[[holiday]]\nid = "h"\nlabel = "H"\nsince = 2020-01-01\ndates = [2026-10-08]\nsource = "s"\n'
    )
    assert [row.id for row in found.terms.holidays] == ["h"]


def test_faults_of_rows_are_kept_for_the_result():
    found = read(A_SHIFT.replace('"5"', '"25"'))
    assert ([fault.stops for fault in found.faults], found.month.shifts) == (["pay"], ())


def test_money_is_read_in_the_currency_of_the_site():
    found = read('[worker]\nbalances = { debt = "12.50", other = "unknown" }\n[given]\ntax = "3.00"\n')
    assert (found.month.worker.balances, found.month.given) == ({"debt": 1250, "other": None}, {"tax": 300})


def test_what_came_before_is_told_apart_by_its_rows():
    found = read('[carry]\nweek_top_up = "2.00"\n[[carry.shift]]\nday = 2026-09-30\nhours = "5"\n' + A_SHIFT)
    carry = found.month.carry
    assert (carry.week_top_up, [one.id for one in carry.shifts], [one.id for one in found.month.shifts]) == (
        200,
        ["c0:2026-09-30"],
        ["0:2026-10-05"],
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('colour = "red"', 'a case has no key "colour"'),
        ("[worker]\nage = 30", 'worker has no key "age"'),
        ('[[shift]]\nhours = "5"', "a row needs day, or days"),
        ('[[shift]]\nday = 2026-10-05\nhours = "five"', 'hours are written "5" or "5:30"'),
    ],
)
def test_what_cannot_be_read_names_the_key(text, says):
    with pytest.raises(CaseFault, match=says):
        read(text)


def test_a_wrong_contract_is_the_faults_of_the_terms():
    with pytest.raises(TermsFault):
        read('[contract]\npays = "sometimes"\n')


@pytest.mark.parametrize(("text", "minutes"), [("5", 300), ("5:30", 330), ("0:07", 7)])
def test_hours_are_hours_or_hours_and_minutes(text, minutes):
    assert hours_text(text, "case") == minutes


def test_days_may_be_one_some_or_a_stretch_on_some_weekdays():
    stretch = {"since": date(2026, 10, 5), "until": date(2026, 10, 11), "on": ["monday", "sunday"]}
    one = date(2026, 10, 5)
    assert [
        [day.day for day in days_of(row, "case")]
        for row in ({"day": one}, {"days": [one]}, {"days": stretch})
    ] == [
        [5],
        [5],
        [5, 11],
    ]


def test_a_period_is_a_month_or_both_its_days():
    both = {"since": date(2026, 10, 5), "until": date(2026, 10, 11)}
    assert (case_period("2026-10", "case").days, case_period(both, "case").days) == (31, 7)


@pytest.mark.parametrize("raw", [2026, {"since": "2026-10-05"}, None])
def test_any_other_period_is_refused(raw):
    with pytest.raises(CaseFault, match="period is a month"):
        case_period(raw, "case")


def test_every_row_has_an_id_of_its_own():
    rows = [
        {"days": [date(2026, 10, 5), date(2026, 10, 6)], "hours": "5"},
        {"day": date(2026, 10, 5), "hours": "1"},
    ]
    assert len({entry.id for entry in case_entries(rows, "case")}) == 3

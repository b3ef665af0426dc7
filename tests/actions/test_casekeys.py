import tomllib

import pytest

from jornal.actions.casekeys import CaseFault
from jornal.actions.cases import differences, run_case

AGREED = """
    id = "A"
    period = "2025-01"
    site = { currency = "PEN" }
    [contract]
    pays = "hourly"
    [[contract.rate]]
    per = "hour"
    value = [{ since = 2025-01-01, amount = "10.00", source = "rate card", confidence = "V" }]
"""
WORKED = '[[shift]]\nday = 2025-01-06\nhours = "5:30"\n'


def came_out(*parts):
    return differences(run_case(tomllib.loads("\n".join((AGREED, *parts))), "my-case.toml"))


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("[expect]\ngros = '99.00'", 'expect has no key "gros". Near: gross.'),
        ("[expect]\ngross = 55.00", "gross is an amount in quotation marks"),
        ("[expect.faults]\nstop = ['x']", 'no key "stop". Near: stops.'),
        ("[[shift]]\nday = 2025-01-07\nhour = '5'", 'no key "hour". Near: hours.'),
        ("[[shift]]\nday = 2025-01-07\nminutes = -60", "minutes is a whole number, 0 or more"),
        ("[[shift]]\nday = 2025-01-07\nhours = '5:75'", "hours are written"),
        ("[[shift]]\nday = 2025-01-07\nhours = '5.51'", "not whole minutes"),
        ("[[shift]]\nday = 2025-01-07\nhours = '5'\nkind = 'wrok'", "kind is one of work, training"),
        ("[[shift]]\nday = 2025-02-07\nhours = '5'", "2025-02-07 is outside the period"),
        ("[[shift]]\nday = '2025-01-07'\nhours = '5'", "day is a day without quotation marks"),
        ("[[shift]]\ndays = { since = 2025-01-07 }\nhours = '5'", "needs until"),
        (
            "[[shift]]\ndays = { since = 2025-01-07, until = 2025-01-09, on = ['Monday'] }\nhours = '5'",
            "on is a list of",
        ),
        ("[[pieces]]\nday = 2025-01-07\ngood = 5", "pieces number 1 needs operation"),
        ("[[adjustment]]\nlabel = 'x'", "adjustment number 1 needs amount"),
        ("[[adjustment]]\namount = '5.00'\nkind = 'bonuss'", "kind is one of bonus, refund"),
        ("[worker]\nbirth_year = '1990'", "birth_year is a whole number"),
        ("[[tally]]\ndays = 5", "tally number 1 needs code"),
        ("[enterprise]\nmodle = 'craft'", 'no key "modle". Near: model.'),
        ("[shift]\nday = 2025-01-07", "[[double brackets]]"),
    ],
)
def test_a_slip_of_the_author_is_never_a_case_that_holds(part, sentence):
    with pytest.raises(CaseFault) as fault:
        came_out(part)
    assert sentence in str(fault.value)
    assert str(fault.value).startswith("my-case.toml")


def test_an_expected_amount_may_be_written_without_its_cents():
    assert came_out(WORKED, "[expect]\ngross = '55'") == []
    assert came_out(WORKED, "[expect]\ngross = '56'") == ["gross: 55.00, expected 56"]


def test_hours_may_be_decimals_where_they_are_whole_minutes():
    assert came_out("[[shift]]\nday = 2025-01-06\nhours = '5.5'\n[expect]\ngross = '55.00'") == []


def test_minutes_left_of_an_hourly_credit_are_held_against_what_is_expected():
    rule = """
        [[rules.credit]]
        code = "STUDY"
        label = "Study"
        since = 2011-06-30
        form = "ratio"
        unit = "hours"
        num = 1
        den = 12
        source = "law"
        confidence = "V"
        [[tally]]
        code = "STUDY"
        hours = 130
    """
    assert came_out(rule, "expect = { credited = 10, minutes_carried = 600 }") == []
    assert came_out(rule, "expect = { credited = 10, minutes_carried = 60 }") == [
        "STUDY: minutes_carried 600, expected 60"
    ]

"""The cards about work: hours beside what was agreed, pay beside its floor, stops and output."""

from dataclasses import replace
from datetime import date

import pytest

import crowd
import payroll
from jornal.actions import monthwork
from jornal.actions.monthreport import month_report
from jornal.actions.monthwords import Asked
from jornal.words.catalogue import Words

SIX = {f"Q0{number}": ("cusco-hourly", "maker") for number in range(1, 7)}
OCTOBER = date(2026, 10, 1)


def asked(here, language="en"):
    return Asked(month_report(replace(here, site=""), "2026-10"), "hq", Words(language, "pe"))


def rows(cards):
    return {row[0]: row[1:] for card in cards for row in card["rows"]}


@pytest.fixture
def here(sqlite):
    found = crowd.begun(6)
    crowd.site("cusco")
    return found


def test_hours_stand_beside_the_month_before(here):
    crowd.worked(here, crowd.names(6), OCTOBER, 300)
    (card,) = monthwork.people(asked(here))
    found = rows([card])
    assert found["People at work"] == ("6", "6", "")
    assert [one.replace("\u00a0", " ") for one in found["Hours worked"]] == ["30 h 00 min", "not told", ""]


def test_pay_of_an_hour_has_a_bar_with_the_floor_as_its_tick(tmp_path):
    folder, _ = payroll.built(tmp_path / "whole", "2026-10", workers=SIX)
    with payroll.copied((folder, _), tmp_path / "copy") as office:
        crowd.site("cusco")
        sums, hours = monthwork.pay(asked(office))
    assert rows([sums])["People paid late"] == ("0 to 5", "not told", "nobody")
    (bar,) = hours["bars"]
    assert 0 < bar["tick"] < 1000
    assert rows([hours])["Cusco"][0] == bar["says"]


def test_with_nothing_issued_the_cards_say_so(here):
    sums, hours = monthwork.pay(asked(here))
    assert set(rows([sums])["People topped up"][:2]) == {"not told"}
    assert (hours["rows"], hours["bars"], hours["notes"]) == ([], [], [monthwork.NOTHING_TOLD])


def test_a_cause_is_said_in_the_words_of_its_kind(here):
    crowd.absent(here, crowd.names(5), OCTOBER, "no_material")
    (card,) = monthwork.stops(asked(here, "es"))
    assert card["rows"] == [("sin material", "5", "no se dice", "")]


def test_output_of_fewer_than_five_is_not_told(here):
    (card,) = monthwork.output(asked(here))
    assert (card["rows"], card["notes"]) == ([], [monthwork.NOT_MADE])

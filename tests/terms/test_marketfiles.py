"""The files of markets: what each rule has to say, that files add up, and what may not stand in one."""

from datetime import date
from pathlib import Path

import pytest

from jornal.rules.markets import Trip, decided
from jornal.terms.faults import TermsFaults
from jornal.terms.marketfiles import markets, packaged

ROW = """
[[market]]
id = "{id}"
where = "{place}"
decision = "clear"
law = "{law}"
since = 2020-01-01
source = "a source"
confidence = "V"
"""


def test_every_rule_names_its_law_and_the_source_it_was_checked_in():
    rows = packaged().market
    assert len(rows) >= 10
    assert not [row.id for row in rows if not (row.law and row.source and row.checked)]


def test_a_file_beside_the_data_adds_rules_and_takes_none_away(tmp_path: Path):
    (tmp_path / "markets.toml").write_text(ROW.format(id="mine", place="US", law="mine"), encoding="utf-8")
    found = markets(tmp_path).market
    assert [row.id for row in found] == [*(row.id for row in packaged().market), "mine"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (ROW.format(id="a", place="DK", law="l") * 2, '"a" stands there twice'),
        (ROW.format(id="a", place="Denmark", law="l"), "is no code of a place"),
        (ROW.format(id="a", place="DK", law=""), "without its law and source decides nothing"),
        (ROW.format(id="a", place="DK", law="l") + "until = 2019-01-01\n", "ends before it begins"),
        (ROW.format(id="a", place="DK", law="l") + "ways = []\n", "ways is empty"),
        (ROW.format(id="a", place="DK", law="l").replace("clear", "fine"), "Write clear, counsel or refuse"),
        (ROW.format(id="a", place="DK", law="l") + "gift = true\n", "there is no such key"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_mend(tmp_path: Path, text: str, says: str):
    (tmp_path / "markets.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TermsFaults, match=says):
        markets(tmp_path)


@pytest.mark.parametrize(
    "said",
    [
        "us", "USA", "PR", "pri", "Puerto Rico", "GU", "guam", "VI", "VIR", "AS", "MP", "UM", "US-GU", "US-PR", "us-ny",
        "US-TX",
    ],
)  # fmt: skip
def test_no_corner_of_the_united_states_is_a_way_round_its_law(said):
    known = packaged()
    code = known.code(said)
    (stop,) = decided(Trip("PE", code, date(2026, 11, 23)), known.market, known.reach, (), ())
    assert (stop.decision, stop.goes, stop.rule.id if stop.rule else "") == ("refuse", False, "us-1307")

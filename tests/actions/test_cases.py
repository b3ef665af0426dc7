"""Cases run and compared with what they expect."""

import re
import tomllib
from pathlib import Path

import pytest

import terms
from jornal.actions.casekeys import CaseFault
from jornal.actions.cases import case_files, differences, packaged, run_case, run_file

SHAPE_CASES = Path(terms.__path__[0]) / "cases"
FILES = [*case_files(packaged()), *case_files(SHAPE_CASES)]
A_DAY = """
period = "2026-10"
site = { currency = "PEN", zone = "America/Lima" }
[contract]
pays = "hourly"
[[contract.rate]]
per = "hour"
value = [{ since = 2025-01-01, amount = "5.00", source = "rate card", confidence = "V" }]
[[shift]]
day = 2026-10-05
hours = "5"
"""


def told(**expect):
    """What differs where five hours at 5.00 are expected to come to this."""
    return differences(run_case({**tomllib.loads(A_DAY), "expect": expect}))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_case_holds(path):
    assert run_file(path)[1] == []


def test_there_are_cases_to_hold():
    assert len(FILES) > 80


def test_a_case_that_holds_has_no_differences():
    assert (
        told(gross="25.00", net="25.00", in_hand="25.00", lines={"hourly": "25.00"}, faults={"none": True})
        == []
    )


@pytest.mark.parametrize(
    ("expect", "says"),
    [
        ({"gross": "26.00"}, "gross: 25.00, expected 26.00"),
        ({"lines": {"top_up": "1.00"}}, "top_up: 0.00, expected 1.00"),
        ({"comparators": {"guarantee": "1.00"}}, "guarantee: unknown, expected 1.00"),
        ({"credit": {"credited": 5}}, "credit credited: 0, expected 5"),
        ({"faults": {"stops": ["hourly"]}}, "faults: none, expected one that stops hourly"),
    ],
)
def test_what_differs_is_said_in_one_sentence_each(expect, says):
    assert told(**expect) == [says]


def test_a_file_that_is_no_toml_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "bad.toml").write_text("id = ")
    with pytest.raises(CaseFault, match=r"docs/cases\.md"):
        run_file(tmp_path / "bad.toml")


def test_the_examples_of_the_page_on_cases_hold_as_printed():
    page = (Path(__file__).parents[2] / "docs" / "cases.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert [differences(run_case(tomllib.loads(text))) for text in examples] == [[], []]

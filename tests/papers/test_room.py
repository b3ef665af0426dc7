from typing import Any

import pytest

from jornal.papers.heads import issue
from jornal.papers.payslip import says
from jornal.papers.room import is_long
from papers.samples import run


def said(more: int) -> dict[str, Any]:
    found = run("cusco")
    worker = found["workers"][2]
    worker["lines"][1:1] = [worker["lines"][0]] * more
    return says(issue(found, "es"), worker)


@pytest.mark.parametrize(("more", "long"), [(0, False), (14, True)])
def test_only_a_long_month_has_to_be_measured(more: int, long: bool):
    assert said(more)["long"] is long


def test_sentences_on_the_back_count_too():
    told = said(0)
    told["back"]["items"] = [{"name": "x", "text": "y" * 400, "days": ""}] * 8
    assert is_long(told)

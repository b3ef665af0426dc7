"""What stands on her own page of what she has learned."""

import pytest

import acquainted
import browsing
import learning
from offices import office
from peopled import working


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def test_where_nothing_is_listed_her_page_says_nothing_of_it(keys):
    ana = working(keys)
    assert "What she has learned" not in browsing.text(acquainted.manager().get(f"/cusco/people/{ana}"))


def test_the_next_in_the_order_leads_to_judging_it_for_those_who_judge(keys):
    learning.listed()
    ana = working(keys)
    learning.judged(office("trainer", "T1"), ana, "knitting-flat")
    text = browsing.text(acquainted.manager().get(f"/cusco/people/{ana}"))
    assert "What comes next: Linking" in text
    assert (
        f"/cusco/people/{ana}/do/assess"
        in text.partition("What she has learned")[2].partition("</section>")[0]
    )
    other = browsing.text(browsing.member("H1", "hq_operations", "").get(f"/cusco/people/{ana}"))
    assert "do/assess" not in other


def test_who_reached_everything_reads_so(keys):
    learning.listed(ladder=False)
    ana = working(keys)
    for technique in learning.TECHNIQUES:
        learning.judged(office("trainer", "T1"), ana, technique)
    assert "She has reached every technique." in browsing.text(
        acquainted.manager().get(f"/cusco/people/{ana}")
    )

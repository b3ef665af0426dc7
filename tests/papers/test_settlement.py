"""The statement of a settlement."""

import pytest

from jornal.papers.heads import issue
from jornal.papers.settlement import says, settlement
from papers import traded
from papers.reading import words


@pytest.mark.parametrize("language", ["en", "es", "th", "da"])
def test_it_is_drawn_in_each_language(language):
    assert "Gallery" in words(settlement(issue(traded.settlement(), language)))


def test_goods_and_money_stand_as_they_tie():
    told = says(issue(traded.settlement(), "en"))
    assert told["parts"][1]["rows"] == [["Andes sweater", "LQC001M", "0", "5", "1", "0", "2", "2"]]
    assert [one[0] for one in told["sums"]] == ["Sold", "Commission, 33.33%", "Owed to us"]

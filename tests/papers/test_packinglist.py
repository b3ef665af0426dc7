"""The packing list."""

from jornal.papers.heads import issue
from jornal.papers.packinglist import packinglist, says
from papers import traded
from papers.reading import words


def test_it_weighs_what_is_known_and_names_no_price():
    heavy = {**traded.LINE, "grams": 450, "goods_code": "611012"}
    told = says(issue(traded.delivery(lines=[heavy], missing=[]), "en"))
    assert [one[1] for one in told["sums"]] == ["4", "1,800"]
    text = words(packinglist(issue(traded.delivery(lines=[heavy], missing=[]), "en")))
    assert ("611012" in text, "900" in text) == (True, False)


def test_a_weight_that_is_not_known_is_a_dash_and_so_is_the_sum():
    heavy = {**traded.LINE, "grams": 450}
    told = says(issue(traded.delivery(lines=[heavy, traded.LINE]), "en"))
    assert told["sums"][1][1] == "–"

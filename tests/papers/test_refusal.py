"""The page that says why goods do not go somewhere."""

import pytest

from jornal.papers.heads import issue
from jornal.papers.refusal import refusal, says
from papers import traded
from papers.reading import words


@pytest.mark.parametrize("language", ["en", "es", "th", "da"])
def test_it_names_the_law_in_each_language(language):
    assert "19 U.S.C. 1307" in words(refusal(issue(traded.refusal(), language)))


def test_a_gift_is_refused_as_well():
    told = says(issue(traded.refusal(), "en"))
    assert told["warnings"] == ["New York: 19 U.S.C. 1307"]
    assert "A sample or a gift is refused as well." in told["parts"][0]["rows"][0][1]

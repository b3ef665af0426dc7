"""Places by code and by name, and whose law reaches them."""

import pytest

from jornal.terms.marketfiles import packaged
from jornal.terms.markets import NoSuchPlace
from jornal.units.letters import fold


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("US", "US"), ("usa", "US"), ("New York", "US-NY"), ("U.S.A.", "US"), ("uk", "GB"), ("denmark", "DK"),
        ("jp", "JP"), (" us-tx ", "US-TX"), ("EE. UU.", "US"), ("Estados Unidos", "US"), ("สหรัฐอเมริกา", "US"),
        ("Danmark", "DK"), ("Miami", "US"), ("Miami, FL", "US"), ("Paris, Texas", "US"), ("Nueva York", "US-NY"),
        ("Québec, Canada", "CA"), ("London, UK", "GB"), ("Copenhagen, DK", "DK"), ("Odense, SR", "SR"),
    ],
)  # fmt: skip
def test_a_place_is_known_by_its_code_and_by_its_names(typed: str, code: str):
    assert packaged().code(typed) == code


@pytest.mark.parametrize("typed", ["", "somewhere", "U", "the States", "1"])
def test_what_is_no_place_is_said_and_never_guessed(typed: str):
    with pytest.raises(NoSuchPlace, match="two capital letters"):
        packaged().code(typed)


@pytest.mark.parametrize(
    ("place", "reach"),
    [("US-NY", ("US-NY", "US")), ("PR", ("PR", "US")), ("DK", ("DK", "EU")), ("JP", ("JP",))],
)
def test_the_law_of_a_larger_place_reaches_the_smaller(place: str, reach: tuple[str, ...]):
    assert packaged().reach(place) == reach


def test_a_place_without_a_name_is_called_by_its_code():
    assert [packaged().label(one) for one in ("US", "MN")] == ["the United States", "MN"]


def test_no_two_places_share_a_name_so_that_none_is_taken_for_another():
    names = [
        name for one in packaged().place for name in {fold(text) for text in (one.id, one.label, *one.also)}
    ]
    assert [name for name in names if names.count(name) > 1] == []

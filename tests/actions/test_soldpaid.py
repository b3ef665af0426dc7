import pytest

from jornal.actions.soldpaid import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shop - Order 1001", ["Shop - Order 1001", "#Shop - Order 1001", "1001", "#1001"]),
        ("#1001", ["1001", "#1001"]),
        ("Alpaca shawl", []),
        ("", []),
    ],
)
def test_what_may_be_the_number_of_an_order(text: str, names: list[str]):
    assert named(text) == names

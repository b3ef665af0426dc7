import pytest

from jornal.sheets.saleslines import counted, unpacked


@pytest.mark.parametrize(
    ("text", "pieces", "name"),
    [
        ("2× Shawl", "2", "Shawl"),
        ("12 x Shawl, red", "12", "Shawl, red"),
        ("Mug x 2", "2", "Mug"),
        ("1× Shawl, 2× Cap", "1", "1× Shawl, 2× Cap"),
        ("Mug x 1, Print x 2", "1", "Mug x 1, Print x 2"),
        ("Custom amount", "1", "Custom amount"),
    ],
)
def test_goods_counted_in_a_text(text: str, pieces: str, name: str):
    found = counted(text)
    assert (found["quantity"], found["name"]) == (pieces, name)


def test_a_line_packed_into_a_cell():
    found = unpacked("name:Shawl: red|product_id:9|sku:SH-1|quantity:2|total:90.00|sub_total:100.00|meta:a:b")
    assert found == {"goods": "SH-1", "name": "Shawl: red", "quantity": "2", "gross": "100.00"}

import pytest

from jornal.demo import heldmade


@pytest.mark.usefixtures("register")
def test_each_table_has_a_cell_under_every_heading():
    found = [(name, heads, list(rows)) for name, heads, rows in heldmade.tables()]
    assert [name for name, heads, rows in found if any(len(row) != len(heads) for row in rows)] == []
    assert {name for name, _, rows in found if not rows} == {"Kits"}

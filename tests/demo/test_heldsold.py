"""The tables of what became of a register's goods."""

import pytest

from jornal.demo import heldsold


@pytest.mark.usefixtures("register")
def test_each_table_has_a_cell_under_every_heading_and_the_goods_stand_where_they_are():
    found = {name: (heads, list(rows)) for name, heads, rows in heldsold.tables()}
    assert [
        name for name, (heads, rows) in found.items() if any(len(row) != len(heads) for row in rows)
    ] == []
    assert [row[0::4] for row in found["Goods, and where they are"][1]] == [("Store in Cusco", 3)]
    assert [row[3] for row in found["Sold"][1]] == [6]

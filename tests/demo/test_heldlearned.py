import pytest

from jornal.demo import heldlearned


@pytest.mark.usefixtures("register")
def test_techniques_and_courses_have_a_cell_under_every_heading():
    found = {name: (heads, list(rows)) for name, heads, rows in heldlearned.tables()}
    assert [name for name, (_, rows) in found.items() if not rows] == [
        "After release"
    ]  # nobody left here so long ago
    assert [row for heads, rows in found.values() for row in rows if len(row) != len(heads)] == []


def test_certificates_lie_there_without_a_name(cusco):
    names = {path.name for path in (cusco.home / heldlearned.FOLDER).iterdir()}
    assert names == {"QC001V-money.pdf", "QC001V-skills.pdf", "QC004A-money.pdf"}

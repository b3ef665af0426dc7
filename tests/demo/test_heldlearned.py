import pytest

from jornal.demo import heldlearned


@pytest.mark.usefixtures("register")
def test_techniques_and_courses_have_a_cell_under_every_heading():
    found = [(heads, list(rows)) for _, heads, rows in heldlearned.tables()]
    assert all(rows for _, rows in found)
    assert [row for heads, rows in found for row in rows if len(row) != len(heads)] == []


def test_certificates_lie_there_without_a_name(cusco):
    names = {path.name for path in (cusco.home / heldlearned.FOLDER).iterdir()}
    assert names == {"QC001V-money.pdf", "QC001V-skills.pdf", "QC004A-money.pdf"}

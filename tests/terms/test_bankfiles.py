"""The columns a bank asks for, as data."""

import pytest

from jornal.terms.bankfiles import layout, layouts
from jornal.terms.faults import NoSuchTerms, TermsFaults


@pytest.mark.parametrize("name", layouts())
def test_what_comes_with_jornal_can_be_read(name):
    assert {"name", "amount", "reference"} <= {column.of for column in layout(name).column}


def test_a_bank_of_ones_own_is_a_file(tmp_path):
    path = tmp_path / "bank.toml"
    path.write_text('delimiter = ";"\ncolumn = [{ head = "Cuenta", of = "digits" }]\n', encoding="utf-8")
    assert [column.head for column in layout(str(path)).column] == ["Cuenta"]


@pytest.mark.parametrize("name", ["accounts", "nowhere", "../accounts"])
def test_a_name_that_is_none_is_refused_with_those_there_are(name):
    with pytest.raises(NoSuchTerms, match="plain"):
        layout(name)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("column = []", "column"),
        ('column = [{ head = "A", of = "worker" }]', "column.0.of"),
        ('colour = "red"\ncolumn = [{ head = "A", of = "name" }]', "colour"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_place(tmp_path, text, place):
    path = tmp_path / "bank.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TermsFaults, match=place):
        layout(str(path))

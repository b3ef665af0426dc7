"""The data-protection form says what the tables are."""

from pathlib import Path

from jornal.actions.kept import choices, form
from jornal.journal.fact import kinds

PRIVACY = Path(__file__).parents[2] / "docs" / "privacy.md"


def test_every_table_has_its_row():
    rows = form().splitlines()[2:]
    assert [row.split("`")[1] for row in rows] == sorted(kinds())


def test_names_and_what_she_tells_stand_among_what_is_sealed():
    row = next(row for row in form().splitlines() if row.startswith("| `worker` "))
    *_, opened, sealed, _ = row.split("|")
    assert "name" in sealed
    assert "born_on" in sealed
    assert "name" not in opened


def test_the_page_on_privacy_holds_the_form_as_it_is():
    text = PRIVACY.read_text(encoding="utf-8")
    _, _, rest = text.partition("<!-- kept: begin -->\n")
    assert rest.partition("<!-- kept: end -->")[0] == f"{form()}\n", "Print it anew with `jornal privacy`."


def test_choices_are_found_with_their_columns():
    assert ("custody.status", "sentenced") in set(choices())

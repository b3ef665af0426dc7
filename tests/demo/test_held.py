from jornal.demo.cast import code
from jornal.demo.held import tables
from jornal.demo.world import place


def rows(name: str) -> list[tuple]:
    return next(list(found) for called, _, found in tables() if called == name)


def test_every_table_has_as_many_cells_as_headings(register):
    for name, heads, found in tables():
        assert all(len(row) == len(heads) for row in found), name


def test_agreements_have_parties_and_dates(register):
    ((_, parties, clauses, *_, until),) = rows("Agreements")
    assert "Asociación Hilo Abierto" in parties
    assert "retention_years: 12" in clauses
    assert str(until) == "2027-11-17"


def test_some_have_been_at_work_for_more_than_two_years(register):
    assert sum(str(since) < "2024-10-01" for _, since, *_ in rows("Contracts and consents")) >= 3


def test_what_was_said_no_to_is_told(register):
    said = " ".join(what for _, what in rows("What was said no to, and taken back"))
    refused, declined = code(place("qori/cusco"), 16), code(place("qori/cusco"), 7)
    assert f"{refused} was offered work and refused" in said
    assert f"{declined} was asked for overtime" in said


def test_corrections_stand_with_their_reasons(register):
    why = [reason for *_, reason in rows("Corrected and taken back")]
    assert "she was there; the trainer's list says so" in why


def test_each_month_is_paid_and_closed(register):
    assert [(row[1], row[-1]) for row in rows("Pay")] == [
        (f"2026-{month}", "closed") for month in ("08", "09", "10")
    ]

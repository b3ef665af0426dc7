"""The pieces of a site as the rules read them; those without a rate are kept apart and never dropped."""

from datetime import date

import pytest

import crew
from jornal.facts.pieces import LocalOperation, OperationAdopted, Pieces, Rejected
from jornal.journal import place
from jornal.journal.record import corrected, voided
from jornal.reads.pieces import local_operations, pieces, unpriced
from jornal.rules.rows import Piece
from jornal.units.periods import month

OCTOBER = month("2026-10")
MONDAY, NAMED, RATED = date(2026, 10, 5), date(2026, 10, 8), date(2026, 10, 19)


def made(
    worker: str = "QC01", day: date = MONDAY, operation: str = "sole", number: int = 1, **more: object
) -> Pieces:
    said = {"site": "cusco", "good": 20, "rework": 0, **more}
    return Pieces(worker=worker, day=day, operation=operation, number=number, **said)


def rejected(of: Pieces, number: int = 1, **more: object) -> Rejected:
    said = {"count": 3, "cause": "worker", "decided_by": "R1", "heard": "yes", "later_sold": False, **more}
    return Rejected(pieces=of.root, number=number, **said)


@pytest.mark.usefixtures("database")
def test_pieces_come_with_what_was_rejected_of_them():
    here = crew.begun()
    first, second = here.put([made(tally="T7"), made(number=2, good=5, rework=2)])
    here.put(
        [rejected(first), rejected(first, 2, cause="material", count=4), rejected(second, heard="declined")]
    )
    assert pieces("cusco", OCTOBER) == {
        "QC01": [
            Piece("pieces 2026-10-05 sole 1", MONDAY, "sole", 20, 4, 3, "T7"),
            Piece("pieces 2026-10-05 sole 2", MONDAY, "sole", 5, 3, 0, ""),
        ]
    }


@pytest.mark.usefixtures("sqlite")
def test_only_the_period_the_site_and_the_workers_asked_for_are_read():
    here = crew.begun()
    here.put(
        [
            made(day=date(2026, 9, 30)),
            made(),
            made(number=2, site="lima"),
            made("QC02"),
            made(day=date(2026, 11, 1)),
        ]
    )
    found = pieces("cusco", OCTOBER, workers=["QC01"])
    assert {worker: [one.id for one in rows] for worker, rows in found.items()} == {
        "QC01": ["pieces 2026-10-05 sole 1"]
    }


@pytest.mark.usefixtures("sqlite")
def test_corrections_count_and_what_was_taken_back_does_not():
    here = crew.begun()
    first, gone = here.put([made(), made("QC02")])
    (refused,) = here.put([rejected(first)])
    here.put(
        [
            corrected(first, "counted again", good=18),
            voided(gone, "not hers"),
            corrected(refused, "sold", later_sold=True),
        ]
    )
    found = pieces("cusco", OCTOBER)
    assert [(one.good, one.rejected_paid, one.rejected_unpaid) for one in found.pop("QC01")] == [(18, 3, 0)]
    assert found == {}


@pytest.mark.usefixtures("sqlite")
def test_a_book_reads_as_it_stood():
    here = crew.begun()
    (first,) = here.put([made()])
    before = {"cusco": place.found("cusco").seq}
    here.put([rejected(first), made("QC02")])
    found = pieces("cusco", OCTOBER, before)
    assert {worker: [one.rejected_unpaid for one in rows] for worker, rows in found.items()} == {"QC01": [0]}


@pytest.fixture
def straps():
    """Straps made before the site named them, while they had no rate, and after headquarters gave them one."""
    here = crew.begun()
    (local,) = here.put([LocalOperation(site="cusco", operation="strap", label="Strap", since=NAMED)])
    here.put([made(day=day, operation="strap") for day in (MONDAY, NAMED, RATED)])
    crew.headquarters().put(
        [OperationAdopted(local=local.root, day=RATED, operation="strap-sewing")], "hq_site"
    )


def named(found: dict[str, list[Piece]]) -> list[tuple[str, str]]:
    return [(str(one.day), one.operation) for one in found.get("QC01", [])]


@pytest.mark.usefixtures("database", "straps")
def test_pieces_without_a_rate_stand_apart_until_their_day():
    assert named(unpriced("cusco", OCTOBER)) == [("2026-10-08", "strap")]
    assert named(pieces("cusco", OCTOBER)) == [("2026-10-05", "strap"), ("2026-10-19", "strap-sewing")]


@pytest.mark.usefixtures("sqlite", "straps")
@pytest.mark.parametrize(
    ("day", "waiting"),
    [(MONDAY, set()), (NAMED, {"strap"}), (date(2026, 10, 18), {"strap"}), (RATED, set())],
    ids=str,
)
def test_an_operation_waits_from_when_it_is_named_until_it_has_a_rate(day, waiting):
    assert local_operations("cusco", day) == waiting
    assert local_operations("lima", day) == frozenset()


@pytest.mark.usefixtures("sqlite", "straps")
def test_every_piece_is_either_priced_or_apart():
    every = Pieces.objects.current().count()
    assert every == sum(len(rows) for read in (pieces, unpriced) for rows in read("cusco", OCTOBER).values())

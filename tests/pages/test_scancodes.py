"""What a scanned code means."""

import pytest

from jornal.actions.piecesheet import Operation
from jornal.pages.scancodes import Known, ScanFault, Sitting, after
from jornal.units.identifiers import with_check

ANA, BEA, AWAY, LOT = (with_check(body) for body in ("QC001", "QC002", "QC003", "L77"))
KNOWN = Known(frozenset({ANA, BEA}), [Operation("sole", "Sewing the sole"), Operation("101", "Lacing")], "QC")


def scanned(*codes: str) -> Sitting:
    sitting = Sitting()
    for code in codes:
        sitting = after(sitting, code, KNOWN)
    return sitting


@pytest.mark.parametrize(
    ("codes", "lines"),
    [
        ((ANA, "sole", "12"), [(ANA, "sole", "", 12, 0)]),
        ((f"{ANA.lower()} SOLE 12+2",), [(ANA, "sole", "", 12, 2)]),
        ((ANA, "sewing the sole", "12", "3"), [(ANA, "sole", "", 12, 0), (ANA, "sole", "", 3, 0)]),
        ((ANA, "101", "101"), [(ANA, "101", "", 101, 0)]),
        ((ANA, "sole", LOT, "12", "4"), [(ANA, "sole", LOT, 12, 0), (ANA, "sole", "", 4, 0)]),
        (
            ("sole", ANA, "#bundle-9", "12", BEA, "7"),
            [(ANA, "sole", "bundle-9", 12, 0), (BEA, "sole", "", 7, 0)],
        ),
    ],
)
def test_a_worker_an_operation_and_a_number_are_a_line(codes, lines):
    found = scanned(*codes).lines
    assert [(one.worker, one.operation, one.lot, one.good, one.rework) for one in found] == lines


@pytest.mark.parametrize(
    ("codes", "says"),
    [
        ((ANA[:-1] + ("A" if ANA[-1] != "A" else "B"),), "check letter"),
        ((AWAY,), "nobody who is enrolled here"),
        (("hat",), "no worker, operation or lot"),
        (("sole", "12"), "Scan the worker first"),
        ((ANA, "12"), "Scan the operation first"),
        ((ANA, "sole", "99999999"), "more than anybody makes"),
    ],
)
def test_a_code_that_means_nothing_says_what_to_do(codes, says):
    with pytest.raises(ScanFault, match=says):
        scanned(*codes)


def test_a_sitting_is_kept_as_plain_values():
    sitting = scanned(ANA, "sole", "12")
    assert Sitting.of(sitting.kept()) == sitting
    assert Sitting.of({}) == Sitting()

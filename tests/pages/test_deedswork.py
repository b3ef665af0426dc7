"""What is recorded of a worker's work."""

from jornal.pages.deed import DAY, WORK
from jornal.pages.deedswork import DEEDS


def test_contract_and_grade_stand_under_her_work_and_rows_under_her_days():
    groups = {verb: deed.group for verb, deed in DEEDS.items()}
    assert (groups["sign-contract"], groups["grade"], groups["mark"], groups["count"]) == (
        WORK,
        WORK,
        DAY,
        DAY,
    )

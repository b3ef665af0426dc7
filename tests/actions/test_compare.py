"""What was due beside what was really paid."""

import pytest

from jornal.actions.compare import compared
from jornal.actions.folder import read


@pytest.fixture
def paid(desk):
    """October paid; gives the comparison with a sheet of payments."""
    desk.pay()
    desk.told()

    def beside(text):
        return compared(read(desk.folder / "2026-10"), desk.sheet("paid.csv", text))

    return beside


def due(desk, code):
    totals = desk.worker(code)["totals"]
    return totals["in_hand"] + totals["instructions"]


def major(amount):
    return f"{amount // 100}.{amount % 100:02}"


def all_due(desk, **less):
    rows = [f"{code},{major(due(desk, code) - less.get(code, 0))}" for code in ("Q01", "Q02", "Q21")]
    return "code,paid\n" + "\n".join(rows) + "\n"


def by_code(found):
    return {one["code"]: one["status"] for one in found["workers"]}


def test_what_was_paid_to_the_cent_is_right(desk, paid):
    assert paid(all_due(desk))["summary"] == {
        "right": 3, "below": 0, "above": 0, "unknown": 0, "below_by": 0, "above_by": 0,
    }  # fmt: skip


def test_what_was_paid_below_and_above_is_summed_apart_so_that_one_never_hides_the_other(desk, paid):
    summary = paid(all_due(desk, Q01=500, Q02=-300))["summary"]
    assert (summary["below_by"], summary["above_by"], summary["right"]) == (500, 300, 1)


def test_the_difference_of_the_coin_is_not_a_difference(desk, paid):
    difference = desk.worker("Q01")["how_paid"]["difference"]
    assert by_code(paid(all_due(desk, Q01=difference)))["Q01"] == "right"


def test_one_who_is_not_in_the_payments_is_not_known_and_not_right(desk, paid):
    rows = all_due(desk).splitlines()
    assert by_code(paid("\n".join([rows[0], *rows[2:]])))["Q01"] == "unknown"


def test_one_who_is_paid_twice_in_the_sheet_is_not_known_and_not_guessed(desk, paid):
    found = paid(all_due(desk) + "Q01,1.00\n")
    assert (by_code(found)["Q01"], len(found["listed"])) == ("unknown", 2)


def test_a_payment_that_cannot_be_read_is_listed_and_not_known(desk, paid):
    found = paid(all_due(desk).replace("Q01,", "Q01,much "))
    assert (by_code(found)["Q01"], len(found["listed"])) == ("unknown", 1)


def test_one_without_a_slip_is_not_known(desk, paid):
    desk.sheet("shifts.csv", "code,day,hours\nQ01,2026-10-05,many\nQ02,2026-10-05,5\n")
    desk.pay()
    assert by_code(paid("code,paid\nQ01,10.00\n"))["Q01"] == "unknown"


def test_nothing_of_the_run_changes(desk, paid):
    before = (desk.folder / "2026-10" / "run.json").read_bytes()
    paid(all_due(desk))
    assert (desk.folder / "2026-10" / "run.json").read_bytes() == before

"""A payslip as a fact."""

import pytest

import payroll
from jornal.actions.issuing import draft
from jornal.actions.slips import Whole, lines_of, money_out, private_of, says, slips_from
from jornal.actions.stored import line_from
from jornal.facts.pay import Slip
from jornal.facts.people import Forgotten
from jornal.journal.keys import NoKey
from jornal.journal.vaultlog import Reader

OCTOBER = "2026-10"


@pytest.fixture
def here(begun, tmp_path):
    with payroll.copied(begun, tmp_path) as found:
        yield found


LINE = {
    "part": "earning", "kind": "hourly", "code": "", "quantity": 300, "unit": "min", "rate": "1180", "amount": 5900,
    "layer": "contract", "rule": "hourly", "source": "agreement", "label": "", "since": "2026-07-01", "confidence": "",
    "payee": "", "of": "", "why": "", "facts": [["day", "2026-10-01"]], "rests_on": ["shift 2026-10-01 1"],
}  # fmt: skip
CREDIT = [{"code": "PE-R5", "days": 1, "minutes": 300, "credited": 0}]


def row(worker: str = "Q01", **more) -> dict:
    totals = {
        "gross": 5900,
        "deductions": 590,
        "instructions": 100,
        "held": 0,
        "in_hand": 5210,
        "owed_back": 0,
    }
    return {
        "code": worker, "status": "ready", "language": "es", "contract": {"id": "cusco-hourly"}, "lines": [LINE],
        "totals": totals, "comparison": None, "faults": [], "credit": CREDIT,
        "carry": {"year_to_date": {"gross": 5900}, "credit": CREDIT, "shifts": ()}, **more,
    }  # fmt: skip


def test_a_line_is_kept_without_what_is_empty_and_comes_back_whole(here):
    (found,) = slips_from(draft(here, OCTOBER), [row()], None)
    assert "payee" not in found.lines["lines"][0]
    assert line_from(lines_of(found)[0]) == line_from(LINE)


def test_a_line_of_nought_comes_back_as_nought(here):
    (found,) = slips_from(draft(here, OCTOBER), [row(lines=[{**LINE, "amount": 0, "quantity": 0}])], None)
    assert (lines_of(found)[0]["amount"], lines_of(found)[0]["quantity"]) == (0, 0)


def test_the_ratio_code_is_sealed_and_stands_nowhere_else(here):
    (found,) = slips_from(draft(here, OCTOBER), [row()], here.opened())
    reader = Reader("S1", "test", here.hand.now())
    assert private_of(here.opened().opened("Q01", "credit", found.credit, reader=reader)) == {
        "carry": CREDIT,
        "credit": CREDIT,
    }
    assert "PE-R5" not in says(found)
    assert found.carry == {"year_to_date": {"gross": 5900}, "shifts": []}


def test_who_was_forgotten_has_a_slip_without_a_tally(here):
    here.opened().forget("Q02")
    first = {"asked_on": here.day, "retention_ended_on": here.day}
    here.put([Forgotten(who="Q02", **first)])
    one, other = slips_from(draft(here, OCTOBER), [row(), row("Q02")], here.opened())
    assert (bool(one.credit), other.credit) == (True, "")


def test_a_key_that_is_missing_is_named(here):
    with pytest.raises(NoKey, match="Q77"):
        slips_from(draft(here, OCTOBER), [row("Q77")], here.opened())


def test_nothing_sealed_is_nothing():
    assert private_of("") == {"credit": [], "carry": []}


def test_the_whole_adds_up_what_leaves_and_its_digest_depends_on_every_slip_and_their_order(here):
    run = draft(here, OCTOBER)
    slips = slips_from(run, [row(), row("Q02")], None)

    def whole(*some: Slip):
        found = Whole()
        for slip in some:
            found.add(slip)
        return found.issued(run)

    assert (whole(*slips).slips, whole(*slips).gross, whole(*slips).total) == (2, 11800, 2 * 5900)
    assert money_out(slips[0]) == 5210 + 590 + 100
    assert len({whole(*some).digest for some in (slips, slips[::-1], slips[:1], ())}) == 4

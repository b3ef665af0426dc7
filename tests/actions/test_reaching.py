"""What reaches back for everybody, and what is carried on from month to month: rates, terms, tallies, the year."""

from datetime import date

import pytest

import payroll
from jornal.actions import adopt
from jornal.actions.slips import private_of
from jornal.facts.attendance import Shift, Stoppage
from jornal.facts.people import CarriedOver, OpeningBalance, Ratio
from jornal.facts.work import RateCard
from jornal.journal.canon import canonical
from jornal.journal.vaultlog import Reader
from jornal.rules.rows import CreditCarry
from jornal.terms.copied import copy
from offices import office
from payroll import issued, late, lines, mended, owed_back, slip, taken_on

SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = "2026-09", "2026-10", "2026-11", "2026-12"
TENTH = date(2026, 9, 10)


@pytest.fixture
def here(september, tmp_path):
    with payroll.checked(september, tmp_path) as found:
        yield found


def test_a_stoppage_recorded_late_changes_the_month_of_everybody_it_met(here):
    here.put(
        [
            Stoppage(
                site="cusco", workshop="", day=date(2026, 9, 29), number=1, what="lockdown", ordered_by="INPE"
            )
        ]
    )
    mended(here, "Q01", date(2026, 9, 29), 0)
    issued(here, OCTOBER)
    shown = {kind: amount for _, kind, amount in lines("Q01", OCTOBER, SEPTEMBER, "info")}
    assert (shown, owed_back("Q01", OCTOBER)) == ({"hourly": -5900, "lockdown": 2950}, 2950)
    assert not lines("Q02", OCTOBER, SEPTEMBER)  # who was marked that day stays as she was marked


def test_a_rate_raised_backwards_is_paid_to_everybody_of_that_grade(here):
    raised = {
        "per": "hour",
        "operation": "",
        "grade": "maker",
        "since": date(2026, 9, 1),
        "amount": "12.50",
        "layer": "contract",
    }
    here.put([RateCard(site="cusco", **raised)])
    issued(here, OCTOBER)
    assert (late("Q01", OCTOBER) > 0, late("Q02", OCTOBER)) == (True, 0)


def test_terms_that_reach_back_are_paid_for_the_months_they_reach(here, tmp_path):
    folder = tmp_path / "terms"
    copy(folder)
    file = folder / "enterprises" / "qori.toml"
    text = file.read_text(encoding="utf-8")
    assert '"11.80"' in text
    file.write_text(text.replace('"11.80"', '"12.50"'), encoding="utf-8")
    finance = office("hq_finance", "F1", day=date(2026, 10, 5))
    adopt.adopt(finance, "qori", folder, published=date(2026, 10, 5))
    issued(here, OCTOBER)
    assert late("Q01", OCTOBER) > 0


def test_what_a_site_before_left_is_carried_into_the_first_month(here):
    taken_on(here, "Q30", since=date(2026, 10, 1))
    carry = {"year": 2026, "year_to_date": {"gross": 5000}, "owed_back": 700}
    moved = {
        "from_site": "lima",
        "into_site": "cusco",
        "day": date(2026, 9, 30),
        "source_seq": 1,
        "source_digest": "0" * 64,
    }
    here.put([CarriedOver(worker="Q30", carry=carry, **moved)])
    payroll.days(here, date(2026, 10, 1), date(2026, 10, 2), workers=("Q30",))
    issued(here, OCTOBER)
    issued(here, NOVEMBER)
    found = slip("Q30", OCTOBER)
    assert (owed_back("Q30", OCTOBER), owed_back("Q30", NOVEMBER)) == (700, 700)
    assert found.carry["year_to_date"]["gross"] == 5000 + found.gross


def test_a_year_ends_with_its_last_month(here):
    here.put(
        [OpeningBalance(worker="Q01", day=date(2025, 12, 31), site="cusco", year_to_date={"gross": 5000})]
    )
    assert slip("Q01", SEPTEMBER).carry["year_to_date"]["gross"] == slip("Q01", SEPTEMBER).gross


def tally(here, worker: str, month: str) -> list:
    keys, reader = here.opened(), Reader("S1", "test", here.hand.now())
    told = private_of(keys.opened(worker, "credit", slip(worker, month).credit, reader=reader))
    return [CreditCarry(*row) for row in told["carry"]]


def test_a_tally_is_mended_with_the_days_it_counts(here):
    told = canonical({"code": "PE-R5", "paper_on": "2026-08-01", "digest": "0" * 64})
    for worker in ("Q01", "Q02"):
        here.put(
            [Ratio(worker=worker, since=date(2026, 9, 1), told=here.opened().seal(worker, "told", told))]
        )
    issued(here, OCTOBER)
    for day in (10, 11):
        mended(here, "Q01", date(2026, 9, day), 0)
    issued(here, NOVEMBER)

    def whole(worker: str) -> int:
        return sum(one.credited * 5 + one.days for one in tally(here, worker, NOVEMBER))

    assert whole("Q02") - whole("Q01") == 2


def test_a_late_row_before_the_first_month_of_all_is_named_on_her_slip(here):
    here.put([Shift(worker="Q01", day=date(2026, 8, 28), number=1, site="cusco", what="work", minutes=300)])
    issued(here, OCTOBER)
    faults = slip("Q01", OCTOBER).faults["faults"]
    assert [dict(one["says"])["place"] for one in faults if "before the first month" in one["key"]] == [
        "shift 2026-08-28 1"
    ]

"""Everything a run reads."""

import pytest

from agreement import piece, rate
from jornal.actions.inputs import Asked, NoSuchFolder, NoSuchSite, gathered, rates_of


def asked(desk, **more):
    told = {
        "people": desk.folder / "people.csv",
        "attendance": (desk.folder / "shifts.csv",),
        "pieces": (desk.folder / "pieces.csv",),
        "enterprise": "qori",
        "site": "cusco",
        "month": "2026-10",
    }
    return Asked(**{**told, **more})


def test_people_are_in_the_order_of_their_codes(desk):
    rows = (desk.folder / "people.csv").read_text(encoding="utf-8").splitlines()
    desk.sheet("people.csv", "\n".join([rows[0], *rows[:0:-1]]) + "\n")
    assert [one.worker.code for one in gathered(asked(desk)).people] == ["Q01", "Q02", "Q21"]


def test_rows_are_gathered_by_worker(desk):
    found = gathered(asked(desk))
    assert {code: len(rows) for code, rows in found.entries.items()} == {"Q01": 2, "Q02": 1}


def test_rows_of_an_earlier_month_are_kept_apart(desk):
    desk.sheet("shifts.csv", "code,day,hours\nQ01,2026-09-30,5\nQ01,2026-10-05,5\n")
    found = gathered(asked(desk))
    assert [len(rows["Q01"]) for rows in (found.entries, found.late_entries)] == [1, 1]


def test_every_file_is_known_by_its_digest(desk):
    before = [one["sha256"] for one in gathered(asked(desk)).files]
    desk.sheet("pieces.csv", "code,day,operation,good\nQ21,2026-10-05,scarf,10\n")
    after = [one["sha256"] for one in gathered(asked(desk)).files]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, True, False]


def test_a_debt_is_known_by_the_step_that_asks_for_it(desk):
    assert gathered(asked(desk)).people[0].worker.balances["pe-reparation"] == 500_000


def test_a_site_that_is_not_there_names_those_that_are(desk):
    with pytest.raises(NoSuchSite, match="cusco, chiang-mai"):
        gathered(asked(desk, site="lima"))


def test_named_terms_that_are_not_there_are_not_passed_over_for_others(desk):
    with pytest.raises(NoSuchFolder, match="jornal terms init"):
        gathered(asked(desk, terms=desk.folder / "nowhere"))


def test_a_rate_of_the_sheet_stands_in_place_of_the_same_rate_and_beside_the_others():
    contract, sheet = (rate("5.00"), piece("sole", "4.00")), (rate("6.00"), piece("heel", "1.00"))
    assert [(one.operation, one.value[0].amount) for one in rates_of(contract, sheet)] == [
        ("", 6),
        ("sole", 4),
        ("heel", 1),
    ]

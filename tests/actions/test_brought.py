"""What a run takes up from the runs before: straddling week, year to date, credit, corrections made once."""

import json

import pytest

SEPTEMBER = """
    code,day,hours
    Q01,2026-09-07,5
    Q01,2026-09-30,5
    Q02,2026-09-07,5
"""


@pytest.fixture
def september(desk):
    """September paid; then the sheets of October lie on the desk."""
    shifts = (desk.folder / "shifts.csv").read_text(encoding="utf-8")
    desk.sheet("shifts.csv", SEPTEMBER)
    desk.sheet("pieces.csv", "code,day,operation,good\nQ21,2026-09-30,scarf,9\n")
    desk.pay(month="2026-09")
    desk.sheet("shifts.csv", shifts)
    desk.sheet("pieces.csv", "code,day,operation,good\nQ21,2026-10-05,scarf,9\n")
    return desk


def october(desk, *more):
    desk.pay("--previous", "2026-09", *more)
    return desk


def late(desk, row, name="shifts.csv"):
    """A row of September that comes to light in October."""
    desk.sheet(name, (desk.folder / name).read_text(encoding="utf-8") + row + "\n")


def test_the_year_so_far_goes_on(september):
    gross = [
        one.worker("Q01", name)["totals"]["gross"]
        for one in [october(september)]
        for name in ("2026-09", "2026-10")
    ]
    assert september.worker("Q01")["year_to_date"]["gross"] == sum(gross)


def test_nothing_new_is_no_correction(september):
    assert [one for one in october(september).worker("Q01")["lines"] if one["of"]] == []


def test_a_forgotten_day_of_september_is_paid_in_october(september):
    late(september, "Q01,2026-09-08,5")
    lines = october(september).lines("Q01", "earning")
    assert [(kind, amount) for kind, _, amount, of in lines if of == "2026-09"] == [("hourly", 5900)]


def test_its_deductions_and_her_familys_half_follow(september):
    late(september, "Q01,2026-09-08,5")
    lines = october(september).lines("Q01", "deduction", "instruction")
    assert [amount for _, _, amount, of in lines if of == "2026-09"] == [590, 1180, 2065]


def test_a_correction_is_paid_once_and_not_again_in_november(september):
    late(september, "Q01,2026-09-08,5")
    october(september)
    september.sheet("shifts.csv", "code,day,hours\nQ01,2026-11-03,5\n")
    september.sheet("pieces.csv", "code,day,operation,good\n")
    september.pay("--previous", "2026-09", "--previous", "2026-10", month="2026-11")
    assert [one for one in september.worker("Q01", "2026-11")["lines"] if one["of"]] == []


def test_a_day_that_was_paid_by_mistake_is_shown_as_owed_back_and_never_taken(september):
    late(september, "Q01,2026-09-07,1")
    worker = october(september).worker("Q01")
    before = sum(
        one["amount"] for one in worker["lines"] if one["part"] in ("earning", "top_up") and not one["of"]
    )
    assert (worker["totals"]["owed_back"] > 0, worker["totals"]["gross"]) == (True, before)


@pytest.mark.parametrize("given", [("2026-10",), ("2026-09", "2026-10")])
def test_what_is_owed_back_neither_grows_nor_vanishes_by_itself(september, given):
    late(september, "Q01,2026-09-07,1")
    owed = october(september).worker("Q01")["totals"]["owed_back"]
    september.sheet("shifts.csv", "code,day,hours\nQ01,2026-11-03,5\n")
    september.sheet("pieces.csv", "code,day,operation,good\n")
    september.pay(*(word for name in given for word in ("--previous", name)), month="2026-11")
    assert september.worker("Q01", "2026-11")["totals"]["owed_back"] == owed


@pytest.mark.parametrize("given", [("2026-10",), ("2026-09", "2026-10")])
def test_what_she_gave_back_is_not_counted_twice(september, given):
    """November after October alone once showed her 1.00 less than she owed back, and would have forgiven it."""
    late(september, "Q01,2026-09-07,1")
    heads = "code,day,label,amount,reason,payer,approver,kind,step,agreed\n"
    september.sheet(
        "sums.csv", f"{heads}Q01,2026-10-05,back,1.00,agreed,Q01,F1,repayment,owed_back,2026-10-05\n"
    )
    left = october(september, "--adjustments", "sums.csv").worker("Q01")["totals"]["owed_back"]
    september.sheet("shifts.csv", "code,day,hours\nQ01,2026-11-03,5\n")
    september.sheet("pieces.csv", "code,day,operation,good\n")
    september.pay(*(word for name in given for word in ("--previous", name)), month="2026-11")
    assert september.worker("Q01", "2026-11")["totals"]["owed_back"] == left


def test_a_run_that_was_damaged_is_refused_with_one_sentence(september):
    run = september.read("2026-09")
    run["workers"][0]["carry"]["shifts"] = [["shifts.csv!3", "the 30th", 300]]
    (september.folder / "2026-09" / "run.json").write_text(json.dumps(run), encoding="utf-8")
    assert september.pay("--previous", "2026-09") == 2
    assert "What Q01 carries on from 2026-09 cannot be read in its run." in september.told()[1]


def test_the_straddling_week_is_carried(september):
    assert [one[1] for one in september.worker("Q01", "2026-09")["carry"]["shifts"]] == ["2026-09-30"]


def test_a_rest_day_of_a_straddling_week_is_paid_in_october(september):
    assert [kind for kind, *_ in october(september).lines("Q21", "earning")] == [
        "piece",
        "rest_pay",
        "rest_pay",
    ]


def test_a_rate_raised_backwards_is_made_up(september):
    september.sheet("rates.csv", "per,grade,amount,since\nhour,maker,12.80,2026-01-01\n")
    lines = october(september, "--rates", "rates.csv").lines("Q01", "earning")
    assert [(kind, amount) for kind, _, amount, of in lines if of] == [("hourly", 1000)]  # 10 h at 1.00 more


def test_pieces_of_september_stand_in_place_of_those_of_the_same_day_and_operation(september):
    late(september, "Q21,2026-09-30,scarf,10", "pieces.csv")
    lines = october(september).lines("Q21", "earning")
    assert ("piece", "scarf", 1250, "2026-09") in lines


def test_a_run_of_another_site_is_refused(desk):
    desk.sheet("people.csv", "code,name,contract\nC01,Nok,chiang-mai-hourly\n")
    desk.sheet("shifts.csv", "code,day,hours\nC01,2026-09-07,6\n")
    told = [
        "pay",
        "people.csv",
        "shifts.csv",
        "--enterprise",
        "qori",
        "--site",
        "chiang-mai",
        "--month",
        "2026-09",
    ]
    desk.run(*told, "--out", str(desk.folder / "2026-09"), "--no-papers")
    desk.told()
    assert desk.pay("--previous", "2026-09") == 2
    assert "is a run of chiang-mai, not of cusco" in desk.told()[1]

"""A month paid from the sheets to the folder, as a manager does it."""

import json

import pytest

from jornal.papers import folder as papers

RATES = "per,grade,amount,since\nhour,maker,{maker},2026-01-01\n"


def test_a_month_without_open_rows_ends_with_nought_and_says_what_to_open(desk):
    code = desk.pay()
    out, err = desk.told()
    assert (code, err, "index.html" in out) == (0, "", True)


def test_the_folder_is_whole_with_every_paper(desk):
    desk.pay(papers=True)
    found = sorted(
        path.relative_to(desk.folder / "2026-10").as_posix()
        for path in (desk.folder / "2026-10").rglob("*.*")
    )
    slips = [f"{room}/{code}.pdf" for room in ("hours", "slips", "tallies") for code in ("Q01", "Q02", "Q21")]
    assert found == sorted([*slips, "index.html", "run.json", "terms.json", "totals.pdf"])


def test_the_same_inputs_give_the_same_bytes(desk):
    for name in ("one", "two"):
        desk.pay(out=name, papers=True)
    files = [path.relative_to(desk.folder / "one") for path in (desk.folder / "one").rglob("*.*")]
    assert [
        str(file)
        for file in files
        if (desk.folder / "one" / file).read_bytes() != (desk.folder / "two" / file).read_bytes()
    ] == []


def test_nothing_is_left_beside_the_folder(desk):
    desk.pay()
    desk.pay()
    assert sorted(path.name for path in desk.folder.iterdir() if path.is_dir()) == ["2026-10"]


def test_a_run_that_fails_half_way_leaves_the_run_before_it_whole(desk, monkeypatch):
    desk.pay(papers=True)
    before = {path: path.read_bytes() for path in (desk.folder / "2026-10").rglob("*.*")}

    def broken(_run, folder, *_more):
        (folder / "slips").mkdir()
        (folder / "slips" / "Q01.pdf").write_bytes(b"half")
        raise OSError("the disk is full")

    monkeypatch.setattr(papers, "write", broken)
    code = desk.pay(papers=True)
    assert (code, {path: path.read_bytes() for path in (desk.folder / "2026-10").rglob("*.*")}) == (2, before)
    assert sorted(path.name for path in desk.folder.iterdir() if path.is_dir()) == ["2026-10"]


def test_a_folder_that_is_not_a_run_is_left_alone(desk):
    (desk.folder / "letters").mkdir()
    desk.sheet("letters/letter.txt", "mine")
    code = desk.pay(out="letters")
    assert (code, [path.name for path in (desk.folder / "letters").iterdir()]) == (2, ["letter.txt"])
    assert "is not a run of jornal" in desk.told()[1]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (("--enterprise", "qoro"), 'There is no enterprise "qoro"'),
        (("--site", "lima"), 'has no site "lima"'),
        (("--month", "2026-13"), "is not a month"),
        (("--month", "october"), "is not a month"),
        (("--previous", "nowhere"), "holds no run that can be read"),
        (("--rates", "nowhere.csv"), "cannot be opened"),
        (("--adjustments", "nowhere.csv"), "cannot be opened"),
        (("--terms", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence_and_nothing_is_written(desk, told, says):
    code = desk.pay(*told)
    out, err = desk.told()
    assert (code, out, err.count("\n"), says in err, "Traceback" in err) == (2, "", 1, True, False)
    assert not (desk.folder / "2026-10").exists()


def test_a_missing_sheet_is_named(desk):
    (desk.folder / "pieces.csv").unlink()
    assert desk.pay() == 2
    assert "pieces.csv" in desk.told()[1]


def test_a_file_that_is_no_sheet_is_refused_in_a_sentence(desk):
    (desk.folder / "shifts.csv").write_bytes(b"\x00\x01\x02\xff" * 50)
    assert desk.pay() == 2
    assert desk.told()[1].count("\n") == 1


def bad_row(desk):
    return desk.sheet(
        "shifts.csv", "code,day,hours\nQ01,2026-10-05,5\nQ01,2026-10-06,many\nQ02,2026-10-05,5\n"
    )


def test_a_worker_with_a_bad_row_gets_no_slip_and_the_others_do(desk):
    bad_row(desk)
    code = desk.pay(papers=True)
    assert (code, [one["status"] for one in desk.read()["workers"]]) == (1, ["none", "ready", "ready"])
    assert not (desk.folder / "2026-10" / "slips" / "Q01.pdf").exists()


def test_the_bad_row_comes_back_in_a_file_to_mend(desk):
    bad_row(desk)
    desk.pay()
    text = (desk.folder / "2026-10" / "to-mend-shifts.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1].startswith("Q01,2026-10-06,many,")


def test_the_mended_file_read_in_again_pays_her(desk):
    bad_row(desk)
    desk.pay()
    text = (desk.folder / "2026-10" / "to-mend-shifts.csv").read_text(encoding="utf-8-sig")
    desk.sheet("to-mend-shifts.csv", text.replace("many", "5"))
    code = desk.pay(mended="to-mend-shifts.csv")
    assert (code, desk.worker("Q01")["hours"]) == (0, [{"kind": "work", "minutes": 600, "days": 2}])


def test_a_mended_file_may_follow_at_the_end_of_the_same_command(desk):
    bad_row(desk)
    desk.pay()
    text = (desk.folder / "2026-10" / "to-mend-shifts.csv").read_text(encoding="utf-8-sig")
    path = desk.sheet("to-mend-shifts.csv", text.replace("many", "5"))
    assert desk.pay("--mended", str(path or desk.folder / "to-mend-shifts.csv")) == 0


def test_accepted_bad_rows_are_paid_on_account_and_marked(desk):
    bad_row(desk)
    code = desk.pay("--accept-bad-rows")
    worker = desk.worker("Q01")
    assert (code, worker["status"], worker["hours"][0]["minutes"]) == (1, "on_account", 300)


def test_a_row_whose_worker_cannot_be_read_makes_the_run_incomplete(desk):
    desk.sheet("shifts.csv", "code,day,hours\nQ01,2026-10-05,5\nQ99,2026-10-06,5\n")
    assert (desk.pay(), desk.read()["complete"], len(desk.read()["why_incomplete"])) == (1, False, 1)


def test_overlapping_shifts_hold_her_slip_and_are_listed(desk):
    desk.sheet(
        "shifts.csv",
        "code,day,start,end\nQ01,2026-10-05,08:00,13:00\nQ01,2026-10-05,12:00,14:00\nQ02,2026-10-05,08:00,13:00\n",
    )
    code = desk.pay()
    assert (code, desk.worker("Q01")["status"], desk.worker("Q02")["status"]) == (1, "none", "ready")
    assert [(one["used"], one["listed"]) for one in desk.read()["inputs"]] == [(3, 0), (1, 2), (1, 0)]


def test_rows_in_are_rows_used_repeated_and_listed(desk):
    desk.sheet(
        "shifts.csv",
        "code,day,hours\nQ01,2026-10-05,5\nQ01,2026-10-05,5\nQ01,2026-10-06,x\nQ02,2026-10-05,5\n",
    )
    desk.pay()
    told = [(one["rows"], one["used"], one["repeated"], one["listed"]) for one in desk.read()["inputs"]]
    assert told == [(3, 3, 0, 0), (4, 2, 1, 1), (1, 1, 0, 0)]


def test_a_worker_of_a_contract_that_is_not_there_is_named_and_the_others_are_paid(desk):
    text = (desk.folder / "people.csv").read_text(encoding="utf-8")
    desk.sheet("people.csv", text.replace("cusco-hourly,maker", "cusco-nothing,maker"))
    assert (desk.pay(), [one["status"] for one in desk.read()["workers"]]) == (1, ["none", "ready", "ready"])


def test_one_without_rows_who_is_owed_a_holiday_gets_a_slip_for_it(desk):
    desk.sheet(
        "people.csv", "code,name,contract,grade,birth year,reparation\nQ01,Ana,cusco-hourly,maker,1990,0\n"
    )
    desk.sheet("shifts.csv", "code,day,hours\n")
    desk.sheet("pieces.csv", "code,day,operation,good\n")
    desk.pay()
    worker = desk.worker("Q01")
    assert (worker["totals"]["gross"] > 0, worker["status"]) == (True, "ready")


def test_rates_of_a_sheet_stand_in_place_of_the_contracts(desk):
    desk.sheet("rates.csv", RATES.format(maker="20.00"))
    desk.pay("--rates", "rates.csv")
    assert ("hourly", "maker", 20000, "") in desk.lines("Q01", "earning")


def test_a_grade_without_a_rate_is_issued_on_account_and_named(desk):
    text = (desk.folder / "people.csv").read_text(encoding="utf-8")
    desk.sheet("people.csv", text.replace("maker", "weaver"))
    code = desk.pay()
    assert (code, desk.worker("Q01")["status"], "weaver" in desk.told()[0]) == (0, "on_account", True)


def test_adjustments_are_lines_of_their_own_with_who_decided(desk):
    head, row = (
        "code,day,label,amount,reason,payer,approver,kind",
        "Q02,2026-10-20,Praise,10.00,new,workshop,Rosa,bonus",
    )
    desk.sheet("adjustments.csv", f"{head}\n{row}\n")
    desk.pay("--adjustments", "adjustments.csv")
    assert [row[2] for row in desk.lines("Q02", "bonus")] == [1000]


def test_every_line_names_rows_that_are_in_the_sheets(desk):
    desk.pay()
    rows = {row for one in desk.worker("Q01")["lines"] for row in one["rests_on"]}
    assert rows == {"shifts.csv!2", "shifts.csv!3"}


def test_the_run_holds_what_was_read_and_under_which_terms(desk):
    desk.pay()
    found = desk.read()
    names = [one["name"] for one in found["inputs"]]
    assert (names, found["terms"]["contracts"]) == (
        ["people.csv", "shifts.csv", "pieces.csv"],
        ["cusco-hourly", "cusco-piece"],
    )


def test_the_terms_stand_beside_the_run(desk):
    desk.pay()
    assert "cusco-hourly" in json.loads((desk.folder / "2026-10" / "terms.json").read_text(encoding="utf-8"))


def test_what_the_rules_noted_is_told_in_the_managers_language_down_to_its_days_and_names(desk):
    desk.sheet("shifts.csv", "code,day,hours\nQ01,2026-10-05,9\nQ02,2026-10-05,5\n")
    desk.pay()
    out, _ = desk.told()
    assert "Q01: 5 oct: 9 h trabajadas, más que el límite de 8 h (Como máximo 8 horas al día" in out
    assert "At most 8 hours" not in out

"""Every line of one worker's payslip in words."""

import pytest


@pytest.fixture
def paid(desk):
    desk.pay()
    desk.told()
    return desk


def explained(desk, *told):
    code = desk.run("explain", "2026-10", *told)
    return code, *desk.told()


def test_every_line_is_told_with_the_rows_it_rests_on(paid):
    code, out, _ = explained(paid, "Q01", "--language", "en")
    assert (code, "shifts.csv!2, shifts.csv!3" in out, "Ana Quispe" in out) == (0, True, True)


def test_there_are_as_many_sentences_as_lines(paid):
    out = explained(paid, "Q01", "--language", "en")[1]
    amounts = [row for row in out.splitlines() if row.strip().startswith(("S/", "−S/"))]
    assert len(amounts) == len(paid.worker("Q01")["lines"])


def test_it_is_told_in_her_own_language_unless_another_is_asked_for(paid):
    assert explained(paid, "Q01")[1] == explained(paid, "Q01", "--language", "es")[1]
    assert explained(paid, "Q01")[1] != explained(paid, "Q01", "--language", "en")[1]


@pytest.mark.parametrize("code", ["Q1", "Q99"])
def test_a_code_that_is_not_there_names_those_near(paid, code):
    found, out, err = explained(paid, code)
    assert (found, out, "Did you mean" in err and "Q0" in err) == (2, "", True)


def test_a_folder_without_a_run_is_refused(desk):
    assert desk.run("explain", "nowhere", "Q01") == 2
    assert "holds no run that can be read" in desk.told()[1]


def test_a_worker_without_a_slip_is_told_why(desk):
    desk.sheet("shifts.csv", "code,day,start,end\nQ01,2026-10-05,08:00,13:00\nQ01,2026-10-05,12:00,14:00\n")
    desk.pay()
    desk.told()
    assert "!" in explained(desk, "Q01")[1]

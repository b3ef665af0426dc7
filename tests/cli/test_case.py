"""Worked examples from the command line."""

import pytest

from jornal.actions.cases import packaged
from jornal.cli.main import main

W1 = packaged() / "pe-w1.toml"


def told(capsys, *words):
    code = main(["case", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_case_that_holds_ends_with_nought(capsys):
    code, out, _ = told(capsys, W1)
    assert (code, out.startswith("holds"), out.endswith("1 of 1 hold\n")) == (0, True, True)


def test_its_lines_are_printed_when_asked_for(capsys):
    assert "pe-inpe" in told(capsys, W1, "--lines")[1]


def test_a_case_that_differs_says_in_what_and_shows_its_lines(tmp_path, capsys):
    path = tmp_path / "w1.toml"
    path.write_text(
        W1.read_text(encoding="utf-8").replace('gross = "600.00"', 'gross = "601.00"'), encoding="utf-8"
    )
    code, out, _ = told(capsys, path)
    assert (code, "gross: 600.00, expected 601.00" in out, "hourly" in out) == (1, True, True)


def test_a_folder_of_cases_is_run_whole(tmp_path, capsys):
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(W1.read_text(encoding="utf-8"), encoding="utf-8")
    assert told(capsys, tmp_path)[1].endswith("2 of 2 hold\n")


@pytest.mark.parametrize("text", ["id = ", 'colour = "red"\n', 'id = "x"\nperiod = "2026-13"\n'])
def test_a_case_that_cannot_be_read_is_refused_in_a_sentence(tmp_path, capsys, text):
    (tmp_path / "bad.toml").write_text(text)
    code, _, err = told(capsys, tmp_path / "bad.toml")
    assert (code, err.startswith("jornal: "), "Traceback" in err) == (2, True, False)


def test_a_folder_without_cases_is_refused(tmp_path, capsys):
    assert told(capsys, tmp_path)[0] == 2

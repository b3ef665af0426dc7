import os
import subprocess
import sys

import pytest

from jornal.cli.explain import worker_of
from jornal.cli.main import main

GOOD = 'id = "GOOD"\ntitle = "An empty case"\nperiod = "2025-01"\nsite = { currency = "PEN" }\n'


def test_one_case_that_cannot_be_read_does_not_hide_the_others(tmp_path, capsys):
    (tmp_path / "a-bad.toml").write_text(GOOD + "[expect]\ngros = '1.00'\n", encoding="utf-8")
    (tmp_path / "b-good.toml").write_text(GOOD, encoding="utf-8")
    assert main(["case", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert 'refused  a-bad.toml: expect has no key "gros"' in said
    assert "1 of 2 hold" in said


@pytest.mark.parametrize("text", ["\x00", "hello", GOOD + "[[shift]]\nday = 2025-01-06\nstart = '25:00'\n"])
def test_a_single_case_that_cannot_be_read_is_refused_with_its_name(tmp_path, capsys, text):
    path = tmp_path / "my-case.toml"
    path.write_text(text, encoding="utf-8")
    assert main(["case", str(path)]) == 2
    assert "my-case.toml" in capsys.readouterr().err


def test_a_reader_that_stops_reading_does_not_stop_the_work(tmp_path):
    read_end, write_end = os.pipe()
    os.close(read_end)
    made = subprocess.run(
        [sys.executable, "-m", "jornal.cli.main", "template", str(tmp_path / "sheets"), "--month", "2026-10"],
        stdout=write_end,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write_end)
    assert (made.returncode, made.stderr) == (0, b"")
    assert (tmp_path / "sheets" / "paid.csv").is_file()


def test_a_full_disk_is_told_with_what_to_do(monkeypatch, capsys):
    def full(_told):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("jornal.cli.template.run", full)
    assert main(["template", "--month", "2026-10"]) == 2
    assert "no room left on the disk" in capsys.readouterr().err


PEOPLE = "code,name,contract,grade\nQ01,Ana,cusco-hourly,maker\nQ02,Bea,cusco-hourly,maker\n"
ATTENDANCE = (
    "code,day,start,end\nQ01,2026-10-05,8:00,13.61\nQ02,2026-10-05,8:00,13:00\nQ02,2026-10-06,8:00,25:00\n"
)


@pytest.fixture
def sheets(tmp_path):
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "att.csv").write_text(ATTENDANCE, encoding="utf-8")
    return tmp_path


def pay(at, *more):
    fixed = ["--enterprise", "qori", "--site", "cusco", "--month", "2026-10", "--no-papers"]
    return main(
        [
            "pay",
            str(at / "people.csv"),
            str(at / "att.csv"),
            *map(str, more),
            *fixed,
            "--out",
            str(at / "out"),
        ]
    )


def mend(path, was, now):
    text = path.read_text(encoding="utf-8-sig")
    assert was in text
    path.write_text(text.replace(was, now, 1), encoding="utf-8")


def test_rows_mended_in_two_goes_inside_the_run_folder_stay_mended(sheets):
    first, second = sheets / "out" / "to-mend-att.csv", sheets / "out" / "to-mend-att-2.csv"
    assert pay(sheets) == 1
    mend(first, "13.61", "13:00")
    assert pay(sheets, first) == 1
    mend(second, "25:00", "13:00")
    for _ in range(2):
        assert pay(sheets, first, second) == 0


def test_rows_that_overlap_are_counted_as_listed_on_the_screen(sheets, capsys):
    overlapping = "code,day,start,end\nQ01,2026-10-05,8:00,13:00\nQ01,2026-10-05,12:00,14:00\n"
    (sheets / "att.csv").write_text(overlapping, encoding="utf-8")
    assert pay(sheets) == 1
    assert "att.csv: 2 filas leídas = 0 usadas + 0 repetidas + 2 en lista" in capsys.readouterr().out


def test_a_code_may_be_asked_for_as_it_may_be_written_in_a_sheet():
    run = {"workers": [{"code": "Q01"}, {"code": "12.26"}]}
    assert [worker_of(run, asked)["code"] for asked in ("q-01", " Q 01", "12/26")] == ["Q01", "Q01", "12.26"]


def test_the_law_of_another_folder_is_not_shown_in_place_of_one_that_is_not_there(tmp_path, capsys):
    asked = ["terms", "show", "pe", "--on", "2025-01-01", "--terms", str(tmp_path / "none")]
    assert main(asked) == 2
    assert "There is no folder of terms" in capsys.readouterr().err


def test_a_day_that_is_none_is_refused_in_words(capsys):
    with pytest.raises(SystemExit):
        main(["terms", "show", "pe", "--on", "2025-13-01"])
    assert "2025-13-01 is not a day; write it as 2025-01-31" in capsys.readouterr().err

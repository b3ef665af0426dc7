"""The files to fill in, which read back as they are."""

import pytest

from jornal.cli.main import main


@pytest.mark.parametrize("language", ["en", "es", "th", "da"])
def test_the_files_are_written_in_each_language(tmp_path, capsys, language):
    code = main(["template", str(tmp_path / "sheets"), "--language", language, "--month", "2026-10"])
    named = capsys.readouterr().out.splitlines()
    assert (code, len(named), len(list((tmp_path / "sheets").iterdir()))) == (0, len(named), len(named))


def test_a_file_that_is_there_is_left_alone_and_named(tmp_path, capsys):
    (tmp_path / "people.csv").write_text("mine")
    main(["template", str(tmp_path), "--month", "2026-10"])
    out = capsys.readouterr().out
    assert ((tmp_path / "people.csv").read_text(), "people.csv is there already" in out) == ("mine", True)


def test_a_month_that_is_none_is_refused_and_nothing_is_written(tmp_path, capsys):
    assert main(["template", str(tmp_path / "sheets"), "--month", "2026-13"]) == 2
    assert "is not a month" in capsys.readouterr().err

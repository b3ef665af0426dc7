"""The law and agreements from the command line."""

import pytest

from jornal.cli.main import main


def told(capsys, *words):
    code = main(["terms", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_what_comes_with_jornal_has_nothing_wrong(capsys):
    assert told(capsys, "check") == (0, "Nothing is wrong.\n", "")


def test_copied_terms_have_nothing_wrong(tmp_path, capsys):
    told(capsys, "init", tmp_path / "terms")
    assert told(capsys, "check", tmp_path / "terms")[0] == 0


def test_terms_are_copied_with_every_pack_and_enterprise(tmp_path, capsys):
    told(capsys, "init", tmp_path / "terms")
    found = sorted(
        path.name
        for room in ("jurisdictions", "enterprises")
        for path in (tmp_path / "terms" / room).iterdir()
    )
    assert found == ["mx", "paso.toml", "pe", "qori.toml", "th", "thimble.toml", "trazo.toml", "uk"]


def test_a_changed_file_is_never_overwritten(tmp_path, capsys):
    told(capsys, "init", tmp_path / "terms")
    path = tmp_path / "terms" / "enterprises" / "qori.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    assert told(capsys, "init", tmp_path / "terms")[0] == 0
    assert path.read_text(encoding="utf-8").endswith("# mine\n")


def test_everything_that_is_wrong_is_said_at_once_and_ends_with_one(tmp_path, capsys):
    told(capsys, "init", tmp_path / "terms")
    path = tmp_path / "terms" / "enterprises" / "qori.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('grade = "maker"', 'grad = "maker"'), encoding="utf-8"
    )
    code, out, _ = told(capsys, "check", tmp_path / "terms")
    assert (code, "grad" in out, "qori.toml" in out, "to mend" in out) == (1, True, True, True)


def test_the_law_of_a_day_is_shown(capsys):
    assert "1130.00" in told(capsys, "show", "pe", "--on", "2025-06-01")[1]
    assert "1025.00" in told(capsys, "show", "pe", "--on", "2024-06-01")[1]


def test_a_country_that_is_not_there_names_those_that_are(capsys):
    code, out, err = told(capsys, "show", "xx", "--on", "2025-01-01")
    assert (code, out, "mx, pe, th, uk" in err) == (2, "", True)


def test_a_day_that_does_not_exist_is_refused():
    with pytest.raises(SystemExit) as end:
        main(["terms", "show", "pe", "--on", "2025-02-30"])
    assert end.value.code == 2

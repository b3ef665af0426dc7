import pytest

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

from pathlib import Path

import pytest

from jornal.sheets import adjustments, attendance, paid, people, pieces, rates, template
from jornal.terms.kinds import LANGUAGES
from jornal.units.periods import month
from made import reading

READERS = {
    "people": people,
    "attendance": attendance,
    "shifts": attendance,
    "pieces": pieces,
    "rates": rates,
    "adjustments": adjustments,
    "paid": paid,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_reads_back_without_a_listed_row(tmp_path: Path, language: str):
    written = [path for path, new in template.write(tmp_path / "new folder", language, "2026-10") if new]
    assert len(written) == len(template.KINDS) + 1
    context = reading(languages=(language,))
    for path in written:
        sheet = READERS[path.stem].read(path, context)
        assert (sheet.listed, sheet.repeated, sheet.remarks, sheet.outside) == ((), (), (), ())
        assert sheet.count == sheet.used >= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_empty_template_reads_as_no_rows(tmp_path: Path, language: str):
    for name, data in template.files(language, month("2026-02"), example=False).items():
        path = tmp_path / name
        path.write_bytes(data)
        assert READERS[path.stem].read(path, reading("2026-02", languages=(language,))).count == 0


def test_a_file_that_is_there_is_left_alone(tmp_path: Path):
    (tmp_path / "paid.csv").write_text("mine", encoding="utf-8")
    written = dict(template.write(tmp_path, "da", "2026-10"))
    assert written[tmp_path / "paid.csv"] is False
    assert (tmp_path / "paid.csv").read_text(encoding="utf-8") == "mine"


def test_a_spreadsheet_program_sees_utf8_by_its_mark():
    files = template.files("th", month("2026-10"))
    assert all(data.startswith(b"\xef\xbb\xbf") for name, data in files.items() if name.endswith(".csv"))

from datetime import date

import pytest

from jornal.terms.faults import NoSuchTerms
from jornal.terms.load import pack
from jornal.terms.shown import confirmed, shown, shown_rows

DAY = date(2025, 1, 1)


def row(country: str, name: str, on: date = DAY) -> str:
    return next(line for line in shown(country, on).splitlines() if line.startswith(f"{name} "))


def test_a_day_shows_what_is_in_force_on_it_with_source_and_layer():
    assert "1130.00 (DS 006-2024-TR)" in row("pe", "pe-rmv")
    assert "1025.00 (DS 003-2022-TR)" in row("pe", "pe-rmv", date(2024, 12, 31))
    assert row("pe", "pe-rmv").split()[2:5] == ["law", "V", "2026-11-22"]


def test_a_table_says_whether_a_lawyer_has_read_it_and_which_files_it_is():
    text = shown("pe", DAY)
    assert "not reviewed by a lawyer" in text.splitlines()[0]
    assert "Read from jornal/terms/jurisdictions/pe: calendar.toml, credit.toml" in text


def test_what_is_unknown_is_said_to_be():
    assert "share unknown" in row("th", "th-reward-share")
    assert "K-low" in row("th", "th-reward-share")


def test_times_are_shown_as_a_clock_shows_them():
    assert "start 22:00, end 06:00" in row("pe", "pe-night")


@pytest.mark.parametrize(
    ("on", "stands"), [(date(2026, 11, 22), True), (date(2027, 11, 22), True), (date(2027, 11, 24), False)]
)
def test_a_row_checked_more_than_twelve_months_before_is_not_confirmed(on: date, stands: bool):
    found = next(row for row in shown_rows(pack("pe"), on) if row.row == "pe-rmv")
    assert found.confirmed is stands
    assert ("not confirmed" in found.checked) is not stands


def test_what_was_never_checked_is_not_confirmed():
    assert "never, not confirmed" in row("th", "th-overtime")


def test_weak_knowledge_is_never_confirmed():
    law = pack("th")
    weak = next(step for step in law.rules.step if step.id == "th-reward-share").value[-1]
    assert not confirmed(weak, DAY)


def test_a_country_nobody_wrote_is_a_sentence():
    with pytest.raises(NoSuchTerms, match="Known: "):
        shown("zz", DAY)

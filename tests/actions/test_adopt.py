"""Terms adopted: recorded whole before they may compute."""

from datetime import date

import pytest

from jornal.actions import adopt
from jornal.actions.adopt import NotAdopted, NotPublished
from jornal.actions.office import NotYourRole
from jornal.facts.terms import TermsAdopted
from jornal.terms.copied import copy
from offices import office
from payroll import PACKAGED

DAY = date(2026, 11, 2)
ROW = (
    '{ since = 2026-10-16, amount = "13.20", source = "rate card of October 2026 (invented)", '
    'confidence = "invented" },'
)
TO_COME = (ROW, f"{ROW}\n    {ROW.replace('2026-10-16', '2026-12-01').replace('13.20', '13.60')}")


def finance():
    return office("hq_finance", "F1", day=DAY)


@pytest.fixture
def folder(sqlite, tmp_path):
    """The packaged terms where they can be changed, adopted as they are."""
    copy(tmp_path / "terms")
    adopt.adopt(finance(), "qori", tmp_path / "terms")
    return tmp_path / "terms"


def changed(folder, old: str, new: str) -> None:
    path = folder / "enterprises" / "qori.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.usefixtures("database")
def test_what_was_adopted_computes_whatever_lies_on_the_disk_later():
    fact = adopt.adopt(finance(), "qori", PACKAGED)
    enterprise, packs = adopt.terms_of(TermsAdopted.objects.get(root=fact.root))
    assert enterprise.id == "qori"
    assert sorted(packs) == ["pe", "th"]
    assert (fact.number, fact.approver, fact.book) == (1, "F1", "hq")


def test_the_same_terms_again_change_nothing(folder):
    adopt.adopt(finance(), "qori", folder)
    assert TermsAdopted.objects.count() == 1


def test_terms_are_adopted_by_finance_and_not_by_who_produces_or_sells(folder):
    with pytest.raises(NotYourRole, match="hq finance"):
        adopt.adopt(office("site_manager", "S1", day=DAY), "qori", folder)


def test_a_rate_from_a_day_to_come_is_a_change_that_is_listed(folder):
    changed(folder, *TO_COME)
    fact = adopt.adopt(finance(), "qori", folder)
    assert fact.number == 2
    assert any("2026-12-01" in row for row in fact.changes["rows"])


def test_a_row_that_reaches_back_needs_the_day_it_was_made_public(folder):
    changed(folder, "{ since = 2026-10-16, amount", "{ since = 2026-10-09, amount")
    with pytest.raises(NotPublished, match="2026-10-09"):
        adopt.adopt(finance(), "qori", folder)
    fact = adopt.adopt(finance(), "qori", folder, published=date(2026, 10, 1))
    assert fact.published == date(2026, 10, 1)


def test_a_row_that_goes_reaches_back_too(folder):
    changed(folder, ROW, "")
    with pytest.raises(NotPublished, match="gone"):
        adopt.adopt(finance(), "qori", folder)


def test_a_better_source_changes_no_figure_and_reaches_nowhere(folder):
    changed(folder, "rate card of October 2026 (invented)", "rate card of 9 October 2026 (invented)")
    assert adopt.adopt(finance(), "qori", folder).changes["rows"] == []


@pytest.mark.usefixtures("sqlite")
def test_without_adopted_terms_nothing_is_computed():
    with pytest.raises(NotAdopted, match="jornal terms adopt"):
        adopt.adopted()


def test_a_book_as_it_stood_has_the_terms_of_then(folder):
    first = adopt.latest()
    changed(folder, *TO_COME)
    adopt.adopt(finance(), "qori", folder)
    assert adopt.adopted("cusco", {"hq": first.seq}).root == first.root
    assert adopt.adopted().number == 2


def test_what_would_be_adopted_is_told_before_and_records_nothing(folder):
    assert (adopt.proposed("qori", folder).is_new, adopt.proposed("qori", folder).rows) == (False, [])
    changed(folder, *TO_COME)
    wanted = adopt.proposed("qori", folder)
    assert (wanted.number, wanted.is_new, wanted.reaching_back(DAY)) == (2, True, [])
    assert ["amount 68/5" in row for row in wanted.rows] == [True]
    assert TermsAdopted.objects.count() == 1

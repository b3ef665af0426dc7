"""The month report in the browser: whose it is, what it draws, and that the paper says the same."""

import pytest

import browsing
import crowd
from papers.reading import words

HQ, SITE = "/hq/report", "/cusco/report"


@pytest.fixture
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch, day="2026-11-13")
    return crowd.begun(6)


def text(answer):
    return browsing.text(answer).replace("\u00a0", " ")


def test_the_last_month_stands_beside_the_one_before_on_the_page_and_on_paper(database, monkeypatch):
    browsing.opened(database, monkeypatch, day="2026-11-13")
    here = crowd.begun(6)
    crowd.worked(here, crowd.names(6), crowd.DAY.replace(day=5), 300)
    client = browsing.member("H1", "hq_operations", "")
    page = text(client.get(HQ))
    for part in (
        "October 2026",
        "September 2026",
        "30 h 00 min",
        "Compared with",
        "Nothing is told of an hour",
    ):
        assert part in page
    paper = client.get(f"{HQ}?paper=1")
    assert paper["Content-Disposition"] == 'attachment; filename="report-all-2026-10-hq.pdf"'
    assert "30 h 00 min" in words(paper.content).replace("\u00a0", " ")


def test_bars_are_drawn_beside_their_table(here):
    crowd.absent(here, crowd.names(5), crowd.DAY.replace(day=5), "no_material")
    page = text(browsing.member("H1", "hq_operations", "").get(HQ))
    assert page.count('<rect class="bar"') == 2  # wide, and for a phone
    assert '<td class="n" data-name="October 2026">5</td>' in page


def test_with_nothing_recorded_the_cards_are_drawn_empty(here):
    page = text(browsing.member("H1", "hq_operations", "").get(f"{HQ}?month=2026-05"))
    assert "fewer than five" in page
    assert page.count('class="empty"') >= 3


def test_each_role_sees_the_reports_that_are_hers(here):
    def readers(staff, role, at, where):
        page = text(browsing.member(staff, role, at).get(where))
        return [one for one in ("for=hq", "for=authority", "for=funder") if f'{one}"' in page]

    assert readers("H1", "hq_operations", "", HQ) == ["for=hq", "for=funder"]
    assert readers("S1", "site_manager", "cusco", SITE) == ["for=hq", "for=authority"]


def test_the_authority_sees_its_own_and_nothing_of_pay_whatever_it_asks_for(here):
    client = browsing.member("A1", "authority")
    for asked in ("", "?for=hq", "?for=funder"):
        page = text(client.get(SITE + asked))
        assert "Month report for the authority" in page
        assert "Earned" not in page
    assert client.get(HQ).status_code == 404


@pytest.mark.parametrize("role", ["trainer", "quality", "representative", "seller"])
def test_others_do_not_see_it(here, role):
    assert browsing.member("X1", role).get(SITE).status_code == 404


def test_a_month_that_is_none_is_the_last_that_is_over(here):
    assert "October 2026" in text(browsing.member("H1", "hq_operations", "").get(f"{HQ}?month=never"))


def test_a_site_of_four_is_named_and_what_is_told_of_it(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch, day="2026-11-13")
    crowd.begun(4)
    page = text(browsing.member("H1", "hq_operations", "").get(HQ))
    assert "no sum holds them: Workshop cusco. Findings, lots, sessions and counts of tools are told." in page


def test_a_workshop_that_opened_this_month_has_a_report_that_says_so(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch, day="2026-01-20")
    answer = browsing.member("S1", "site_manager").get(SITE)
    assert (answer.status_code, "This site was not open yet in this month" in text(answer)) == (200, True)
    paper = browsing.member("S1", "site_manager").get(f"{SITE}?paper=1")
    assert "This site was not open yet" in words(paper.content)

"""Every address."""

import pytest
from django.urls import resolve, reverse

import walked
from jornal.pages.desk import DOORS
from jornal.urls import PAGES, urlpatterns

SAMPLES = {"site": "cusco", "day": "2026-10-01", "month": "2026-10", "worker": "QC01"}


def test_each_page_has_one_name_and_one_address():
    names, addresses = [one.name for one in PAGES], [one.address for one in PAGES]
    assert (len(set(names)), len(set(addresses))) == (len(names), len(addresses))
    assert DOORS.keys() == set(names)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_an_address_leads_to_its_own_page_and_to_no_site_of_that_name(page):
    pattern = next(one for one in urlpatterns if one.name == page.name).pattern
    wanted = {name: SAMPLES[name] for name in pattern.regex.groupindex if name in SAMPLES}
    if set(wanted) == set(pattern.regex.groupindex):
        assert resolve(reverse(page.name, kwargs=wanted)).url_name == page.name


def test_each_page_is_walked_in_the_browser_or_named_with_its_reason():
    pages = {one.name for one in PAGES}
    told = [
        {one.name for one in walked.walked()},
        {one.name for one in walked.forms()},
        set(walked.ELSEWHERE),
    ]
    assert (set().union(*told), sum(map(len, told))) == (pages, len(pages))
    assert pages >= {*walked.OTHERWISE, *walked.QUERIES}
    assert [one for one in walked.walked() + walked.forms() if not one.staff] == []


def test_whoever_may_send_may_also_look():
    assert [one.name for one in PAGES if not set(one.sends) <= set(one.roles)] == []

"""A worker's statement as a page."""

import pytest

import browsing
import payroll
import wagedesk
from jornal.actions import paying
from jornal.actions.verb import done
from wagedesk import SEPTEMBER, said

ADDRESS = "/cusco/pay/statement/Q01"


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    with wagedesk.copied(september, tmp_path, monkeypatch) as found:
        wagedesk.approved()
        yield found


def test_each_movement_stands_with_what_was_owed_then(here):
    row = {"month": SEPTEMBER, "worker": "Q01"}
    paid = {"way": "cash", "paper": "list 4", "day": "2026-10-05"}
    done("pay", paying.VERBS["pay"], here, [row | paid])
    back = {"reason": "not_collected", "day": "2026-10-06"}
    done("came-back", paying.VERBS["came-back"], here, [row | back])
    text = said(wagedesk.manager().get(ADDRESS))
    assert ("is owed to her." in text, "cash · list 4" in text, "not collected" in text) == (True, True, True)
    done("pay", paying.VERBS["pay"], here, [row | paid | {"day": "2026-10-07", "paper": "list 5"}])
    assert "Nothing is owed to her." in said(wagedesk.manager().get(ADDRESS))


@pytest.mark.usefixtures("here")
def test_who_was_never_issued_anything_is_told_so():
    assert "Nothing was issued to her here yet." in said(wagedesk.manager().get("/cusco/pay/statement/Q99"))


@pytest.mark.usefixtures("here")
def test_another_site_does_not_see_what_she_had_here():
    browsing.site("lima")
    client = browsing.member("L1", "site_manager", at="lima")
    assert "Nothing was issued to her here yet." in said(client.get("/lima/pay/statement/Q01"))
    assert client.get(ADDRESS).status_code == 404
    assert browsing.member("T1", "trainer").get(ADDRESS).status_code == 404


def test_it_is_the_same_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, SEPTEMBER)
    payroll.issued(here, SEPTEMBER)
    wagedesk.opened(database, monkeypatch)
    assert "is owed to her." in said(wagedesk.manager().get(ADDRESS))

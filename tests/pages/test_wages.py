"""The pages of pay as a whole."""

from jornal.pages.wages import PAGES

SEE_PAY = {"site_manager", "hq_finance", "hq_operations", "auditor"}


def test_whoever_is_not_of_pay_opens_none_of_its_pages_but_the_totals():
    assert {one.name for one in PAGES if set(one.roles) - SEE_PAY} == {"site.totals"}


def test_only_the_manager_and_finance_send_what_changes_pay():
    notes_what_she_saw = {"site.pay.month"}
    wrong = [one.name for one in PAGES if set(one.sends) - {"site_manager", "hq_finance", "representative"}]
    assert set(wrong) == notes_what_she_saw

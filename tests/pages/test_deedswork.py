"""What is recorded of a worker's work."""

import re
from datetime import date

import acquainted
import browsing
from jornal.facts.work import ContractVersion
from jornal.pages.deed import DAY, WORK
from jornal.pages.deedswork import DEEDS


def test_contract_and_grade_stand_under_her_work_and_rows_under_her_days():
    groups = {verb: deed.group for verb, deed in DEEDS.items()}
    assert (groups["sign-contract"], groups["grade"], groups["mark"], groups["count"]) == (
        WORK,
        WORK,
        DAY,
        DAY,
    )


def test_her_contract_is_put_right_once_she_signed_it_so(sqlite, monkeypatch):
    acquainted.paid(sqlite, monkeypatch, day="2026-11-05")
    client, address = acquainted.manager(), "/cusco/people/Q01/do/mend-contract"
    form = browsing.text(client.get(address))
    assert re.search(r'name="signed_on"[^>]*? value="([^"]*)"', form)[1] == ""  # type: ignore[index]
    said = {"contract": "cusco-hourly", "grade": "senior", "why": "her paper says senior"}
    assert client.post(address, said).status_code == 422
    assert client.post(address, {**said, "signed_on": "2026-11-04"}).status_code == 302
    tip = ContractVersion.objects.current().get(worker="Q01")
    assert (tip.grade, tip.signed_on, tip.copy_given_on) == ("senior", date(2026, 11, 4), None)
    assert client.post(address, {**said, "grade": "maker", "signed_on": "2026-11-05"}).status_code == 302
    assert client.post(address, {**said, "grade": "learner", "signed_on": "2026-11-04"}).status_code == 422

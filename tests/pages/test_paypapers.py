"""Papers with names, made from the pages."""

import io
import os
import stat
import time
from datetime import date

import pytest
from pypdf import PdfReader

import browsing
import payroll
import wagedesk
from jornal.pages import jobs, paypapers
from wagedesk import SEPTEMBER, said

ADDRESS = "/cusco/pay/2026-09/papers"


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    with wagedesk.copied(september, tmp_path, monkeypatch) as found:
        yield found


@pytest.fixture
def folder(here, tmp_path):
    del here
    return tmp_path / "home" / "papers"


def words(answer) -> str:
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(page.extract_text() for page in pages).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        ("slips", "Boleta de pago"), ("tallies", "redención de pena"), ("hours", "horas trabajadas"),
        ("totals", "Totales"), ("cash", "Lista de efectivo"),
    ],
)  # fmt: skip
def test_each_kind_lies_ready_for_everybody_in_one_file(folder, kind, holds):
    client = wagedesk.manager(names=True)
    name = f"cusco-2026-09-{kind}.pdf"
    text = said(client.post(ADDRESS, {"kind": kind}, follow=True))
    assert f'href="{ADDRESS}/{name}"' in text
    answer = client.get(f"{ADDRESS}/{name}")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Cache-Control"] == "no-store"
    found = words(answer)
    assert all(part in found for part in (holds, "name of Q01", "name of Q21"))
    place = folder / f"cusco-2026-09-{kind}"
    assert [stat.S_IMODE(path.stat().st_mode) for path in (place, place / name)] == [0o700, 0o600]


def test_they_are_removed_when_they_are_printed_or_a_day_old(folder):
    client = wagedesk.manager(names=True)
    client.post(ADDRESS, {"kind": "totals"})
    assert "removed from this computer" in said(client.post(ADDRESS, {"do": "remove"}, follow=True))
    assert list(folder.iterdir()) == []
    client.post(ADDRESS, {"kind": "totals"})
    before = time.time() - 90_000
    os.utime(folder / "cusco-2026-09-totals", (before, before))
    assert "They lie ready" not in said(client.get(ADDRESS))
    assert list(folder.iterdir()) == []


def test_while_the_names_are_locked_nothing_is_drawn_and_nothing_is_given_out(folder):
    client = wagedesk.manager(names=True)
    client.post(ADDRESS, {"kind": "cash"})
    client.post("/names", {"lock": "yes", "back": "/"})
    text = said(client.get(ADDRESS))
    assert ("These papers bear names." in text, "They lie ready" in text) == (True, False)
    assert client.get(f"{ADDRESS}/cusco-2026-09-cash.pdf").status_code == 404
    client.post(ADDRESS, {"kind": "slips"})
    assert not (folder / "cusco-2026-09-slips").exists()
    assert "These papers bear names." in said(client.get("/cusco/pay/2026-09/paper/slips/Q01"))


@pytest.mark.usefixtures("here")
def test_one_worker_s_paper_is_drawn_and_kept_nowhere(folder):
    client = wagedesk.manager(names=True)
    answer = client.get("/cusco/pay/2026-09/paper/slips/Q01")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="cusco-2026-09-slips-Q01.pdf"'
    assert ("name of Q01" in words(answer), "name of Q02" in words(answer)) == (True, False)
    assert not folder.exists()
    assert client.get("/cusco/pay/2026-09/paper/slips/Q99").status_code == 422
    assert client.get("/cusco/pay/2026-09/paper/secrets/Q01").status_code == 404


@pytest.mark.usefixtures("here")
def test_many_are_drawn_into_several_files_and_told_as_it_goes_on(monkeypatch):
    monkeypatch.setattr(paypapers, "AT_ONCE", 2)
    monkeypatch.setattr(jobs, "A_CLICK", 0)
    client = wagedesk.manager(names=True)
    answer = client.post(ADDRESS, {"kind": "hours"})
    assert answer.url == "/cusco/pay/2026-09/drawing/hours"
    while (answer := client.get("/cusco/pay/2026-09/drawing/hours")).status_code == 202:
        assert 'http-equiv="refresh"' in said(answer)
    text = said(client.get(answer.url))
    assert ("hours-01.pdf" in text, "hours-02.pdf" in text) == (True, True)


def test_a_cash_list_holds_what_is_still_to_be_paid(here):
    wagedesk.approved()
    paid = {"do": "pay", "part": "in_hand", "day": "2026-10-05", "way": "cash", "paper": "1", "sum": ["Q01|"]}
    client = wagedesk.manager(names=True)
    client.post("/cusco/pay/2026-09/payments", paid)
    client.post(ADDRESS, {"kind": "cash"})
    found = words(client.get(f"{ADDRESS}/cusco-2026-09-cash.pdf"))
    assert ("name of Q01" in found, "name of Q02" in found) == (False, True)
    assert here.day == date(2026, 10, 31)


@pytest.mark.usefixtures("here")
def test_nobody_else_gets_a_paper():
    for role in ("hq_operations", "auditor", "trainer", "representative"):
        client = browsing.member(f"R{role}", role)
        assert client.get(ADDRESS).status_code == 404
        assert client.get("/cusco/pay/2026-09/paper/slips/Q01").status_code == 404
    manager = wagedesk.manager(names=True)
    assert manager.post(ADDRESS, {"kind": "secrets"}).status_code == 404
    assert manager.get(f"{ADDRESS}/node.key").status_code == 404
    assert manager.get("/cusco/pay/2026-10/papers").status_code == 404


def test_it_is_the_same_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, SEPTEMBER)
    payroll.issued(here, SEPTEMBER)
    wagedesk.opened(database, monkeypatch)
    client = wagedesk.manager(names=True)
    client.post(ADDRESS, {"kind": "cash"})
    assert "name of Q02" in words(client.get(f"{ADDRESS}/cusco-2026-09-cash.pdf"))

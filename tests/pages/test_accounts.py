"""The staff with their roles and accounts, in the browser."""

from datetime import date

import pytest

import browsing
import signing
from jornal.accounts.models import Account, Change
from jornal.facts.organisation import RoleEnded, RoleGranted, Staff
from jornal.pages import names, once, reaches, sheets
from vaulted import PASSPHRASE

LIST, ONE = "/hq/accounts", "/hq/accounts/S9"


@pytest.fixture(autouse=True)
def here(request, monkeypatch):
    database = request.getfixturevalue("database" if "database" in request.fixturenames else "sqlite")
    signing.opened(database, monkeypatch, vault=True)
    signing.staff("S9")
    yield
    names.locked()


def hq(staff="H1"):
    signing.staff(staff)
    return browsing.member(staff, "hq_operations", "")


def sent(client, do, path=ONE, **more):
    return client.post(path, {"do": do, "once": once.minted("H1"), **more})


def test_headquarters_sees_everybody_with_roles_sites_and_days(database):
    browsing.site("lima", "Workshop in Lima")
    browsing.member("S3", "auditor", "lima", until=date(2026, 12, 31))
    signing.begun("S4", "trainer")
    text = browsing.text(hq().get(LIST))
    row = text.partition(">S3</a>")[2].partition("</tr>")[0]
    assert ("Auditor" in row, "Workshop in Lima" in row, "until 31 December 2026" in row) == (
        True,
        True,
        True,
    )
    assert "No account" in row
    assert "40 codes left" in text.partition(">S4</a>")[2].partition("</tr>")[0]
    assert "No role" in text.partition(">S9</a>")[2].partition("</tr>")[0]


def test_a_site_manager_sees_who_has_a_role_at_her_site_and_changes_nothing():
    browsing.site("lima")
    browsing.member("S3", "trainer", "lima")
    browsing.member("S4", "quality")
    client = browsing.member("S5", "site_manager")
    text = browsing.text(client.get("/cusco/accounts"))
    assert (
        "S4" in text,
        ">S3<" in text,
        "<form method" in text.partition("<main")[2],
        "/account/codes/" in text,
    ) == (
        True,
        False,
        False,
        True,
    )
    assert (client.post("/cusco/accounts").status_code, client.get(LIST).status_code) == (404, 404)


def test_one_looks_for_a_code_or_for_a_name_that_is_open():
    client = hq()
    text = browsing.text(client.get(f"{LIST}?find=s9"))
    assert (f'"{LIST}/S9"' in text, f'"{LIST}/H1"' in text) == (True, False)
    names.opened(PASSPHRASE)
    client.post(f"{LIST}/new", {"name": "Ana Quispe", "of": "enterprise", "languages": "es, en"})
    assert ">Ana Quispe</a>" in browsing.text(client.get(f"{LIST}?find=quis"))
    names.locked()
    answer = browsing.text(client.get(f"{LIST}?find=quis"))
    assert "Nobody is called that. Look at the code again, or open the names." in answer


def test_a_role_is_granted_and_ended_through_the_verbs():
    client = hq()
    answer = sent(client, "grant", what="trainer", at="cusco")
    assert answer.headers["Location"] == ONE
    assert "The role is granted." in browsing.text(client.get(ONE))
    granted = RoleGranted.objects.get(staff="S9")
    assert (granted.what, granted.site, granted.by, granted.since) == (
        "trainer",
        "cusco",
        "H1",
        date(2026, 10, 1),
    )
    sent(client, "end", what="trainer", at="cusco")
    assert RoleEnded.objects.get().granted == granted.root
    assert "No role." in browsing.text(client.get(ONE))


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"what": ""}, "Fill this in."),
        ({"what": "king"}, "Choose one of those listed."),
        ({"what": "auditor", "at": "cusco"}, "The role auditor is granted for a time."),
        (
            {"what": "hq_finance", "at": "cusco"},
            "The role hq finance is one at headquarters, not at cusco.",
        ),
        ({"what": "trainer", "since": "2026-02-30"}, "Write the day as 2026-10-31."),
        ({"what": "trainer", "at": "lima"}, "There is no site"),
    ],
)
def test_a_role_that_cannot_be_granted_says_why_and_keeps_what_was_chosen(told, says):
    client = hq()
    answer = sent(client, "grant", **told)
    text = browsing.text(answer)
    assert (answer.status_code, says in text, RoleGranted.objects.filter(staff="S9").exists()) == (
        422,
        True,
        False,
    )
    assert told["what"] not in ("auditor", "trainer") or f'value="{told["what"]}" selected' in text


def test_a_role_that_she_does_not_have_cannot_be_ended():
    answer = sent(hq(), "end", what="trainer", at="cusco")
    assert (
        answer.status_code,
        "S9 does not have the role trainer at cusco" in browsing.text(answer),
    ) == (422, True)


def test_nobody_widens_or_changes_her_own_account():
    client = hq()
    own = f"{LIST}/H1"
    assert "Somebody else at headquarters does." in browsing.text(client.get(own))
    answer = sent(client, "grant", own, what="hq_finance")
    assert (answer.status_code, "H1 cannot grant a role to H1" in browsing.text(answer)) == (422, True)
    signing.begun("H1", "hq_operations", "")
    client = browsing.browser("H1")
    assert [sent(client, what, own).status_code for what in ("open", "codes", "close")] == [404, 404, 404]
    assert Account.objects.get(staff="H1").is_active


def test_the_last_who_grants_roles_stays():
    client = hq("S9")
    roles = RoleGranted.objects.filter(what="hq_operations").exclude(staff="S9")
    assert list(roles) == []
    assert sent(client, "end", what="hq_operations").status_code == 422


def test_an_account_is_opened_and_the_slip_is_shown_to_whoever_opened_it(monkeypatch):
    client = hq()
    address = sent(client, "open").headers["Location"]
    text = browsing.text(client.get(address))
    account = Account.objects.get(staff="S9")
    first = text.partition("First passphrase</dt><dd><b>")[2][:19]
    assert (account.check_password(first), account.wants, "Codes, each works once" in text) == (
        True,
        "passphrase",
        True,
    )
    assert "Not begun yet" in browsing.text(client.get(ONE))
    assert hq("H2").get(address).status_code == 404
    now = sheets.time.monotonic()
    monkeypatch.setattr(sheets.time, "monotonic", lambda: now + 601)
    assert client.get(address).status_code == 404


def test_sent_twice_an_account_is_opened_once():
    client, told = hq(), {"do": "open", "once": once.minted("H1")}
    answers = [client.post(ONE, told).headers["Location"] for _ in range(2)]
    assert (answers[0] == answers[1], Change.objects.count()) == (True, 1)


def test_new_codes_and_the_end_of_an_account():
    client = hq()
    codes = signing.begun("S9", "trainer")
    slip = browsing.text(client.get(sent(client, "codes").headers["Location"]))
    assert ("First passphrase" in slip, "Sign in with your passphrase and one of these codes." in slip) == (
        False,
        True,
    )
    assert sent(client, "close").headers["Location"] == ONE
    assert "Closed" in browsing.text(client.get(ONE))
    assert signing.sign_in(signing.browser(), "S9", codes[0]).status_code == 422
    answer = sent(client, "close")
    assert (answer.status_code, "S9 has no open account here." in browsing.text(answer)) == (422, True)
    sent(client, "open")
    assert sent(client, "open").status_code == 422
    told = [(one.what, one.by) for one in Change.objects.filter(staff="S9").order_by("pk")][-4:]
    assert told == [("sheet", "S9"), ("codes", "H1"), ("closed", "H1"), ("opened", "H1")]


def test_somebody_is_taken_on_with_a_sealed_name():
    client = hq()
    assert "The names are locked. Open them first" in browsing.text(client.get(f"{LIST}/new"))
    refused = client.post(f"{LIST}/new", {"name": "Ana Quispe", "of": "enterprise"})
    assert (refused.status_code, 'value="Ana Quispe"' in browsing.text(refused)) == (422, True)
    names.opened(PASSPHRASE)
    address = client.post(f"{LIST}/new", {"name": "Ana Quispe", "of": "prison", "languages": "es"}).headers[
        "Location"
    ]
    made = Staff.objects.order_by("seq").last()
    assert (address, made.of, "Ana" in made.name) == (f"{LIST}/{made.staff}", "prison", False)
    assert "<h1>Ana Quispe</h1>" in browsing.text(client.get(address))
    empty = client.post(f"{LIST}/new", {"name": "", "of": "prison"})
    assert (empty.status_code, "Fill this in." in browsing.text(empty)) == (422, True)


def test_who_reached_past_a_door_is_shown_to_headquarters():
    reaches.noted("S3", "/lima/pay<b>", "GET")
    text = browsing.text(hq().get(LIST))
    assert ("<b>S3</b> GET /lima/pay&lt;b&gt;" in text, "Reached past a door" in text) == (True, True)


@pytest.mark.parametrize("path", [f"{LIST}/S77", f"{LIST}/slip/x"])
def test_who_is_not_on_the_staff_has_no_page(path):
    assert hq().get(path).status_code == 404


def test_what_is_asked_for_by_no_button_is_no_page():
    assert sent(hq(), "burn").status_code == 404


def test_how_many_queries_it_needs_does_not_depend_on_how_many_staff_there_are():
    client = hq()
    few = browsing.queries(lambda: client.get(LIST))
    for number in range(30):
        browsing.member(f"T{number:02}", "trainer")
        signing.staff(f"T{number:02}")
    assert browsing.queries(lambda: client.get(LIST)) == few


def test_a_role_from_a_later_day_is_told_with_it():
    client = hq()
    sent(client, "grant", what="trainer", at="cusco", since="2026-11-01")
    assert ", from 1 November 2026" in browsing.text(client.get(LIST))

"""Accounts from the command line."""

import io
import re
import sys

import pytest
from django.conf import settings
from django.contrib.auth.hashers import ScryptPasswordHasher

import offices
import signing
from commanded import at_home, refused, said
from jornal.accounts.models import Account, Change
from jornal.cli import account
from jornal.journal import vault
from signing import PASSPHRASE
from vaulted import CHEAP
from vaulted import PASSPHRASE as OF_NAMES


@pytest.fixture(autouse=True)
def here(request, monkeypatch):
    database = request.getfixturevalue("database" if "database" in request.fixturenames else "sqlite")
    at_home(database, monkeypatch)
    monkeypatch.setattr(settings, "SECRET_KEY", "chance")
    monkeypatch.setattr(ScryptPasswordHasher, "work_factor", 2**4)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    offices.granted("H1", "hq_operations")
    signing.staff("S9")


def first(out):
    return re.search(r"first passphrase (\S+)", out)[1]


def by(what, *more):
    return ("account", what, "S9", "--by", "H1", *more)


def test_an_account_is_opened_and_what_she_starts_with_is_printed_once(database, capsys):
    code, out = said(capsys, *by("open"))
    found = Account.objects.get(staff="S9")
    assert (code, found.check_password(first(out)), found.wants, out.count("SIGN-IN OF S9")) == (
        0,
        True,
        "passphrase",
        1,
    )
    assert len(re.findall(r"\d{4} \d{4}", out)) == 3
    assert (database.home / "secret.key").exists()


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (("account", "open", "X9", "--by", "H1"), "X9 is nobody on the staff."),
        (("account", "open", "S9", "--by", "S1"), "S1 does not have the role hq operations"),
        (("account", "open", "S9", "--by", "H1", "--role", "hq_finance"), "this is done by hq operations"),
        (("account", "codes", "S9", "--by", "H1"), "S9 has no open account here."),
        (("account", "close", "S9", "--by", "H1"), "S9 has no open account here."),
        (("account", "reset", "S9"), "This needs the code of the names on the recovery sheet"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(capsys, told, says):
    assert says in refused(capsys, *told)
    assert not Change.objects.exists()


def test_twice_opened_it_is_refused(capsys):
    said(capsys, *by("open"))
    assert "S9 has an account already." in refused(capsys, *by("open"))


def test_new_codes_leave_her_passphrase_and_closing_ends_the_account(capsys):
    opened = first(said(capsys, *by("open"))[1])
    code, out = said(capsys, *by("codes"))
    assert (code, "first passphrase" in out, len(re.findall(r"\d{4} \d{4}", out))) == (0, False, 3)
    assert Account.objects.get(staff="S9").check_password(opened)
    assert said(capsys, *by("close")) == (
        0,
        "The account of S9 is closed, and it is signed out everywhere.\n",
    )
    assert "closed" in said(capsys, "account", "list")[1]


def test_the_list_tells_who_has_how_many_codes(capsys):
    assert "Nobody has an account yet." in said(capsys, "account", "list")[1]
    said(capsys, *by("open"))
    assert said(capsys, "account", "list")[1] == "S9  not begun yet, 40 codes left\n"


@pytest.fixture
def sheet(sqlite, tmp_path):
    """The code of the names on the recovery sheet, in a file."""
    code = vault.made(sqlite.home / "vault.sqlite3", OF_NAMES, cost=CHEAP)
    (tmp_path / "code").write_text(f"{code}\n", encoding="utf-8")
    return tmp_path / "code"


def test_with_the_recovery_sheet_an_account_begins_anew_whatever_was_lost(sheet, capsys):
    said(capsys, *by("open"))
    found = Account.objects.get(staff="S9")
    found.set_password(PASSPHRASE)
    found.save()
    code, out = said(capsys, "account", "reset", "s9", "--secret-file", str(sheet))
    found.refresh_from_db()
    assert (code, found.check_password(PASSPHRASE), found.check_password(first(out))) == (0, False, True)
    assert Change.objects.last().by == account.CONSOLE


def test_on_a_computer_without_accounts_the_recovery_sheet_opens_one(sheet, capsys):
    assert said(capsys, "account", "reset", "S9", "--secret-file", str(sheet))[0] == 0
    assert Account.objects.get(staff="S9").is_open


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (OF_NAMES, "Group 1 of the recovery code"),
        ("wrong", "Group 1 of the recovery code"),
        ("another", "neither the passphrase of this vault nor its recovery code"),
    ],
)
def test_neither_the_passphrase_of_the_names_nor_a_wrong_code_resets_an_account(
    sheet, capsys, tmp_path, typed, says
):
    other = vault.made(tmp_path / "other.sqlite3", OF_NAMES, cost=CHEAP)
    sheet.write_text(other if typed == "another" else typed, encoding="utf-8")
    assert says in refused(capsys, "account", "reset", "S9", "--secret-file", str(sheet))
    assert not Account.objects.exists()


def test_before_a_person_the_code_is_asked_for_unseen(sheet, capsys, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(account.getpass, "getpass", lambda _: sheet.read_text(encoding="utf-8"))
    code, out = said(capsys, "account", "reset", "S9")
    assert (code, sheet.read_text(encoding="utf-8").strip() in out) == (0, False)

"""Accounts opened, given new codes, reset and closed."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

import signing
from jornal.accounts import members
from jornal.accounts.members import HasAccount, NoAccount, as_typed
from jornal.accounts.models import Account, Change
from jornal.actions.given import NotStaff
from signing import AT, PASSPHRASE


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    signing.opened(sqlite, monkeypatch)
    signing.staff("S1")


def account():
    return Account.objects.get(staff="S1")


def valid(code):
    return any(one.wrap().validate_code(code) for one in Authenticator.objects.filter(user=account()))


def test_an_account_begins_with_a_passphrase_and_three_codes_which_others_saw_and_is_asked_for_its_own():
    start = members.opened("S1", "F1", AT)
    assert (account().check_password(start.passphrase), len(start.codes), account().wants) == (
        True,
        3,
        "passphrase",
    )
    assert [valid(code) for code in (*start.codes, start.codes[0])] == [True, True, True, False]


def test_nothing_to_sign_in_with_stands_in_the_file_as_it_is_typed(sqlite):
    start = members.opened("S1", "F1", AT)
    held = b"".join(path.read_bytes() for path in sqlite.home.glob("accounts.sqlite3*"))
    assert [text for text in (start.passphrase, *start.codes) if text.encode() in held] == []


def test_no_two_first_passphrases_are_alike_and_each_has_eighty_bits_of_chance():
    found = {members.reset("S1", "F1", AT).passphrase for _ in range(5)}
    assert len(found) == 5
    assert all(members._FIRST.fullmatch(one) for one in found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("k7qm-2xtr-9hvw-abcd", "K7QM-2XTR-9HVW-ABCD"),
        (" K7QM-2XTR-9HVW-ABCD ", "K7QM-2XTR-9HVW-ABCD"),
        ("Four looms  at noon", "Four looms at noon"),
        ("ni\u006e\u0303o", "niño"),
    ],
)
def test_a_passphrase_is_read_as_it_is_meant(typed, meant):
    assert as_typed(typed) == as_typed(meant)


def test_nobody_gets_an_account_who_is_not_on_the_staff_nor_a_second_one():
    with pytest.raises(NotStaff, match="X9"):
        members.opened("X9", "F1", AT)
    with pytest.raises(NotStaff, match="X9"):
        members.reset("X9", "F1", AT)
    members.opened("S1", "F1", AT)
    with pytest.raises(HasAccount, match="S1 has an account already"):
        members.opened("S1", "F1", AT)


def test_new_codes_void_those_before_and_leave_the_passphrase():
    start = members.opened("S1", "F1", AT)
    again = members.codes_again("S1", "F1", AT)
    assert (again.passphrase, valid(start.codes[0]), valid(again.codes[0])) == ("", False, True)
    assert account().check_password(start.passphrase)


def test_her_own_sheet_has_forty_codes_and_ends_what_she_is_asked_for():
    start = members.opened("S1", "F1", AT)
    one = account()
    members.took_own_passphrase(one, AT)
    wanted = account().wants
    codes = members.sheet(one, AT)
    assert (wanted, account().wants, len(set(codes)), start.codes[1] in codes) == ("codes", "", 40, False)


def test_a_reset_takes_app_and_codes_and_passphrase_away(monkeypatch):
    signing.begun("S1")
    TOTP.activate(account(), "A" * 32)
    start = members.reset("S1", "console", AT)
    kinds = list(Authenticator.objects.filter(user=account()).values_list("type", flat=True))
    assert (kinds, account().check_password(PASSPHRASE), account().check_password(start.passphrase)) == (
        ["recovery_codes"],
        False,
        True,
    )


def test_a_closed_account_opens_nothing_and_may_be_opened_again():
    codes = signing.begun("S1")
    members.closed("S1", "F1", AT)
    assert (account().is_active, account().check_password(PASSPHRASE), valid(codes[0])) == (
        False,
        False,
        False,
    )
    for work in (members.closed, members.codes_again):
        with pytest.raises(NoAccount, match="Open one first"):
            work("S1", "F1", AT)
    assert members.opened("S1", "F1", AT).staff == "S1"


def test_codes_left_are_counted_for_all_at_once():
    codes = signing.begun("S1")
    Account.objects.create(staff="S2")
    assert valid(codes[3])
    assert members.left(Account.objects.all()) == {"S1": 39}


def test_whatever_is_done_to_an_account_is_written_down_with_who_did_it():
    members.opened("S1", "F1", AT)
    members.codes_again("S1", "F2", AT)
    members.reset("S1", "console", AT)
    members.closed("S1", "F1", AT)
    told = [(one.what, one.by) for one in Change.objects.order_by("pk")]
    assert told == [("opened", "F1"), ("codes", "F2"), ("reset", "console"), ("closed", "F1")]

"""Accounts as they are typed: a mistyped one is told at once and refuses nobody, and it can be set right."""

import json

import pytest

import families
import payroll
import vaulted
from jornal.actions import deductions, instructions, payfiles, typedaccounts
from jornal.actions.office import NotYourRole
from jornal.actions.verb import done
from jornal.facts.organisation import Site
from jornal.facts.work import Account, Beneficiary
from jornal.journal.record import NotCorrectable, corrected
from jornal.terms.accounts import Mistyped
from offices import office

RIGHT, WRONG = "011-366-000100032542-21", "011-366-000100032542-22"
CLABE = "032180000118359719"


@pytest.fixture
def here(sqlite):
    return families.begun(sqlite.home)


def say(verb: str, where, **row: str) -> list:
    verbs = {**typedaccounts.VERBS, **deductions.VERBS, **instructions.VERBS}
    return list(done(verb, verbs[verb], where, [{"worker": "Q01", **row}]))


def told(where, token: str, text: str) -> dict:
    return json.loads(where.opened().opened(token, "told", text, reader=vaulted.READER))


def paid_in(where, currency: str) -> None:
    tip = Site.objects.current().get(site=where.site)
    office("hq_operations", "H1").put([corrected(tip, "for the test", currency=currency)], "hq")


@pytest.mark.parametrize(
    ("currency", "typed", "says"),
    [
        ("PEN", RIGHT, ""),
        ("PEN", WRONG, "mistyped"),
        ("PEN", "0011-0220-4411", "has 12 digits"),
        ("PEN", "O11-366-000100032542-21", "has 19 digits"),
        ("PEN", "ES91 2100 0418 4502 0005 1332", ""),
        ("PEN", "", ""),
        ("MXN", CLABE, ""),
        ("MXN", CLABE[:-1] + "8", "mistyped"),
        ("MXN", CLABE[:-1], "has 17 digits"),
        ("GBP", "20-00-00 55779911", ""),
        ("GBP", "20-00-0 55779911", "has 13 digits"),
        ("THB", "004-1234567890", ""),
        ("THB", "004-123456789", "has 12 digits"),
        ("DKK", "123", ""),
    ],
)
def test_a_mistyped_account_is_told_while_the_paper_is_at_hand(here, currency, typed, says):
    if currency != "PEN":
        paid_in(here, currency)
    for verb in (
        {**instructions.VERBS, **deductions.VERBS}[one] for one in ("name-beneficiary", "set-account")
    ):
        found = verb.doubt(here, {"worker": "Q01", "account": typed})
        assert (
            (says in str(found), "correct-account" in str(found)) == (True, True) if says else found is None
        )


def test_what_is_told_holds_no_more_of_an_account_than_its_last_four_digits(here):
    found = str(typedaccounts.doubt(here, {"account": WRONG}))
    assert "4222" in found
    assert "54222" not in found


def test_a_card_that_no_file_holds_is_recorded_all_the_same(here):
    say("name-beneficiary", here, number="2", name="Rosa", account="4213 1234 5678 9010")
    assert (
        told(here, "Q01-2", Beneficiary.objects.current().get(beneficiary="Q01-2").told)["account"][-4:]
        == "9010"
    )


def test_the_account_of_her_mother_is_set_right_and_everything_else_of_her_stays(here):
    families.named(here, "Q01", 3, name="Rosa", account=WRONG, relation="mother", language="es")
    before = told(here, "Q01-3", Beneficiary.objects.current().get(beneficiary="Q01-3").told)
    say("correct-account", here, payee="Q01-3", account=RIGHT, why="as her bank book has it")
    tip = Beneficiary.objects.current().get(beneficiary="Q01-3")
    assert told(here, "Q01-3", tip.told) == {**before, "account": RIGHT, "last_four": "4221"}
    assert tip.why == "as her bank book has it"
    with pytest.raises(NotCorrectable, match="says so already"):
        say("correct-account", here, payee="Q01-3", account=RIGHT, why="again")


def test_her_own_account_is_set_right_and_stays_allowed(here):
    say("set-account", here, allowed="yes", since="2026-09-02", account=WRONG, bank="BCP")
    say("correct-account", here, account=RIGHT, why="two digits were swapped")
    tip = Account.objects.current().get(worker="Q01", since="2026-09-02")
    assert (tip.allowed, told(here, "Q01", tip.told)) == ("yes", {"account": RIGHT, "bank": "BCP"})


@pytest.mark.parametrize("row", [{"worker": "Q02", "payee": "Q01-1"}, {"payee": "Q01-9"}, {}])
def test_nobody_elses_account_is_corrected_and_none_that_is_not_there(here, row):
    with pytest.raises(typedaccounts.NoSuchAccount, match="no account is recorded"):
        say("correct-account", here, **{"account": RIGHT, "why": "x", **row})


def test_a_correction_is_doubted_as_what_is_recorded_first(here):
    assert isinstance(
        typedaccounts.VERBS["correct-account"].doubt(here, {"account": WRONG}), typedaccounts.InNoFile
    )


def test_the_manager_alone_corrects_where_money_goes(here):
    with pytest.raises(NotYourRole):
        say("correct-account", office("trainer", "T1"), account=RIGHT, why="x")


def test_a_sum_left_out_for_a_mistyped_account_is_in_the_file_once_it_is_corrected(sent_home, tmp_path):
    with payroll.copied(sent_home, tmp_path) as where:
        say("correct-account", where, payee="Q01-1", account=WRONG, why="for the test")
        assert [type(one.why) for one in payfiles.made(where, families.OCTOBER).left_out] == [Mistyped]
        say("correct-account", where, payee="Q01-1", account=RIGHT, why="as the bank has it")
        assert payfiles.made(where, families.OCTOBER).left_out == ()

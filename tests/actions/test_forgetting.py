"""Somebody is forgotten when nothing of hers has to be kept any more, and then for good."""

import shutil
from datetime import date, timedelta

import pytest

import paidbefore
import vaulted
from jornal.actions.forgetting import KeptUntil, NobodyOfThatCode, StillNeeded, rule
from jornal.actions.given import NotYet
from jornal.facts.organisation import Agreement
from jornal.facts.pay import Payment, PayQuery
from jornal.facts.people import Forgotten, Worker
from jornal.facts.work import Beneficiary, Instruction
from jornal.journal import vault
from jornal.journal.keys import Forgotten as IsForgotten
from jornal.journal.keys import Locked
from jornal.journal.record import record
from jornal.reads.people import forgotten
from offices import DAY, office
from peopled import do, names, offered, opened, working
from vaulted import READER

LATER = date(2037, 1, 5)


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


def forget(keys, who, day=LATER):
    return do(office("hq_operations", "H1", "", keys, day), "forget", {"who": who})


def gone(keys, until=date(2026, 10, 9)):
    worker = working(keys)
    do(office(day=until), "leave", {"worker": worker, "reason": "release"})
    return worker


def test_her_name_can_never_be_read_again(database, tmp_path):
    opened()
    keys = names(tmp_path)
    worker = gone(keys)
    (kept,) = forget(keys, worker)
    assert (kept.book, kept.who, kept.asked_on, kept.retention_ended_on) == (
        "hq",
        worker,
        LATER,
        date(2036, 10, 9),
    )
    with pytest.raises(IsForgotten):
        keys.opened(worker, "name", Worker.objects.get(worker=worker).name, reader=READER)


def test_until_ten_years_after_her_last_day_it_is_refused_saying_until_when(keys):
    worker = gone(keys)
    with pytest.raises(KeptUntil, match=r"after 2036-10-09, not before\. House rule") as fault:
        forget(keys, worker, date(2036, 10, 9))
    assert fault.value.until == date(2036, 10, 9)
    assert not Forgotten.objects.exists()
    assert worker in keys.tokens()
    assert forget(keys, worker, date(2036, 10, 10))


def test_a_later_slip_counts_from_the_end_of_its_month(keys):
    worker = gone(keys)
    run = paidbefore.run("2026-11")
    paidbefore.slip(run, worker)
    with pytest.raises(KeptUntil, match="2036-11-30"):
        forget(keys, worker, date(2036, 11, 30))


def test_whoever_is_still_owed_money_is_not_forgotten(keys):
    worker = gone(keys)
    paidbefore.slip(paidbefore.run("2026-11"), worker, in_hand=12_50)
    with pytest.raises(StillNeeded, match="money is still owed"):
        forget(keys, worker, date(2040, 1, 1))


def test_whoever_waits_for_an_answer_is_not_forgotten(keys):
    worker = gone(keys)
    record([PayQuery(worker=worker, day=DAY, number=1, site="cusco")], "cusco", office().hand)
    with pytest.raises(StillNeeded, match="a question of hers is open"):
        forget(keys, worker, date(2040, 1, 1))


@pytest.mark.parametrize(("years", "until"), [("12", "2038-10-09"), ("7", "2033-10-09")])
def test_the_agreement_of_the_site_may_say_otherwise(keys, years, until):
    worker = gone(keys)
    says = {
        "agreement": "alpaca-inpe", "authority": "inpe", "parties": "Alpaca; INPE", "model": "employment",
        "fee": "none", "model_signed_by": "Defensoría", "clauses": f"retention_years: {years}",
        "signed_on": "2026-01-01",
    }  # fmt: skip
    do(office("hq_operations", "H1", ""), "sign-agreement", says)
    assert Agreement.objects.count() == 1
    with pytest.raises(KeptUntil, match=f"after {until}.*alpaca-inpe of 2026-01-01"):
        forget(keys, worker, date.fromisoformat(until))


@pytest.mark.usefixtures("sqlite")
def test_the_rule_of_the_house_says_its_source():
    years, source = rule("", DAY)
    assert (years, source.split(":")[0]) == (10, "House rule")


def test_whoever_never_worked_is_forgotten_when_she_asks(keys):
    worker = offered(keys)
    do(office(), "answer-offer", {"worker": worker, "answer": "refused"})
    (kept,) = forget(keys, worker, DAY)
    assert kept.retention_ended_on == DAY


def test_whoever_works_here_leaves_first(keys):
    with pytest.raises(StillNeeded, match="enrolled at cusco"):
        forget(keys, working(keys))


def test_all_or_nobody_is_forgotten(keys):
    first, second = gone(keys), working(keys)
    with pytest.raises(StillNeeded):
        do(office("hq_operations", "H1", "", keys, LATER), "forget", {"who": first}, {"who": second})
    assert {first, second} <= set(keys.tokens())


def test_forgotten_twice_is_once(keys):
    worker = gone(keys)
    assert forget(keys, worker)[0].root == forget(keys, worker)[0].root


@pytest.mark.parametrize("who", ["QC999Z", "X9"])
def test_a_code_of_nobody_is_told(keys, who):
    with pytest.raises(NobodyOfThatCode, match="Look at the code again"):
        forget(keys, who)


def test_it_needs_the_names_open_and_a_day_that_has_come(keys):
    worker = gone(keys)
    with pytest.raises(Locked):
        forget(None, worker)
    with pytest.raises(NotYet):
        do(
            office("hq_operations", "H1", "", keys, LATER),
            "forget",
            {"who": worker, "asked_on": "2037-01-06"},
        )


def test_staff_are_forgotten_years_after_their_last_role(keys):
    hq = office("hq_operations", "H1", "", keys)
    (carla,) = do(hq, "take-on-staff", {"name": "Carla"})
    do(hq, "grant-role", {"staff": carla.staff, "what": "trainer", "at": "cusco"})
    with pytest.raises(StillNeeded, match="the role trainer is held"):
        forget(keys, carla.staff, LATER)
    do(hq, "end-role", {"staff": carla.staff, "what": "trainer", "at": "cusco"})
    with pytest.raises(KeptUntil, match="2036-10-01"):
        forget(keys, carla.staff, date(2036, 10, 1))
    assert forget(keys, carla.staff)


def beneficiary(keys, worker):
    keys.mint("B001")
    told = keys.seal("B001", "told", "her mother")
    record([Beneficiary(beneficiary="B001", worker=worker, told=told)], "cusco", office().hand)


def test_family_is_forgotten_when_no_money_goes_there_any_more(keys):
    worker = gone(keys)
    beneficiary(keys, worker)
    to = [{"beneficiary": "B001", "weight": "1"}]
    ends = Instruction(
        worker=worker, instruction="family", since=DAY, purpose="family", share="1/2", to=to, ends_on=DAY
    )
    record([ends], "cusco", office().hand)
    with pytest.raises(StillNeeded, match="End that first"):
        forget(keys, "B001", DAY)
    assert forget(keys, "B001", DAY + timedelta(days=1))


def test_money_that_went_to_family_is_provable_for_years(keys):
    worker = gone(keys)
    beneficiary(keys, worker)
    slip = paidbefore.slip(paidbefore.run("2026-10"), worker)
    sent = Payment(
        slip=slip.root,
        part="instruction",
        payee="B001",
        number=1,
        amount=500,
        day=date(2026, 11, 5),
        way="bank",
    )
    record([sent], "cusco", office().hand)
    with pytest.raises(KeptUntil, match="2036-11-05"):
        forget(keys, "B001", date(2036, 11, 5))
    assert forget(keys, "B001")


def test_a_vault_put_back_from_an_old_copy_forgets_again(keys, tmp_path):
    worker = gone(keys)
    shutil.copy(keys.path, tmp_path / "old.sqlite3")
    forget(keys, worker)
    shutil.copy(tmp_path / "old.sqlite3", keys.path)
    assert worker in vault.tokens(keys.path)
    again = vault.unlocked(keys.path, vaulted.PASSPHRASE, forgotten=forgotten())
    assert (worker in again.tokens(), worker in vault.tokens(keys.path)) == (False, False)


def test_cut_off_between_fact_and_key_the_key_goes_at_the_next_opening(keys, monkeypatch):
    worker = gone(keys)

    def power_cut(*_who):
        raise KeyboardInterrupt

    monkeypatch.setattr(keys, "forget", power_cut)
    with pytest.raises(KeyboardInterrupt):
        forget(keys, worker)
    monkeypatch.undo()
    assert (forgotten(), worker in keys.tokens()) == ([worker], True)
    assert worker not in vault.unlocked(keys.path, vaulted.PASSPHRASE, forgotten=forgotten()).tokens()

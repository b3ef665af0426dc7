"""Things recorded of a worker through their forms."""

from datetime import date
from uuid import uuid4

import pytest

import acquainted
import browsing
import peopled
from jornal.actions.correcting import correct
from jornal.facts.attendance import Shift
from jornal.facts.pay import Adjustment, Finding
from jornal.facts.people import CarriedOver, Custody, Enrolled, Forgotten, Left, Worker
from jornal.facts.work import Balance, Beneficiary, ContractVersion, Graded
from jornal.journal.vault import readings
from jornal.pages import names
from jornal.pages.acting import may
from jornal.pages.doing import DEEDS, SENDS
from jornal.reads.people import names as called
from offices import office
from vaulted import READER

DAY, FOUND = "2026-11-05", "2026-09-01"


@pytest.fixture
def here(sqlite, monkeypatch):
    return acquainted.paid(sqlite, monkeypatch, "2026-10", day=DAY)


def address(verb: str, worker: str = "Q01", site: str = "cusco") -> str:
    return f"/{site}/people/{worker}/do/{verb}"


def sent(verb: str, worker: str = "Q01", client=None, **said: str):
    return (client or acquainted.manager()).post(address(verb, worker), said)


def test_a_custody_is_recorded_and_her_page_says_so(database, monkeypatch):
    acquainted.paid(database, monkeypatch, day=DAY)
    client = acquainted.manager()
    answer = sent("set-custody", client=client, status="remand", since=DAY)
    assert (answer.status_code, answer.url) == (302, "/cusco/people/Q01")
    assert "How she stands is recorded." in browsing.text(client.get(answer.url))
    assert Custody.objects.current().filter(worker="Q01", status="remand").exists()


@pytest.mark.parametrize("verb", DEEDS)
def test_every_form_opens_with_its_fields(here, verb):
    client = (
        browsing.member("H1", "hq_operations", at="")
        if verb in ("transfer", "forget")
        else acquainted.manager()
    )
    text = browsing.text(client.get(address(verb)))
    for one in DEEDS[verb].asked:
        assert f'name="{one.name}"' in text or f'id="f-{one.name}"' in text, one.name


def test_a_role_that_does_not_do_it_finds_no_form_and_its_reach_is_noted(here, sqlite):
    trainer = browsing.member("T1", "trainer")
    assert trainer.get(address("sign-contract")).status_code == 404
    assert trainer.get(address("grade")).status_code == 200
    assert sent("leave", client=trainer, day=DAY, reason="health").status_code == 404
    assert "sign-contract" in (sqlite.home / "reaches.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [address("dance"), address("grade", "QX9"), address("grade", site="lima")])
def test_what_is_not_there_is_not_found(here, path):
    assert acquainted.manager().get(path).status_code == 404


def test_a_form_that_was_sent_twice_is_recorded_once(here):
    client = acquainted.manager()
    row = {"status": "remand", "since": DAY, "once": uuid4().hex}
    first, second = (client.post(address("set-custody"), row) for _ in range(2))
    assert first.url == second.url
    assert Custody.objects.filter(worker="Q01", status="remand").count() == 1


def test_what_is_missing_stands_on_top_and_beside_its_field_and_the_rest_is_kept(here):
    answer = sent("decide-sum", what="bonus", amount="ten", label="Prize <b>", day="")
    text = browsing.text(answer)
    assert answer.status_code == 422
    assert '<a href="#f-amount">Amount: Write an amount such as 12.50.</a>' in text
    assert 'value="Prize &lt;b&gt;"' in text
    assert acquainted.faults(answer).count("Fill this in.") == 4
    assert not Adjustment.objects.exists()


@pytest.mark.parametrize(("typed", "minor"), [("12.50", 1250), ("12,50", 1250), ("12", 1200), ("0.05", 5)])
def test_an_amount_is_typed_as_money_is_written_here(here, typed, minor):
    said = {"label": "Prize", "reason": "fine work", "payer": "the house", "approver": "H1", "day": DAY}
    assert sent("decide-sum", what="bonus", amount=typed, **said).status_code == 302
    assert Adjustment.objects.get().amount == minor


def test_what_she_owes_may_be_unknown(here):
    assert sent("owe", step="pe-reparation", amount="unknown", day=DAY).status_code == 302
    assert Balance.objects.current().get(day=date(2026, 11, 5)).amount is None


def test_what_the_verb_refuses_is_said_on_the_form(here):
    answer = sent("sign-contract", contract="cusco-hourly", since=DAY, language="es")
    assert answer.status_code == 422
    assert "changes on the first day of a pay month" in browsing.text(answer)
    assert f'value="{DAY}"' in browsing.text(answer)


def test_what_is_found_with_it_is_told(here):
    client, said = acquainted.manager(), {"contract": "cusco-hourly", "since": "2026-12-01", "language": "es"}
    answer = sent("sign-contract", client=client, **said)
    text = browsing.text(client.get(answer.url))
    assert "It was noted: name of Q01: no copy of her contract cusco-hourly" in text
    assert Finding.objects.get().control == "CON-01"


def test_a_contract_form_begins_with_what_she_has(here):
    text = browsing.text(acquainted.manager().get(address("sign-contract")))
    assert '<option value="cusco-hourly" selected>Knitters, by the hour</option>' in text
    assert '<option value="maker" selected>Maker</option>' in text


def test_a_first_contract_begins_with_the_offer_she_said_yes_to(sqlite, monkeypatch):
    keys = acquainted.opened(sqlite, monkeypatch)
    worker = peopled.consenting(keys, date(2026, 9, 20), contract="cusco-hourly", grade="maker")
    peopled.do(office(day=date(2026, 10, 1)), "enrol", {"worker": worker, "language": "es"})
    text = browsing.text(acquainted.manager().get(address("sign-contract", worker)))
    assert ('value="cusco-hourly"' in text, 'value="maker"' in text) == (True, True)


def test_her_leaving_is_shown_once_more_before_it_is_recorded(here):
    said = {"day": DAY, "reason": "own_choice"}
    shown = sent("leave", **said)
    text = browsing.text(shown)
    assert ("Check your answers" in text, "She wants to" in text, "5 November 2026" in text) == (
        True,
        True,
        True,
    )
    assert not Left.objects.exists()
    changed = sent("leave", **acquainted.hidden(shown), sure="no")
    assert 'value="own_choice" checked' in browsing.text(changed)
    assert sent("leave", **acquainted.hidden(shown), sure="yes").status_code == 302
    assert Left.objects.get().reason == "own_choice"


def test_headquarters_carries_her_over_into_another_site(here):
    browsing.site("lima")
    office(site="lima")
    sent("leave", day=DAY, reason="transfer", sure="yes")
    client = browsing.member("H1", "hq_operations", at="")
    answer = sent("transfer", client=client, into="lima", day=DAY, sure="yes")
    assert answer.status_code == 302, acquainted.faults(answer)
    assert CarriedOver.objects.get().into_site == "lima"
    assert client.get("/lima/people/Q01").status_code == 200


def test_forgetting_is_refused_while_something_has_to_be_kept(here):
    client = browsing.member("H1", "hq_operations", at="")
    answer = sent("forget", client=client, asked_on=DAY, sure="yes")
    assert answer.status_code == 422
    assert not Forgotten.objects.exists()


def test_headquarters_forgets_somebody_who_was_only_offered_work(sqlite, monkeypatch):
    keys = acquainted.opened(sqlite, monkeypatch)
    keys.mint("QC1")
    office().put([Worker(worker="QC1", name=keys.seal("QC1", "name", "Ana"))])
    client = browsing.member("H1", "hq_operations", at="")
    answer = sent("forget", "QC1", client=client, asked_on="2026-10-01", sure="yes")
    assert (answer.status_code, answer.url) == (302, "/cusco/people")
    assert Forgotten.objects.get().who == "QC1"
    assert keys.tokens() == []


def test_what_is_sealed_asks_for_the_names_first(here):
    names.locked()
    text = browsing.text(acquainted.manager().get(address("tell-dependants")))
    assert "The names are locked. Open them on the side first" in text
    answer = sent("tell-dependants", told="two children", day=DAY)
    assert (answer.status_code, "two children" in browsing.text(answer)) == (422, True)


@pytest.mark.parametrize(
    ("name", "said", "kind", "column", "value"),
    [
        ("clock-number", {"clock_number": "17", "why": "a new card"}, Enrolled, "clock_number", "17"),
        ("reading", {"reads": "with_help", "why": "she said so"}, Enrolled, "reads", "with_help"),
        ("copy-given", {"copy_given_on": FOUND, "why": "found"}, ContractVersion, "copy_given_on", date(2026, 9, 1)),
    ],
)  # fmt: skip
def test_what_was_recorded_of_her_is_corrected_with_its_reason(here, name, said, kind, column, value):
    assert sent(name, **said).status_code == 302
    tip = kind.objects.current().get(worker="Q01")
    assert (getattr(tip, column), tip.why) == (value, said["why"])


def test_her_name_is_corrected_under_her_own_key(here):
    assert sent("correct-name", name="Ana María", why="as in her papers").status_code == 302
    assert called(["Q01"], here.keys, reader=READER) == {"Q01": "Ana María"}
    assert (
        "name of"
        not in browsing.text(acquainted.manager().get(address("correct-name"))).split("<main")[1][:200]
    )


def test_a_correction_of_nothing_says_so(here):
    worker = Worker(worker="QC9")
    here.put([worker])
    answer = sent("clock-number", "QC9", clock_number="3", why="new")
    assert (answer.status_code, "nothing to correct" in browsing.text(answer)) == (422, True)


def test_a_correction_that_changes_nothing_is_refused(here):
    correct(
        here, "enrolled", {"worker": "Q01", "site": "cusco", "since": "2026-09-01", "clock_number": "3"}, "x"
    )
    assert sent("clock-number", clock_number="3", why="again").status_code == 422


def test_a_grade_a_day_and_a_beneficiary_are_recorded_alike(here):
    assert sent("grade", grade="senior", trade="knitting", since="2026-12-01").status_code == 302
    assert (
        sent("mark", day=DAY, what="work", start="08:00", end="13:00", substitute="false").status_code == 302
    )
    assert (
        sent("name-beneficiary", name="Mother of Q01", account="PE-001-2345", relation="mother").status_code
        == 302
    )
    assert Graded.objects.get().grade == "senior"
    assert Shift.objects.current().get(worker="Q01", day=date(2026, 11, 5)).start == 480
    assert Beneficiary.objects.get().beneficiary == "Q01-1"
    page = browsing.text(acquainted.manager().get(address("instruct")))
    assert "Q01-1 · " in page, "an instruction asks for a code, which no page showed"
    assert "Q01-1 · " in browsing.text(acquainted.manager().get(address("move-savings")))


def test_whoever_records_may_record_by_role_alone():
    desk = type("Desk", (), {"roles": frozenset({"hq_finance"})})
    assert not may(desk, "owe", SENDS)  # headquarters' finance reads these pages, and records on those of pay


def test_seeing_her_form_is_noted_in_the_log_of_readings(here, sqlite):
    acquainted.manager().get(address("grade"))
    last = readings(sqlite.home / "vault.sqlite3", of="Q01")[-1]
    assert (last.by, last.why) == ("S1", "site.people.do")

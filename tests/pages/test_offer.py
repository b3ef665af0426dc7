"""Work offered to somebody, question after question."""

from datetime import date

import pytest

import acquainted
import browsing
from jornal.facts.people import Consent, Enrolled, Offer, OfferAnswered, Worker
from jornal.journal.entry import Entry
from jornal.pages import names
from jornal.pages.offer import STEPS, version
from jornal.reads.people import names as called
from peopled import offered
from vaulted import READER

ADDRESS = "/cusco/people/offer"
NEW = {"who": "new", "name": "Ana Quispe", "birth_year": "1990"}
WORK = {"language": "es", "read_by": "T1", "workshop": "knitting"}
ELSE = {
    "alternatives": "ninguna: nada cambia\nschool: unpaid; same privileges",
    "credit": "La autoridad decide.",
}
YES = {
    "answer": "accepted", "consenting": "today", "witness": "Sister Marta", "witness_of": "ngo",
    "copy_given_on": "2026-10-01",
}  # fmt: skip
WHOLE = {**NEW, **WORK, **ELSE, "day": "2026-10-01", **YES}


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def recorded(client=None, **said: str):
    return (client or acquainted.manager()).post(ADDRESS, {"at": "check", "go": "record", **said})


def test_a_yes_is_recorded_with_offer_and_consent_and_her_code_is_told(database, monkeypatch):
    keys = acquainted.opened(database, monkeypatch)
    client = acquainted.manager()
    answer = recorded(client, **WHOLE)
    offer, consent = Offer.objects.get(), Consent.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/cusco/people/{offer.worker}")
    assert f"Her code is {offer.worker}." in browsing.text(client.get(answer.url))
    assert (offer.workshop, offer.language, offer.credit) == ("knitting", "es", "La autoridad decide.")
    assert offer.alternatives == [
        {"name": "none", "says": "nada cambia"},
        {"name": "school", "says": "unpaid; same privileges"},
    ]
    assert (consent.offer, consent.witness, consent.read_by) == (offer.root, "Sister Marta", "T1")
    assert (consent.cooling_off_until, consent.expires_on) == (date(2026, 10, 8), date(2027, 10, 1))
    assert consent.text_version == version("es") == "consent 1 es 1"
    assert called([offer.worker], keys, reader=READER) == {offer.worker: "Ana Quispe"}
    assert "Quispe" not in "".join(Entry.objects.values_list("body", flat=True))


def test_question_after_question_leads_to_the_answers(keys):
    client = acquainted.manager()
    carried, said = {}, {**WHOLE, "expires_on": ""}
    seen = []
    answer = client.get(ADDRESS)
    for _ in range(20):
        carried = acquainted.hidden(answer)
        if carried["at"] == "check":
            break
        seen.append(carried["at"])
        step = next(one for one in STEPS if one.name == carried["at"])
        names_of = [name for name in said if f'name="{name}"' in browsing.text(answer)]
        answer = client.post(ADDRESS, {**carried, **{name: said[name] for name in names_of}, "go": "on"})
        assert answer.status_code == 200, (step.name, acquainted.faults(answer))
    assert seen == ["who", "new", "language", "work", "else", "until", "answer", "consent"]
    text = browsing.text(answer)
    for says in (
        "Ana Quispe",
        "Somebody new",
        "Español",
        "Knitting",
        "She says yes",
        "She gives it today",
        "1 October 2026",
    ):
        assert says in text, says
    assert client.post(ADDRESS, {**carried, "go": "record"}).status_code == 302
    assert Offer.objects.count() == 1


@pytest.mark.parametrize("answer", ["refused", "later"])
def test_no_and_later_are_written_down_as_they_are_and_nothing_more_is_asked(keys, answer):
    found = recorded(**{**WHOLE, "answer": answer})
    assert found.status_code == 302
    assert OfferAnswered.objects.get().answer == answer
    assert not Consent.objects.exists()
    text = browsing.text(
        acquainted.manager().post(ADDRESS, {**WHOLE, "answer": answer, "at": "answer", "go": "on"})
    )
    assert "Check your answers" in text


def test_the_three_answers_weigh_the_same(keys):
    text = browsing.text(
        acquainted.manager().post(ADDRESS, {**NEW, **WORK, **ELSE, "at": "until", "day": "2026-10-01"})
    )
    shown = text.split('<fieldset id="f-answer"')[1].split("</fieldset>")[0]
    assert (shown.count('<label class="choice">'), shown.count("checked")) == (3, 0)
    assert "No costs her nothing" in text


def test_a_consent_she_gives_another_day_is_not_recorded_today(keys):
    assert recorded(**{**WHOLE, "consenting": "later"}).status_code == 302
    assert (OfferAnswered.objects.count(), Consent.objects.count()) == (1, 0)


def test_somebody_known_keeps_her_code(keys):
    worker = offered(keys)
    known = {name: value for name, value in WHOLE.items() if name not in NEW}
    assert recorded(**known, who="known", worker=worker.lower()).status_code == 302
    assert list(Offer.objects.order_by("number").values_list("worker", "number")) == [
        (worker, 1),
        (worker, 2),
    ]
    assert Worker.objects.count() == 1


def test_from_her_page_she_is_known_already(keys):
    worker = offered(keys)
    text = browsing.text(acquainted.manager().get(f"{ADDRESS}?worker={worker}"))
    assert 'value="known" checked' in text
    assert f'<input type="hidden" name="worker" value="{worker}">' in text


@pytest.mark.parametrize(
    ("said", "step", "says"),
    [
        ({"birth_year": "2009"}, "new", "Nobody under eighteen works here."),
        ({"name": ""}, "new", "Fill this in."),
        ({"who": "known", "worker": "QX99"}, "known", "Nobody has this code here."),
        ({"alternatives": "school"}, "else", "Write each on a line of its own"),
        ({"alternatives": "school: unpaid"}, "else", "Say what it means for her to take none of it"),
        ({"weekly_hours": "200"}, "work", "Write a whole number."),
        ({"day": "2026-10-02"}, "until", "This day has not come yet."),
        ({"witness": ""}, "consent", "It needs a witness from outside"),
        ({"witness_of": ""}, "consent", "It needs a witness from outside"),
        ({"read_by": ""}, "consent", "Say who read it to her"),
        ({"copy_given_on": ""}, "consent", "She has a copy of it in her hand."),
        ({"cooling_off_until": "2026-10-03"}, "consent", "She has at least 72 hours"),
    ],
    ids=str,
)
def test_what_is_wrong_leads_back_to_its_question_with_everything_kept(keys, said, step, says):
    client, before = acquainted.manager(), Entry.objects.count()
    answer = recorded(client, **{**WHOLE, **said})
    assert answer.status_code == 422
    assert acquainted.hidden(answer)["at"] == step
    assert any(one.startswith(says) for one in acquainted.faults(answer)), acquainted.faults(answer)
    assert Entry.objects.count() == before
    kept = {**WHOLE, **said}
    carried = acquainted.hidden(answer)
    assert {name: kept[name] for name in carried if name in kept} == {
        name: value for name, value in carried.items() if name in kept
    }


def test_a_witness_of_the_enterprise_is_refused_and_nothing_at_all_is_recorded(keys):
    client, before = acquainted.manager(), Entry.objects.count()
    answer = recorded(client, **{**WHOLE, "witness": "T1", "read_by": "Sister Marta"})
    assert (answer.status_code, "so is no witness" in browsing.text(answer)) == (422, True)
    assert Entry.objects.count() == before


def test_while_the_names_are_locked_nobody_new_is_offered_work(keys):
    names.locked()
    answer = recorded(**WHOLE)
    assert acquainted.faults(answer)[0].startswith("The names are locked.")


def test_the_pay_stands_beside_the_floor(sqlite, monkeypatch):
    acquainted.paid(sqlite, monkeypatch, day="2026-10-01")
    text = browsing.text(
        acquainted.manager().post(ADDRESS, {**NEW, "language": "es", "at": "language", "go": "on"})
    )
    assert "Knitters, by the hour · Maker: S/\u00a011.80 an hour, the floor is S/\u00a0" in text
    assert "Knitters, by the piece" in text
    assert "25\u00a0h\u00a000\u00a0min a week" in text


def test_what_was_offered_is_in_the_offer(sqlite, monkeypatch):
    here = acquainted.paid(sqlite, monkeypatch, day="2026-11-05")
    said = {**WHOLE, "who": "known", "worker": "Q01", "terms": "cusco-hourly/maker", "day": "2026-11-05"}
    answer = recorded(**{**said, "copy_given_on": "2026-11-05"})
    assert answer.status_code == 302, acquainted.faults(answer)
    offer = Offer.objects.get()
    assert (offer.contract, offer.grade, offer.weekly_minutes, len(offer.terms_version)) == (
        "cusco-hourly",
        "maker",
        1500,
        64,
    )
    assert here.site == offer.site


@pytest.mark.parametrize("role", ["quality", "hq_finance", "auditor", "representative"])
def test_others_offer_no_work(keys, role):
    assert browsing.member("X1", role).get(ADDRESS).status_code == 404


def test_sent_twice_it_is_offered_once(keys):
    client = acquainted.manager()
    first, second = (recorded(client, **WHOLE, once="b" * 32) for _ in range(2))
    assert (first.url, Offer.objects.count()) == (second.url, 1)


def test_nobody_is_enrolled_by_an_offer(keys):
    recorded(**WHOLE)
    assert not Enrolled.objects.exists()

"""Work offered and answered: a new code, a sealed name, a refusal that leaves no trace."""

from datetime import date

import pytest

from jornal.actions.given import NotKnownHere, NotYet
from jornal.actions.offers import Answered, NoLetters, NoName, NoOffer, NotOpen, OtherYear, TooYoung
from jornal.actions.verb import BadRows
from jornal.facts.people import Offer, OfferAnswered, Worker
from jornal.journal.entry import Entry
from jornal.journal.keys import Locked
from jornal.units.identifiers import is_whole
from offices import DAY, office
from peopled import OFFERED, WEEK_BEFORE, do, names, offered, opened
from vaulted import READER


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


def answers():
    return list(OfferAnswered.objects.order_by("number").values_list("answer", flat=True))


def test_somebody_new_is_given_a_code_and_her_name_is_sealed(database, tmp_path):
    opened()
    keys = names(tmp_path)
    rows = [{**OFFERED, "name": name, "born_on": "1990-04-01"} for name in ("Ana Quispe", "Bea Flores")]
    workers = do(office(keys=keys), "offer-work", *rows)[::2]
    assert [worker.worker[:5] for worker in workers] == ["QC001", "QC002"]
    assert all(is_whole(worker.worker) for worker in workers)
    sealed = [(one.worker, name, getattr(one, name)) for one in workers for name in ("name", "born_on")]
    assert keys.opened_many(sealed, reader=READER) == ["Ana Quispe", "1990-04-01", "Bea Flores", "1990-04-01"]
    assert not [
        body for body in Entry.objects.values_list("body", flat=True) if "Quispe" in body or "04-01" in body
    ]


def test_she_keeps_her_code_at_a_second_offer(keys):
    worker = offered(keys)
    do(office(), "offer-work", {**OFFERED, "worker": worker})
    assert (Worker.objects.count(), list(Offer.objects.values_list("number", flat=True))) == (1, [1, 2])


def test_an_offer_to_a_known_worker_sent_twice_is_one(keys):
    worker = offered(keys)
    again = [do(office(), "offer-work", {**OFFERED, "worker": worker}) for _ in range(2)]
    assert Offer.objects.count() == 2
    assert again[0][0].root == again[1][0].root


def test_a_refused_set_leaves_no_key_behind(keys):
    with pytest.raises(NoName):
        do(office(keys=keys), "offer-work", {**OFFERED, "name": "Ana Quispe"}, {**OFFERED, "name": ""})
    assert keys.tokens() == []


def test_a_code_that_came_from_paper_is_kept(keys):
    do(office(keys=keys), "offer-work", {**OFFERED, "worker": "Q01", "name": "Ana Quispe"})
    assert Worker.objects.get().worker == "Q01"


def test_the_offer_says_what_else_she_may_do(keys):
    offered(keys)
    assert Offer.objects.get().alternatives == [
        {"name": "none", "says": "nothing changes"},
        {"name": "school", "says": "unpaid, same privileges"},
    ]


@pytest.mark.parametrize(
    ("row", "fault", "says"),
    [
        ({"alternatives": "school: unpaid"}, BadRows, "take none of it"),
        ({"name": ""}, NoName, "Give name="),
        ({"day": "2026-10-02"}, NotYet, "has not come yet"),
        ({"born_on": "2008-10-02", "birth_year": ""}, TooYoung, "from 2026-10-02 on"),
        ({"born_on": "1990-10-02", "birth_year": "1991"}, OtherYear, "different years"),
        ({"worker": "QC9", "name": ""}, NotKnownHere, "offered work first"),
        ({"offence": "x"}, BadRows, "is not a field"),
    ],
    ids=str,
)
def test_an_offer_that_cannot_be_made_says_why(keys, row, fault, says):
    before = Entry.objects.count()
    with pytest.raises(fault, match=says):
        do(
            office(keys=keys),
            "offer-work",
            {**OFFERED, "name": "Ana Quispe"},
            {**OFFERED, "name": "Bea", **row},
        )
    assert Entry.objects.count() == before


def test_she_may_be_offered_work_on_the_day_she_comes_of_age(keys):
    born = {"born_on": "2008-10-01", "birth_year": ""}
    worker, _ = do(office(keys=keys), "offer-work", {**OFFERED, "name": "Ana", **born})
    assert worker.birth_year == 2008


def test_without_the_names_open_nobody_new_is_recorded(keys):
    with pytest.raises(Locked):
        do(office(), "offer-work", {**OFFERED, "name": "Ana Quispe"})
    assert not Worker.objects.exists()


@pytest.mark.usefixtures("sqlite")
def test_a_site_without_letters_gives_no_codes(tmp_path):
    with pytest.raises(NoLetters, match="open-site"):
        do(office(site="lima", keys=names(tmp_path)), "offer-work", {**OFFERED, "name": "Ana"})


def test_a_refusal_is_written_down_once_and_nowhere_else(keys):
    worker = offered(keys)
    before = Entry.objects.count()
    do(office(), "answer-offer", {"worker": worker, "answer": "refused"})
    assert Entry.objects.count() == before + 1
    assert {field.name for field in OfferAnswered.content()} == {"offer", "number", "answer", "day"}


def test_later_leaves_the_offer_open(keys):
    worker = offered(keys)
    do(office(day=WEEK_BEFORE), "answer-offer", {"worker": worker, "answer": "later"})
    do(office(), "answer-offer", {"worker": worker, "answer": "accepted"})
    assert answers() == ["later", "accepted"]


def test_an_answer_sent_twice_is_one(keys):
    worker = offered(keys)
    for _ in range(2):
        do(office(), "answer-offer", {"worker": worker, "answer": "accepted"})
    assert answers() == ["accepted"]


def test_whoever_refused_is_asked_again_by_a_new_offer_only(keys):
    worker = offered(keys)
    do(office(), "answer-offer", {"worker": worker, "answer": "refused"})
    with pytest.raises(Answered, match="make a new offer"):
        do(office(), "answer-offer", {"worker": worker, "answer": "accepted"})
    do(office(), "offer-work", {**OFFERED, "worker": worker})
    do(office(), "answer-offer", {"worker": worker, "answer": "accepted"})
    assert answers() == ["refused", "accepted"]


@pytest.mark.parametrize(
    ("row", "day", "fault"),
    [
        ({"worker": "QC9"}, DAY, NoOffer),
        ({"day": "2026-09-23"}, DAY, NotOpen),
        ({}, date(2026, 10, 9), NotOpen),
        ({"day": "2026-10-03"}, DAY, NotYet),
    ],
)
def test_an_answer_belongs_to_an_open_offer(keys, row, day, fault):
    worker = offered(keys, expires_on="2026-10-08")
    with pytest.raises(fault):
        do(office(day=day), "answer-offer", {"worker": worker, "answer": "accepted", **row})

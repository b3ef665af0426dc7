"""Photos to a question."""

from datetime import timedelta

import pytest
from django.conf import settings

import drawn
from jornal.actions import filed
from jornal.actions.dialogue import NoLongerOpen, NotAsked
from jornal.actions.given import NotKnownHere
from jornal.actions.photos import NotKept, WhoIsInIt, may_be_shown, shown
from jornal.actions.verb import BadRows
from jornal.facts.dialogue import Photo
from jornal.facts.people import Consent
from offices import DAY, office
from peopled import do, names, opened, working


@pytest.fixture
def photo(sqlite, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "HOME", tmp_path)
    opened()
    do(office(), "put-question", {"says": "Is this seam right?"})
    return {"question": "q-s1", "file_digest": filed.keep(tmp_path, drawn.jpeg()).digest, "people": "none"}


def test_a_photo_of_a_thing_is_recorded_once(photo):
    (kept,) = do(office(), "attach-photo", photo)
    do(office(), "attach-photo", photo)
    assert (kept.number, kept.file_type, kept.people, kept.workers) == (1, "image/jpeg", "none", [])
    assert Photo.objects.count() == 1


def test_somebody_is_in_a_photo_only_while_she_consents(photo, tmp_path):
    worker = working(names(tmp_path), since=DAY)
    hers = {**photo, "people": "consented", "workers": worker}
    with pytest.raises(WhoIsInIt, match="no consent to be shown"):
        do(office(), "attach-photo", hers)
    said = {"worker": worker, "purpose": "image", "number": 1, "language": "es", "witness_of": "ngo"}
    (consent,) = office().put([Consent(**said, given_on=DAY, copy_given_on=None, expires_on=None)])
    assert may_be_shown(worker, DAY)
    (kept,) = do(office(), "attach-photo", hers)
    assert (kept.workers, shown(kept, DAY)) == ([worker], True)
    do(office(), "withdraw-consent", {"worker": worker, "purpose": "image"})
    assert not shown(kept, DAY)
    assert consent.worker == worker


@pytest.mark.parametrize(
    ("scope", "ends", "shown"),
    [("", None, True), ("dialogue", None, True), ("press", None, False), ("", DAY, False)],
)
def test_a_consent_to_other_pictures_or_one_that_ended_today_shows_her_in_none(
    photo, tmp_path, scope, ends, shown
):
    worker = working(names(tmp_path), since=DAY)
    said = {
        "worker": worker,
        "purpose": "image",
        "scope": scope,
        "number": 1,
        "language": "es",
        "witness_of": "ngo",
    }
    before = DAY - timedelta(days=9)
    office().put([Consent(**said, given_on=before, copy_given_on=None, expires_on=ends)])
    assert may_be_shown(worker, DAY) is shown


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"file_digest": "a1" * 32}, NotKept),
        ({"file_digest": "a1"}, BadRows),
        ({"people": "some"}, BadRows),
        ({"people": "consented"}, WhoIsInIt),
        ({"workers": "QC99"}, WhoIsInIt),
        ({"people": "consented", "workers": "QC99"}, NotKnownHere),
        ({"question": "q-s9"}, NotAsked),
    ],
    ids=str,
)
def test_a_photo_that_cannot_be_recorded_says_why(photo, row, fault):
    with pytest.raises(fault):
        do(office(), "attach-photo", {**photo, **row})
    assert not Photo.objects.exists()


def test_a_closed_question_takes_no_photo(photo):
    do(office(), "close-question", {"question": "q-s1", "outcome": "not_needed"})
    with pytest.raises(NoLongerOpen):
        do(office(), "attach-photo", photo)

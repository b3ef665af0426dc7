"""The form of a photo to a question: refused, it comes again as it was filled in, with its picture."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import browsing
import crew
import drawn
import talked
from jornal.facts.dialogue import Photo
from jornal.facts.people import Consent
from peopled import do

ADDRESS = "/cusco/dialogue/q-s1"
TYPED = {"people": "consented", "workers": "QC99", "says": "the third seam"}


@pytest.fixture
def manager(sqlite, monkeypatch):
    """The manager of a site that asked a question."""
    crew.begun()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    do(talked.site(), "put-question", {"says": "Is this seam right?"})
    return browsing.member("S1", "site_manager")


def picture():
    return SimpleUploadedFile("seam.png", drawn.png())


def page(answer):
    return answer.content.decode()


def test_a_photo_of_somebody_unknown_is_refused_and_nothing_that_was_typed_is_lost(manager):
    answer = manager.post(ADDRESS, {**TYPED, "photo": picture()})
    assert answer.status_code == 422
    kept = [one in page(answer) for one in ('value="QC99"', 'value="the third seam"', "seam.png")]
    assert (kept, 'value="consented" checked' in page(answer)) == ([True, True, True], True)


def test_the_picture_is_not_chosen_again_after_a_refusal(manager):
    refused = page(manager.post(ADDRESS, {**TYPED, "photo": picture()}))
    ticket = re.search('name="photo" value="([^"]+)"', refused)[1]
    again = {"photo": ticket, "people": "none", "workers": "", "says": "the third seam"}
    assert manager.post(ADDRESS, again).status_code == 302
    assert [(one.says, one.people, one.file_type) for one in Photo.objects.all()] == [
        ("the third seam", "none", "image/png")
    ]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"people": "none", "says": "the seam"}, "f-photo"),
        ({"people": "", "says": "the seam", "photo": True}, "f-people"),
        ({"people": "none", "says": "the seam " * 40, "photo": True}, "f-says"),
        ({"people": "none", "says": "the seam", "photo": False}, "f-photo"),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_its_field(manager, sent, field):
    files = {True: picture(), False: SimpleUploadedFile("a.png", b"no picture"), None: ""}
    answer = manager.post(ADDRESS, {**sent, "photo": files[sent.get("photo")]})
    assert (answer.status_code, f'href="#{field}"' in page(answer)) == (422, True)
    assert ("the seam" in page(answer), Photo.objects.exists()) == (True, False)


def test_a_photo_is_kept_once_though_its_form_is_sent_twice(manager):
    for _ in range(2):
        manager.post(ADDRESS, {"people": "none", "says": "the seam", "photo": picture()})
    assert Photo.objects.count() == 1


def test_reading_is_recorded_without_a_photo(manager):
    do(talked.headquarters(), "put-question", {"says": "Which hours?", "put_to": "site"})
    assert manager.post("/cusco/dialogue/q-h1", {"seen": "yes"}).status_code == 302


def test_who_is_in_a_photo_is_ticked_by_name_and_nobody_types_a_code(manager):
    said = {"worker": "QC01", "purpose": "image", "number": 1, "language": "es", "witness_of": "ngo"}
    talked.site().put([Consent(**said, given_on=date(2026, 10, 1), copy_given_on=None, expires_on=None)])
    shown = page(manager.get(ADDRESS))
    assert re.search(r'type="checkbox" name="workers" value="QC01"> [^<(]+</label>', shown)
    assert re.search(r'value="QC02"> [^<]+\(no consent to be shown\)', shown)
    sent = {"people": "consented", "workers": "QC01", "says": "the seam", "photo": picture()}
    assert manager.post(ADDRESS, sent).status_code == 302
    assert [one.workers for one in Photo.objects.all()] == [["QC01"]]

"""The ticket of a picture that a form brought: whose it is, and for how long."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import browsing
import drawn
import making
from jornal.facts.products import DesignVersion
from jornal.pages import uploads
from peopled import do

ADDRESS = "/cusco/catalogue/do/add-version"
SAID = {"design": "wave", "what": "sample", "made_by": "QC99", "day": "2026-10-02"}


@pytest.fixture
def ticket(sqlite, monkeypatch):
    """The ticket of a picture that the manager sent with a form that was refused."""
    here = making.begun()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    do(here, "begin-design", {"design": "wave", "label": "Wave", "day": "2026-09-01"})
    sent = {**SAID, "picture": SimpleUploadedFile("a.png", drawn.png())}
    answer = browsing.member("S1", "site_manager").post(ADDRESS, sent)
    return re.search('name="picture" value="([^"]+)"', answer.content.decode())[1]


def recorded(staff, ticket):
    """The digest of the version that this person records with a ticket; "" where it stands for nothing."""
    browsing.member(staff, "site_manager").post(ADDRESS, {**SAID, "made_by": "QC01", "picture": [ticket, ""]})
    return DesignVersion.objects.get().file_digest


def test_it_stands_for_the_picture_of_whoever_sent_it(ticket):
    assert len(recorded("S1", ticket)) == 64


def test_nobody_else_takes_a_picture_by_it_that_somebody_kept(ticket):
    assert recorded("S2", ticket) == ""


@pytest.mark.parametrize("text", ["a" * 64, "x", ":::"], ids=str)
def test_a_digest_that_somebody_knows_is_no_ticket(ticket, text):
    assert recorded("S1", text) == ""


def test_after_its_time_the_file_is_chosen_again(ticket, monkeypatch):
    monkeypatch.setattr(uploads, "LASTS", -1)
    assert recorded("S1", ticket) == ""

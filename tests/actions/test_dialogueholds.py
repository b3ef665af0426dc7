"""A correction is no way round what the verbs of the dialogue refuse."""

from datetime import date

import pytest
from django.conf import settings

import drawn
from jornal.actions import filed
from jornal.actions.correcting import correct, take_back
from jornal.actions.dialogueholds import CHECKS
from jornal.actions.inopen import NamesSomebody
from jornal.actions.promises import NotAPromise
from jornal.facts import dialogue
from jornal.facts.people import Worker
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.units.listed import ListedTerm
from offices import office
from peopled import do, opened

ASKED = {"site": "cusco", "question": "q-s1"}
PROMISED = {"site": "cusco", "promise": "p-s1"}


@pytest.fixture
def here(sqlite, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "HOME", tmp_path)
    opened()
    found = office()
    found.put([Worker(worker="QC01", birth_year=1990)])
    do(found, "put-question", {"says": "Is this seam right?"})
    do(found, "promise", {"says": "a list", "due_on": "2026-10-20"})
    digest = filed.keep(tmp_path, drawn.jpeg()).digest
    do(found, "attach-photo", {"question": "q-s1", "file_digest": digest, "people": "none"})
    return found


@pytest.mark.parametrize(
    ("kind", "values", "fault"),
    [
        ("question", {**ASKED, "says": "Is QC01 right?"}, NamesSomebody),
        ("question", {**ASKED, "says": "a robbery"}, ListedTerm),
        ("question", {**ASKED, "put_to": "team"}, NotCorrectable),
        ("promise", {**PROMISED, "due_on": "2026-09-30"}, NotAPromise),
        ("promise", {**PROMISED, "says": "gloves for QC01"}, NamesSomebody),
        ("photo", {**ASKED, "number": "1", "people": "consented"}, NotCorrectable),
        ("photo", {**ASKED, "number": "1", "says": "QC01 at work"}, NamesSomebody),
    ],
)
def test_what_a_verb_refuses_is_refused_of_a_correction(here, kind, values, fault):
    with pytest.raises(fault):
        correct(here, kind, values, "mistyped")


def test_words_are_corrected_and_a_day_is_moved_with_its_reason(here):
    assert (
        correct(here, "question", {**ASKED, "says": "Is this hem right?"}, "mistyped").says
        == "Is this hem right?"
    )
    assert correct(here, "promise", {**PROMISED, "due_on": "2026-10-25"}, "the shop is shut").due_on == date(
        2026, 10, 25
    )
    assert take_back(here, "photo", {**ASKED, "number": "1"}, "the wrong one").void


def test_every_kind_with_words_in_the_open_is_checked():
    kinds = {
        one
        for one in vars(dialogue).values()
        if isinstance(one, type) and issubclass(one, Fact) and one is not Fact
    }
    texts = {one for one in kinds if {"says", "note", "decided"} & {column.name for column in one.content()}}
    assert texts == set(CHECKS)

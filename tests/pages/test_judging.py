"""Which fields a judgement has."""

from types import SimpleNamespace

import pytest

import making
from jornal.pages.forms import Asked
from jornal.pages.judging import question_by_question
from jornal.words.catalogue import Words
from peopled import do

FIELDS = (Asked("lot", "Lot"), Asked("answers", "Answers"), Asked("note", "Note"))
ASKS = {"product": "sweater", "since": making.SINCE, "asks": "Seams even; Size as drawn"}


@pytest.mark.parametrize(
    ("sent", "names"),
    [
        ({"lot": "{lot}"}, ["lot", "answer-1", "answer-2", "note"]),
        ({"lot": "{lot}", "answers": "yes; yes"}, ["lot", "answers", "note"]),
        ({"lot": "LQC999A"}, ["lot", "answers", "note"]),
        ({}, ["lot", "answers", "note"]),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_question_has_its_own_field_where_its_lot_is_known(sent, names):
    here = making.begun()
    do(making.headquarters(), "set-checklist", ASKS)
    code = making.opened(here)
    desk = SimpleNamespace(place="cusco", day=here.day, say=Words("en").say)
    told = {name: text.format(lot=code) for name, text in sent.items()}
    assert [one.name for one in question_by_question(desk, FIELDS, told)] == names

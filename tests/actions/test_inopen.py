"""Words that stand in the open."""

import pytest

import crew
from jornal.actions.inopen import NamesSomebody, in_the_open
from jornal.units.listed import ListedTerm

pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.mark.parametrize("text", ["QC01 is late", "ask qc01.", "QC-01 and two more", "(QC 01)"])
def test_words_that_name_a_worker_are_refused(text):
    crew.begun()
    with pytest.raises(NamesSomebody, match="The question names QC01"):
        in_the_open(text, "The question")


@pytest.mark.parametrize("text", ["", "Order AB12 waits for 30 buttons", "QC99 is a colour", "สีเทาไหน"])
def test_words_about_work_stand_as_they_are(text):
    crew.begun()
    assert in_the_open(text, "The question") == text


def test_what_jornal_keeps_nothing_of_is_refused():
    with pytest.raises(ListedTerm, match="The question"):
        in_the_open("is she in for robbery", "The question")

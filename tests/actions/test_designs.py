"""Designs: who proposed and who made them, their files, and the credit each maker chose."""

import pytest

import crew
import making
from jornal.actions.designs import DesignTaken, NoSuchDesign, NotAMaker
from jornal.actions.given import NotKnownHere
from jornal.actions.verb import BadRows
from jornal.facts.products import DesignCredit, DesignVersion
from jornal.journal.vaultlog import Reader
from jornal.units.listed import ListedTerm
from offices import office
from peopled import do

WAVE = {"design": "wave", "label": "Wave", "brief": "A sweater for winter", "proposed_by": "QC01"}
SKETCH = {"design": "wave", "what": "sketch", "made_by": "QC01 QC02"}
FILE = {"file_digest": "A1" * 32, "file_type": "image/png", "file_size": "40000"}


@pytest.mark.usefixtures("database")
def test_a_worker_proposes_and_two_make_it_version_by_version():
    here = crew.begun()
    do(here, "begin-design", WAVE)
    do(here, "add-version", {**SKETCH, **FILE})
    do(here, "add-version", {**SKETCH, "what": "sample", "made_by": "QC02"})
    found = DesignVersion.objects.order_by("number")
    assert list(found.values_list("number", "what", "made_by", "file_digest")) == [
        (1, "sketch", ["QC01", "QC02"], "a1" * 32),
        (2, "sample", ["QC02"], ""),
    ]


@pytest.mark.usefixtures("sqlite")
def test_headquarters_begins_one_too_and_no_name_is_given_twice():
    here = crew.begun()
    do(making.headquarters(), "begin-design", {"design": "wave", "label": "Wave"})
    with pytest.raises(DesignTaken):
        do(here, "begin-design", WAVE)
    assert do(here, "add-version", SKETCH)[0].book == "cusco"  # its maker works here


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**SKETCH, "file_digest": "a1" * 32}, BadRows),
        ({**SKETCH, **FILE, "file_digest": "a1"}, BadRows),
        ({**SKETCH, **FILE, "file_type": "image/svg+xml"}, BadRows),
        ({**SKETCH, **FILE, "file_size": "10000001"}, BadRows),
        ({**SKETCH, "made_by": "QC09"}, NotKnownHere),
        ({**SKETCH, "design": "tide"}, NoSuchDesign),
        ({**SKETCH, "note": "she is inside for robbery"}, ListedTerm),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_version_that_cannot_be_is_refused(row, fault):
    here = crew.begun()
    do(here, "begin-design", WAVE)
    with pytest.raises(fault):
        do(here, "add-version", row)


@pytest.mark.usefixtures("sqlite")
def test_each_maker_chooses_how_she_is_credited_and_changes_it_at_will(tmp_path):
    keys = crew.names(tmp_path)
    here = crew.begun(keys)
    do(here, "begin-design", WAVE)
    do(here, "add-version", SKETCH)
    credit = {"design": "wave", "worker": "QC01"}
    do(here, "credit-design", {**credit, "shown": "chosen_name", "line": "Ana of the south"})
    (named,) = DesignCredit.objects.current()
    reader = Reader("S1", "a test", here.hand.now())
    assert keys.opened("QC01", "line", named.line, reader=reader) == "Ana of the south"
    do(here, "credit-design", {**credit, "shown": "mark"})
    (marked,) = DesignCredit.objects.current()
    assert (marked.shown, marked.line) == ("mark", "")


@pytest.mark.usefixtures("sqlite")
def test_nobody_is_credited_for_what_she_did_not_make(tmp_path):
    here = crew.begun(crew.names(tmp_path))
    do(here, "begin-design", WAVE)
    do(here, "add-version", SKETCH)
    with pytest.raises(NotAMaker):
        do(here, "credit-design", {"design": "wave", "worker": "QC03", "shown": "mark"})
    with pytest.raises(BadRows, match="a credit by name has its line"):
        do(here, "credit-design", {"design": "wave", "worker": "QC01", "shown": "first_name"})


@pytest.mark.usefixtures("sqlite")
def test_one_who_only_reviews_does_not_design():
    crew.begun()
    with pytest.raises(Exception, match="this is done by"):
        do(office("quality", "R1"), "begin-design", WAVE)

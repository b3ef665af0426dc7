"""Sites, workshops and timetables."""

from datetime import date

import pytest

import hands
from jornal.actions.given import NotYet
from jornal.actions.office import Office
from jornal.actions.organisation import NotThere
from jornal.actions.sites import LettersTaken, NotAnnounced, StillThere
from jornal.actions.verb import BadRows
from jornal.facts.organisation import Site, SiteClosed, Timetable, Workshop
from jornal.journal import books, place
from jornal.journal.place import NoSuchBook
from jornal.journal.verify import chain_faults
from offices import DAY, granted, office
from peopled import do, names, opened, working

LIMA = {
    "named": "lima", "label": "Lima", "enterprise": "alpaca", "authority": "inpe", "jurisdiction": "pe",
    "currency": "PEN", "zone": "America/Lima", "languages": "es", "letters": "QL", "opened_on": "2026-09-01",
}  # fmt: skip
WEEK = {"workshop": "knitting", "since": "2026-01-01", "monday": "300", "friday": "240"}


def at(day=DAY):
    return office("hq_operations", "H1", "", day=day)


def in_lima():
    """Her manager at work there, with no book opened for the test."""
    granted("M1", "site_manager")
    return Office(hands.hand("M1", "site_manager"), "lima", DAY)


def test_a_site_is_opened_with_headquarters_book_for_it(database):
    opened()
    (kept,) = do(at(), "open-site", LIMA)
    assert (kept.book, kept.site, kept.languages, kept.letters) == ("hq", "lima", ["es"], "QL")
    assert place.openings("hq.lima")[0].reader == "lima"


def test_a_second_prison_is_worked_in_the_same_register(database):
    opened()
    do(at(), "open-site", LIMA)
    (kept,) = do(in_lima(), "open-workshop", {"workshop": "knitting", "label": "Knitting"})
    assert (kept.book, kept.site) == ("lima", "lima")


def test_a_site_with_a_computer_of_its_own_is_not_written_here(database):
    opened()
    do(at(), "open-site", {**LIMA, "recorded": "elsewhere"})
    assert not place.openings("lima")
    with pytest.raises(NoSuchBook):
        do(in_lima(), "open-workshop", {"workshop": "knitting", "label": "Knitting"})


def test_cut_off_before_its_book_is_opened_a_site_is_not_there_at_all(database, monkeypatch):
    opened()
    at()

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(books, "opened", cut_off)
        with pytest.raises(KeyboardInterrupt):
            do(at(), "open-site", LIMA)
    assert not Site.objects.filter(site="lima").exists()
    do(at(), "open-site", LIMA)
    assert (chain_faults("hq").faults, place.openings("hq.lima")[0].reader) == ((), "lima")


def test_opened_twice_is_opened_once(sqlite):
    opened()
    for _ in range(2):
        do(at(), "open-site", LIMA)
    assert (Site.objects.filter(site="lima").count(), len(place.openings("hq.lima"))) == (1, 1)


@pytest.mark.parametrize(
    ("row", "fault", "says"),
    [
        ({"enterprise": "looms"}, NotThere, "found-enterprise"),
        ({"authority": "nobody"}, NotThere, "name-authority"),
        ({"letters": "QC"}, LettersTaken, "Codes of cusco begin with QC"),
        ({"letters": "Q"}, BadRows, "two to four capital letters"),
        ({"letters": "QO"}, BadRows, "not I, O or U"),
        ({"zone": "Lima"}, BadRows, "not a time zone"),
        ({"currency": "sol"}, BadRows, "not a currency"),
        ({"languages": ""}, BadRows, "languages"),
        ({"named": "hq"}, BadRows, "not a short name"),
        ({"named": "../lima"}, BadRows, "not a short name"),
        ({"opened_on": "2026-10-02"}, NotYet, "has not come"),
    ],
    ids=str,
)
def test_a_site_that_cannot_work_is_not_opened(sqlite, row, fault, says):
    opened()
    with pytest.raises(fault, match=says):
        do(at(), "open-site", {**LIMA, **row})
    assert Site.objects.count() == 1


def test_two_new_sites_do_not_share_letters(sqlite):
    opened()
    with pytest.raises(LettersTaken, match="Codes of lima begin with QL"):
        do(at(), "open-site", LIMA, {**LIMA, "named": "lurin"})


def test_a_site_is_closed_when_everybody_has_left(sqlite, tmp_path):
    opened()
    worker = working(names(tmp_path))
    closing = office("hq_operations", "H1", day=DAY)
    with pytest.raises(StillThere, match="1 worker is still enrolled at cusco"):
        do(closing, "close-site", {"reason": "the agreement ended"})
    do(office(), "leave", {"worker": worker, "reason": "agreement_ended"})
    (kept,) = do(closing, "close-site", {"reason": "the agreement ended"})
    assert (SiteClosed.objects.count(), kept.book, kept.site) == (1, "hq", "cusco")


def test_a_workshop_is_a_room_or_the_cells(sqlite):
    opened()
    do(office(), "open-workshop", {"workshop": "cells", "label": "Cells", "place": "cell", "places": "12"})
    kept = Workshop.objects.get(workshop="cells")
    assert (kept.site, kept.place, kept.places) == ("cusco", "cell", 12)


def test_the_first_timetable_of_a_workshop_needs_no_announcement(database):
    opened()
    do(office(), "set-timetable", WEEK)
    kept = Timetable.objects.get()
    assert (kept.week["monday"], kept.week["tuesday"], sum(kept.week.values()), kept.starts) == (
        300,
        0,
        540,
        "08:00",
    )


@pytest.mark.parametrize("announced", ["", "2026-11-01", "2026-11-02"])
def test_every_later_one_is_announced_before_it_holds(sqlite, announced):
    opened()
    do(office(), "set-timetable", WEEK)
    later = {**WEEK, "since": "2026-11-01", "announced_on": announced}
    with pytest.raises(NotAnnounced, match="announced before that day"):
        do(office(day=date(2026, 11, 2)), "set-timetable", later)
    do(office(), "set-timetable", {**later, "announced_on": "2026-10-01"})
    assert Timetable.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"workshop": "weaving"}, NotThere),
        ({"monday": "1441"}, BadRows),
        ({"monday": "-1"}, BadRows),
        ({"monday": "five"}, BadRows),
        ({"starts": "8 o'clock"}, BadRows),
        ({"starts": "24:00"}, BadRows),
        ({"announced_on": "2026-10-02"}, NotYet),
    ],
    ids=str,
)
def test_a_timetable_is_of_a_workshop_and_of_days(sqlite, row, fault):
    opened()
    with pytest.raises(fault):
        do(office(), "set-timetable", {**WEEK, **row})
    assert not Timetable.objects.exists()

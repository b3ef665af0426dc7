"""A register made lighter: the same figures and the same proof in fewer bytes; and nothing goes that may not."""

import shutil
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, connections

import hands
import lost
import paidlong
import payroll
from databases import Database, used
from jornal.actions import lighten as lightening
from jornal.actions.audit import Asked, audited
from jornal.actions.backup import back_up
from jornal.actions.issued import drafted
from jornal.actions.lighten import KeptWhole, NotSound, lighten
from jornal.actions.office import NotYourRole
from jornal.facts.attendance import Shift
from jornal.facts.pay import Run
from jornal.journal import node, place
from jornal.journal.entry import Entry
from jornal.journal.opening import TextsPutAway
from jornal.journal.replay import replayed_faults
from jornal.journal.verify import chain_faults
from jornal.reads.money import owed
from jornal.reads.statement import statement
from journal.tampering import unguarded
from offices import office


@pytest.fixture(scope="module")
def months(tmp_path_factory):
    return paidlong.built(tmp_path_factory.mktemp("months"))


@pytest.fixture
def here(months, tmp_path):
    with paidlong.copied(months, tmp_path) as found:
        yield found


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def light(here, home):
    return lighten(here, home, home / "archives")


def texts() -> int:
    return Entry.objects.exclude(body="").count()


def wrong(*archives) -> list[str]:
    """What the daily checks, every chain from its first entry and the replay find."""
    found = [fault for one in audited(Asked(archives=archives)) for fault in one.faults]
    chains = [fault for book in place.books() for fault in chain_faults(book).faults]
    return [*found, *map(str, chains), *map(str, replayed_faults())]


def figures(here) -> dict[str, object]:
    """What people read of a register: statements, what is owed, and the next month as a draft."""
    return {
        "rows": {kind: rows for kind, rows in lost.rows().items() if kind != "texts_put_away"},
        "statements": {worker: statement(worker) for worker in payroll.WORKERS},
        "owed": {run.month: owed(run) for run in Run.objects.order_by("month")},
        "draft": drafted(paidlong.at(here, paidlong.after("2029-03")), "2029-03"),
    }


def next_month(here) -> dict[str, object]:
    """The lines of the next month, after a day of the first months was mended."""
    now = paidlong.at(here, paidlong.after("2029-03"))
    payroll.mended(now, "Q01", date(2026, 10, 6), 600)
    payroll.month(now, "2029-03")
    payroll.issued(now, "2029-03")
    slips = {worker: payroll.slip(worker, "2029-03") for worker in payroll.WORKERS}
    assert payroll.lines("Q01", "2029-03", of="2026-10")  # the day reaches back into what was put away
    return {worker: (slip.lines, slip.totals, slip.gross) for worker, slip in slips.items()}


def test_the_texts_of_months_closed_24_months_ago_go_and_every_figure_stays(here, home):
    before, count = figures(here), texts()
    done = lighten(here, home, home / "archives")
    gone = sum(cut.texts for cut in done.cuts)
    assert (texts(), gone > 300) == (count - gone + len(done.cuts), True)
    assert figures(here) == before
    assert (done.told, done.after < done.before) == ("", True)


def test_the_next_month_comes_out_to_the_line_as_it_would_have(months, tmp_path):
    with paidlong.copied(months, tmp_path / "whole") as whole:
        expected = next_month(whole)
    home = tmp_path / "light" / "home"
    with paidlong.copied(months, tmp_path / "light") as here:
        lighten(here, home, home / "archives")
        assert next_month(here) == expected


def test_the_full_audit_proves_it_from_the_first_entry_and_names_the_archive(light):
    found = list(audited(Asked(full=True, archives=(light.archive,))))
    assert [fault for one in found for fault in one.faults] == []
    says = {one.name: "; ".join(one.says) for one in found}
    (cut,) = [cut for cut in light.cuts if cut.head.book == "cusco"]
    assert f"{cut.texts} of them by their rows, because their texts were put away" in says["chain of cusco"]
    assert "is as it was written" in says["archive of cusco"]
    assert f"texts before entry {cut.head.seq}, put away on 2029-03-02" in says["archive of cusco"]


def test_an_archive_that_was_changed_or_is_anothers_is_named(light):
    other = light.archive.with_name("other.archive")
    shutil.copy(light.archive, other)
    with other.open("r+b") as file:
        file.seek(2000)
        file.write(b"x")
    (fault,) = wrong(other)
    assert "other.archive is no archive of this register, or it was changed" in fault
    assert wrong() == []  # not to have it at hand is no fault, and is said
    says = [one.says for one in audited(Asked()) if one.name == "archive of cusco"]
    assert says[0][-1] == "it was not shown"


def test_what_was_altered_since_is_found_and_its_text_is_in_the_archive(light, home, tmp_path):
    seq, recorded = Shift.objects.order_by("seq").values_list("seq", "minutes").first()
    with unguarded(Database("sqlite", home)) as run:
        run("UPDATE jornal_shift SET minutes = 900 WHERE seq = %s AND book = 'cusco'", seq)
    assert any("its row no longer gives what was recorded" in fault for fault in wrong())
    with lost.bare("sqlite", tmp_path / "again"):
        lost.restored(light.archive, tmp_path / "again", clock=hands.at("2029-03-03T08:00Z"))
        assert Shift.objects.get(seq=seq, book="cusco").minutes == recorded
        assert '"body":""' not in Entry.objects.get(seq=seq, book="cusco").body
        assert wrong() == []


def test_a_backup_of_it_gives_every_text_back_and_recording_goes_on(light, here, home, tmp_path):
    made = back_up(home, home / "backups", at=paidlong.NOW)
    assert made.contents.broken == []
    with lost.bare("sqlite", tmp_path / "again") as machine:
        lost.restored(made.path, machine.home, clock=hands.at("2029-03-03T08:00Z"))
        assert not Entry.objects.filter(body="").exists()
        assert wrong() == []
    with used(Database("sqlite", home)):
        paidlong.paid(here, "2029-03")
        assert wrong() == []


def test_texts_that_a_backup_brought_back_go_again_under_the_same_record(light, here, home, tmp_path):
    made, said = back_up(home, home / "backups", at=paidlong.NOW), TextsPutAway.objects.count()
    gone = sum(cut.texts for cut in light.cuts)
    with lost.bare("sqlite", tmp_path / "again") as machine:
        lost.restored(made.path, machine.home, clock=hands.at("2029-03-03T08:00Z"))
        own = node.kept(machine.home)
        again = paidlong.at(here, paidlong.NOW.replace(day=4))
        again = replace(again, hand=replace(again.hand, node=own))
        done = lighten(again, machine.home, machine.home / "archives")
        assert (done.archive, sum(cut.texts for cut in done.cuts)) == (None, gone)
        assert (TextsPutAway.objects.count(), wrong(light.archive)) == (said, [])


def test_a_year_later_another_year_goes_into_another_archive(light, here, home):
    later = paidlong.at(here, paidlong.NOW.replace(year=2030))
    done = lighten(later, home, home / "archives")
    assert done.archive not in (None, light.archive)
    assert wrong(light.archive, done.archive) == []
    assert lighten(later, home, home / "archives").cuts == ()


def test_a_young_register_keeps_all(here, home):
    young = paidlong.at(here, paidlong.NOW.replace(year=2028, month=9))
    done = lighten(young, home, home / "archives")
    assert (done.cuts, done.archive, TextsPutAway.objects.count()) == ((), None, 0)


def test_a_book_that_does_not_stand_keeps_all(here, home):
    with unguarded(Database("sqlite", home)) as run:
        run("UPDATE jornal_entry SET body = replace(body, '300', '301') WHERE seq = 30 AND book = 'cusco'")
    before = texts()
    with pytest.raises(
        NotSound, match=r"Nothing was put away\..*entry 30: its text or its place was changed"
    ):
        lighten(here, home, home / "archives")
    assert (texts(), list(home.glob("archives/*"))) == (before, [])


def test_a_row_that_would_not_give_its_text_keeps_all(here, home):
    with unguarded(Database("sqlite", home)) as run:
        run("UPDATE jornal_shift SET minutes = 900 WHERE seq = 30")
    before = texts()
    with pytest.raises(NotSound, match="its row no longer gives what was recorded"):
        lighten(here, home, home / "archives")
    assert (texts(), TextsPutAway.objects.count()) == (before, 0)


def test_a_disk_that_is_full_keeps_all(here, home, monkeypatch):
    def full(*_, **__):
        raise OSError("No space left on device")

    monkeypatch.setattr(lightening, "sealed", full)
    before = texts()
    with pytest.raises(OSError, match="No space"):
        lighten(here, home, home / "archives")
    assert texts() == before


def test_a_program_that_reads_meanwhile_leaves_the_file_large_and_is_told_of(here, home):
    reader = connections.create_connection("default")
    with reader.cursor() as cursor, connection.cursor() as ours:
        ours.execute("PRAGMA busy_timeout = 50")
        cursor.execute("BEGIN DEFERRED")
        cursor.execute("SELECT count(*) FROM jornal_entry")
        done = lighten(here, home, home / "archives")
        cursor.execute("ROLLBACK")
    reader.close()
    assert done.told
    assert wrong() == []
    again = lighten(here, home, home / "archives")
    assert (again.told, again.cuts, again.after < done.before) == ("", (), True)


def test_only_who_closes_the_books_puts_texts_away(here, home):
    other = office("trainer", "S3", day=date(2029, 3, 2))
    with pytest.raises(NotYourRole):
        lighten(other, home, home / "archives")


def test_a_register_in_postgresql_keeps_every_text(tmp_path):
    with (
        lost.databases.fresh("postgresql", tmp_path / "home"),
        pytest.raises(KeptWhole, match="keeps every text"),
    ):
        lighten(office(), tmp_path, tmp_path)

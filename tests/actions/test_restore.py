"""A lost laptop: its register on another machine, proved, under a new key and in a new epoch."""

import json
import os

import pytest
from django.db import connection, connections

import vaulted
from databases import VENDORS, used
from hands import HEADQUARTERS, LAPTOP, STRANGER, chance, hand
from jornal.actions import backupkey, parcel
from jornal.actions.restore import NoOwner, NotProved, RegisterThere, forgotten_in
from jornal.journal import books, guard, node, place, vault
from jornal.journal.entry import Entry, Head
from jornal.journal.place import NotTheAuthor
from jornal.journal.record import corrected, record, voided
from jornal.journal.verify import chain_faults
from lost import SECRET, backed_up, bare, forgotten, laptop, restored, rows, shift, shifts

both = pytest.mark.parametrize("onto", VENDORS)


def a_history():
    """A shift corrected, another voided, one forgotten, and a head signed."""
    one, two, *_ = shifts(1, 8)
    record([corrected(one, "she left at noon", minutes=240), voided(two, "another worker")], "cusco", hand())
    forgotten("QC09")
    books.signed("cusco", "day", hand())


@both
def test_a_register_is_restored_on_a_bare_machine_of_either_kind_and_works_on(database, onto, tmp_path):
    laptop(database)
    books.opened("hq", "all", hand(node=HEADQUARTERS))
    a_history()
    made = backed_up(database)
    before, entries = (
        rows(),
        list(Entry.objects.order_by("book", "seq").values_list("book", "kind", "body", "digest")),
    )
    heads = list(Head.objects.values_list("book", "seq", "signed_at", "signature"))
    with bare(onto, tmp_path / "new") as machine:
        found = restored(made.path, machine.home)
        with used(machine):
            guard.check(connection)
            own = node.kept(machine.home)
            after = rows()
            (opening,) = after["opening"][1:2]
            assert (opening["epoch"], opening["cause"], opening["public_key"]) == (2, "restored", own.public)
            after["opening"].remove(opening)
            assert after == before
            kept = list(Entry.objects.order_by("book", "seq").values_list("book", "kind", "body", "digest"))
            assert [row for row in kept if '"epoch":2' not in row[2]] == entries
            assert list(Head.objects.values_list("book", "seq", "signed_at", "signature")) == heads
            record([shift(20)], "cusco", hand(node=own))
            assert chain_faults("cusco").faults == ()
    assert found.opened == ("cusco",)
    assert own.public == found.public_key != LAPTOP.public


def test_the_old_computer_writes_no_more_and_books_of_others_stay_theirs(sqlite, tmp_path):
    laptop(sqlite)
    books.opened("hq", "all", hand(node=HEADQUARTERS))
    made = backed_up(sqlite)
    with bare("sqlite", tmp_path / "new") as machine:
        restored(made.path, machine.home)
        with used(machine), pytest.raises(NotTheAuthor):
            record([shift(1)], "cusco", hand(node=LAPTOP))
        with used(machine):
            assert place.found("hq").public_key == HEADQUARTERS.public


def test_a_backup_restored_twice_has_two_keys_and_so_never_two_authors(sqlite, tmp_path):
    laptop(sqlite)
    made = backed_up(sqlite)
    with bare("sqlite", tmp_path / "new") as machine:
        keys = [
            restored(made.path, machine.home.parent / name, random=chance(name)).public_key
            for name in ("one", "two")
        ]
    assert len({*keys, LAPTOP.public}) == 3


def test_the_new_machine_makes_backups_for_the_same_sheet_at_once(sqlite, tmp_path):
    laptop(sqlite)
    made = backed_up(sqlite)
    with bare("sqlite", tmp_path / "new") as machine:
        restored(made.path, machine.home)
        with used(machine):
            again = backed_up(machine)
    assert again.contents.entries == 2
    with bare("sqlite", tmp_path / "third") as machine:
        restored(again.path, machine.home, random=chance("third laptop"))


def test_names_come_back_under_the_same_passphrase_without_who_was_forgotten(sqlite, tmp_path):
    laptop(sqlite, names=True)
    keys = vaulted.unlocked(sqlite.home / "vault.sqlite3")
    keys.mint(vaulted.ROSA, vaulted.NOK, vaulted.ANA)
    text = keys.seal(vaulted.ROSA, "name", "Rosa")
    first = backed_up(sqlite)
    forgotten(vaulted.NOK)
    later = backed_up(sqlite)
    with bare("sqlite", tmp_path / "new") as machine:
        found = restored(later.path, machine.home, names=first.names, forgotten=(vaulted.ANA,))
    path = tmp_path / "new" / "vault.sqlite3"
    assert vault.tokens(path) == [vaulted.ROSA]
    assert vaulted.unlocked(path).opened(vaulted.ROSA, "name", text, reader=vaulted.READER) == "Rosa"
    assert (found.names, found.forgotten) == (True, (vaulted.NOK, vaulted.ANA))
    assert sorted(one.name for one in (tmp_path / "new").iterdir()) == [
        "backup.recipient", "node.key", "register.sqlite3", "vault.sqlite3",
    ]  # fmt: skip


def test_who_was_forgotten_since_comes_from_a_later_backup_or_a_list(sqlite, tmp_path):
    laptop(sqlite)
    forgotten("QC09")
    forgotten("QC10")
    later = backed_up(sqlite)
    listed = tmp_path / "forgotten.txt"
    listed.write_text("QC11\n QC12\n", encoding="utf-8")
    identity = backupkey.identity(SECRET)
    assert forgotten_in(later.path, identity) == ["QC09", "QC10"]
    assert forgotten_in(listed, identity) == ["QC11", "QC12"]


def test_a_vault_that_lies_there_is_newer_than_any_copy_and_stays(sqlite, tmp_path):
    laptop(sqlite)
    forgotten(vaulted.NOK)
    made = backed_up(sqlite)
    home = tmp_path / "new"
    home.mkdir()
    vaulted.unlocked(vaulted.new(home)).mint(vaulted.ROSA, vaulted.NOK)
    with bare("sqlite", home):
        restored(made.path, home)
    assert vault.tokens(home / "vault.sqlite3") == [vaulted.ROSA]


def test_nothing_is_put_over_a_register(database):
    laptop(database)
    made = backed_up(database)
    with pytest.raises(RegisterThere, match="Move it away"):
        restored(made.path, database.home)


def test_an_empty_server_whose_owner_is_unknown_is_told(sqlite, tmp_path):
    laptop(sqlite)
    made = backed_up(sqlite)
    with bare("postgresql", tmp_path / "new") as machine:
        owner = connections.settings.pop("owner")
        with pytest.raises(NoOwner, match="DATABASE_OWNER_URL"):
            restored(made.path, machine.home)
        connections.settings["owner"] = owner


def test_what_lay_there_of_a_register_that_is_gone_is_set_aside(sqlite, tmp_path):
    laptop(sqlite)
    shifts(1, 3)
    made = backed_up(sqlite)
    home = tmp_path / "new"
    home.mkdir()
    node.made(home, seed=bytes(STRANGER.key))
    (home / "register.sqlite3-wal").write_bytes(b"an old journal")
    with bare("sqlite", home) as machine:
        restored(made.path, home)
        with used(machine):
            assert place.found("cusco").seq == 5
    (aside,) = home.glob("before-*")
    assert node.kept(aside) == STRANGER
    assert (aside / "register.sqlite3-wal").read_bytes() == b"an old journal"


def altered(statement):
    with connection.cursor() as cursor:
        for name in ("update", "delete", "replace"):
            for table in ("entry", "head", "shift"):
                cursor.execute(f"DROP TRIGGER jornal_{table}_{name}")
        cursor.execute(statement)


HARMS = {
    "a body": "UPDATE jornal_entry SET body = replace(body, '\"minutes\":300', '\"minutes\":999') WHERE seq = 3",
    "an entry gone": "DELETE FROM jornal_entry WHERE seq = 4",
    "a signature": "UPDATE jornal_head SET signature = replace(signature, substr(signature, 1, 2), '00')",
    "a head of other entries": "UPDATE jornal_head SET seq = 3",
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_register_that_does_not_stand_is_restored_only_as_it_stands(sqlite, tmp_path, harm):
    laptop(sqlite)
    a_history()
    altered(harm)
    made = backed_up(sqlite)
    home = tmp_path / "new"
    with bare("sqlite", home) as machine:
        with pytest.raises(NotProved, match="Nothing was restored"):
            restored(made.path, home)
        assert list(home.iterdir()) == []
        found = restored(made.path, home, as_it_stands=True)
        with used(machine):
            record([shift(30)], "cusco", hand(node=node.kept(home)))
    assert found.faults


def test_an_entry_that_is_no_record_is_carried_as_evidence(sqlite, tmp_path):
    laptop(sqlite)
    a_history()
    altered("UPDATE jornal_entry SET body = 'spilt ink' WHERE seq = 4")
    made = backed_up(sqlite)
    with bare("sqlite", tmp_path / "new") as machine:
        found = restored(made.path, machine.home, as_it_stands=True)
        with used(machine):
            assert Entry.objects.get(seq=4).body == "spilt ink"
    assert found.faults


def test_rows_that_were_altered_beside_the_journal_are_healed_by_it(sqlite, tmp_path):
    laptop(sqlite)
    a_history()
    before = rows()
    altered("UPDATE jornal_shift SET minutes = 999")
    made = backed_up(sqlite)
    with bare("sqlite", tmp_path / "new") as machine:
        restored(made.path, machine.home)
        with used(machine):
            assert rows()["shift"] == before["shift"]


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (lambda held: held[:-5], parcel.NotWhole),
        (lambda held: held[:300] + b"x" + held[301:], parcel.NotWhole),
    ],
)
def test_a_backup_that_is_not_whole_leaves_the_machine_as_bare_as_it_was(sqlite, tmp_path, harm, fault):
    laptop(sqlite)
    a_history()
    made = backed_up(sqlite)
    made.path.write_bytes(harm(made.path.read_bytes()))
    with bare("sqlite", tmp_path / "new") as machine:
        with pytest.raises(fault):
            restored(made.path, machine.home)
        assert list(machine.home.iterdir()) == []


def test_a_server_stays_empty_where_a_backup_is_not_proved(sqlite, tmp_path):
    laptop(sqlite)
    a_history()
    altered(HARMS["a body"])
    made = backed_up(sqlite)
    with bare("postgresql", tmp_path / "new") as machine:
        with pytest.raises(NotProved):
            restored(made.path, machine.home)
        assert (Entry.objects.count(), Head.objects.count()) == (0, 0)
        assert list(machine.home.iterdir()) == []


def test_a_fork_of_the_old_copy_shows_in_the_chain(sqlite, tmp_path):
    laptop(sqlite)
    shifts(1, 2)
    made = backed_up(sqlite)
    shifts(3, 3)  # the old copy goes on
    theirs = json.loads(Entry.objects.get(seq=4).body)
    with bare("sqlite", tmp_path / "new") as machine:
        restored(made.path, machine.home)
        with used(machine):
            ours = json.loads(Entry.objects.get(seq=4).body)
    assert (theirs["epoch"], ours["epoch"], ours["kind"]) == (1, 2, "opening")


def test_a_secret_is_asked_before_anything_is_made(sqlite, tmp_path):
    laptop(sqlite)
    made = backed_up(sqlite)
    with bare("sqlite", tmp_path / "new") as machine, pytest.raises(ValueError, match="recovery"):
        restored(made.path, machine.home, secret="nonsense")
    assert not os.path.lexists(tmp_path / "new")


def test_what_headquarters_holds_beyond_the_backup_comes_in_before_the_book_is_opened_anew(sqlite, tmp_path):
    laptop(sqlite)
    shifts(1, 2)
    made = backed_up(sqlite)
    shifts(3, 5)
    books.signed("cusco", "export", hand())
    texts = list(Entry.objects.order_by("seq").values_list("seq", "body"))
    heads = [Head(**{**row, "id": None}) for row in Head.objects.values()]
    held = ("cusco", texts, heads)
    with bare("sqlite", tmp_path / "new") as machine:
        restored(made.path, machine.home, held=(held,))
        with used(machine):
            assert (len(rows()["shift"]), place.found("cusco").seq, place.found("cusco").epoch) == (5, 7, 2)
            assert chain_faults("cusco").faults == ()

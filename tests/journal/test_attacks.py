"""Attacks on a register as stories, and the ways past the one door that no source may take.

What the guards refuse is in test_guard.py and test_unguarded.py, what each check finds in test_verify.py,
test_witness.py and test_replay.py, old copies and strangers in test_refused.py.
"""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hands import STRANGER, hand
from jornal.facts.attendance import Shift
from jornal.journal import books
from jornal.journal.entry import Entry
from jornal.journal.faults import CHANGED, HEAD_UNKNOWN, OTHER_VALUE
from jornal.journal.record import CorrectedMeanwhile, corrected, record
from jornal.journal.refused import Forked
from jornal.journal.replay import counts_faults, replayed_faults
from jornal.journal.verify import chain_faults
from jornal.journal.witness import witnessed
from journal.registers import Computer, register, shift, take, worked
from journal.tampering import rechained, reworded, unguarded

JORNAL = Path(__file__).parents[2] / "src" / "jornal"


def audited() -> list[str]:
    """Everything that an audit without paper finds."""
    found = [*chain_faults("cusco").faults, *replayed_faults(), *counts_faults(each=True)]
    return [fault.key for fault in found]


def rewrite(run, seq: int, minutes: int) -> None:
    """A shift made longer in its row and in its text, as if it had been recorded so."""
    body = reworded(Entry.objects.get(book="cusco", seq=seq).body, minutes=minutes)
    run("UPDATE jornal_entry SET body = %s WHERE seq = %s", body, seq)
    run("UPDATE jornal_shift SET minutes = %s WHERE seq = %s", minutes, seq)


def test_a_row_and_its_text_rewritten_break_the_chain(database):
    register()
    with unguarded(database) as run:
        rewrite(run, 4, 900)
    assert audited() == [CHANGED]


def test_a_row_rewritten_alone_differs_from_its_text(database):
    register()
    with unguarded(database) as run:
        run("UPDATE jornal_shift SET minutes = 900 WHERE seq = 4")
    assert audited() == [OTHER_VALUE]


def test_all_rewritten_chained_and_signed_anew_with_the_laptops_own_key_is_found_by_a_payslip_alone(database):
    *_, printed = register()
    assert witnessed("cusco", [printed.code]).faults == ()
    with unguarded(database) as run:
        rewrite(run, 4, 900)
        rechained(run, "cusco")
    assert audited() == []
    (fault,) = witnessed("cusco", [printed.code]).faults
    assert fault.key == HEAD_UNKNOWN


@pytest.mark.usefixtures("database")
def test_all_rewritten_is_found_by_who_holds_a_copy_too(tmp_path):
    laptop = Computer.new(tmp_path / "laptop")
    with laptop.used() as on_it:
        register()
        before = laptop.delivery()
        with unguarded(on_it) as run:
            rewrite(run, 4, 900)
            rechained(run, "cusco")
    take(before)
    with pytest.raises(Forked, match=r"entry 4 .* The book was rewritten there"):
        take(laptop.delivery())


def test_one_digit_of_ten_thousand_entries_is_found(database):
    by = hand()
    books.opened("cusco", "hq", by)
    record([shift(f"Q{n}") for n in range(3000)], "cusco", by)
    books.signed("cusco", "month", by)
    with unguarded(database) as run:
        run(
            "UPDATE jornal_entry SET body = replace(body, '\"minutes\":300', '\"minutes\":301') WHERE seq = 1717"
        )
    assert [(fault.key, fault.seq) for fault in chain_faults("cusco").faults] == [(CHANGED, 1717)]


PROGRAM = """
import django; django.setup()
from hands import hand
from jornal.facts.attendance import Shift
from jornal.journal.record import corrected, record
record([corrected(Shift.objects.get(seq=2), "another program was first", minutes=1)], "cusco", hand())
"""


def test_what_another_program_recorded_in_between_is_seen_and_nothing_is_lost(database):
    by = hand()
    books.opened("cusco", "hq", by)
    (first,) = record([shift()], "cusco", by)
    ours = {
        "DJANGO_SETTINGS_MODULE": "jornal.settings",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    subprocess.run([sys.executable, "-c", PROGRAM], env=database.environment | ours, check=True)
    with pytest.raises(CorrectedMeanwhile):
        record([corrected(first, "we were second", minutes=2)], "cusco", by)
    worked(by, 1, since=5)
    assert [one.minutes for one in Shift.objects.current().filter(worker="QC01", day=first.day)] == [1]
    assert (audited(), Entry.objects.count()) == ([], 5)


def test_a_stranger_who_signs_the_rewritten_book_is_named(database):
    *_, printed = register()
    with unguarded(database) as run:
        rewrite(run, 4, 900)
        opening = json.loads(Entry.objects.get(seq=1).body)["is"]["public_key"]
        run("UPDATE jornal_entry SET body = replace(body, %s, %s) WHERE seq = 1", opening, STRANGER.public)
        run("UPDATE jornal_opening SET public_key = %s", STRANGER.public)
        rechained(run, "cusco", sign=STRANGER)
    assert audited() == []
    assert [fault.key for fault in witnessed("cusco", [printed.code]).faults] == [HEAD_UNKNOWN]


BY_THE_DOOR = {
    "ignore_conflicts", "update_conflicts", "bulk_create", "bulk_update", "update_or_create", "get_or_create",
    "abulk_create", "abulk_update", "aupdate_or_create", "aget_or_create", "aupdate", "adelete",
}  # fmt: skip
STATEMENTS = ("UPDATE ", "DELETE FROM", "TRUNCATE ", "REPLACE INTO", "OR REPLACE INTO", "ON CONFLICT")


def past_the_door(text: str) -> Iterator[str]:
    """The ways of a source past `record`: statements that change rows, and what Django has for it."""
    for node in ast.walk(ast.parse(text)):
        line = getattr(node, "lineno", 0)
        match node:
            case ast.Attribute(attr=name) | ast.keyword(arg=str(name)) if name in BY_THE_DOOR:
                yield f"{line}: {name}"
            case ast.Call(func=ast.Attribute(attr="delete"), args=[], keywords=[]):
                yield f"{line}: delete()"
            case ast.Call(func=ast.Attribute(attr="update"), args=[], keywords=[_, *_]):
                yield f"{line}: update(…)"
            case ast.Constant(value=str(said)) if any(one in said for one in STATEMENTS):
                yield f"{line}: {said.strip()[:40]}"


@pytest.mark.parametrize(
    "source",
    [
        "Shift.objects.bulk_create(rows, ignore_conflicts=True)",
        "make(rows, update_conflicts=True)",
        "Shift.objects.filter(worker='x').update(minutes=1)",
        "Shift.objects.all().delete()",
        "cursor.execute('UPDATE jornal_shift SET minutes = 1')",
        "cursor.execute(f'DELETE FROM {table}')",
        "cursor.execute('INSERT OR REPLACE INTO jornal_shift')",
    ],
)
def test_a_way_past_the_one_door_is_seen(source):
    assert list(past_the_door(source))


def test_no_source_changes_a_row_of_the_register():
    # The vault and the accounts are files of their own: a key is deleted so that it opens nothing any more, and one
    # who signs in changes how. The guards name what they refuse.
    vault = [path.relative_to(JORNAL) for path in (JORNAL / "journal").glob("vault*.py")]
    others = {Path("journal/guard.py"), *vault}
    found = [
        f"{path.relative_to(JORNAL)}:{what}"
        for path in sorted(JORNAL.rglob("*.py"))
        if path.relative_to(JORNAL) not in others and path.relative_to(JORNAL).parts[0] != "accounts"
        for what in past_the_door(path.read_text(encoding="utf-8"))
    ]
    assert not found, "Facts go through `record` alone; correct them with a later one."

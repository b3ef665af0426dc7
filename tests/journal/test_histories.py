"""Whatever is recorded, corrected, voided and recorded again: the book, the tables and what is current agree."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hands import hand
from jornal.facts.attendance import Shift
from jornal.journal import books, chain
from jornal.journal.canon import body_of, canonical
from jornal.journal.entry import Entry
from jornal.journal.record import AlreadyRecorded, CorrectedMeanwhile, corrected, record, voided
from jornal.journal.replay import counts_faults, replayed_faults
from jornal.journal.verify import chain_faults
from jornal.journal.witness import witnessed
from journal.registers import FIRST, shift

KEYS = st.sampled_from([(worker, day) for worker in ("A", "B", "C") for day in (0, 1)])
DEEDS = st.tuples(st.sampled_from(["set", "set", "void", "twice", "late"]), st.integers(0, 900))
HISTORIES = st.lists(st.dictionaries(KEYS, DEEDS, min_size=1, max_size=4), min_size=1, max_size=8)
NUMBERS = count()


@dataclass
class Told:
    """The same history in plain Python: the versions of each shift, each with its place and minutes; None is void."""

    book: str
    seq: int = 1
    versions: dict[tuple[str, int], list[tuple[int, int | None]]] = field(default_factory=dict)

    def current(self, upto: int) -> dict[tuple[str, int], int]:
        seen = {key: [m for seq, m in some if seq <= upto] for key, some in self.versions.items()}
        return {key: some[-1] for key, some in seen.items() if some and some[-1] is not None}

    def live(self, key: tuple[str, int]) -> bool:
        return key in self.versions and self.versions[key][-1][1] is not None


def recorded(told: Told, by, story) -> None:
    """Does one set of deeds in the register and tells it to the oracle."""
    facts, then = [], []
    for key, (deed, minutes) in story.items():
        worker, day = key
        tip = Shift.objects.filter(book=told.book, worker=f"{told.book}{worker}", day=FIRST + timedelta(day))
        tip = tip.order_by("seq").last()
        if tip is None:
            facts.append(shift(f"{told.book}{worker}", day, minutes=minutes))
        elif told.live(key) and deed == "void":
            facts.append(voided(tip, "it was another"))
        else:
            facts.append(corrected(tip, "it was otherwise", minutes=minutes, void=False))
        then.append((key, None if facts[-1].void else minutes))
    record(facts, told.book, by)
    for key, minutes in then:
        told.seq += 1
        told.versions.setdefault(key, []).append((told.seq, minutes))


def refused(told: Told, by, story) -> None:
    """Deeds that may not pass: a key again, and a correction of a version that is not the last."""
    for (worker, day), (deed, minutes) in story.items():
        first = Shift.objects.filter(
            book=told.book, worker=f"{told.book}{worker}", day=FIRST + timedelta(day)
        )
        versions = list(first.order_by("seq"))
        if deed == "twice" and versions:
            with pytest.raises(AlreadyRecorded):
                record([shift(f"{told.book}{worker}", day, minutes=minutes)], told.book, by)
        if deed == "late" and len(versions) > 1:
            with pytest.raises(CorrectedMeanwhile):
                record([corrected(versions[-2], "late", minutes=minutes, void=False)], told.book, by)


def current(told: Told, upto: int | None = None) -> dict[tuple[str, int], int]:
    rows = Shift.objects.filter(book=told.book).current({told.book: upto} if upto is not None else None)
    return {(one.worker.removeprefix(told.book), (one.day - FIRST).days): one.minutes for one in rows}


def holds(history) -> None:
    told, by = Told(f"b{next(NUMBERS)}x"), hand()
    books.opened(told.book, "hq", by)
    head = books.signed(told.book, "day", by)
    for story in history:
        refused(told, by, story)
        recorded(told, by, story)
    assert current(told) == told.current(told.seq)
    for upto in {1, told.seq // 2, told.seq - 1}:
        assert current(told, upto) == told.current(upto)
    roots = Shift.objects.filter(book=told.book, corrects=None)
    kept = [
        [(one.seq, None if one.void else one.minutes) for one in Shift.objects.all().versions(r.root)]
        for r in roots
    ]
    assert sorted(kept, key=str) == sorted(told.versions.values(), key=str)
    for entry in Entry.objects.filter(book=told.book, kind="shift"):
        assert canonical(body_of(Shift.objects.get(seq=entry.seq, book=told.book), 1)) == entry.body
    verified = chain_faults(told.book)
    assert (verified.faults, verified.last) == ((), told.seq)
    assert chain.code(head.digest) == head.code
    assert witnessed(told.book, [head.code]).beyond == told.seq - 1


def test_the_chain_the_tables_and_the_story_agree(database):
    examples = 40 if database.vendor == "sqlite" else 15
    settings(max_examples=examples, deadline=None, derandomize=True, database=None)(given(HISTORIES)(holds))()
    assert (replayed_faults(), counts_faults(each=True)) == ([], [])

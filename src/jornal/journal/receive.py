"""Another computer's book taken in, exactly as it was written there, and only where it goes on from what is held."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import IntegrityError, connection, transaction

from jornal.journal import chain, guard, insert
from jornal.journal.canon import NotCanonical, UnknownKind, body_of, canonical, fact_from
from jornal.journal.entry import Entry, Head
from jornal.journal.fact import Fact
from jornal.journal.faults import NOT_ITS_VERSION, TELL, UNREADABLE, Fault
from jornal.journal.node import stands
from jornal.journal.place import NoSuchBook, found, locked, openings, signed_text
from jornal.journal.putaway import digest_before
from jornal.journal.refused import (
    Clashes,
    Forked,
    HeadNotOfBook,
    HoldsMore,
    Missing,
    NotAsExpected,
    NotReceivable,
    NotSigned,
    OldCopy,
    OtherComputer,
    OwnBook,
)
from jornal.journal.walk import Walk, is_canonical, parsed

Bodies = Iterable[tuple[int, str]]
AT_ONCE = 500


def receive(
    book: str, entries: Bodies, heads: Iterable[Head], *, ours: str = "", expected_key: str = ""
) -> int:
    """Takes what is new of a book that another computer writes, and gives how many entries that was.

    `entries` are places with the texts that stand there, `heads` the signed heads as unsaved rows; the last one has
    to be of the last entry. `ours` is this computer's public key: its own book is refused, unless it is left empty,
    as where a restored computer gets back what others hold of its own. `expected_key` is the public key that the
    author's computer has to have; a book that is met for the first time is trusted without it, a book that moved to
    another computer is not. Everything is taken or nothing; the same again changes nothing.

    Raises the faults of `refused`, UnknownKind, GuardMissing.
    """
    with transaction.atomic():
        locked(book)
        guard.check(connection)
        walk = _held(book)
        some = sorted(entries)
        new = _new(walk, some)
        known_keys = {one.public_key for one in openings(book)} if walk.seq else set()
        facts, rows, keys = _followed(walk, new)
        _check_author(book, walk, keys=keys, known=known_keys, ours=ours, expected=expected_key)
        _check_versions(book, facts)
        signed = _signed(walk, rows, list(heads), keys)
        try:
            with transaction.atomic():  # PostgreSQL answers nothing more in a transaction that failed
                insert.rows([*facts, *rows, *signed])
        except IntegrityError as fault:
            raise Clashes(book, str(fault)) from fault
    return len(rows)


Keys = list[tuple[int, str]]
"""From which place on which public key writes a book."""


def _held(book: str) -> Walk:
    """Where the book stands here; before its first entry where nothing of it is held."""
    walk = Walk(book, thorough=False)
    try:
        place = found(book)
    except NoSuchBook:
        return walk
    walk.seq, walk.digest, walk.epoch, walk.public_key = (
        place.seq,
        place.digest,
        place.epoch,
        place.public_key,
    )
    last = Entry.objects.get(book=book, seq=place.seq)
    walk.at = (parsed(last.body) or {}).get("at", "")
    return walk


def _new(walk: Walk, some: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
    """The entries beyond what is held. Raises Forked, HoldsMore, OldCopy, Missing."""
    for start in range(0, len(some), AT_ONCE):
        here = dict(some[start : start + AT_ONCE])
        held = Entry.objects.filter(book=walk.book, seq__in=list(here)).order_by("seq")
        for seq, text, digest in held.values_list("seq", "body", "digest"):
            away = text == "" and chain.after(digest_before(walk.book, seq), here[seq]) == digest
            if text != here[seq] and not away:
                raise _parted(walk, seq, text, here[seq])
    new = [(seq, text) for seq, text in some if seq > walk.seq]
    for seq, text in new:
        body = parsed(text)
        if body is not None and body["epoch"] < walk.epoch:
            raise OldCopy(walk.book, seq, body["at"], _opened_at(walk.book))
    if new and new[0][0] > walk.seq + 1:
        raise Missing(walk.book, walk.seq + 1, new[0][0] - 1)
    return new


def _parted(walk: Walk, seq: int, held: str, came: str) -> Exception:
    """What it means that other bytes came for a place than are held."""
    ours, theirs = parsed(held), parsed(came)
    if ours is None or theirs is None:
        return Forked(walk.book, seq, ours=None, theirs=None, last=walk.at)
    if theirs["kind"] == "opening" and theirs["epoch"] > ours["epoch"]:
        return HoldsMore(walk.book, seq, walk.seq)
    if theirs["epoch"] < ours["epoch"]:
        return OldCopy(walk.book, seq, theirs["at"], _opened_at(walk.book))
    return Forked(walk.book, seq, ours=ours, theirs=theirs, last=walk.at)


def _opened_at(book: str) -> str:
    return openings(book)[-1].recorded_at.date().isoformat()


def _followed(walk: Walk, new: Sequence[tuple[int, str]]) -> tuple[list[Fact], list[Entry], Keys]:
    """The facts and rows of new entries, each held against the chain, and the keys that write them."""
    facts, rows = [], []
    keys: Keys = [(walk.seq, walk.public_key)]
    for seq, text in new:
        body = parsed(text)
        if body is None or not is_canonical(text, body):
            raise NotReceivable(_unreadable(walk.book, seq))
        kind = str(body["kind"])
        wrong = walk.step(seq, kind, text)
        if wrong:
            raise NotReceivable(wrong[0])
        if kind == "opening":
            keys.append((seq, walk.public_key))
        facts.append(_fact(walk, body, text))
        rows.append(Entry(book=walk.book, seq=seq, kind=kind, body=text, digest=walk.digest))
    return facts, rows, keys


def _fact(walk: Walk, body: dict[str, Any], text: str) -> Fact:
    """The fact of a text, which has to give the same text again, as far as the version that it was written in goes."""
    try:
        fact = fact_from(body)
        again = body_of(fact, walk.epoch)
    except UnknownKind:
        raise
    except (NotCanonical, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise NotReceivable(_unreadable(walk.book, walk.seq)) from fault
    if body["v"] < again["v"]:
        again["v"] = body["v"]
        again["is"] = {name: value for name, value in again["is"].items() if name in body["is"]}
    if canonical(again) != text or not _plain(body):
        raise NotReceivable(_unreadable(walk.book, walk.seq))
    return fact


def _plain(body: dict[str, Any]) -> bool:
    """Whether who recorded it, and whether it is void, are said in the form of their columns."""
    named = all(
        type(body[name]) is str and len(body[name]) <= most for name, most in (("by", 60), ("role", 40))
    )
    return named and type(body["void"]) is bool


def _unreadable(book: str, seq: int) -> Fault:
    return Fault(UNREADABLE, TELL, book, (), seq)


def _check_author(book: str, walk: Walk, *, keys: Keys, known: set[str], ours: str, expected: str) -> None:
    """Raises OwnBook, NotAsExpected, OtherComputer."""
    if not walk.seq:
        return
    if ours and ours in (walk.public_key, keys[0][1]):
        raise OwnBook(book)
    if expected and walk.public_key != expected:
        raise NotAsExpected(book, walk.public_key)
    came = [key for _, key in keys if key]
    if not expected and known and any(key not in known for key in came):
        raise OtherComputer(book, walk.public_key)


def _check_versions(book: str, facts: Sequence[Fact]) -> None:
    """Raises NotReceivable where a version does not follow from one of the same fact in the same book."""
    here = {fact.id: fact for fact in facts}
    for fact in facts:
        if fact.corrects is None:
            if fact.root != fact.id or fact.void:
                raise NotReceivable(_unreadable(book, fact.seq))
            continue
        tip = here.get(fact.corrects) or type(fact).objects.filter(pk=fact.corrects).first()
        follows = (
            tip is not None
            and (type(tip), tip.root, tip.book) == (type(fact), fact.root, book)
            and tip.seq < fact.seq
            and all(getattr(tip, name) == getattr(fact, name) for name in fact.KEY)
        )
        if fact.FINAL or not follows:
            raise NotReceivable(Fault(NOT_ITS_VERSION, TELL, book, (("what", str(fact)),), fact.seq))


def _signed(walk: Walk, rows: Sequence[Entry], heads: Sequence[Head], keys: Keys) -> list[Head]:
    """The heads that are new here, each of this chain and signed by the computer that wrote there."""
    digests = {row.seq: row.digest for row in rows}
    wanted = {head.seq for head in heads} - digests.keys()
    if wanted:
        held = Entry.objects.filter(book=walk.book, seq__in=list(wanted))
        digests.update(held.values_list("seq", "digest"))
    writes = [(one.seq, one.public_key) for one in openings(walk.book)] + keys[1:]
    for head in heads:
        key = next((key for since, key in reversed(writes) if since <= head.seq), "")
        text = signed_text(walk.book, head.seq, head.digest, head.why, head.signed_at)
        if (
            head.book != walk.book
            or digests.get(head.seq) != head.digest
            or not stands(key, text, head.signature)
        ):
            raise HeadNotOfBook(walk.book, head.seq)
    if rows and not any(head.seq == rows[-1].seq for head in heads):
        raise NotSigned(walk.book, rows[-1].seq)
    there = set(
        Head.objects.filter(book=walk.book, seq__in=[head.seq for head in heads]).values_list("seq", "why")
    )
    new = {(head.seq, head.why): head for head in heads if (head.seq, head.why) not in there}
    return [_with_code(head) for head in new.values()]


def _with_code(head: Head) -> Head:
    """The head with the code that its digest gives, whatever code came with it."""
    return Head(
        book=head.book, seq=head.seq, digest=head.digest, code=chain.code(head.digest), why=head.why,
        signed_at=head.signed_at, signature=head.signature,
    )  # fmt: skip

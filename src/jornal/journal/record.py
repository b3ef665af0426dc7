"""The one door: facts into a book, one or many at once, all or none."""

import copy
import uuid
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db import IntegrityError, connection, transaction

from jornal.journal import chain, guard, insert
from jornal.journal.canon import body_of, canonical
from jornal.journal.columns import Ref
from jornal.journal.fact import Fact, kinds
from jornal.journal.hand import Hand
from jornal.journal.place import Place, locked, ours, time
from jornal.units.parts import Begun, Part, Several
from jornal.units.said import Said

Kind = TypeVar("Kind", bound=Fact)
AT_ONCE = 500


class AlreadyRecorded(Said):
    """A fact whose key is taken."""

    def __init__(self, what: str) -> None:
        super().__init__(
            "There is such a record already: {what}. Correct that one, with a reason, instead of a second.",
            what=what,
        )


class CorrectedMeanwhile(Said):
    """A correction of a version that is not the last."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(
            "{what} was corrected in the meantime. Look at it again, then correct it.", what=_begun(fact)
        )


class NotCorrectable(Said):
    """A correction that the journal does not take."""

    def __init__(self, fact: Fact, why: str) -> None:
        super().__init__("{what} cannot be corrected like this: {why}.", what=_begun(fact), why=why)


class StillNeeded(Said):
    """A void of a fact that others rest on."""

    def __init__(self, fact: Fact, others: Sequence[Fact]) -> None:
        super().__init__(
            "{what} cannot be voided while others rest on it: {others}. Void those first.",
            what=_begun(fact),
            others=Several([_named(one) for one in others], 5, between="; ", more=" …"),
        )


class NotThere(Said):
    """A reference that leads nowhere."""

    def __init__(self, fact: Fact, field: Ref) -> None:
        super().__init__(
            "{what}: its {column} names no {kind} that is recorded here.",
            what=_begun(fact),
            column=field.name,
            kind=Part(field.to.replace("_", " ")),
        )


def _named(fact: Fact) -> Part:
    """A fact by its kind and key, as `str(fact)` is in English."""
    return Part("{kind} {key}", **_parts(fact))


def _begun(fact: Fact) -> Part:
    return Begun("{kind} {key}", **_parts(fact))


def _parts(fact: Fact) -> dict[str, Part | Several]:
    """The word of the kind, and the key with its workers by their codes, which a page may tell by name."""
    found = {name: getattr(fact, name) for name in fact.KEY}
    key = [Part("{worker}", worker=one) if name == "worker" else one for name, one in found.items()]
    return {"kind": Part(fact.KIND.replace("_", " ")), "key": Several(key, len(key))}


def corrected(tip: Kind, why: str, /, **changes: Any) -> Kind:
    """The next version of a fact, not yet recorded. Its key stays as it is; `why` must say something."""
    return _next(tip, why, changes, void=False)


def voided(tip: Kind, why: str) -> Kind:
    """The version that takes a fact back, not yet recorded; its key is recorded again by correcting this one."""
    return _next(tip, why, {}, void=True)


def _next(tip: Kind, why: str, changes: dict[str, Any], *, void: bool) -> Kind:
    if not why.strip():
        raise NotCorrectable(tip, Part("a correction needs its reason"))
    found = copy.copy(tip)
    found._state = copy.copy(tip._state)  # noqa: SLF001
    found.corrects, found.void, found.why, found.done_by = tip.id, void, why, ""
    for name, value in changes.items():
        if name in type(tip).KEY and value != getattr(tip, name):
            raise NotCorrectable(
                tip,
                Part(
                    "its {column} says which record it is. Void it and record another",
                    column=name.replace("_", " "),
                ),
            )
        setattr(found, name, value)
    return found


def record(facts: Iterable[Kind], book: str, hand: Hand) -> list[Kind]:
    """The facts as they now stand in the book, in one transaction and in the order given.

    Raises AlreadyRecorded, CorrectedMeanwhile, NotCorrectable, StillNeeded, NotThere, NotCanonical, NoSuchBook,
    NotTheAuthor, ClockWentBack, GuardMissing; then nothing of them is recorded.
    """
    found = list(facts)
    if not found:
        return found
    with transaction.atomic():
        locked(book)
        guard.check(connection)
        _add(found, ours(book, hand), hand)
    return found


def _add(found: Sequence[Fact], place: Place, hand: Hand) -> None:
    at = time(place, hand)
    for number, (fact, new) in enumerate(
        zip(found, hand.ids(len(found), at), strict=True), start=place.seq + 1
    ):
        fact.id, fact.book, fact.seq = new, place.book, number
        fact.by, fact.role, fact.recorded_at = hand.by, hand.role, at
        if fact.corrects is None:
            fact.root, fact.void = new, False
    _check_corrections([fact for fact in found if fact.corrects is not None])
    _check_references(found)
    written(found, place)


def written(found: Sequence[Fact], place: Place) -> None:
    """Writes facts that have their places, with their entries; for `record` and the openings of books."""
    digest, entries = place.digest, []
    for fact in found:
        text = canonical(body_of(fact, place.epoch))
        digest = chain.after(digest, text)
        entries.append((fact.book, fact.seq, fact.KIND, text, digest))
    try:
        with transaction.atomic():  # PostgreSQL answers nothing more in a transaction that failed
            insert.rows(found)
            insert.entries(entries)
    except IntegrityError as fault:
        raise _told(fault, found) from fault


def _told(fault: IntegrityError, found: Sequence[Fact]) -> Exception:
    """A refusal of the database as the sentence that says what to do."""
    says = str(fault)
    if "(key)" in says or "_key" in says:
        return AlreadyRecorded(_taken(found))
    if "(corrects)" in says or "_corrects" in says:
        return CorrectedMeanwhile(next(fact for fact in found if fact.corrects))
    return fault


def _taken(found: Sequence[Fact]) -> str:
    """The first fact of a set whose key is taken, in the set or in the tables."""
    seen = set()
    for fact in found:
        key = (fact.KIND, *(getattr(fact, name) for name in fact.KEY))
        if fact.corrects is None and (key in seen or _is_taken(fact)):
            return _named(fact)
        seen.add(key)
    return _named(found[0])


def _is_taken(fact: Fact) -> bool:
    key = {name: getattr(fact, name) for name in fact.KEY}
    return type(fact).objects.filter(corrects__isnull=True, book=fact.book, **key).exists()


def _check_corrections(found: Sequence[Fact]) -> None:
    """Raises where a version is not of its chain, of another book, of a final kind, or voids what others need."""
    for fact in found:
        if fact.FINAL:
            raise NotCorrectable(
                fact,
                Part("it was issued, approved, paid or acknowledged. Record what sets it right beside it"),
            )
        tip = type(fact).objects.filter(id=fact.corrects).first() if fact.corrects else None
        if tip is None or tip.root != fact.root or tip.book != fact.book:
            raise NotCorrectable(fact, Part("the version it names is not in this book"))
        if any(getattr(tip, name) != getattr(fact, name) for name in fact.KEY):
            raise NotCorrectable(fact, Part("its key is another"))
        if fact.void:
            if tip.void:
                raise NotCorrectable(fact, Part("it is void already"))
            _check_unneeded(fact)


def _check_unneeded(fact: Fact) -> None:
    needed: list[Fact] = []
    for kind in kinds().values():
        for field in kind.content():
            if isinstance(field, Ref) and field.to == fact.KIND:
                needed += kind.objects.current().filter(**{field.name: fact.root})[:6]
    if needed:
        raise StillNeeded(fact, needed)


def _check_references(found: Sequence[Fact]) -> None:
    """Raises NotThere for the first reference that names nothing live, in the tables or in the set itself."""
    wanted: dict[str, dict[uuid.UUID, tuple[Fact, Ref]]] = {}
    for fact in found:
        for field in _refs(type(fact)):
            value = getattr(fact, field.name)
            if value is not None and not fact.void:
                wanted.setdefault(field.to, {})[value] = (fact, field)
    for to, roots in wanted.items():
        here = {fact.root for fact in found if to == fact.KIND}
        missing = set(roots) - here
        asked = sorted(missing)
        for start in range(0, len(asked), AT_ONCE):
            some = asked[start : start + AT_ONCE]
            missing -= set(kinds()[to].objects.current().filter(root__in=some).values_list("root", flat=True))
        if missing:
            raise NotThere(*roots[min(missing)])


_found_refs: dict[type[Fact], list[Ref]] = {}


def _refs(kind: type[Fact]) -> list[Ref]:
    if kind not in _found_refs:
        _found_refs[kind] = [field for field in kind.content() if isinstance(field, Ref)]
    return _found_refs[kind]

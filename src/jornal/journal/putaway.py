"""Texts that were put away: which may be missing from a book, and each made again from its row."""

import json
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import models

from jornal.journal import chain
from jornal.journal.canon import Body, NotCanonical, body_of, canonical, instant
from jornal.journal.entry import Entry, Head
from jornal.journal.fact import Fact, kinds
from jornal.journal.faults import PUT_AWAY_WRONGLY, TELL, Fault
from jornal.journal.opening import TextsPutAway
from jornal.journal.place import bears_signature, openings
from jornal.journal.tables import Values, stored
from jornal.journal.walk import parsed

CHECKPOINT = "month"
"""The reason of the heads from which a daily audit may start, and before which texts may go: the close of a month."""

MONTHS = 24
"""The texts of so many months stay in a book."""

STAY = ("clock_set", "opening", "texts_put_away")
"""Kinds whose texts are never put away: few, and what else is read of a book rests on them."""

Forms = dict[str, dict[str, list[str]]]
"""The columns of texts by kind and version."""

_WRONG = (ArithmeticError, AttributeError, KeyError, LookupError, NotCanonical, TypeError, ValueError)


def before_months(at: datetime) -> datetime:
    """The same day and hour 24 months earlier; the last of February for the 29th."""
    year = at.year - MONTHS // 12
    return at.replace(year=year, day=min(at.day, monthrange(year, at.month)[1]))


class Away:
    """The texts of one book that are missing, made again in the order of the book.

    Nothing is read before the first is asked for. A text counts only where it gives the digest that stands in the
    chain, so neither the row nor the forms have to be believed.
    """

    def __init__(self, book: str) -> None:
        self.book = book
        self._rows: dict[str, Iterator[Values]] = {}
        self._next: dict[str, Values | None] = {}
        self._known: list[TextsPutAway] | None = None
        self._epochs: list[tuple[int, int]] = []

    def covers(self, seq: int, kind: str) -> bool:
        """Whether a record that stands says that the text of such an entry was put away."""
        ends = [one.upto for one in self._records()]
        return kind not in STAY and seq not in ends and any(seq < end for end in ends)

    def text(self, seq: int, kind: str, before: str, digest: str) -> str:
        """The text that its row gives, as near to the digest as it comes; "" where the row is gone or is none.

        To be asked in the order of the book.
        """
        nearest = ""
        for text in self._texts(seq, kind):
            if _gives(before, text, digest):
                return text
            nearest = nearest or text
        return nearest

    def _records(self) -> list[TextsPutAway]:
        if self._known is None:
            self._known = [one for one in _recorded(self.book) if _wrong(one) is None]
            self._epochs = [(one.seq, one.epoch) for one in openings(self.book)]
        return self._known

    def _texts(self, seq: int, kind: str) -> Iterator[str]:
        row, records = self._row(seq, kind), self._records()
        if row is None:
            return
        try:
            forms = {
                (int(v), tuple(names)) for one in records for v, names in one.forms.get(kind, {}).items()
            }
            body = _body(kinds()[kind], row, self._epoch(seq))
            yield canonical(body)
            for version, names in sorted(forms, reverse=True):
                yield _in_form(body, version, names)
        except _WRONG:
            return

    def _epoch(self, seq: int) -> int:
        return max((epoch for since, epoch in self._epochs if since <= seq), default=0)

    def _row(self, seq: int, kind: str) -> Values | None:
        if kind not in kinds():
            return None
        if kind not in self._rows:
            self._rows[kind] = stored(kinds()[kind], book=self.book)
            self._next[kind] = next(self._rows[kind], None)
        while (row := self._next[kind]) is not None and type(row["seq"]) is int and row["seq"] < seq:
            self._next[kind] = next(self._rows[kind], None)
        return row if row is not None and row["seq"] == seq else None


def may_go(book: str, upto: int) -> "models.QuerySet[Entry]":
    """The entries before a place whose texts stand and may be put away.

    The text at which an earlier record ends stays, because it says how old that record's texts were.
    """
    ends = TextsPutAway.objects.filter(book=book).values("upto")
    found = Entry.objects.filter(book=book, seq__lt=upto).exclude(kind__in=STAY).exclude(body="")
    return found.exclude(seq__in=ends)


def forms_of(book: str, upto: int) -> Forms:
    """Which columns the texts that stand before a place have, by kind and version."""
    found: Forms = {}
    for kind, text in may_go(book, upto).values_list("kind", "body").iterator():
        body = parsed(text)
        if body is not None:
            found.setdefault(kind, {}).setdefault(str(body["v"]), sorted(body["is"]))
    return found


def _in_form(body: Body, version: int, names: Iterable[str]) -> str:
    """The text of a fact as an earlier version of its kind had it, without columns that came later."""
    return canonical({**body, "v": version, "is": {name: body["is"][name] for name in names}})


def _gives(before: str, text: str, digest: str) -> bool:
    try:
        return chain.after(before, text) == digest
    except _WRONG:  # a digest before it that is none
        return False


def digest_before(book: str, seq: int) -> str:
    """The digest of the chain before an entry."""
    earlier = Entry.objects.filter(book=book, seq__lt=seq).order_by("seq").values_list("digest", flat=True)
    return earlier.last() or chain.first(book)


def _recorded(book: str) -> list[TextsPutAway]:
    try:
        return list(TextsPutAway.objects.filter(book=book).order_by("seq"))
    except ValueError:  # a row that was put there; the tables are held against the entries elsewhere
        return []


def record_faults(book: str) -> list[Fault]:
    """The records of texts put away that do not say what may be: no such close of a month, or too late a one."""
    found = []
    for one in _recorded(book):
        told = _wrong(one)
        if told is not None:
            found.append(Fault(PUT_AWAY_WRONGLY, TELL, book, (("told", told),), one.seq))
    return found


def _wrong(said: TextsPutAway) -> str | None:
    """What is wrong with a record of texts put away; None where it stands."""
    try:
        return _not_so(said)
    except _WRONG:
        return "nobody recorded that"


def _not_so(said: TextsPutAway) -> str | None:
    entries = {
        entry.seq: entry for entry in Entry.objects.filter(book=said.book, seq__in=[said.seq, said.upto])
    }
    own, last = (parsed(entries[seq].body) if seq in entries else None for seq in (said.seq, said.upto))
    if own is None or _in_form(body_of(said, own["epoch"]), own["v"], own["is"]) != entries[said.seq].body:
        return "nobody recorded that"
    heads = Head.objects.filter(book=said.book, seq=said.upto, why=CHECKPOINT, digest=said.digest)
    if said.opened != said.book or last is None or not any(bears_signature(head) for head in heads):
        return "no month was closed there"
    if entries[said.upto].digest != said.digest:
        return "the chain is another there"
    if last["at"] > instant(before_months(said.recorded_at)):
        return f"that was not yet {MONTHS} months ago"
    return None


def _body(kind: type[Fact], row: Values, epoch: int) -> Body:
    """The body that a row gives, as `body_of` makes it of a fact; whether it is right, the digest tells."""
    if kind not in _plains:
        _plains[kind] = {field.name: _plain(field) for field in kind._meta.concrete_fields}  # noqa: SLF001
    plain = {name: None if row[name] is None else form(row[name]) for name, form in _plains[kind].items()}
    content = {field.name: plain.pop(field.name) for field in kind.content()}
    at = plain.pop("recorded_at")
    return {**plain, "at": at, "epoch": epoch, "is": content, "kind": kind.KIND, "v": kind.VERSION}


Plain = Callable[[Any], Any]
_plains: dict[type[Fact], dict[str, Plain]] = {}


def _plain(field: "models.Field[Any, Any]") -> Plain:
    """What makes a stored value the one of a body; for what was put there it raises or gives another text."""
    if isinstance(field, models.UUIDField):
        return lambda said: f"{said[:8]}-{said[8:12]}-{said[12:16]}-{said[16:20]}-{said[20:]}"
    if isinstance(field, models.DateTimeField):
        return lambda said: f"{said[:10]}T{said[11:19]}.{said[20:23]:0<3}Z"
    if isinstance(field, models.BooleanField):
        return {0: False, 1: True}.__getitem__
    return json.loads if isinstance(field, models.JSONField) else lambda said: said

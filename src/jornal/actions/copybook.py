"""What a backup says, line by line: the stored bytes of every entry of every book, the signed heads, and a signature.

Entries and not the database's file, for four reasons. The tables follow from the entries, so a restored register is one
that was proved; 400 people over two years are some 15 MB on a stick instead of 400; SQLite and PostgreSQL
write and read the same backup; and a copy of a file would carry along a dropped guard or an altered row. It costs
half a minute instead of a few seconds when that register is restored (`make bench`).

An entry whose digest follows from the one before is its body alone. One that does not was altered in this register;
it is carried as it stands, marked, so that evidence and later work are kept.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Max, Q

from jornal import __version__
from jornal.journal import chain
from jornal.journal.canon import canonical, instant
from jornal.journal.entry import Entry
from jornal.journal.fact import Fact
from jornal.journal.node import Node, stands
from jornal.journal.verify import entries

FORM = 1
AT_ONCE = 2000
"""Entries read at once; a backup's memory does not grow with the register."""

LONGEST = 1 << 25
"""Bytes of the longest line that is read; a body is a hundredth of it."""


class NotABackup(ValueError):
    """A file that opens but holds something else, or less."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This is not a whole backup of a register ({why}). Take another backup.")


class NewerBackup(ValueError):
    """A backup in a form this release does not know."""

    def __init__(self, release: str) -> None:
        super().__init__(f"This backup was made by jornal {release}. Install that release or a newer one.")


class Reached(NamedTuple):
    """How far a book is in a backup, and when its last entry was recorded."""

    book: str
    seq: int
    digest: str
    at: datetime | None


class Broken(NamedTuple):
    """The place of an entry that does not follow from the one before."""

    book: str
    seq: int


@dataclass
class Contents:
    """What was read of a backup."""

    made_at: datetime
    release: str
    node: str
    books: list[Reached] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    entries: int = 0
    rows: int = 0


def written(node: Node, at: datetime) -> Iterator[bytes]:
    """The register as it stands now, packed as gzip packs, in pieces.

    Nobody who records has to wait: how far each book is read is one question, and what is before that place never
    changes any more.
    """
    pack, digest, last = zlib.compressobj(wbits=31), hashlib.sha256(), b""
    for last in _lines(node, at):
        digest.update(last)
        if piece := pack.compress(last):
            yield piece
    signature = node.sign(_signed(digest.hexdigest()))
    yield pack.compress(_line(["end", digest.hexdigest(), signature])) + pack.flush()


def tables() -> list[type[models.Model]]:
    """Every table that entries do not make again, such as the signed heads; none may point to another row's number."""
    found = apps.get_app_config("jornal").get_models()
    return [model for model in found if not issubclass(model, Fact) and model is not Entry]


def _lines(node: Node, at: datetime) -> Iterator[bytes]:
    ends = dict(Entry.objects.values_list("book").annotate(Max("seq")).order_by("book"))
    head = {"at": instant(at), "form": FORM, "jornal": "backup", "node": node.public, "release": __version__}
    yield _line(head)
    for book, end in ends.items():
        yield _line(["book", book])
        yield from _book(book, end)
    for model in tables():
        names = {one.name for one in model._meta.concrete_fields}  # noqa: SLF001
        found = model._default_manager.order_by("pk")  # noqa: SLF001
        if names >= {"book", "seq"}:
            found = found.filter(_before(ends))
        for row in found.iterator(AT_ONCE):
            yield _line(["row", model._meta.model_name, _values(row)])  # noqa: SLF001


def _book(book: str, end: int) -> Iterator[bytes]:
    digest, seq = chain.first(book), 0
    for place, kind, body, stored in entries(book, after=0):
        if place > end:
            break
        digest = chain.after(digest, body)
        if digest == stored and place == seq + 1 and body[:1] == "{" and "\n" not in body:
            yield body.encode() + b"\n"
        else:
            yield _line(["entry", place, kind, stored, body])
        seq, digest = place, stored
    at = Entry.objects.filter(book=book, seq=end).values_list("body", flat=True).first()
    yield _line(["till", seq, digest, (at or "")[7:31]])


def _before(ends: dict[str, int]) -> Q:
    seen = Q(pk__in=[])
    for book, end in ends.items():
        seen |= Q(book=book, seq__lte=end)
    return seen


def _values(row: models.Model) -> dict[str, str | None]:
    fields = [one for one in row._meta.concrete_fields if not isinstance(one, models.AutoField)]  # noqa: SLF001
    return {
        one.attname: None if one.value_from_object(row) is None else one.value_to_string(row)
        for one in fields
    }


def _line(value: Any) -> bytes:
    return canonical(value).encode() + b"\n"


def _signed(digest: str) -> str:
    return f"jornal backup {digest}"


class Reading:
    """A backup read again: pieces in, and out of them each entry and each row, with every check on the way.

    `entry` is given an Entry that has its digest, `row` a row of another table. Neither is to be trusted before
    `whole` has given the contents; it raises NotABackup.
    """

    def __init__(
        self,
        entry: Callable[[Entry], object] | None = None,
        row: Callable[[models.Model], object] | None = None,
    ) -> None:
        self._entry, self._row = entry, row
        self._unpack, self._left, self._sum = zlib.decompressobj(wbits=31), b"", hashlib.sha256()
        self._found: Contents | None = None
        self._book, self._seq, self._digest = "", 0, ""
        self._ended = False

    def take(self, piece: bytes) -> None:
        """The next piece. Raises NotABackup, NewerBackup."""
        try:
            *lines, self._left = (self._left + self._unpack.decompress(piece)).split(b"\n")
            if len(self._left) > LONGEST:
                raise NotABackup("a line of it has no end")
            for line in lines:
                self._one(line)
        except (zlib.error, ValueError, TypeError, LookupError) as fault:
            if isinstance(fault, NotABackup | NewerBackup):
                raise
            raise NotABackup("a line of it cannot be read") from fault

    def whole(self) -> Contents:
        """What was read, once all of it was. Raises NotABackup."""
        if self._found is None or not self._ended or self._left or not self._unpack.eof:
            raise NotABackup("its end is missing")
        return self._found

    def _one(self, line: bytes) -> None:
        if self._ended:
            raise NotABackup("something follows its end")
        if line[:2] == b'["':
            self._marked(json.loads(line))
        elif self._found is None:
            self._found = _beginning(json.loads(line))
        else:
            self._follows(line.decode())
        self._sum.update(line + b"\n")

    def _follows(self, body: str) -> None:
        self._seq, self._digest = self._seq + 1, chain.after(self._digest, body)
        self._counted(self._seq, "", body)

    def _marked(self, values: list[Any]) -> None:
        if self._found is None:
            raise NotABackup("its beginning is missing")
        what, *rest = values
        if what == "book":
            self._book, self._seq, self._digest = rest[0], 0, chain.first(rest[0])
        elif what == "entry":
            self._seq, kind, self._digest, body = rest
            self._found.broken.append(Broken(self._book, self._seq))
            self._counted(self._seq, kind, body)
        elif what == "till":
            self._till(*rest)
        elif what == "row":
            self._found.rows += 1
            if self._row is not None:
                self._row(_row(*rest))
        elif what == "end":
            self._end(*rest)
        else:
            raise NotABackup("it holds a line of an unknown kind")

    def _counted(self, seq: int, kind: str, body: str) -> None:
        if self._found is None or not self._book:
            raise NotABackup("an entry stands in no book")
        self._found.entries += 1
        if self._entry is not None:
            self._entry(Entry(book=self._book, seq=seq, kind=kind, body=body, digest=self._digest))

    def _till(self, seq: int, digest: str, at: str) -> None:
        if self._found is None or (seq, digest) != (self._seq, self._digest):
            raise NotABackup(f'the book "{self._book}" does not end as it says')
        when = datetime.fromisoformat(at) if at else None
        self._found.books.append(Reached(self._book, seq, digest, when))
        self._book = ""

    def _end(self, digest: str, signature: str) -> None:
        if self._found is None or digest != self._sum.hexdigest():
            raise NotABackup("its lines are not those that were written")
        if not stands(self._found.node, _signed(digest), signature):
            raise NotABackup("its signature is not that of the computer it names")
        self._ended = True


def _beginning(head: dict[str, Any]) -> Contents:
    if head.get("jornal") != "backup":
        raise NotABackup("it holds something else")
    if head["form"] > FORM:
        raise NewerBackup(head["release"])
    return Contents(datetime.fromisoformat(head["at"]), head["release"], head["node"])


def _row(table: str, values: dict[str, str | None]) -> models.Model:
    model = next((one for one in tables() if one._meta.model_name == table), None)  # noqa: SLF001
    if model is None:
        raise NotABackup(f'this release has no table "{table}"')
    fields = {one.attname: one for one in model._meta.concrete_fields}  # noqa: SLF001
    return model(
        **{name: None if text is None else fields[name].to_python(text) for name, text in values.items()}
    )

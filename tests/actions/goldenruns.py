"""A run that was issued once, as entries of its books: whoever computes it again, with any release, gets these bytes.

    python tests/actions/goldenruns.py

writes the file where there is none. It is never written over: a release that gives other figures says so in the
changelog, and then keeps a second file beside this one.
"""

import gzip
import json
import os
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

import django
from django.apps import apps

if not apps.ready:  # run as a program
    os.environ["DJANGO_SETTINGS_MODULE"] = "jornal.settings"
    sys.path.insert(0, str(Path(__file__).parents[1]))
    django.setup()

import databases
import payroll
from jornal.actions.closing import close_day
from jornal.actions.issuing import issue
from jornal.facts.attendance import Shift
from jornal.journal.entry import Entry, Head
from jornal.journal.place import books
from jornal.journal.receive import receive
from jornal.journal.record import corrected, record
from offices import office

FILE = Path(__file__).parent / "golden" / "cusco-2026-10.jsonl.gz"
PRINTED = "A492TMMH48"
"""The ten characters on the slips of October."""
PARTS = ("seq", "digest", "code", "why", "signature")


def kept() -> bytes:
    """Every entry and head of this database as lines."""
    rows: list[dict] = [
        {"book": one.book, "seq": one.seq, "body": one.body} for one in Entry.objects.order_by("book", "seq")
    ]
    rows += [
        {"book": one.book, "at": one.signed_at.isoformat(), **{name: getattr(one, name) for name in PARTS}}
        for one in Head.objects.order_by("book", "seq")
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
    return gzip.compress(lines.encode(), mtime=0)


def taken_in() -> None:
    """The entries of the file, received into this database as another computer's."""
    rows = [json.loads(line) for line in gzip.decompress(FILE.read_bytes()).decode().splitlines()]
    for book in sorted({row["book"] for row in rows}):
        entries = [(row["seq"], row["body"]) for row in rows if row["book"] == book and "body" in row]
        heads = [
            Head(
                book=book, signed_at=datetime.fromisoformat(row["at"]), **{name: row[name] for name in PARTS}
            )
            for row in rows
            if row["book"] == book and "code" in row
        ]
        receive(book, entries, heads)
    assert books() == sorted({row["book"] for row in rows})


def written() -> None:
    """Two months of the three knitters, one day mended between them, into the file; one that is there is kept."""
    if FILE.exists():
        return
    with tempfile.TemporaryDirectory() as name, databases.fresh("sqlite", Path(name) / "home"):
        here = payroll.begun(Path(name))
        payroll.month(here, "2026-09")
        issue(here, "2026-09")
        tip = Shift.objects.current().get(worker="Q01", day=date(2026, 9, 10))
        record([corrected(tip, "she stayed for the fitting", minutes=360)], "cusco", here.hand)
        payroll.month(here)
        issue(office(keys=here.keys, day=date(2026, 10, 31)), "2026-10")
        close_day(here)
        FILE.parent.mkdir(exist_ok=True)
        FILE.write_bytes(kept())


if __name__ == "__main__":
    written()

"""The journal's own facts: an epoch of a book opened, a clock that was put right, old texts that were put away."""

from typing import ClassVar

from django.db import models

from jornal.journal import columns
from jornal.journal.fact import Fact


class Opening(Fact):
    """From here on a computer writes this book: the first of a book, or the next after a backup was restored.

    `after` is the digest of the chain before it. What an old copy writes afterwards belongs to the epoch before and
    is refused everywhere.
    """

    KIND = "opening"
    KEY: ClassVar[tuple[str, ...]] = ("opened", "epoch")
    FINAL = True

    opened = columns.token()
    epoch = columns.count()
    public_key = models.CharField(max_length=64)
    reader = columns.text(60)
    after = models.CharField(max_length=64)
    cause = columns.choice("new", "restored", "moved")


class ClockSet(Fact):
    """The clock went back and a person says that it is right now; times before `last` are known to overlap."""

    KIND = "clock_set"
    KEY: ClassVar[tuple[str, ...]] = ("opened", "set_at")
    FINAL = True

    opened = columns.token()
    last = models.DateTimeField()
    set_at = models.DateTimeField()


class TextsPutAway(Fact):
    """The texts of the entries before a month's close of at least 24 months ago stand here no more; their rows do.

    `digest` is the chain's at the entry `upto`, whose own text stays. `forms` says for each kind and version which
    columns its texts have, so that a later release makes the same text of a row again. `archive` is the SHA-256 of
    the sealed file that holds every text.
    """

    KIND = "texts_put_away"
    KEY: ClassVar[tuple[str, ...]] = ("opened", "upto")
    FINAL = True

    opened = columns.token()
    upto = columns.count()
    digest = models.CharField(max_length=64)
    forms = columns.table()
    archive = models.CharField(max_length=64)

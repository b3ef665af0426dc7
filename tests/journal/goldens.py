"""One fact of every kind, made once with a fixed hand; and, run as a program, the golden bodies that are missing.

    python tests/journal/goldens.py

A golden body that is there is never written over.
"""

import os
import sys
import uuid
from datetime import UTC, date, datetime
from pathlib import Path

import django
from django.apps import apps
from django.db import models

if not apps.ready:  # run as a program
    os.environ["DJANGO_SETTINGS_MODULE"] = "jornal.settings"
    sys.path.insert(0, str(Path(__file__).parents[1]))
    django.setup()

from jornal.journal.canon import body_of, canonical
from jornal.journal.columns import Ref, Sealed
from jornal.journal.fact import Fact, kinds

GOLDEN = Path(__file__).parent / "golden"
AT = datetime(2026, 10, 1, 12, 0, 0, 250_000, tzinfo=UTC)
TEXT = "Ñandú ผ้าพันคอ – “½” \\ \n😀"


def sample(kind: type[Fact], seq: int = 7, book: str = "cusco") -> Fact:
    """A fact of this kind with something in every column, always the same."""
    name = uuid.UUID(int=0x01A0F7A4_FC60_710C_9E43_6D5851A4F408 + seq)
    common = {
        "id": name, "root": name, "book": book, "seq": seq, "by": "S1", "role": "site_manager", "recorded_at": AT,
        "done_on": date(2026, 9, 30), "done_by": "S2", "why": TEXT,
    }  # fmt: skip
    return kind(**common, **{field.name: _value(field) for field in kind.content()})


def _value(field: models.Field) -> object:
    if isinstance(field, models.CharField):
        return field.choices[0][0] if field.choices else (field.name + " " + TEXT)[: field.max_length].strip()
    for sort, value in _VALUES:
        if isinstance(field, sort):
            return value
    raise TypeError(field)


_VALUES: tuple[tuple[type, object], ...] = (
    (Ref, uuid.UUID("01a0f7a4-fc60-710c-9e43-6d5851a4f408")),
    (Sealed, "c2VhbGVkIHRleHQ="),
    (models.DateTimeField, AT),
    (models.DateField, date(2026, 9, 30)),
    (models.BooleanField, True),
    (models.JSONField, {"b": [1, -2, True, None, TEXT], "a": {"É".lower().encode().hex(): "5.25"}}),
    (models.BigIntegerField, 9007199254740991),
)


def missing() -> list[str]:
    """Writes the golden bodies of each kind's version that are not there yet, and gives their kinds."""
    GOLDEN.mkdir(exist_ok=True)
    written = []
    for name, kind in sorted(kinds().items()):
        path = GOLDEN / (f"{name}.{kind.VERSION}.json" if kind.VERSION > 1 else f"{name}.json")
        if not path.exists():
            path.write_text(canonical(body_of(sample(kind), 1)), encoding="utf-8", newline="")
            written.append(name)
    return written


if __name__ == "__main__":
    print("Written:", ", ".join(missing()) or "none, they are all there")

"""What every fact has: its place in a book, its chain of corrections, who did it and who keyed it."""

import uuid
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, ClassVar, Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.base import ModelBase

Cursor = Mapping[str, int]
"""How far each book was read: the last place by book."""


Kind_co = TypeVar("Kind_co", bound="Fact", covariant=True)


class Facts(models.QuerySet[Kind_co]):
    """Facts as a query."""

    def current(self, upto: Cursor | None = None) -> Self:
        """The tips of all chains that are not void; with a cursor, as those books stood there."""
        if upto is None:
            return self.filter(_tips(self.model))
        return self.filter(_tips_upto(self.model, tuple(upto.items())))

    def versions(self, root: uuid.UUID) -> Self:
        """Every version of one fact, the oldest first."""
        return self.filter(root=root).order_by("seq")


@cache
def _tips(kind: Any) -> Q:
    """What tells the tips of a kind; a page asks for dozens of kinds, and it is the same each time."""
    return Q(~Exists(kind.objects.filter(corrects=OuterRef("pk"))), void=False)


@lru_cache(maxsize=256)
def _tips_upto(kind: Any, upto: tuple[tuple[str, int], ...]) -> Q:
    """The same as some books stood at a cursor: a draft asks for dozens of kinds, and one click follows another."""
    seen = _read(upto)
    corrections = kind.objects.filter(seen, corrects=OuterRef("pk"))
    return Q(seen, ~Exists(corrections), void=False)


def _read(upto: Iterable[tuple[str, int]]) -> Q:
    found = [Q(book=book, seq__lte=seq) for book, seq in upto]
    return Q(*found, _connector=Q.OR) if found else Q(pk__in=[])


class FactBase(ModelBase):
    """Gives each kind of fact its constraints, so that a subject's file holds its columns and nothing else."""

    def __new__(mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any], **options: Any) -> Any:
        if "KEY" in attrs:
            meta = attrs.setdefault("Meta", type("Meta", (), {}))
            meta.constraints = [*getattr(meta, "constraints", ()), *_constraints(name.lower(), attrs)]
            meta.indexes = [
                *getattr(meta, "indexes", ()),
                models.Index(
                    fields=["root"], condition=Q(corrects__isnull=False), name=f"{name.lower()}_root"
                ),
            ]
        return super().__new__(mcs, name, bases, attrs, **options)


def _constraints(name: str, attrs: dict[str, Any]) -> list[models.BaseConstraint]:
    original, correction = Q(corrects__isnull=True), Q(corrects__isnull=False)
    found: list[models.BaseConstraint] = [
        # A book has one author, so two books may each hold such a record: a worker who moved is known in both.
        models.UniqueConstraint(fields=[*attrs["KEY"], "book"], condition=original, name=f"{name}_key"),
        models.UniqueConstraint(fields=["corrects"], condition=correction, name=f"{name}_corrects"),
        models.CheckConstraint(
            condition=(original & Q(root=models.F("id")) & Q(void=False)) | (correction & ~Q(root=models.F("id"))),
            name=f"{name}_chain",
        ),
    ]  # fmt: skip
    for column, field in attrs.items():
        if isinstance(field, models.CharField) and field.choices:
            values = [value for value, _ in field.choices]
            found.append(
                models.CheckConstraint(condition=Q(**{f"{column}__in": values}), name=f"{name}_{column}")
            )
    return found


class Fact(models.Model, metaclass=FactBase):
    """One version of one fact. `KIND` is its name, `KEY` the columns that no two originals of a book share.

    `VERSION` rises with every new column, which needs a constant default. A `FINAL` kind is never corrected or
    voided. `root` is the first version's id; a correction names the version it replaces in `corrects`.
    """

    KIND: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]]
    VERSION: ClassVar[int] = 1
    FINAL: ClassVar[bool] = False

    id = models.UUIDField(primary_key=True)
    root = models.UUIDField()
    corrects = models.UUIDField(null=True)
    void = models.BooleanField(default=False)
    book = models.CharField(max_length=40)
    seq = models.BigIntegerField()
    by = models.CharField(max_length=60)
    role = models.CharField(max_length=40)
    recorded_at = models.DateTimeField()
    done_on = models.DateField(null=True)
    done_by = models.CharField(max_length=60, default="", blank=True)
    why = models.CharField(max_length=500, default="", blank=True)

    objects = Facts.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        key = ", ".join(str(getattr(self, name)) for name in self.KEY)
        return f"{self.KIND.replace('_', ' ')} {key}"

    @classmethod
    def content(cls) -> tuple["models.Field[Any, Any]", ...]:
        """The columns of the kind itself, without those of every fact."""
        return _content(cls)


COMMON = (
    "id", "root", "corrects", "void", "book", "seq", "by", "role", "recorded_at", "done_on", "done_by", "why",
)  # fmt: skip
"""The columns of every fact."""

_contents: dict[type[Fact], tuple["models.Field[Any, Any]", ...]] = {}
_kinds: dict[str, type[Fact]] = {}


def _content(kind: type[Fact]) -> tuple["models.Field[Any, Any]", ...]:
    if kind not in _contents:
        _contents[kind] = tuple(
            field for field in kind._meta.concrete_fields if field.name not in COMMON  # noqa: SLF001
        )  # fmt: skip
    return _contents[kind]


def kinds() -> dict[str, type[Fact]]:
    """Every kind of fact by its name."""
    if not _kinds:
        _kinds.update({kind.KIND: kind for kind in apps.get_models() if issubclass(kind, Fact)})
    return _kinds

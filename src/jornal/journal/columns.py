"""The kinds of columns a fact may have; each has one canonical form, and no other value is written."""

from typing import Any

from django.db import models

LARGEST = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exactly."""


class Ref(models.UUIDField):  # type: ignore[type-arg]
    """The root of another fact of the same book, or of headquarters' book for all."""

    def __init__(self, to: str = "", **options: Any) -> None:
        self.to = to
        super().__init__(**options)

    def deconstruct(self) -> Any:
        """What a migration writes."""
        name, path, arguments, options = super().deconstruct()
        return name, path, arguments, {**options, "to": self.to}


class Sealed(models.TextField):  # type: ignore[type-arg]
    """Text about a person, sealed under her own key; only the vault opens it."""


def text(most: int = 200) -> "models.CharField[str, str]":
    """Text, which may be empty, of at most `most` characters."""
    return models.CharField(max_length=most, default="", blank=True)


def token() -> "models.CharField[str, str]":
    """The short code of a worker, member of staff, site, agreement or rate; never empty."""
    return models.CharField(max_length=60)


def choice(*values: str) -> "models.CharField[str, str]":
    """One of a few words; the database refuses any other."""
    return models.CharField(max_length=40, choices=[(value, value) for value in values])


def day() -> "models.DateField[Any, Any]":
    """A day."""
    return models.DateField()


def day_or_none() -> "models.DateField[Any, Any]":
    """A day, or None where it is open or not known."""
    return models.DateField(null=True, default=None)


def count() -> "models.BigIntegerField[int, int]":
    """A whole number."""
    return models.BigIntegerField()


def count_or_none() -> "models.BigIntegerField[int | None, int | None]":
    """A whole number, or None where it is not known."""
    return models.BigIntegerField(null=True, default=None)


def amount() -> "models.BigIntegerField[int, int]":
    """Money in whole minor units."""
    return models.BigIntegerField()


def amount_or_nought() -> "models.BigIntegerField[int, int]":
    """Money in whole minor units; nought unless said."""
    return models.BigIntegerField(default=0)


def yes() -> "models.BooleanField[bool, bool]":
    """Yes or no; no unless said."""
    return models.BooleanField(default=False)


def table() -> "models.JSONField[Any, Any]":
    """Lists and tables of text, whole numbers, yes and no: what a fact holds as a whole and nobody searches."""
    return models.JSONField(default=dict)


def ref(to: str) -> Ref:
    """A fact of another kind, named by its kind; it must be there."""
    return Ref(to=to)


def ref_or_none(to: str) -> Ref:
    """A fact of another kind, or None."""
    return Ref(to=to, null=True, default=None)


def sealed() -> Sealed:
    """Sealed text, which may be empty."""
    return Sealed(default="", blank=True)


def index(name: str, *fields: str) -> models.Index:
    """An index by which rows are often looked for."""
    return models.Index(fields=list(fields), name=name)

"""The chained log of every book, and the heads of it that were signed."""

from django.db import models


class Entry(models.Model):
    """One place of a book: the stored bytes of one fact, which are the truth, and the digest of the chain there."""

    book = models.CharField(max_length=40)
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    body = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "seq"], name="entry_place")]

    def __str__(self) -> str:
        return f"{self.book} {self.seq}"


class Head(models.Model):
    """A head that was signed: at close of day, of a month, at issue or export. `code` is what is printed of it."""

    book = models.CharField(max_length=40)
    seq = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    code = models.CharField(max_length=10)
    why = models.CharField(max_length=20)
    signed_at = models.DateTimeField()
    signature = models.CharField(max_length=128)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "seq", "why"], name="head_place")]

    def __str__(self) -> str:
        return f"{self.book} {self.seq} {self.code}"

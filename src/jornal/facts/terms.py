"""Terms adopted: the law and agreements that may be computed with, whole, with who adopted them."""

from django.db import models

from jornal.journal import columns
from jornal.journal.fact import Fact


class TermsAdopted(Fact):
    """The files of an enterprise's terms and its packs, whole, adopted by somebody outside sales and production.

    `published` is the day a retroactive row was made public.
    """

    KIND, KEY = "terms_adopted", ("enterprise", "number")
    FINAL = True

    enterprise = columns.token()
    number = columns.count()
    files = columns.table()
    digest = models.CharField(max_length=64)
    approver = columns.token()
    published = columns.day_or_none()
    changes = columns.table()

"""An account: a member of staff who signs in at this computer, the language of her pages, and what she looked at."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

PASSPHRASE, CODES = "passphrase", "codes"
"""What an account may still want: a passphrase of her own, then a sheet of codes that nobody else has seen."""


class Accounts(BaseUserManager["Account"]):
    """Finds accounts by the token of the member of staff."""


class Account(AbstractBaseUser):
    """One who signs in. What she may do is not here: roles are facts, read from the register each time."""

    staff = models.CharField(max_length=60, unique=True)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=10, blank=True)
    looked = models.JSONField(default=dict, blank=True)
    """When she looked last at what changes: a page's name and the instant, as "pay 2026-10" and an ISO time."""
    wants = models.CharField(max_length=20, blank=True, default="")
    """What she is asked for before anything else, since others have seen what she signs in with; "" is nothing."""

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "staff"

    def __str__(self) -> str:
        return self.staff

    @property
    def is_open(self) -> bool:
        """Whether somebody can sign in with it."""
        return bool(self.is_active and self.password and self.has_usable_password())


class Change(models.Model):
    """What was done to an account and by whom; it is only added to."""

    at = models.DateTimeField()
    staff = models.CharField(max_length=60)
    what = models.CharField(max_length=20)
    by = models.CharField(max_length=60)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.staff} {self.what} by {self.by}"

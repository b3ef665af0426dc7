"""An account: a member of staff who signs in at this computer, the language of her pages, and what she looked at."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Accounts(BaseUserManager["Account"]):
    """Finds accounts by the token of the member of staff."""


class Account(AbstractBaseUser):
    """One who signs in. What she may do is not here: roles are facts, read from the register each time."""

    staff = models.CharField(max_length=60, unique=True)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=10, blank=True)
    looked = models.JSONField(default=dict, blank=True)
    """When she looked last at what changes: a page's name and the instant, as "pay 2026-10" and an ISO time."""

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "staff"

    def __str__(self) -> str:
        return self.staff

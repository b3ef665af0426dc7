"""Where tables lie: facts in the register, and everything about signing in in the accounts' own file."""

from typing import Any

ACCOUNTS = "accounts"
REGISTER = "default"
IN_THE_REGISTER = "jornal"


class Router:
    """Django's router: the register holds facts and nothing that is changed or removed."""

    def db_for_read(self, model: Any, **_: Any) -> str:
        """The database of a table."""
        return _of(model._meta.app_label)  # noqa: SLF001 (Django's own way to ask)

    def db_for_write(self, model: Any, **_: Any) -> str:
        """The database of a table."""
        return _of(model._meta.app_label)  # noqa: SLF001

    def allow_migrate(self, db: str, app_label: str, **_: Any) -> bool:
        """Whether an app's tables are made in a database; the owner's connection leads to the register."""
        return (db == ACCOUNTS) == (_of(app_label) == ACCOUNTS)


def _of(label: str) -> str:
    return REGISTER if label == IN_THE_REGISTER else ACCOUNTS

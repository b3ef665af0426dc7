"""Django's settings, read once from the environment; docs/settings.md tells each of them."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SETTINGS = {
    "JORNAL_HOME": "The folder of the register, the vault, the node's key and the backups. Else `jornal` in the "
    "home folder.",
    "DATABASE_URL": "`postgresql://…` where the register is kept in PostgreSQL, as at headquarters. Else a SQLite "
    "file in JORNAL_HOME.",
    "DATABASE_OWNER_URL": "The same database as its owner, who alone may change tables. Needed with PostgreSQL by "
    "`jornal init`.",
    "JORNAL_HOSTS": "The names under which pages may be asked for, with commas. Else this computer alone.",
}
"""Every setting with its sentence, in the order of docs/settings.md."""

SQLITE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000"
"""FULL, because under WAL a lesser one may lose what was acknowledged when the power fails."""


class BadSetting(ValueError):
    """A setting that cannot be used."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"The setting {name} cannot be used: {why}.")


def home() -> Path:
    """The folder of this node; it need not be there yet."""
    return Path(os.environ.get("JORNAL_HOME") or Path.home() / "jornal").expanduser().absolute()


def database(url: str, folder: Path, name: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's table for a database: PostgreSQL by its address, or where `url` is empty the folder's SQLite file."""
    if not url:
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE}
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "register.sqlite3",
            "OPTIONS": options,
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise BadSetting(name, "it is not an address that begins with postgresql://")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": options,
    }


def _databases() -> dict[str, dict[str, Any]]:
    found = {"default": database(os.environ.get("DATABASE_URL", ""), home())}
    if owner := os.environ.get("DATABASE_OWNER_URL"):
        found["owner"] = database(owner, home(), "DATABASE_OWNER_URL")
    return found


def _secret() -> str:
    """The key that signs cookies, made by `jornal init`; nothing is signed before."""
    path = home() / "secret.key"
    return path.read_text(encoding="ascii") if path.is_file() else os.urandom(32).hex()


HOME = home()
DATABASES = _databases()
SECRET_KEY = _secret()
INSTALLED_APPS = ["jornal"]
ROOT_URLCONF = "jornal.urls"
MIDDLEWARE = [
    "jornal.pages.headers.strict",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ALLOWED_HOSTS = [
    host for host in os.environ.get("JORNAL_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

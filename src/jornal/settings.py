"""Django's settings, read once from the environment; docs/settings.md tells each of them."""

import hashlib
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
    "JORNAL_DAY": "A day that the pages take for today, such as 2026-10-31: for the demo and for practice. Else the "
    "day by this computer's clock.",
    "JORNAL_SECURITY_KEYS": "`1` where a site allows security keys beside the printed codes, and never a telephone. At "
    "headquarters they are always allowed.",
    "JORNAL_DEMO": "`1` lets anybody enter as anybody of the staff without a passphrase, and only in a register that "
    "is wholly invented, as `jornal demo` makes them.",
    "JORNAL_HOSTS": "The names under which pages may be asked for, with commas. Else this computer alone.",
    "JORNAL_LABELS": "The address that the codes on labels begin with, such as https://id.example.org; passports are "
    "served under it.",
}
"""Every setting with its sentence, in the order of docs/settings.md."""

SQLITE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000"
"""FULL, because under WAL a lesser one may lose what was acknowledged when the power fails."""

SIGNING_IN = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON"
"""A session lost with the power costs one sign-in."""


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
            "CONN_MAX_AGE": 60,  # opening the file for each page cost more than the page
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
    return found | {"accounts": accounts(home())}


def accounts(folder: Path) -> dict[str, Any]:
    """Django's table for the accounts of this computer: a SQLite file beside the register, never in its backup."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SIGNING_IN}
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "accounts.sqlite3",
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
    }


def _secret() -> str:
    """The key that signs cookies, made by `jornal init`; nothing is signed before."""
    path = home() / "secret.key"
    return path.read_text(encoding="ascii") if path.is_file() else os.urandom(32).hex()


def _mark(folder: Path) -> str:
    """A few letters of this node's folder: browsers keep cookies by host, and one host may serve several registers."""
    return hashlib.sha256(str(folder).encode()).hexdigest()[:8]


LOCAL = {"localhost", "127.0.0.1", "[::1]"}
"""Names of this computer itself, where pages travel no network."""

HOME = home()
DAY = os.environ.get("JORNAL_DAY", "")
SECURITY_KEYS = os.environ.get("JORNAL_SECURITY_KEYS", "") == "1"
DEMO = os.environ.get("JORNAL_DEMO", "") == "1"
LABELS = os.environ.get("JORNAL_LABELS", "")
DATABASES = _databases()
DATABASE_ROUTERS = ["jornal.accounts.routing.Router"]
SECRET_KEY = _secret()
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "jornal.accounts",
    "jornal",
]
ROOT_URLCONF = "jornal.urls"
MIDDLEWARE = [
    "jornal.pages.headers.strict",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "pages" / "templates"],
        "OPTIONS": {
            "loaders": [
                ("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"])
            ],
            "builtins": ["jornal.pages.tags"],
            "context_processors": [
                "django.template.context_processors.request",
                "jornal.pages.tongue.here",
            ],
        },
    }
]
ALLOWED_HOSTS = [host for host in os.environ.get("JORNAL_HOSTS", ",".join(sorted(LOCAL))).split(",") if host]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a sheet of 400 people is one form
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
STATIC_URL = "/static/"
STATICFILES_DIRS = [Path(__file__).parent / "pages" / "static"]
WHITENOISE_USE_FINDERS = True  # nobody has to run a command before the pages have their look
WHITENOISE_MAX_AGE = 3600
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

CSRF_FAILURE_VIEW = "jornal.pages.home.not_sent"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},  # tries that are counted; a flood of names must not push them out
    }
}

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
OVER_A_NETWORK = not LOCAL.issuperset(ALLOWED_HOSTS)
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"jornal_{_mark(HOME)}", f"jornal_form_{_mark(HOME)}"
SESSION_COOKIE_AGE = 2 * 3600  # without a click; each click begins it anew
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = OVER_A_NETWORK
SECURE_HSTS_SECONDS = 365 * 86_400 if OVER_A_NETWORK else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if OVER_A_NETWORK else None

ACCOUNT_ADAPTER = "jornal.pages.signin.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "staff"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # nothing depends on e-mail, which a prison rarely has
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "20/m/ip,5/5m/key", "reauthenticate": "10/m/user"}
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # the server takes the address from the proxy itself, and from nobody else
MFA_ADAPTER = "jornal.pages.signin.SecondFactor"
MFA_TOTP_ISSUER = "jornal"
MFA_TOTP_TOLERANCE = 1  # an old laptop's clock may be half a minute off
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODE_COUNT = 40
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not OVER_A_NETWORK

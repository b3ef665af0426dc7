"""The databases of the tests; and at the end the names of tests left out, so that a green line never hides one."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import django
import pytest

os.environ["DJANGO_SETTINGS_MODULE"] = "jornal.settings"
for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "JORNAL_HOME"):
    os.environ.pop(name, None)  # a test never touches the register of whoever runs it
os.environ["JORNAL_HOME"] = os.devnull + "/no-register"
if "XDG_RUNTIME_DIR" not in os.environ:  # PostgreSQL's package asks where its locks go
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="jornal-locks-")
    atexit.register(shutil.rmtree, os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)
django.setup()

import databases  # noqa: E402 (needs Django set up)
import families  # noqa: E402
import payroll  # noqa: E402
from jornal.actions.office import Office  # noqa: E402

Whole = tuple[Path, Office]
"""A register that was made once for many tests, each of which copies it."""

LEFT_OUT = pytest.StashKey[list[str]]()


@pytest.fixture(params=databases.VENDORS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[databases.Database]:
    """An empty register, on each kind of database."""
    with databases.fresh(request.param, tmp_path / "home") as found:
        yield found


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[databases.Database]:
    """An empty register in a file, for what concerns files alone."""
    with databases.fresh("sqlite", tmp_path / "home") as found:
        yield found


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A register in which everybody is enrolled and no month is issued."""
    return payroll.built(tmp_path_factory.mktemp("begun"))


@pytest.fixture(scope="session")
def september(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A register in which September is issued."""
    return payroll.built(tmp_path_factory.mktemp("september"), "2026-09")


@pytest.fixture(scope="session")
def october(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A register in which October is issued."""
    return payroll.built(tmp_path_factory.mktemp("october"), "2026-10")


@pytest.fixture(scope="session")
def two_months(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A register in which September and October are issued."""
    return payroll.built(tmp_path_factory.mktemp("two"), "2026-09", "2026-10")


@pytest.fixture(scope="session")
def sent_home(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A register in which October is issued and approved, and families are named who wait for their part."""
    return families.built(tmp_path_factory.mktemp("families"))


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    if items:
        items[0].config.stash.setdefault(LEFT_OUT, []).extend(item.nodeid for item in items)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out = terminalreporter.config.stash.get(LEFT_OUT, [])
    if left_out and not terminalreporter.config.option.collectonly:
        terminalreporter.section("not run here")
        for name in left_out:
            terminalreporter.line(name)

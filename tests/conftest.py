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


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    if items:
        items[0].config.stash.setdefault(LEFT_OUT, []).extend(item.nodeid for item in items)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out = terminalreporter.config.stash.get(LEFT_OUT, [])
    if left_out and not terminalreporter.config.option.collectonly:
        terminalreporter.section("not run here")
        for name in left_out:
            terminalreporter.line(name)

"""Ends every run with the names of the tests it left out, so that a green line never hides one."""

from collections.abc import Sequence

import pytest

LEFT_OUT = pytest.StashKey[list[str]]()


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    if items:
        items[0].config.stash.setdefault(LEFT_OUT, []).extend(item.nodeid for item in items)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out = terminalreporter.config.stash.get(LEFT_OUT, [])
    if left_out and not terminalreporter.config.option.collectonly:
        terminalreporter.section("not run here")
        for name in left_out:
            terminalreporter.line(name)

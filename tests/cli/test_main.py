"""One door for every command: one sentence for what cannot be done, and nothing of the machinery."""

import pytest

from jornal import __version__
from jornal.cli import main as door
from jornal.cli.main import COMMANDS, main


def code_of(*told):
    """The exit code, whether the command ends by itself or by its parser."""
    try:
        return main(list(told))
    except SystemExit as end:
        return end.code


def test_the_release_is_told(capsys):
    assert (code_of("--version"), capsys.readouterr().out) == (0, f"jornal {__version__}\n")


def test_help_names_every_command(capsys):
    code_of("--help")
    out = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in out] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name, capsys):
    assert (
        code_of(name, "--help"),
        COMMANDS[name].split(":")[0] in " ".join(capsys.readouterr().out.split()),
    ) == (0, True)


@pytest.mark.parametrize("told", [(), ("frobnicate",), ("pay",), ("terms",), ("explain", "out")])
def test_a_command_that_is_not_whole_is_refused(told):
    assert code_of(*told) == 2


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (ValueError("Write the month as 2026-10."), "jornal: Write the month as 2026-10.\n"),
        (
            FileNotFoundError(2, "No such file", "people.csv"),
            "jornal: people.csv: No such file. Check the path",
        ),
        (PermissionError(13, "Permission denied", "out"), "jornal: out: Permission denied."),
        (OSError("the disk is full"), "jornal: the disk is full\n"),
        (MemoryError(), "jornal: this needs more memory than there is."),
    ],
)
def test_a_fault_is_one_sentence_and_no_traceback(fault, says, monkeypatch, capsys):
    class Broken:
        @staticmethod
        def arguments(_parser):
            return None

        @staticmethod
        def run(_told):
            raise fault

    monkeypatch.setattr(door, "_module", lambda _name: Broken)
    code, err = main(["explain"]), capsys.readouterr().err
    assert (code, err.startswith(says), err.count("\n")) == (2, True, 1)


def test_one_who_stops_it_is_told_that_nothing_was_written(monkeypatch, capsys):
    class Stopped:
        @staticmethod
        def arguments(_parser):
            return None

        @staticmethod
        def run(_told):
            raise KeyboardInterrupt

    monkeypatch.setattr(door, "_module", lambda _name: Stopped)
    assert (main(["pay"]), "nothing was written" in capsys.readouterr().err) == (130, True)

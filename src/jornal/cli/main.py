"""The command line: one door, one sentence for what cannot be done; exit 1 with rows open, 2 when refused."""

import argparse
import errno
import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager, redirect_stdout
from typing import TextIO

from jornal import __version__

# Loaded when asked for, so that `jornal explain` does not wait for the typesetter.
COMMANDS = {
    "pay": "Pay a month: every payslip, tally, statement of hours and the totals, into one folder.",
    "compare": "Set beside a run what was really paid.",
    "explain": "Every line of one worker's payslip in words, with the rows it rests on.",
    "template": "Files to fill in: people, attendance grid, pieces, rates, adjustments, payments.",
    "terms": "The law and agreements that pay is computed with.",
    "case": "Run a worked example, or a folder of them.",
    "demo": "The four invented enterprises, one month, every paper.",
}


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; each command's module adds its own arguments."""
    whole = argparse.ArgumentParser(
        prog="jornal",
        description="Last month's sheet in, every payslip out, every line explained. No network is needed.",
    )
    whole.add_argument("--version", action="version", version=f"jornal {__version__}")
    groups = whole.add_subparsers(dest="command", metavar="command", required=True)
    for name, sentence in COMMANDS.items():
        _module(name).arguments(groups.add_parser(name, help=sentence, description=sentence))
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 done, 1 done with rows open, 2 refused in one sentence."""
    told = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    screen = Heard(sys.stdout)
    with redirect_stdout(screen):
        done = _run(told)
    screen.flush()
    return done


def _run(told: list[str]) -> int:
    try:
        asked = (_one(told[0]) if told and told[0] in COMMANDS else parser()).parse_args(told)
        return int(_module(asked.command).run(asked))
    except (ValueError, OSError, MemoryError, BrokenExecutor) as fault:
        print(f"jornal: {_sentence(fault)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("jornal: stopped; nothing was written.", file=sys.stderr)
        return 130


class Heard:
    """The screen, or a pipe whose reader may stop (`| head`): the command still does all its work."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Writes, and gives how much; what nobody reads any more goes nowhere."""
        with self._unless_closed():
            self.stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Hands over what was written."""
        with self._unless_closed():
            self.stream.flush()

    def __getattr__(self, name: str) -> object:
        return getattr(self.stream, name)

    @contextmanager
    def _unless_closed(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.stream.fileno())


def _one(name: str) -> argparse.ArgumentParser:
    """The parser with one command only: what an ordinary call needs."""
    whole = argparse.ArgumentParser(prog="jornal")
    groups = whole.add_subparsers(dest="command", required=True)
    _module(name).arguments(groups.add_parser(name, help=COMMANDS[name], description=COMMANDS[name]))
    return whole


def _module(name: str):  # type: ignore[no-untyped-def]
    return importlib.import_module(f"jornal.cli.{name}")


def _sentence(fault: BaseException) -> str:
    if isinstance(fault, OSError) and fault.errno == errno.ENOSPC:
        return "there is no room left on the disk; what was there is as it was. Make room and try again."
    if isinstance(fault, OSError) and fault.filename:
        why = fault.strerror or "it cannot be opened"
        return f"{fault.filename}: {why}. Check the path and that nothing else holds the file."
    if isinstance(fault, MemoryError | BrokenExecutor):
        return "this needs more memory than there is. Pay fewer workers at a time, or close other programs."
    return str(fault) or type(fault).__name__


if __name__ == "__main__":
    sys.exit(main())

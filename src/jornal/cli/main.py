"""The command line: one door, one sentence for what cannot be done, exit 1 while a row is open, 2 when refused."""

import argparse
import importlib
import sys
from collections.abc import Sequence

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
        description="Last month's sheet in, every payslip out, every line explained. Works without a network.",
    )
    whole.add_argument("--version", action="version", version=f"jornal {__version__}")
    groups = whole.add_subparsers(dest="command", metavar="command", required=True)
    for name, sentence in COMMANDS.items():
        _module(name).arguments(groups.add_parser(name, help=sentence, description=sentence))
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives back its exit code: 0 done, 1 done with rows open, 2 refused with one sentence."""
    told = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        asked = (_one(told[0]) if told and told[0] in COMMANDS else parser()).parse_args(told)
        return int(_module(asked.command).run(asked))
    except (ValueError, OSError, MemoryError) as fault:
        print(f"jornal: {_sentence(fault)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("jornal: stopped; nothing was written.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 0


def _one(name: str) -> argparse.ArgumentParser:
    """The parser with one command only: what an ordinary call needs."""
    whole = argparse.ArgumentParser(prog="jornal")
    groups = whole.add_subparsers(dest="command", required=True)
    _module(name).arguments(groups.add_parser(name, help=COMMANDS[name], description=COMMANDS[name]))
    return whole


def _module(name: str):  # type: ignore[no-untyped-def]
    return importlib.import_module(f"jornal.cli.{name}")


def _sentence(fault: BaseException) -> str:
    if isinstance(fault, OSError) and fault.filename:
        return f"{fault.filename}: {fault.strerror or 'it cannot be opened'}. Check the path and that nothing else holds the file."
    if isinstance(fault, MemoryError):
        return "this needs more memory than there is. Pay fewer workers at a time, or close other programs."
    return str(fault) or type(fault).__name__


if __name__ == "__main__":
    sys.exit(main())

"""The command line: one door, one sentence for what cannot be done; exit 1 with rows open, 2 when refused."""

import argparse
import errno
import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager, redirect_stdout
from typing import Any, TextIO

from jornal import __version__

# Loaded when asked for, so that `jornal explain` does not wait for the typesetter.
COMMANDS = {
    "pay": "Pay a month: every payslip, tally, statement of hours and the totals, into one folder.",
    "compare": "Set beside a run what was really paid.",
    "explain": "Every line of one worker's payslip in words, with the rows it rests on.",
    "template": "Files to fill in: people, attendance grid, pieces, rates, adjustments, payments.",
    "terms": "The law and agreements that pay is computed with.",
    "case": "Run a worked example, or a folder of them.",
    "demo": "The four invented enterprises: sheets, every paper, and a register of each.",
    "init": "Begin a register on this computer: asks one question after another, and may be left half done.",
    "account": "Who signs in at this computer: accounts opened, given new codes, reset and closed.",
    "start": "Open the register's pages on this computer, until Ctrl-C.",
    "status": "Where the register stands: books, guards, names, clock, last backup.",
    "do": "Record something: one thing, or a file of them.",
    "draft": "A month as it would be issued now, beside the floor; nothing is recorded.",
    "issue": "Fix a month's pay for a site: a slip for everybody, and the head that is printed on it.",
    "slips": "The papers of an issued month, with names, into a private folder.",
    "payfile": "Money out: a file for the bank, or a cash list that families sign.",
    "family": "A page for each family that was sent money, with the code that says it arrived.",
    "savings": "What each worker has saved, and the trust account on each bank day; with --paper, her own page.",
    "owed": "Where a month's money is: due, received, under way, not yet out.",
    "report": "A month for headquarters, the authority or a funder: figures, bars and tables, of five or more.",
    "recorded": "Everything recorded about one worker, as one paper for her, in her language.",
    "statement": "What one worker was issued, paid and is still owed.",
    "daysheet": "The sheet of a day or week to fill by pen, or of what was recorded.",
    "brief": "The brief of a day, site to headquarters or back: questions, answers, promises; with --paper, printed.",
    "attach": "A picture, cleaned of where it was taken, as a photo to a question or a version of a design.",
    "close": "The end of a day or a month, with the ten characters to keep on paper.",
    "correct": "Correct what is recorded, with the reason; what stood there before stays readable.",
    "void": "Take back what is recorded, with the reason.",
    "history": "Every version of one record: what it said, who recorded it, when and why.",
    "privacy": "What the register keeps about whom, table by table: the data-protection form.",
    "market": "May this go there, by this way: each place with its law; nothing is recorded.",
    "lineage": "Where a lot comes from and where its pieces went: material, work, judgement, places, sales.",
    "recall": "Every lot that holds some of a lot of material, where its pieces are, and who bought them.",
    "trade-paper": "The papers of a delivery or a settlement: invoice, packing list, statement of what is owed.",
    "import-sales": "Sales of a shop, a till or a payment service, from the file it exports; twice changes nothing.",
    "year": "A year's money in one statement: income, wages, costs, the promise and the fund; and funders' reports.",
    "beancount": "A year as a ledger for Beancount, with assertions and nothing padded.",
    "labels": "A sheet of labels of a lot, with codes that open its passport.",
    "passport": "A lot's passport as files: the page in four languages, what is signed, and its signature.",
    "verify-passport": "Whether a product's passport is as it was signed; needs no register.",
    "audit": "Prove the register: guards, chains, signatures, and the codes that others keep.",
    "backup": "A sealed copy of the register and the names, opened again before it counts.",
    "restore": "Put a register back from a backup, on a computer that has none.",
    "lighten": "Put the texts of what is older than 24 months into an archive; every figure and proof stays.",
}
IN_THE_REGISTER = {
    "terms",
    "privacy",
    "draft",
    "issue",
    "slips",
    "payfile",
    "family",
    "savings",
    "owed",
    "report",
    "recorded",
    "statement",
    "daysheet",
    "brief",
    "attach",
    "close",
    "init",
    "account",
    "start",
    "status",
    "do",
    "correct",
    "void",
    "history",
    "market",
    "lineage",
    "recall",
    "trade-paper",
    "import-sales",
    "year",
    "beancount",
    "labels",
    "passport",
    "audit",
    "backup",
    "restore",
    "lighten",
}
"""Commands that need Django set up before their modules are loaded; the others do not wait for it."""


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; each command's module adds its own arguments."""
    whole = argparse.ArgumentParser(
        prog="jornal",
        description="Last month's sheet in, every payslip out, every line explained. No network is needed.",
    )
    whole.add_argument("--version", action="version", version=f"jornal {__version__}")
    groups = whole.add_subparsers(dest="command", metavar="command", required=True)
    for name in COMMANDS:
        _add(groups, name)
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
        asked = _asked(_one(told[0]) if told and told[0] in COMMANDS else parser(), told)
        return int(_module(asked.command).run(asked))
    except (ValueError, OSError, MemoryError, BrokenExecutor) as fault:
        print(f"jornal: {_sentence(fault)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("jornal: stopped; nothing was written.", file=sys.stderr)
        return 130


def _asked(whole: argparse.ArgumentParser, told: list[str]) -> argparse.Namespace:
    """What was typed; free words may stand before, between and after the options."""
    asked, more = whole.parse_known_args(told)
    if more and (not hasattr(asked, "words") or any(word.startswith("-") for word in more)):
        whole.error(f"unrecognized arguments: {' '.join(more)}")
    if more:
        asked.words += more
    return asked


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
    _add(groups, name)
    return whole


def _add(groups: Any, name: str) -> None:
    """A command; `do` has a help of its own, which goes before the parser's."""
    says = COMMANDS[name]
    _module(name).arguments(groups.add_parser(name, help=says, description=says, conflict_handler="resolve"))


def _module(name: str):  # type: ignore[no-untyped-def]
    if name in IN_THE_REGISTER:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jornal.settings")
        importlib.import_module("django").setup()
    return importlib.import_module(f"jornal.cli.{name.replace('-', '_')}")


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

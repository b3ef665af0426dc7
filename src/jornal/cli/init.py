"""`jornal init`: one question after another, then the register; it may be left half done and goes on where it was."""

import argparse
import getpass
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from jornal.accounts import members, tables
from jornal.actions import beginning, opening
from jornal.actions.beginning import Begun, Secrets
from jornal.actions.intake import keep, kept, read_whole
from jornal.actions.opening import letters_in, take_in
from jornal.actions.questions import LISTED, NAMES, QUESTIONS
from jornal.cli import account, register
from jornal.journal.hand import utc_now
from jornal.journal.vaultlock import WeakPassphrase, fit_for_use


class RunWithoutPeople(ValueError):
    """A run folder without the list of people whom it is about."""

    def __init__(self) -> None:
        super().__init__(
            "A run folder is read together with the list of people: give --people as well. Nothing was done."
        )


class NotTheSame(ValueError):
    """Two passphrases that are not one."""

    def __init__(self) -> None:
        super().__init__("The two were not the same. Run `jornal init` again; what was answered is kept.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="a .toml file with the answers; then nothing is asked"
    )
    parser.add_argument(
        "--passphrase", type=Path, metavar="FILE", help="a file that holds the passphrase of the names"
    )
    parser.add_argument(
        "--people", type=Path, metavar="FILE", help="the list of people as `jornal pay` reads it, taken in"
    )
    parser.add_argument(
        "--run",
        type=Path,
        action="append",
        default=[],
        metavar="FOLDER",
        help="the run folder of the month before, for what each was left with; may be given again",
    )
    parser.add_argument(
        "--month", default="", help="with --people: the first month kept here, else the present one"
    )
    parser.add_argument("--guards", action="store_true", help="only put the guards of the tables on again")


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Begins the register; 130 where it was left half done."""
    home = register.home()
    if told.run and told.people is None:
        raise RunWithoutPeople
    if told.guards:
        beginning.guards()
        print("Every table has its guard again. Run `jornal audit --full`.")
        return 0
    if beginning.is_finished(home):
        made = beginning.tables()
        if told.people is not None:
            return _taken_in(told, register.passphrase(told))
        print(
            "The tables are brought up to date."
            if made
            else f"{home} holds a register already; nothing was changed."
        )
        return 0
    try:
        return _begin(told, home)
    except (KeyboardInterrupt, EOFError):
        print("\nLeft half done; what was answered is kept. `jornal init` goes on from here.")
        return 130


def _begin(told: argparse.Namespace, home: Path) -> int:
    listed = letters_in(told.people, utc_now().date()) if told.people is not None else ""
    if told.answers is not None:
        answers, names = read_whole(told.answers, listed)
        _keep(home, answers)
    else:
        answers = _asked(home, listed)
        names = {one.key: _said(one.asks) for one in NAMES}
    secret = _passphrase(told)
    begun = beginning.begin(home, answers, Secrets(secret, **names))
    print("\n".join(_sheet(begun)))
    print("\n".join(_slips(home, answers)))
    if told.answers is None:
        _confirmed()
    beginning.finish(home, answers)
    print("\n".join([*begun.says, "", f"The register is begun in {home}. Open it with `jornal start`."]))
    return _taken_in(told, secret) if told.people is not None else 0


def _taken_in(told: argparse.Namespace, secret: str) -> int:
    """The list of people, and what the runs left them, as the site's first facts."""
    unnamed = argparse.Namespace(by=None, role=None, site=None, day=None)
    keys = register.unlocked(secret)
    try:
        at = replace(register.office(unnamed), keys=keys)
        done = take_in(at, opening.Asked(told.people, tuple(told.run), told.month))
    finally:
        keys.lock()
    print(
        f"{done.people} people taken in." + (f" {len(done.known)} were known already." if done.known else "")
    )
    if done.completed:
        print(f"What the run leaves was added for {', '.join(done.completed)}.")
    if done.refused:
        print(
            f"Not taken from the run: what it leaves to {', '.join(done.refused)}. The register knows where they stood "
            "on another day, or has paid them; see `jornal history opening_balance`."
        )
    if done.held:
        print(
            f"Held, because the list gives no day of consent: instructions of {', '.join(done.held)}. "
            "Record her consent with `jornal do give-consent`, then `jornal do instruct`."
        )
    print("Consents to work are not in a list: record each with `jornal do give-consent`.")
    return 0


def _asked(home: Path, listed: str) -> dict[str, str]:
    """Every question, from the first that has no answer yet; each answer is kept at once.

    `listed` are the letters with which codes of the list of people begin.
    """
    answers = kept(home)
    if answers:
        print(f"Going on after {len(answers)} answers; to begin again, remove {home / 'init.toml'}.")
    for question in QUESTIONS:
        if question.key in answers:
            continue
        known = {**answers, LISTED: listed}
        usual = question.usual(known)
        while question.key not in answers:
            typed = (
                ""
                if question.decided(answers)
                else _line(f"{question.asks}{f' [{usual}]' if usual else ''}: ")
            )
            try:
                answers[question.key] = question.answer(typed, known)
            except ValueError as fault:
                print(f"  {fault}")
        _keep(home, answers)
    return answers


def _keep(home: Path, answers: dict[str, str]) -> None:
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    keep(home, answers)


def _said(asks: str) -> str:
    while not (name := _line(f"{asks} (kept in the vault only): ").strip()):
        print("  Write the name.")
    return name


def _line(asks: str) -> str:
    print(asks, end="", flush=True)  # input() would write past the screen that `main` hears
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _passphrase(told: argparse.Namespace) -> str:
    """The passphrase from its file, or typed twice unseen. Raises PassphraseWanted, NotTheSame, WeakPassphrase."""
    if told.passphrase is not None or not sys.stdin.isatty():
        return fit_for_use(register.passphrase(told))
    print("A passphrase locks the names on this computer. Take several words that you will not forget.")
    while True:
        try:
            first = fit_for_use(getpass.getpass("Passphrase: "))
        except WeakPassphrase as fault:
            print(f"  {fault}")
            continue
        if getpass.getpass("Once more: ") != first:
            raise NotTheSame
        return first


def _sheet(begun: Begun) -> Iterator[str]:
    """The recovery sheet, to be written down or printed and kept away from this computer."""
    yield ""
    yield "RECOVERY SHEET. Write both codes down and keep them away from this computer, as you keep the key of a safe."
    yield f"  names    {begun.names}"
    yield "           opens the names where the passphrase is forgotten"
    yield f"  backups  {begun.backups}"
    yield "           opens every backup; without it a lost computer is a lost register"
    yield "They are shown this once and stored nowhere."
    yield ""


def _slips(home: Path, answers: Mapping[str, str]) -> Iterator[str]:
    """What the first two sign in with at the pages; made anew where an earlier try was left half done."""
    tables.opened(home)
    for who in ("manager", "second"):
        yield from account.slip(members.reset(answers[who], answers[who], utc_now()))


def _confirmed() -> None:
    while _line('Type "written" when all of it is on paper: ').strip().strip('"').lower() != "written":
        pass

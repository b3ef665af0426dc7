"""`jornal demo`: four invented enterprises, one month, every paper; what to open first; the mission table."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from jornal.actions import folder
from jornal.demo import build, front, mission, world
from jornal.demo.build import Done
from jornal.papers.folder import PAPERS
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--out", type=Path, default=Path("out"), help="the folder to write (else out)")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="ENTERPRISE/SITE",
        help="only this site; may be given again",
    )
    parser.add_argument("--no-papers", action="store_true", help="only the sheets and run.json")


def run(told: argparse.Namespace) -> int:
    """Makes the demo; 1 where a paper is missing, a fault was found, or a figure lies outside its band."""
    _check(told)
    done = build.built(told.out, told.only, () if told.no_papers else PAPERS, _progress())
    for one in done:
        print(_run(one))
    wrong = [sentence for one in done for sentence in one.outside]
    for sentence in wrong:
        print(f"  ! outside its band: {sentence}")
    for one in done:
        for fault in one.faults:
            print(f"  ! {one.at} {fault['worker']}: {fault['key'].format(**dict(fault['says']))}")
    faults = any(one.faults for one in done)
    if told.only or told.no_papers:
        return 1 if wrong or faults else 0
    return 1 if _end(told.out, done) or wrong or faults else 0


def _check(told: argparse.Namespace) -> None:
    """Raises ValueError for a site the demo does not have, FolderTaken where other files would be lost."""
    known = [one.at for one in world.places()]
    for asked in told.only:
        if asked not in known:
            raise ValueError(
                f"The demo has no site {asked}. It has {', '.join(known[:9])} and {len(known) - 9} more."
            )
    for at in told.only or known:
        for of_month in world.place(at).months:
            folder.check(told.out / at / of_month)


def _end(out: Path, done: list[Done]) -> bool:
    """Three paths to open first, then the mission; gives whether a promised file is missing."""
    table = mission.table(out)
    front.write(out, done, table)
    table = mission.table(out)
    print("\nOpen these first:")
    for path in mission.open_first():
        print(f"  {out / path}")
    print("\nThe mission:")
    for line in table:
        print(f"  {mission.told(line, out)}")
    print(f"\nEverything in {out} is invented.")
    return any(line.missing for line in table)


def _run(one: Done) -> str:
    money = Figures(Words("en", ""), one.currency, 2)
    earned, in_hand = money.amount(one.gross), money.amount(one.in_hand)
    line = f"{one.at} {one.month}: {one.slips} payslips, {earned} earned, {in_hand} in hand"
    if one.held or one.listed:
        line += f"; {one.held} held until {one.listed} rows are mended"
    if one.compared:
        beside = one.compared
        below = f"{beside['below']} below by {money.amount(beside['below_by'])}"
        line += f"; beside what was paid: {beside['right']} right, {below}, {beside['unknown']} not known"
    return line


def _progress() -> Callable[[int, int], None] | None:
    """A line of progress on a screen, nothing into a file."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        print(f"\rsites {done}/{of}", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return show

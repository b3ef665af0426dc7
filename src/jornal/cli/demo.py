"""`jornal demo`: four invented enterprises on paper and in registers; what to open first; the mission table."""

import argparse
import signal
import sys
import threading
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from jornal.actions import folder
from jornal.demo import build, front, homes, mission, opened, registers, world
from jornal.demo.build import Done
from jornal.demo.loaded import Loaded, audit
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
    parser.add_argument("--no-register", action="store_true", help="without the registers of three months")
    parser.add_argument(
        "--serve", action="store_true", help="open the registers in the browser, until Ctrl-C"
    )
    parser.add_argument(
        "--full-audit", action="store_true", help="audit every register from its first entry, not one of them"
    )


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
    held = [] if told.only or told.no_register else registers.loaded(told.out, _fully(told))
    _tell_registers(held)
    failed = bool(wrong) or any(one.faults for one in done) or any(one.faults for one in held)
    if not (told.only or told.no_papers):
        failed = _end(told.out, done, held) or failed
    if told.serve and held:
        _serve(told.out, held)
    return 1 if failed else 0


def _serve(out: Path, held: Sequence[Loaded]) -> None:
    """The registers in the browser, until Ctrl-C."""
    with opened.opened([(one.label, f"{one.facts:,} facts", one.home) for one in held]) as found:
        page = opened.front(out, found)
        print("\nThe registers are open on this computer until Ctrl-C:")
        for one in found:
            print(f"  {one.address} {one.label}")
        print(f"  {page} leads to all of them", flush=True)
        webbrowser.open(page.absolute().as_uri())
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with suppress(KeyboardInterrupt):
            threading.Event().wait()
    print("jornal: the registers are closed.")


def _fully(told: argparse.Namespace) -> list[str]:
    """The registers that are audited from their first entry: one, unless all are asked for."""
    known = list(registers.enterprises())
    return known if told.full_audit else known[:1]


def _tell_registers(held: Sequence[Loaded]) -> None:
    """Each register with its facts and its audit, and how it is opened."""
    if not held:
        return
    facts, faults = sum(one.facts for one in held), sum(len(one.faults) for one in held)
    said = f"the audits found {faults} wrong" if faults else "audit clean"
    print(f"\nregister: {len(held)} enterprises, {facts:,} facts, {said}")
    for one in held:
        print(f"  {one.home}: {one.facts:,} facts, {audit(one)}")
        for fault in one.faults:
            print(f"  ! {fault}")
    first = held[0]
    for line in first.audit:
        print(f"    {line}")
    print(f"  The passphrase of their names is invented: {(first.home / homes.TO_OPEN).read_text().strip()}")
    print(
        f"  Payslips of {first.head_of} bear the head {first.head[:5]} {first.head[5:]}. To ask whether it holds:"
    )
    print(f"  JORNAL_HOME={first.home} jornal audit --head {first.head}")


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
    if not told.only and not told.no_register:
        registers.check(told.out)


def _end(out: Path, done: list[Done], held: Sequence[Loaded]) -> bool:
    """Three paths to open first, then the mission; gives whether a promised file is missing."""
    table = mission.table(out)
    front.write(out, done, table, held)
    table = mission.table(out)
    print("\nOpen these first:")
    for path in mission.open_first():
        print(f"  {out / path}")
    print("\nThe mission:")
    for line in table:
        print(f"  {mission.told(line, out)}")
    print(f"\nEverything in {out} is invented.")
    return any(line.missing for line in table if held or not line.path.startswith(homes.FOLDER))


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

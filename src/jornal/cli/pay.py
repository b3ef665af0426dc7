"""`jornal pay`: sheets in, the run folder out; on the screen what is ready, what is open, what to open."""

import argparse
import gc
import sys
from pathlib import Path
from typing import Any

from jornal.actions import folder
from jornal.actions.inputs import Asked, Inputs, gathered
from jornal.actions.run import run as paid_run
from jornal.papers import folder as papers
from jornal.papers.phrases import fault_sentence
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures

MOST_SHOWN = 12


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("people", type=Path, help="people.csv or .xlsx: code, name, language, contract …")
    parser.add_argument("attendance", type=Path, help="the attendance grid, a long list, or a clock log")
    parser.add_argument(
        "pieces", type=Path, nargs="*", help="pieces, and rows that were mended (to-mend-….csv)"
    )
    parser.add_argument(
        "--mended",
        type=Path,
        action="append",
        default=[],
        help="a to-mend-….csv that was mended; may be given again",
    )
    parser.add_argument("--enterprise", required=True, help="an enterprise's id, or its .toml file")
    parser.add_argument("--site", required=True, help="the site of the enterprise")
    parser.add_argument("--month", required=True, help="the month to pay, such as 2026-10")
    parser.add_argument("--rates", type=Path, help="rates.csv: rates beside or in place of the contract's")
    parser.add_argument(
        "--adjustments", type=Path, help="adjustments.csv: sums with reason, payer and approver"
    )
    parser.add_argument(
        "--previous",
        type=Path,
        action="append",
        default=[],
        help="the run folder of the month before; may be given again",
    )
    parser.add_argument(
        "--terms",
        type=Path,
        help="the folder of terms to use (else ./terms, else those that came with jornal)",
    )
    parser.add_argument("--out", type=Path, required=True, help="the folder to write, such as out/2026-10")
    parser.add_argument(
        "--accept-bad-rows",
        action="store_true",
        help="pay workers with bad rows on account, marked incomplete",
    )
    parser.add_argument("--no-papers", action="store_true", help="only run.json, no papers")


def asked_of(told: argparse.Namespace) -> Asked:
    """What was asked, from the command's arguments; files to mend go with the sheet they mend."""
    more = [*told.pieces, *told.mended]
    mended = [path for path in more if path.name.startswith("to-mend-") and _mends(path, told.attendance)]
    return Asked(
        people=told.people,
        attendance=(told.attendance, *mended),
        pieces=tuple(path for path in more if path not in mended),
        enterprise=told.enterprise,
        site=told.site,
        month=told.month,
        rates=told.rates,
        adjustments=told.adjustments,
        previous=tuple(told.previous),
        terms=told.terms,
        accept_bad_rows=told.accept_bad_rows,
    )


def _mends(path: Path, sheet: Path) -> bool:
    return path.stem.removeprefix("to-mend-").startswith(sheet.stem.removeprefix("to-mend-"))


def run(told: argparse.Namespace) -> int:
    """Pays the month; 1 while rows are open or a paper could not be drawn."""
    collecting = gc.isenabled()
    gc.disable()  # one short run that makes no cycles; collecting would look through every row again and again
    try:
        return _run(told)
    finally:
        if collecting:
            gc.enable()


def _run(told: argparse.Namespace) -> int:
    asked = asked_of(told)
    sheets = (asked.people, *asked.attendance, *asked.pieces, asked.rates, asked.adjustments)
    read = [path for path in sheets if path is not None]
    folder.check(told.out, read)
    inputs = gathered(asked)
    found = paid_run(inputs, _progress("workers"))
    faults: list[dict[str, Any]] = []

    def draw(body: dict[str, Any], into: Path) -> None:
        faults.extend(papers.write(body, into, _progress("papers")))

    mend = folder.write(found, told.out, None if told.no_papers else draw, tuple(inputs.listed), read)
    _tell(found, inputs, faults)
    _tell_next(inputs, asked, told.out, mend)
    held = [worker for worker in found["workers"] if worker["status"] == "none"]
    return 1 if inputs.listed or held or faults else 0


def _progress(what: str):  # type: ignore[no-untyped-def]
    """A line of progress on a screen, nothing into a file."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, of: int) -> None:
        end = "\n" if done == of else ""
        print(f"\r{what} {done}/{of}", end=end, file=sys.stderr, flush=True)

    return show


def _tell(found: dict[str, Any], inputs: Inputs, faults: list[dict[str, Any]]) -> None:
    words = Words(inputs.site.languages[0], inputs.site.jurisdiction)
    money = Figures(words, inputs.site.currency, found["site"]["exponent"])
    paid = [one for one in found["workers"] if one["status"] in ("ready", "on_account")]
    print(
        words.say(
            "{slips} payslips, {gross} earned, {in_hand} in hand.",
            slips=len(paid),
            gross=money.amount(sum(one["totals"]["gross"] for one in found["workers"])),
            in_hand=money.amount(sum(one["totals"]["in_hand"] for one in found["workers"])),
        )
    )
    counts = "{name}: {rows} rows in = {used} used + {repeated} repeated + {listed} listed"
    for one in found["inputs"]:
        print("  " + words.say(counts, **one))
    _tell_rows(inputs, words)
    for worker in found["workers"]:
        if worker["status"] == "none":
            _tell_held(worker, words)
    for worker in found["workers"]:
        for fault in worker["faults"]:
            if worker["status"] != "none":
                print(f"  - {worker['code']}: {fault_sentence(fault, words)}")
    for fault in faults:
        print(f"  ! {fault['worker']}: {fault_sentence(fault, words)}")


def _tell_rows(inputs: Inputs, words: Words) -> None:
    """The remarks and the listed rows, as many as a screen takes."""
    for remark in inputs.remarks[:MOST_SHOWN]:
        print(f"  {remark.place}: {words.say(remark.key, **dict(remark.says))}")
    for row in inputs.listed[:MOST_SHOWN]:
        print(f"  ! {row.place}: {words.say(row.key, **dict(row.says))}")
    more = len(inputs.listed) - MOST_SHOWN
    if more > 0:
        print("  ! " + words.say("and {number} more rows, all of them in the files to mend", number=more))


def _tell_held(worker: dict[str, Any], words: Words) -> None:
    """A worker without a slip, with what the rules found in her rows."""
    key = "{code} {name}: no payslip until these rows are mended."
    print("  ! " + words.say(key, code=worker["code"], name=worker["name"]))
    for fault in worker["faults"]:
        place = f"{fault['row']}: " if fault["row"] else ""
        print(f"      {place}{fault_sentence(fault, words)}")


def _tell_next(inputs: Inputs, asked: Asked, out: Path, mend: tuple[str, ...]) -> None:
    """What to mend, what to open, where to keep it."""
    words = Words(inputs.site.languages[0], inputs.site.jurisdiction)
    alone = [path for path in (asked.people, asked.rates, asked.adjustments) if path is not None]
    named = [path.name for path in alone if any(row.file == path.name for row in inputs.listed)]
    mend = tuple(
        name for name in mend if not any(_mends(Path(name), path) for path in alone if path.name in named)
    )
    if named:
        key = "Correct the rows in {files} itself and give the same command again."
        print(words.say(key, files=", ".join(named)))
    if mend:
        key = "Mend the rows in {out} and give the same command again with --mended and that file."
        print(words.say(key, out=", ".join(f"{out}/{name}" for name in mend)))
    print(words.say("Open {path} first.", path=f"{out}/index.html"))
    print(words.say("{out} holds names: keep it where pay is kept.", out=out))

"""Every paper of a run into its folder: slips, tallies, statements of hours, totals, and the opening page."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from jornal.papers.heads import first_language, issue
from jornal.papers.hours import hours
from jornal.papers.index import page
from jornal.papers.payslip import payslip
from jornal.papers.render import CannotDraw
from jornal.papers.tally import tally
from jornal.papers.totals import PAID, totals

Row = dict[str, Any]
Progress = Callable[[int, int], None]
PAPERS = ("slips", "tallies", "hours", "totals", "index")
MANY = 20  # workers from which a second process pays for its start
_BATCH = 3
_KEPT = ("head", "release", "enterprise", "site", "period", "complete", "why_incomplete", "terms")


def write(
    run: Row, folder: Path, progress: Progress | None = None, only: Sequence[str] | None = None
) -> list[Row]:
    """Writes the papers of a run (`only` some of `PAPERS`) and gives a fault for any that cannot be drawn.

    `progress(done, of)` is called as workers are finished. Only `PAID` workers get papers. A fault
    is like run.json's: it names the worker, the paper and the character no font can draw.
    """
    wanted = tuple(PAPERS if only is None else only)
    faults: list[Row] = []
    workers = [worker for worker in run["workers"] if worker["status"] in PAID]
    for kind in ("slips", "tallies", "hours"):
        if kind in wanted:
            (folder / kind).mkdir(parents=True, exist_ok=True)
    done = 0
    for count, found in _in_batches(run, workers, folder, wanted):
        faults += found
        done += count
        if progress is not None:
            progress(done, len(workers))
    if "totals" in wanted:
        faults += written(folder / "totals.pdf", partial(totals, issue(run, first_language(run))), "")
    if "index" in wanted:
        (folder / "index.html").write_text(
            page(issue(run, first_language(run))), encoding="utf-8", newline="\n"
        )
    return faults


def _in_batches(
    run: Row, workers: list[Row], folder: Path, wanted: tuple[str, ...]
) -> Iterator[tuple[int, list[Row]]]:
    bare = {key: value for key, value in run.items() if key in _KEPT}
    batches = [workers[at : at + _BATCH] for at in range(0, len(workers), _BATCH)]
    theirs = len(batches) * 4 // 9 if len(workers) >= MANY else 0
    ours = len(batches) - theirs
    # A fresh process: the drawing library keeps threads of its own, which a forked one would not have.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) if theirs else nullcontext() as other:
        made = (
            [other.submit(of_workers, bare, batch, folder, wanted) for batch in batches[ours:]]
            if other
            else []
        )
        for batch in batches[:ours]:
            yield len(batch), of_workers(bare, batch, folder, wanted)
        for batch, future in zip(batches[ours:], made, strict=True):
            yield len(batch), future.result()


def of_workers(run: Row, workers: list[Row], folder: Path, wanted: tuple[str, ...]) -> list[Row]:
    """Writes the papers of some workers of a run and gives back the faults; what each process is handed."""
    faults: list[Row] = []
    ours = issue(run, first_language(run))
    for worker in workers:
        hers, code = issue(run, worker["language"]), worker["code"]
        drawn: dict[str, Callable[[], bytes]] = {
            "slips": partial(payslip, hers, worker),
            "tallies": partial(tally, hers, worker),
            "hours": partial(hours, ours, worker),
        }
        for kind, draw in drawn.items():
            if kind in wanted:
                faults += written(folder / kind / f"{code}.pdf", draw, code)
        if hers.words.asked.split("-")[0] != hers.language:
            faults.append(_fault(code, NO_LANGUAGE, {"language": hers.words.asked}))
    return faults


def written(path: Path, draw: Callable[[], bytes], worker: str) -> list[Row]:
    """Writes one paper, or gives back the fault that stopped it."""
    try:
        path.write_bytes(draw())
    except CannotDraw as fault:
        path.unlink(missing_ok=True)
        return [cannot_draw(fault, worker, f"{path.parent.name}/{path.name}" if worker else path.name)]
    return []


def cannot_draw(fault: CannotDraw, worker: str, paper: str) -> Row:
    """The fault of a paper that no font can draw, as run.json has it."""
    return _fault(worker, CANNOT_DRAW, {"paper": paper, "letter": fault.letter, "text": fault.text})


def _fault(worker: str, key: str, says: Row) -> Row:
    return {
        "worker": worker,
        "key": key,
        "says": says,
        "row": "",
        "stops": "paper" if key == CANNOT_DRAW else "",
    }


CANNOT_DRAW = "{paper} was not made: no font can draw {letter} in “{text}”. Write it in other letters."
NO_LANGUAGE = (
    "No words are known in the language “{language}”; the papers are in English. Use en, es, th or da."
)

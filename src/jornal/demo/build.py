"""The main job for every site of the demo: sheets written, months paid, one compared with what was paid."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from jornal.actions import folder
from jornal.actions.compare import compared
from jornal.actions.inputs import Asked, Inputs, gathered
from jornal.actions.run import run as paid_run
from jornal.demo import desk
from jornal.demo.bands import outside
from jornal.demo.payments import paid_sheet
from jornal.demo.world import PACKAGED, Place, place, places
from jornal.papers import comparison as comparison_paper
from jornal.papers import folder as papers

Row = dict[str, Any]
Progress = Callable[[int, int], None]
SHEETS = "demo-sheets"


@dataclass(frozen=True)
class Done:
    """What the demo tells of a run: where it is, its counts and sums, what is open, who is outside a band."""

    at: str
    month: str
    label: str
    enterprise: str
    workers: int
    slips: int
    held: int
    listed: int
    gross: int
    in_hand: int
    currency: str
    compared: Row | None = None
    outside: list[str] = field(default_factory=list)
    faults: list[Row] = field(default_factory=list)


def built(
    out: Path,
    only: Sequence[str] = (),
    kinds: Sequence[str] = papers.PAPERS,
    progress: Progress | None = None,
) -> list[Done]:
    """Every run of the demo (`only` those at some "enterprise/site") into `out`, drawn by two processes."""
    asked = [one.at for one in places() if not only or one.at in only]
    job = partial(site_built, out=out, kinds=tuple(kinds))
    found: list[Done] = []
    for number, done in enumerate(_each(job, asked), start=1):
        found += done
        if progress:
            progress(number, len(asked))
    return found


def _each(job: Callable[[str], list[Done]], asked: list[str]) -> Iterator[list[Done]]:
    if len(asked) < 3:
        yield from map(job, asked)
        return
    # Fresh processes: the drawing library keeps threads of its own, which a forked one would not have.
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(job, asked)


def site_built(at: str, out: Path, kinds: Sequence[str] = papers.PAPERS) -> list[Done]:
    """Every month of one site, the earliest first, each with the runs before it; what a process is handed."""
    here = place(at)
    previous: list[Path] = []
    found = []
    for of_month in here.months:
        found.append(_month(here, of_month, (out, previous), kinds))
        previous.append(out / at / of_month)
    return found


def _month(here: Place, of_month: str, where: tuple[Path, list[Path]], kinds: Sequence[str]) -> Done:
    out, previous = where
    into = out / here.at / of_month
    kept = desk.sheets(here, of_month, out / SHEETS / here.at / of_month)
    inputs = gathered(
        Asked(
            people=kept.people,
            attendance=(kept.attendance,),
            pieces=(kept.pieces,) if kept.pieces else (),
            enterprise=here.enterprise.id,
            site=here.site.id,
            month=of_month,
            adjustments=kept.adjustments,
            previous=tuple(previous),
            terms=PACKAGED,
        )
    )
    found = paid_run(inputs)
    faults: list[Row] = []
    folder.write(
        found,
        into,
        lambda body, part: faults.extend(papers.write(body, part, only=kinds)),
        tuple(inputs.listed),
    )
    beside = None
    if of_month == here.months[-1] and here.rows("mistake"):
        sheet = paid_sheet(here, found, kept.people.parent)
        whole = compared(folder.read(into), sheet)
        beside = whole["summary"]
        if "slips" in kinds:
            comparison_paper.write(folder.read(into), whole, into / "comparison")
    return _done(here, of_month, (found, inputs), beside=beside, faults=faults)


def _done(
    here: Place, of_month: str, run: tuple[Row, Inputs], *, beside: Row | None, faults: list[Row]
) -> Done:
    found, inputs = run
    workers = found["workers"]
    return Done(
        at=here.at,
        month=of_month,
        label=here.site.label,
        enterprise=here.enterprise.label,
        workers=len(workers),
        slips=sum(one["status"] in ("ready", "on_account") for one in workers),
        held=sum(one["status"] == "none" for one in workers),
        listed=len(inputs.listed),
        gross=sum(one["totals"]["gross"] for one in workers),
        in_hand=sum(one["totals"]["in_hand"] for one in workers),
        currency=here.site.currency,
        compared=beside,
        outside=outside(here, found),
        faults=faults,
    )

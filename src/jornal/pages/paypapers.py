"""The papers of an issued month, with names: made into a private folder, fetched from there, removed after printing."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.http import Http404, HttpResponse

from jornal.actions.issued import body
from jornal.actions.office import Office
from jornal.pages import jobs
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import issued_month, line
from jornal.papers.cashlist import cashlist
from jornal.papers.heads import first_language, issue
from jornal.papers.kept import OWN, private, swept, whole
from jornal.papers.phrases import fault_sentence
from jornal.papers.together import KINDS, alone, together
from jornal.papers.totals import totals
from jornal.reads.money import owed
from jornal.reads.pay import begun, slip_workers

ROLES = ("site_manager", "hq_finance")
PAPERS = {
    "slips": "Payslips", "tallies": "Tallies of sentence credit", "hours": "Statements of hours",
    "totals": "Page of totals", "cash": "Cash list",
}  # fmt: skip
TELLS = {
    "slips": "One for each worker, in her language, every line explained on the back. Print on both sides.",
    "tallies": "One for each worker. It is evidence for her, not an entitlement.",
    "hours": "For the authority: hours, days and dates, and nothing else.",
    "totals": "Everybody on a page, beside the floor.",
    "cash": "Who still gets what in hand, with a place for each signature.",
}
AT_ONCE = 50
"""Papers in a file: it is opened and printed without waiting long."""
WORKS = "The papers are being drawn."


class Made(NamedTuple):
    """A file that lies ready: which paper, where, how large it is, when it was made."""

    label: str
    path: Path
    kilobytes: int
    at: datetime


def page(desk: Desk, month: str) -> HttpResponse:
    """What can be printed, and what lies ready. A POST draws one kind of paper, or removes what is printed."""
    swept(_home())
    if not desk.posted:
        return _shown(desk, month)
    issued_month(desk, month)
    if desk.request.POST.get("do") == "remove":
        for kind in PAPERS:
            shutil.rmtree(_folder(desk, month, kind), ignore_errors=True)
        desk.note("The papers are removed from this computer.")
        return desk.to("site.pay.papers", None, month=month)
    return _draw(desk, month, desk.request.POST.get("kind", ""))


def _shown(desk: Desk, month: str, faults: Sequence[Exception] = ()) -> HttpResponse:
    one = issued_month(desk, month)
    kinds = [(name, desk.say(key), desk.say(TELLS[name])) for name, key in PAPERS.items()]
    context: dict[str, Any] = {
        "month": month, "first": one.run.since, "line": line(desk, one), "kinds": kinds,
        "made": _made(desk, month) if desk.keys is not None else [],
    }  # fmt: skip
    template = "pay/papers.html"
    return desk.again(template, faults, **context) if faults else desk.page(template, **context)


def _made(desk: Desk, month: str) -> list[Made]:
    """What lies ready, kind by kind."""
    found = []
    for kind, label in PAPERS.items():
        files = sorted(_folder(desk, month, kind).glob("*.pdf"))
        for number, path in enumerate(files, start=1):
            told = path.stat()
            which = f"{desk.say(label)} {number}" if len(files) > 1 else desk.say(label)
            at = datetime.fromtimestamp(told.st_mtime, UTC)
            found.append(Made(which, path, -(-told.st_size // 1024), at))
    return found


def _draw(desk: Desk, month: str, kind: str) -> HttpResponse:
    if kind not in PAPERS:
        raise Http404
    key, office, folder = _key(desk, month, kind), desk.office(ROLES), _folder(desk, month, kind)
    if desk.keys is None:
        return _shown(desk, month)
    job = jobs.begun(key, lambda said: drawn(office, month, kind, folder, said))
    return (
        _ended(desk, month, kind, job)
        if job.ended()
        else desk.to("site.pay.drawing", None, month=month, kind=kind)
    )


def drawing(desk: Desk, month: str, kind: str) -> HttpResponse:
    """How far the drawing is; and the papers, once they are there."""
    job = jobs.going(_key(desk, month, kind))
    if job is None:
        return desk.to("site.pay.papers", None, month=month)
    return _ended(desk, month, kind, job) if job.ended(0.2) else jobs.waiting(desk, job, WORKS)


def _ended(desk: Desk, month: str, kind: str, job: jobs.Job) -> HttpResponse:
    jobs.dropped(_key(desk, month, kind))
    try:
        faults = job.result()
    except (ValueError, OSError) as fault:
        return _shown(desk, month, [fault])
    for one in faults:
        desk.note_said(f"{one['worker']}: {fault_sentence(one, desk.words)}")
    desk.note("The papers lie ready. They hold names; remove them when they are printed.")
    return desk.to("site.pay.papers", None, month=month)


def drawn(office: Office, month: str, kind: str, folder: Path, told: jobs.Progress) -> list[dict[str, Any]]:
    """Draws one kind of paper of an issued month into a private folder; gives a fault for each that cannot be drawn.

    Every figure is computed again and compared with what was issued. Raises what `body` raises, CannotDraw, OSError.
    """
    run = begun(office.site, month)
    everybody = slip_workers(run) if run else []
    private(folder)
    stem = f"{office.site}-{month}-{kind}"
    if kind in KINDS:
        faults = []
        for number, start in enumerate(range(0, len(everybody), AT_ONCE), start=1):
            table = body(office, month, everybody[start : start + AT_ONCE])
            pdf, wrong = together(table, kind, table["workers"])
            faults += wrong
            _write(folder / (f"{stem}.pdf" if len(everybody) <= AT_ONCE else f"{stem}-{number:02}.pdf"), pdf)
            told(min(start + AT_ONCE, len(everybody)), len(everybody))
        return faults
    table = body(office, month)
    paper = issue(table, first_language(table))
    if kind == "totals":
        _write(folder / f"{stem}.pdf", totals(paper))
    elif run is not None:
        sums = {one.worker: one.open for one in owed(run) if one.part == "in_hand" and one.open > 0}
        _write(folder / f"{stem}.pdf", cashlist(paper, sums, run.due_on))
    return []


def _write(path: Path, pdf: bytes) -> None:
    """The file, for its owner alone; none where there is nothing to print."""
    if pdf:
        whole(path, pdf, OWN)


def file(desk: Desk, month: str, paper: str) -> HttpResponse:
    """One of the files that lie ready, to be saved or printed; only while the names are open."""
    known = {one.path.name: one.path for one in _made(desk, month)} if desk.keys is not None else {}
    if paper not in known:
        raise Http404
    return _attached(known[paper].read_bytes(), paper)


def single(desk: Desk, month: str, kind: str, worker: str) -> HttpResponse:
    """One worker's paper, drawn now and kept nowhere."""
    if kind not in KINDS:
        raise Http404
    if desk.keys is None:
        return _shown(desk, month)
    try:
        table = body(desk.office(ROLES), month, [worker])
        pdf = alone(table, kind, table["workers"][0])
    except ValueError as fault:
        return _shown(desk, month, [fault])
    return _attached(pdf, f"{desk.place}-{month}-{kind}-{worker}.pdf")


def _attached(pdf: bytes, name: str) -> HttpResponse:
    """A file to be saved; its name is made of tokens, which hold nothing that a header could be broken with."""
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _home() -> Path:
    return Path(settings.HOME) / "papers"


def _folder(desk: Desk, month: str, kind: str) -> Path:
    return _home() / f"{desk.place}-{month}-{kind}"


def _key(desk: Desk, month: str, kind: str) -> tuple[str, ...]:
    return ("papers", str(settings.HOME), desk.place, month, kind)


PAGES = [
    Page("site.pay.papers", "<token:site>/pay/<month:month>/papers", page, ROLES, ROLES),
    Page("site.pay.drawing", "<token:site>/pay/<month:month>/drawing/<token:kind>", drawing, ROLES),
    Page("site.pay.papers.file", "<token:site>/pay/<month:month>/papers/<token:paper>", file, ROLES),
    Page("site.pay.paper", "<token:site>/pay/<month:month>/paper/<token:kind>/<token:worker>", single, ROLES),
]

"""The pieces sheet of a day: everybody who works and every operation, good pieces in each cell, with sums to check."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse

from jornal.actions.pieces import ROLES
from jornal.actions.piecesheet import piece_sheet
from jornal.actions.present import ONE_DAY
from jornal.actions.tally import tallied
from jornal.journal.record import AlreadyRecorded, CorrectedMeanwhile
from jornal.pages import piecesent
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.piececells import How, Rows, named
from jornal.pages.piecesent import Sent
from jornal.reads import pay
from jornal.reads.lots import open_on

READ = (*ROLES, "hq_operations", "auditor")
KEPT = ("workshop", "lot", "everybody", "rework", "edit")
"""What of an address stays when something was recorded."""
NOT_YET = "This day has not come yet. Pieces can be counted from that day on."
CHANGED = "Somebody else counted meanwhile, so these stay as they are: {cells}. Look at each and correct it if need be."
LOOK = "Nothing was recorded. Look at the cells that are marked: {cells}."
FASTER = "Others were counting the same pieces. Look at them and record again."


def today(desk: Desk) -> HttpResponse:
    """The sheet of today."""
    return day(desk, desk.day)


def day(desk: Desk, day: date) -> HttpResponse:
    """The sheet of a day; what is sent to it is recorded."""
    if not desk.posted:
        return _page(desk, day, Sent())
    if day > desk.day:
        return _page(desk, day, Sent(), faults=[desk.say(NOT_YET)])
    post = desk.request.POST
    if post.get("do") in ("show", "rework"):
        sent = Sent(piecesent.typed(post, post.getlist("operation")), why=post.get("why", ""))
        return _page(desk, day, sent, status=200)
    return _recorded(desk, day)


def _recorded(desk: Desk, day: date) -> HttpResponse:
    """Counts every cell that was filled, and sets right those that were changed."""
    sheet = piece_sheet(desk.office(ROLES), day, everybody=True, lot=_lot(desk))
    sent = piecesent.read(desk, day, sheet)
    if sent.faults:
        return _page(desk, day, sent, faults=[desk.say(LOOK, cells=named(desk, sent.faults))])
    if sent.why_fault:
        return _page(desk, day, sent, faults=[sent.why_fault])
    try:
        facts = tallied(desk.office(ROLES), sent.rows, sent.mended, sent.why)
    except (
        AlreadyRecorded,
        CorrectedMeanwhile,
    ):  # faster by less than a second: what is there is looked at again
        return _page(desk, day, sent, faults=[desk.say(FASTER)])
    except ValueError as fault:
        return _page(desk, day, sent, faults=[desk.told(fault)])
    if facts:
        desk.note(desk.words.count(len(facts), "{number} number recorded.", "{number} numbers recorded."))
    if sent.changed:
        sent.typed = {key: sent.typed[key] for key in sent.changed}
        return _page(desk, day, sent, faults=[desk.say(CHANGED, cells=named(desk, sent.changed))])
    if not facts:
        desk.note("There was nothing to record.")
    return desk.to("site.pieces.day", _query(desk), day=day)


def _query(desk: Desk, **changes: str) -> dict[str, object]:
    """What of this page's address goes on to the next, with changes; what is empty is left out."""
    kept: dict[str, object] = {
        name: changes.get(name, desk.request.GET.get(name, "")) for name in (*KEPT, *changes)
    }
    kept["also"] = desk.request.GET.getlist("also")
    return {name: value for name, value in kept.items() if value}


def _lot(desk: Desk) -> str:
    """The lot that the sheet is of, as the form says it, else the address; "" where it is of none."""
    asked, post = desk.request.GET, desk.request.POST
    return str(post.get("lot", asked.get("lot", "")))[:60]


def _how(desk: Desk, day: date) -> How:
    asked, post = desk.request.GET, desk.request.POST
    may = day <= desk.day and bool(desk.roles & set(ROLES))
    return How(
        fields=may and not asked.get("blank"),
        rework=bool(asked.get("rework") or post.get("rework") or post.get("do") == "rework"),
        edit=bool(asked.get("edit")),
        blank=bool(asked.get("blank")),
    )


def _page(
    desk: Desk, day: date, sent: Sent, *, faults: Sequence[str] = (), status: int | None = None
) -> HttpResponse:
    """The sheet, with what was typed where a form comes back."""
    asked, post, how = desk.request.GET, desk.request.POST, _how(desk, day)
    sheet = piece_sheet(desk.office(READ), day, everybody=bool(asked.get("everybody")), lot=_lot(desk))
    wanted = {*asked.getlist("also"), *post.getlist("also"), *post.getlist("operation")}
    columns = [one for one in sheet.operations if one.shown or one.name in wanted]
    room = asked.get("workshop", "")
    rows = [row for row in sheet.rows if room in ("", row.room)]
    made = Rows(desk, day, sheet, columns)
    return desk.page(
        "pieces/sheet.html",
        status=status or (422 if faults else 200),
        faults=faults,
        day=day,
        before=desk.at("site.pieces.day", _query(desk), day=day - ONE_DAY),
        after=desk.at("site.pieces.day", _query(desk), day=day + ONE_DAY),
        here=desk.at("site.pieces.day", _query(desk), day=day),
        blank_sheet=desk.at("site.pieces.day", _query(desk, blank="1", edit="", rework=""), day=day),
        with_edit=desk.at("site.pieces.day", _query(desk, edit="" if how.edit else "yes"), day=day),
        anyway=desk.at("site.pieces.day", _query(desk, everybody="yes"), day=day),
        body=made.groups(rows, sent, how),
        sums=made.sums(rows),
        columns=columns,
        others=[one for one in sheet.operations if one not in columns],
        people=len(rows),
        counted=sum(1 for row in rows if any(sheet.cell((row.worker, one.name)).tallies for one in columns)),
        workshops=sorted({(row.room, row.workshop) for row in sheet.rows if row.room}),
        room=room,
        lot=sheet.lot,
        lots=open_on(desk.place, day),
        seen=post.get("seen") if status == 200 else sheet.seq,
        sent=sent,
        how=how,
        future=day > desk.day,
        issued=pay.went_out(desk.place, f"{day:%Y-%m}"),
        waits=[one for one in columns if one.waits],
    )


PAGES = [
    Page("site.pieces", "<token:site>/pieces", today, READ, ROLES, label="Pieces"),
    Page("site.pieces.day", "<token:site>/pieces/<day:day>", day, READ, ROLES),
]

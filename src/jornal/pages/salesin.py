"""Sales brought in on a page: an export looked at first, and recorded when somebody who saw what it holds says so."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse

from jornal.actions.sales import ROLES
from jornal.actions.salesin import BESIDE, SUMS, Look, brought, looked, opened, sources
from jornal.actions.soldbalance import Reconciled, reconciled
from jornal.actions.soldrows import How
from jornal.facts.stock import StockPlace
from jornal.pages import sheets
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.rules.sold import paid
from jornal.sheets.listed import Listed, Remark, SheetFault
from jornal.sheets.sold import Sales
from jornal.sheets.sources import packaged
from jornal.sheets.tables import called
from jornal.units.said import Said

SHOWN = 100


class NoFile(Said):
    """A form without its file."""

    def __init__(self) -> None:
        super().__init__("Choose the file that the shop, the till or the payment service exported.")


def page(desk: Desk) -> HttpResponse:
    """The form that takes an export; what is in it is shown on a page of its own before anything is recorded."""
    if not desk.posted:
        return _form(desk)
    post, file = desk.request.POST, desk.request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        return _form(desk, NoFile())
    try:
        export = _read(desk, file)
    except SheetFault as fault:
        return _form(desk, _Told(desk.say(fault.key, **dict(fault.says))))
    except ValueError as fault:
        return _form(desk, fault)
    how = How(post.get("place", "").strip(), post.get("country", "").strip().upper()[:10])
    return desk.to("hq.salesin.look", token=sheets.put(desk.who, (export, how)))


def look(desk: Desk, token: str) -> HttpResponse:
    """What is in an export, beside what is recorded already; a POST records it, all or nothing."""
    kept = sheets.shown(desk.who, token)
    if not isinstance(kept, tuple):
        raise Http404
    export, how = kept
    if export.movements:
        return desk.page("salesin_balance.html", export=export, **_balance(desk, reconciled(export)))
    if not desk.posted:
        return _shown(desk, looked(desk.office(ROLES), export, how))
    try:
        found = brought(desk.office(ROLES), export, how)
    except ValueError as fault:
        return desk.again(
            "salesin_look.html", [fault], **_context(desk, looked(desk.office(ROLES), export, how))
        )
    desk.note(
        "{lines} lines and {refunds} refunds are recorded, {held} lines kept until their goods are named.",
        lines=len(found.new), refunds=len(found.refunds), held=found.new_unnamed,
    )  # fmt: skip
    return desk.to("hq.salesin.look", token=token)


class _Told(ValueError):
    """A fault that is said already in the reader's language."""


def _form(desk: Desk, *faults: Exception) -> HttpResponse:
    places = StockPlace.objects.current().order_by("place").values_list("place", "label")
    known = sorted({one.channel for one in packaged()})
    context: dict[str, Any] = {
        "places": list(places),
        "known": known,
        "titles": packaged(),
        "typed": desk.request.POST,
    }
    if faults:
        return desk.again("salesin.html", faults, **context)
    return desk.page("salesin.html", **context)


def _read(desk: Desk, file: "UploadedFile[Any]") -> Sales:
    """What is in the file that was sent; it lies on the disk only while it is read. Raises SheetFault, TermsFaults."""
    post, own = desk.request.POST, desk.request.FILES.get("mapping")
    with tempfile.TemporaryDirectory(prefix="jornal-") as folder:
        path = _written(Path(folder), file)
        mapping = _written(Path(folder) / "mapping", own) if isinstance(own, UploadedFile) else None
        return opened(path, sources(post.get("source", ""), mapping), post.get("currency", ""))


def _written(folder: Path, file: "UploadedFile[Any]") -> Path:
    folder.mkdir(exist_ok=True)
    name = called(Path(Path(file.name or "export.csv").name))
    path = folder / (name[-100:] or "export.csv")
    path.write_bytes(b"".join(file.chunks()))
    return path


def _shown(desk: Desk, found: Look) -> HttpResponse:
    return desk.page("salesin_look.html", **_context(desk, found))


def _context(desk: Desk, found: Look) -> dict[str, Any]:
    """Everything that the page tells of an export, in words and with figures of each currency."""
    export = found.export
    return {
        "look": found, "export": export, "sums": list(_sums(desk, found)), "goods": list(_goods(desk, found)),
        "held": [(_rows(one.rows), one.order, desk.say(one.key, **dict(one.says))) for one in export.held],
        "refused": [(str(order.row), order.number, desk.told(why)) for order, why in found.refused],
        "barred": [(one.product, one.country, len(one.orders), desk.told(one.why)) for one in found.barred],
        "lost": [(one.row, one.order, _money(desk, one.amount, one.currency)) for one in found.lost],
        "listed": _told(desk, export.listed), "repeated": _told(desk, export.repeated),
        "remarks": _told(desk, export.remarks), "more": len(export.listed) > SHOWN,
    }  # fmt: skip


def _sums(desk: Desk, found: Look) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for currency, of in found.sums.items():
        rows = [(name, says) for name, says in (SUMS | BESIDE).items() if getattr(of, name) or name == "file"]
        yield (
            currency,
            [(desk.say(says), _money(desk, getattr(of, name), currency)) for name, says in rows],
        )


def _goods(desk: Desk, found: Look) -> Iterator[tuple[str, int, str]]:
    """Goods that nobody named: the name the channel has for them, how many lines, what they make."""
    goods: dict[tuple[str, str], list[int]] = {}
    for row in found.unnamed:
        goods.setdefault((row.goods, row.currency), []).append(paid(row))
    for (name, currency), amounts in sorted(goods.items(), key=lambda pair: -sum(pair[1]))[:SHOWN]:
        yield name, len(amounts), _money(desk, sum(amounts), currency)


def _told(desk: Desk, rows: Sequence[Listed] | Sequence[Remark]) -> list[tuple[str, str]]:
    return [(row.place.rpartition("!")[2], desk.say(row.key, **dict(row.says))) for row in rows[:SHOWN]]


def _rows(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows[:10])) + (" …" if len(rows) > 10 else "")


def _money(desk: Desk, amount: int, currency: str) -> str:
    return str(desk.figures_in(currency).amount(amount))


def _balance(desk: Desk, found: Reconciled) -> dict[str, Any]:
    """What a balance says, in words: sums by kind, payments beside what is recorded, payouts."""
    return {
        "kinds": [
            (what or "–", *(_money(desk, amount, currency) for amount in amounts))
            for (currency, what), amounts in sorted(found.sums.items())
        ],
        "known": len(found.known),
        "differing": [
            (one.row, one.id, _money(desk, one.gross, one.currency), at.order, _money(desk, at.made, at.currency))
            for one, at in found.differing[:SHOWN]
        ],
        "missing": [
            (one.row, one.id, _money(desk, one.gross, one.currency), one.about) for one in found.missing[:SHOWN]
        ],
        "payouts": [
            (
                name, _money(desk, one.movements, one.currency),
                "" if one.paid is None else _money(desk, one.paid, one.currency),
                one.movements == one.paid,
            )
            for (name, _), one in sorted(found.payouts.items())
        ],
    }  # fmt: skip


PAGES = [
    Page("hq.salesin", "hq/sales-in", page, ROLES, ROLES, label="Sales brought in"),
    Page("hq.salesin.look", "hq/sales-in/<str:token>", look, ROLES, ROLES),
]

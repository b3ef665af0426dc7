"""A balance itemised: payments, refunds and payouts, each with gross, fee and net, and whether they add up."""

from jornal.sheets import says
from jornal.sheets.listed import Listed, Unreadable, shown
from jornal.sheets.salescells import amount, currency_code, day, words
from jornal.sheets.salesfile import Export, first, odd, told
from jornal.sheets.sold import Movement, Sales
from jornal.sheets.tables import Raw
from jornal.units.money import major


def read(export: Export) -> Sales:
    """The movements of a balance. A row that does not add up is listed with both sums."""
    found: dict[str, tuple[Raw, Movement]] = {}
    listed: list[Listed] = []
    repeated: list[Listed] = []
    for raw in export.rows:
        try:
            move = _movement(export, raw)
        except Unreadable as fault:
            listed.append(export.note(raw, fault.key, fault.says))
            continue
        before = found.setdefault(move.id, (raw, move))
        if before[0] is raw:
            continue
        if before[0].cells == raw.cells:
            repeated.append(export.note(raw, says.ROW_TWICE, (("other", before[0].number),)))
        else:
            facts = (("order", shown(move.id)), ("one", shown(move.what)), ("other", shown(before[1].what)))
            listed.append(
                export.note(
                    raw,
                    says.ORDER_DIFFERS,
                    (*facts, ("row", before[0].number), ("column", export.header("balance.id"))),
                )
            )
    return Sales(
        export.table.file, export.source.channel, export.source.title, listed=tuple(listed), repeated=tuple(repeated),
        remarks=tuple(told(export)), movements=tuple(move for _, move in found.values()), rows=len(export.rows),
    )  # fmt: skip


def _together(export: Export, raw: Raw) -> str:
    """What names a movement that has no number of its own."""
    cells = (first(raw, [place]) for place in export.columns.get("balance.id_of", ()))
    return " ".join(cell for cell in cells if cell)


def _movement(export: Export, raw: Raw) -> Movement:
    fault = odd(export, raw)
    if fault is not None:
        raise fault
    name = export.get(raw, "balance.id") or _together(export, raw)
    if not name:
        raise Unreadable(says.MISSING, ("column", export.header("balance.id")))
    currency = currency_code(export.get(raw, "balance.currency") or export.currency)
    gross, fee, net = (
        amount(export.get(raw, f"balance.{part}"), currency, export.decimal, export.header(f"balance.{part}"))
        for part in ("gross", "fee", "net")
    )
    if gross - fee != net:
        texts = [major(one, currency) for one in (gross, fee, gross - fee, net)]
        facts = zip(("gross", "fee", "made", "net"), texts, strict=True)
        raise Unreadable(says.NET_DIFFERS, *facts, ("currency", currency))
    when = export.get(raw, "balance.day")
    return Movement(
        raw.number, name, day(when, export.days) if when else None, words(export.get(raw, "balance.what")), currency,
        gross, fee, net, export.get(raw, "balance.payment"),
        words(export.get(raw, "balance.about")), export.get(raw, "balance.payout"),
    )  # fmt: skip

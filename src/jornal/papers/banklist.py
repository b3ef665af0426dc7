"""A list of transfers in the columns one bank asks for; no cell of it is a formula when a spreadsheet opens it."""

import csv
import io
from collections.abc import Callable

from jornal.reads.transfers import Batch, Transfer
from jornal.terms.bankfiles import Column, Layout
from jornal.units.latin import NotLatin, latin
from jornal.units.money import major
from jornal.units.said import Said

_DAYS = {"yyyy-mm-dd": "%Y-%m-%d", "dd/mm/yyyy": "%d/%m/%Y", "ddmmyyyy": "%d%m%Y", "yyyymmdd": "%Y%m%d"}
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class TooLongForBank(Said):
    """A cell that is longer than the bank takes."""

    def __init__(self, head: str, text: str, most: int) -> None:
        super().__init__(
            "{text} under {head} is longer than the {most} letters that the bank takes. Nothing is shortened: give the "
            "name that the bank has (`bank_name` of `name-beneficiary`), or the column another text.",
            text=f'"{text[:60]}"', head=head or "–", most=most,
        )  # fmt: skip


def banklist(batch: Batch, layout: Layout) -> bytes:
    """The list, a row a transfer, in the layout's encoding; the same batch gives the same bytes.

    What begins as a formula does is preceded by an apostrophe. Raises TooLongForBank; NotLatin, also for a letter
    that the encoding does not have.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=layout.delimiter, lineterminator="\r\n")
    if layout.heads:
        writer.writerow([safe(column.head) for column in layout.column])
    for one in batch.transfers:
        writer.writerow([safe(_cell(column, one, batch, layout)) for column in layout.column])
    try:
        return out.getvalue().encode(layout.encoding)
    except UnicodeEncodeError as fault:
        raise NotLatin(fault.object[fault.start]) from None


def safe(text: str) -> str:
    """The text as a cell that a spreadsheet shows and never computes."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def _cell(column: Column, one: Transfer, batch: Batch, layout: Layout) -> str:
    if column.of == "day":
        return batch.on.strftime(_DAYS[column.form])
    text = column.text if column.of == "fixed" else _SAYS[column.of](one, batch, layout)
    if column.most and len(text) > column.most:
        raise TooLongForBank(column.head, text, column.most)
    return text


def _name(one: Transfer, _: Batch, layout: Layout) -> str:
    """Her name as it was written, or in the letters that banks take."""
    name = one.payee.bank_name or one.payee.name
    return latin(name) if layout.latin else name


def _amount(one: Transfer, batch: Batch, layout: Layout) -> str:
    return major(one.amount, batch.currency).replace(".", layout.decimal)


_SAYS: dict[str, Callable[[Transfer, Batch, Layout], str]] = {
    "reference": lambda one, _, __: one.reference,
    "name": _name,
    "bank": lambda one, _, __: one.account.bank,
    "account": lambda one, _, __: one.account.number,
    "digits": lambda one, _, __: one.account.digits,
    "amount": _amount,
    "minor": lambda one, _, __: str(one.amount),
    "currency": lambda _, batch, __: batch.currency,
    "text": lambda one, _, __: one.text,
}

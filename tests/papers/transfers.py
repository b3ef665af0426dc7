"""Files for the bank, small and invented, for the tests of how they are written."""

import uuid
from datetime import UTC, date, datetime

from jornal.reads.money import Owed
from jornal.reads.transfers import Batch, Payee, Transfer
from jornal.terms import accounts

ACCOUNTS = {
    "MXN": "032180000118359719", "PEN": "01136600010003254221", "GBP": "20000055779911", "THB": "0041234567890",
}  # fmt: skip


def transfer(
    currency: str = "PEN", number: int = 1, *, name: str = "Maria Nahui", amount: int = 24_000
) -> Transfer:
    """A transfer to somebody's family."""
    token = f"Q{number:02}-1"
    of = Owed(uuid.UUID(int=number), f"Q{number:02}", "instruction", token, amount)
    payee = Payee(token, f"Q{number:02}", name, ACCOUNTS[currency])
    reference = f"J202610-{number:024}"
    account = accounts.read(ACCOUNTS[currency], currency)
    return Transfer(of, payee, account, name, reference, f"2026-10 {reference}")


def batch(currency: str = "PEN", *transfers: Transfer) -> Batch:
    """A file of the 5th of November."""
    return Batch(
        "J202610-00112233445566778899AABB", datetime(2026, 11, 2, 15, 0, tzinfo=UTC), date(2026, 11, 5), currency,
        "FAMI", "Asociacion Manos", accounts.read(ACCOUNTS[currency], currency),
        transfers or (transfer(currency), transfer(currency, 2, name="Juan Q", amount=1)),
    )  # fmt: skip

"""Double entries: sums on accounts that come to nought, what has to hold of them, and how accounts are called."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jornal.journal.fact import Fact
from jornal.reads.stated import Statement
from jornal.rules.year import Figure, Rate

BANK, FUND, WAGES, TAX = "Assets:Bank", "Assets:Fund", "Liabilities:Wages", "Liabilities:SalesTax"
NOT_INVOICED, OPENING, HELD = "Liabilities:NotInvoiced", "Equity:Opening", "Liabilities:PutBy"


class Posting(NamedTuple):
    """A sum on an account, in minor units; above nought is a debit."""

    account: str
    amount: int
    currency: str


@dataclass(frozen=True)
class Entry:
    """A transaction: its day, what it is, its tag, the facts it links to and the digest of its paper."""

    day: date
    says: str
    tag: str
    postings: tuple[Posting, ...]
    links: tuple[str, ...] = ()
    paper: str = ""


@dataclass(frozen=True)
class Assertion:
    """What an account comes to in a currency at the beginning of a day, in minor units."""

    day: date
    account: str
    amount: int
    currency: str


@dataclass(frozen=True)
class Ledger:
    """A year's entries by day, with what has to hold; `left_out` says what is not in it, or does not hold, and why.

    With `inside` bank days of fewer than five people are in it, and it stays in the house.
    """

    statement: Statement
    entries: tuple[Entry, ...]
    assertions: tuple[Assertion, ...]
    rates: tuple[Rate, ...]
    left_out: tuple[str, ...]
    inside: bool = False

    @property
    def accounts(self) -> list[str]:
        """Every account that is used."""
        used = {one.account for entry in self.entries for one in entry.postings}
        return sorted(used | {one.account for one in self.assertions})


def name(text: str) -> str:
    """Text as a part of an account's name: letters, digits and dashes, a capital first."""
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in text).strip("-")
    return (kept[:1].upper() + kept[1:]) or "Other"


def account(code: str, label: str = "") -> str:
    """The account of a line of the statement."""
    named = {
        "sales": f"Income:Sales:{name(label)}", "tips": f"Income:Tips:{name(label)}",
        "grant": f"Income:Grants:{name(label)}",
        "budget": f"Income:Contributions:{name(label)}", "gift": "Income:Gifts", "other_income": "Income:Other",
        "put_by": f"Income:PutBy:{name(label)}", "gross": "Expenses:Wages", "rounding": "Expenses:WagesRounding",
        "channel_fees": f"Expenses:ChannelFees:{name(label)}", "no_invoice": "Expenses:MaterialsNotInvoiced",
        "transfer_fees": "Expenses:TransferFees",
    }  # fmt: skip
    return named.get(code, f"Expenses:{name(code.replace('_', '-').title())}")


def of_figure(one: Figure) -> str:
    """The account of a figure; income of another kind is told from a cost of another kind."""
    return account("other_income" if (one.part, one.code) == ("income", "other") else one.code, one.label)


def linked(*facts: Fact) -> tuple[str, ...]:
    """What leads back to facts: their kind and root."""
    return tuple(f"{one.KIND}-{one.root}" for one in facts)


def two(debit: str, credit: str, amount: int, currency: str) -> tuple[Posting, ...]:
    """An amount from one account to another; nothing where it is nought."""
    return (Posting(debit, amount, currency), Posting(credit, -amount, currency)) if amount else ()


def of_advance(advance: str) -> str:
    """The account of an advance."""
    return f"Assets:Advances:{name(advance)}"


def spent_on(purpose: str) -> str:
    """The account of what the fund was spent on."""
    return f"Equity:FundSpent:{name(purpose.replace('_', '-').title())}"

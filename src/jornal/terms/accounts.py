"""How bank accounts are written in each currency: their digits, the check in them, what of them names the bank."""

import re
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from jornal.terms.files import table
from jornal.units.parts import Part
from jornal.units.said import Said

SCHEMES = Path(__file__).parent / "payments" / "accounts.toml"
_BETWEEN = str.maketrans("", "", " -.\u00a0\u2010\u2011\u2013")

Stretch = tuple[int, int]


class Check(BaseModel):
    """One check digit: where it stands, over which digits, with which weights, and what of each product counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: Stretch
    at: int
    weights: tuple[int, ...] = Field(min_length=1)
    adds: Literal["units", "digits"]

    def fits(self, digits: str) -> bool:
        """Whether the check digit of an account is the one its other digits give."""
        products = [
            int(digit) * self.weights[place % len(self.weights)]
            for place, digit in enumerate(digits[slice(*self.of)])
        ]
        total = sum(one % 10 + (one // 10 if self.adds == "digits" else 0) for one in products)
        return (total + int(digits[self.at])) % 10 == 0


class Scheme(BaseModel):
    """How accounts of a currency are written; see the head of `payments/accounts.toml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    currency: str
    label: str
    code: str
    lengths: tuple[int, ...]
    bank: Stretch
    account: Stretch
    clearing: str = ""
    check: tuple[Check, ...] = ()
    unchecked: str
    source: str


class BankAccount(BaseModel):
    """An account whose digits were read: all of them, and the scheme they follow."""

    model_config = ConfigDict(frozen=True)

    digits: str
    scheme: Scheme

    @property
    def bank(self) -> str:
        """The digits that name its bank."""
        return self.digits[slice(*self.scheme.bank)]

    @property
    def number(self) -> str:
        """The digits that stand as the account in a bank's file."""
        return self.digits[slice(*self.scheme.account)]


class NoScheme(Said):
    """A currency whose accounts are not described."""

    def __init__(self, currency: str) -> None:
        super().__init__(
            "How bank accounts in {currency} are written is not known here. Pay in cash against a signed list, or add "
            "the currency to payments/accounts.toml.",
            currency=currency,
        )


class NotAnAccount(Said):
    """Text that is no account of its currency; of its digits the last four are told at most."""

    def __init__(self, text: str, scheme: Scheme) -> None:
        digits = re.sub(r"\D", "", text)
        super().__init__(
            "The account that ends in {last} has {number} digits, and {kind} is due. Ask for it once more.",
            last=digits[-4:] or "–", number=len(digits), kind=Part(scheme.label),
        )  # fmt: skip


class Mistyped(Said):
    """An account whose check digit is another."""

    def __init__(self, digits: str, scheme: Scheme) -> None:
        super().__init__(
            "The account that ends in {last} is mistyped: its check digit does not fit {kind}. Compare it with the "
            "bank's paper.",
            last=digits[-4:], kind=Part(scheme.label),
        )  # fmt: skip


@cache
def schemes() -> dict[str, Scheme]:
    """Every scheme by its currency."""
    rows = [Scheme.model_validate(row) for row in table(SCHEMES)["scheme"]]
    return {one.currency: one for one in rows}


def read(text: str, currency: str) -> BankAccount:
    """The account that was written, spaces, dashes and points apart. Raises NoScheme, NotAnAccount, Mistyped.

    Where a scheme has no check digit, what is read may still be mistyped: `scheme.unchecked` says so.
    """
    scheme = schemes().get(currency)
    if scheme is None:
        raise NoScheme(currency)
    digits = text.translate(_BETWEEN)
    if not re.fullmatch("[0-9]+", digits) or len(digits) not in scheme.lengths:
        raise NotAnAccount(text, scheme)
    if not all(one.fits(digits) for one in scheme.check):
        raise Mistyped(digits, scheme)
    return BankAccount(digits=digits, scheme=scheme)

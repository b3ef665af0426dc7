"""Money as whole minor units: how many decimals each currency has, and exact text in and out."""

import re
from typing import Self

from jornal.units.faults import NotWhole, near, shortened
from jornal.units.parts import Part
from jornal.units.said import Said

# ISO 4217, the active codes. Currencies withdrawn since 2020 (the last line of those with 2 decimals) stay
# known, because old months are read again.
_DECIMALS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD
        CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
        GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD
        LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB
        PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP
        SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW
        ZWG
        ANG BGN CUC HRK SLL ZWL""",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_EXPONENT = {code: decimals for decimals, codes in _DECIMALS.items() for code in codes.split()}
NO_CURRENCY = "XXX"
"""ISO 4217's own code for "no currency": what stands where a table needs one and nothing is paid in it."""

_WITHOUT_UNIT = frozenset(
    {"XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA"}
) | {NO_CURRENCY}
_PLAIN_DECIMAL = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?")

LARGEST = 2**53
"""The largest amount either side of zero, in minor units: what the journal and all readers of JSON keep."""


class UnknownCurrency(Said):
    """A code that is not an ISO 4217 currency."""

    def __init__(self, currency: object) -> None:
        hint = near(currency, _EXPONENT) if isinstance(currency, str) else ""
        super().__init__(
            "{currency} is not a currency.{hint} Write its ISO 4217 code, three capital letters such as PEN.",
            currency=shortened(currency),
            hint=hint,
        )


class NoMinorUnit(Said):
    """An ISO 4217 code for metal, a fund or testing, in which nobody is paid."""

    def __init__(self, currency: str) -> None:
        super().__init__(
            "{currency} has no minor unit, so no wage can be stated in it. Write the currency that is paid.",
            currency=currency,
        )


class NotAnAmount(Said):
    """Text that is not a plain decimal number."""

    def __init__(self, text: object) -> None:
        super().__init__(
            "{text} is not an amount. Write plain digits with a point before the decimals, such as "
            "1130.00: no thousands separator, exponent, currency sign or space.",
            text=shortened(text),
        )


class NotText(Said):
    """A number where text is due; a float has already lost the amount that was written."""

    def __init__(self, value: object) -> None:
        super().__init__(
            '{value} is a {kind}, not text. Write the amount in quotes, such as "1130.00".',
            value=shortened(value),
            kind=type(value).__name__,
        )


class TooManyDecimals(Said):
    """More decimals than the currency has."""

    def __init__(self, text: str, currency: str) -> None:
        decimals = _EXPONENT[currency]
        most = Part("at most {decimals} decimals", decimals=decimals) if decimals else Part("no decimals")
        super().__init__(
            "{text} has too many decimals: {currency} has {most}. Round it where the rule says how.",
            text=shortened(text),
            currency=currency,
            most=most,
        )


class AmountTooLarge(Said):
    """An amount no wage, order or stock reaches, and that not every program keeps exactly."""

    def __init__(self, amount: object, currency: str) -> None:
        super().__init__(
            "{amount} {currency} is more than {largest} minor units. Check for digits typed or pasted twice.",
            amount=shortened(amount),
            currency=currency,
            largest=LARGEST,
        )


def exponent(currency: str) -> int:
    """How many decimals the currency has (ISO 4217: 0, 2, 3 or 4); 2 means that 100 minor units make one.

    Raises `UnknownCurrency` (with near matches) and `NoMinorUnit` (gold, testing codes).
    """
    try:
        return _EXPONENT[currency]
    except (KeyError, TypeError):
        if str(currency) in _WITHOUT_UNIT:
            raise NoMinorUnit(currency) from None
        raise UnknownCurrency(currency) from None


def minor(text: str, currency: str) -> int:
    """The whole minor units that plain decimal text states: in PEN `"1130.00"` is 113000, `"-12.5"` -1250.

    Raises `NotText` for a number, `NotAnAmount`, `TooManyDecimals` (zeros count too) and `AmountTooLarge`.
    The point is the only decimal sign and 0 to 9 the only digits; what a locale writes is for the caller.
    """
    decimals = exponent(currency)
    if not isinstance(text, str):
        raise NotText(text)
    written = _PLAIN_DECIMAL.fullmatch(text)
    if written is None:
        raise NotAnAmount(text)
    sign, whole, fraction = written[1], written[2].lstrip("0"), written[3] or ""
    if len(fraction) > decimals:
        raise TooManyDecimals(text, currency)
    if len(whole) > 16:
        raise AmountTooLarge(text, currency)
    amount = int((whole + fraction.ljust(decimals, "0")) or "0")
    if amount > LARGEST:
        raise AmountTooLarge(text, currency)
    return -amount if sign else amount


def major(amount: int, currency: str) -> str:
    """The amount, in minor units, as plain decimal text with every decimal: 113000 in PEN is `"1130.00"`.

    Raises `NotWhole` for anything but an int. `minor` reads it back to the same amount, up to `LARGEST`.
    """
    decimals = exponent(currency)
    if type(amount) is not int:
        raise NotWhole(amount)
    if abs(amount) > LARGEST:
        raise AmountTooLarge(amount, currency)
    digits = str(abs(amount)).rjust(decimals + 1, "0")
    sign = "-" if amount < 0 else ""
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"


class Money(str):
    """A sum in a sentence: as text "12.50 PEN"; a page writes it as its reader does. Raises as `major` does."""

    __slots__ = ("amount", "currency")

    amount: int
    currency: str

    def __new__(cls, amount: int, currency: str) -> Self:
        self = super().__new__(cls, f"{major(amount, currency)} {currency}")
        self.amount, self.currency = amount, currency
        return self

    def __getnewargs__(self) -> tuple[int, str]:  # type: ignore[override]
        """What a copy in another process is made of."""
        return self.amount, self.currency

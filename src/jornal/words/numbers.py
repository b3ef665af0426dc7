"""Numbers, money, shares and times as each language writes them; whole numbers and fractions only."""

from dataclasses import dataclass
from fractions import Fraction

from jornal.words.catalogue import Words

_GROUP = {"en": ",", "es": ",", "th": ",", "da": "."}
_POINT = {"en": ".", "es": ".", "th": ".", "da": ","}
_PERCENT = {"en": "%", "es": "\u00a0%", "th": "%", "da": "\u00a0%"}
_MINUS = "\u2212"
_NO_BREAK = "\u00a0"
# What stands before (Danish: after) the figure; the three letters where there is nothing shorter.
_SYMBOLS = {
    "PEN": "S/\u00a0", "THB": "฿", "MXN": "$", "GBP": "£", "DKK": "kr.", "EUR": "€",
    "BRL": "R$\u00a0", "INR": "₹", "PHP": "₱",
}  # fmt: skip
_ONLY_AT_HOME = {"MXN": "es", "DKK": "da"}


def number(value: int | Fraction, language: str, places: int = 0) -> str:
    """A number with so many decimals, the last one rounded half away from zero."""
    scaled = abs(Fraction(value)) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = _MINUS if value < 0 and whole else ""
    return sign + _pointed(whole, places, language)


def _pointed(whole: int, places: int, language: str) -> str:
    major, minor = divmod(whole, 10**places)
    grouped = f"{major:,}".replace(",", _GROUP[language])
    return f"{grouped}{_POINT[language]}{minor:0{places}d}" if places else grouped


def per_cent(value: Fraction, language: str) -> str:
    """A measured share of a whole to a tenth, rounded half away from zero: "89.6%", and "44%" without its nought.

    What is not all of it is never "100%", and what is not nothing never "0%": 1,999 of 2,000 are "99.9%".
    """
    scaled = abs(value) * 1000
    tenths = Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 1000)
    if tenths == 1 > abs(value) or tenths == 0 < abs(value):
        tenths = abs(tenths - Fraction(1, 1000))
    tenths = -tenths if value < 0 else tenths
    return number(tenths * 100, language, 0 if (tenths * 100).denominator == 1 else 1) + _PERCENT[language]


def fraction_text(text: str | int) -> Fraction:
    """The exact value of "11300/240", "1250" or "12.5"; raises ValueError for anything else."""
    return Fraction(str(text).replace(" ", ""))


@dataclass(frozen=True)
class Figures:
    """Writes amounts of one currency (whole minor units), times and shares in one language."""

    words: Words
    currency: str
    exponent: int

    @property
    def language(self) -> str:
        """The language these figures are written in."""
        return self.words.language

    def plain(self, amount: int) -> str:
        """An amount without its symbol, for columns whose head names the currency."""
        sign = _MINUS if amount < 0 else ""
        return sign + _pointed(abs(amount), self.exponent, self.language)

    def amount(self, amount: int) -> str:
        """An amount with its symbol: "S/ 1,234.50", "1.234,50 kr."."""
        sign = _MINUS if amount < 0 else ""
        return sign + self._marked(_pointed(abs(amount), self.exponent, self.language))

    def rate(self, value: Fraction) -> str:
        """Money per unit: whole minor units where it is that, else with four decimals."""
        if value.denominator == 1:
            return self.amount(value.numerator)
        text = number(abs(value) / 10**self.exponent, self.language, max(4, self.exponent + 2))
        return (_MINUS if value < 0 else "") + self._marked(text)

    def share(self, text: str | Fraction) -> str:
        """A share of a whole: "20%", "33.33%"; where two decimals cannot say it, as a fraction, "1/3"."""
        value = _share(text)
        if (value * 10000).denominator != 1:
            return f"{value.numerator}/{value.denominator}"
        places = 0 if (value * 100).denominator == 1 else 1 if (value * 1000).denominator == 1 else 2
        return number(value * 100, self.language, places) + _PERCENT[self.language]

    def time(self, minutes: int) -> str:
        """A length of time: "5 h 30 min"."""
        hours, rest = divmod(abs(minutes), 60)
        sign = _MINUS if minutes < 0 else ""
        text = self.words.say(
            "{hours} h {minutes} min", hours=number(hours, self.language), minutes=f"{rest:02d}"
        )
        return sign + text.replace(" ", _NO_BREAK)

    def whole(self, value: int) -> str:
        """A whole number with its thousands set apart."""
        return number(value, self.language)

    def _marked(self, figure: str) -> str:
        home = _ONLY_AT_HOME.get(self.currency, self.language)
        symbol = _SYMBOLS.get(self.currency, "") if home == self.language else ""
        mark = symbol or self.currency + _NO_BREAK
        return f"{figure}{_NO_BREAK}{mark.strip()}" if self.language == "da" else mark + figure


def _share(text: str | Fraction) -> Fraction:
    if isinstance(text, Fraction):
        return text
    if text.strip().endswith("%"):
        return fraction_text(text.strip()[:-1]) / 100
    return fraction_text(text)

"""What an address may hold: a day, a month, a token; anything else is no address."""

import re
from datetime import date

from jornal.units.periods import year_in_range


class Day:
    """A day as 2026-10-31."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The day. Raises ValueError for one that is in no calendar, or of no year that is kept: no such address."""
        found = date.fromisoformat(value)
        year_in_range(found.year)
        return found

    def to_url(self, value: date | str) -> str:
        """As it is written."""
        return value if isinstance(value, str) else value.isoformat()


class Month:
    """A month as 2026-10."""

    regex = r"\d{4}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> str:
        """As it is written; a year that nobody keeps makes the address unknown."""
        year_in_range(int(value[:4]))
        return value

    def to_url(self, value: str) -> str:
        """As it is written."""
        return value


class Token:
    """A site, a worker or a member of staff: letters, digits, points, dashes and underlines."""

    regex = r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}"

    def to_python(self, value: str) -> str:
        """The token; "hq" is no site."""
        if value == "hq" or not re.fullmatch(self.regex, value):
            raise ValueError(value)
        return value

    def to_url(self, value: str) -> str:
        """As it is written."""
        return value

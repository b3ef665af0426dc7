"""The computer's clock, of which a person says that it is right after it went back."""

from collections.abc import Sequence

from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.organisation import ROLES
from jornal.journal import books, place
from jornal.journal.fact import Fact


class Nothing(Row):
    """It takes no fields."""


def clock_is_right(office: Office, _: Sequence[Nothing]) -> list[Fact]:
    """What was recorded, in each book that this computer writes and whose last entry is later than the clock says."""
    ends = (place.found(book) for book in place.books())
    now, own = office.hand.now(), office.hand.node.public
    late = [end.book for end in ends if end.public_key == own and end.at is not None and end.at > now]
    return [books.clock_is_right(book, office.hand) for book in late]


VERBS: dict[str, Verb] = {
    "clock-is-right": Verb(
        Nothing, clock_is_right, ROLES, "Say that the computer's clock, which went back, is right now."
    ),
}

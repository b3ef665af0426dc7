"""One at a time: what a verb looked at stays as it is until the verb has recorded."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.db import transaction

from jornal.actions.office import Book, Office
from jornal.journal.place import locked

Rest = ParamSpec("Rest")
Found = TypeVar("Found")
Doing = Callable[Concatenate[Office, Rest], Found]


ORDER: tuple[Book, ...] = ("hq", "site", "hq_site")
"""In which order books are held, so that no two ever wait for each other."""


def alone(*where: Book) -> Callable[[Doing[Rest, Found]], Doing[Rest, Found]]:
    """The function in one transaction that holds these books of the office from before it looks: all or nothing."""

    def holding(do: Doing[Rest, Found]) -> Doing[Rest, Found]:
        @wraps(do)
        def done(office: Office, /, *args: Rest.args, **more: Rest.kwargs) -> Found:
            with transaction.atomic():
                for book in sorted(where, key=ORDER.index):
                    locked(office.book(book))
                return do(office, *args, **more)

        return done

    return holding

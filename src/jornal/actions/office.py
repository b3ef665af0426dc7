"""Where a verb works: whose hand, which site, whether the names are open; and whether this role may do it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, TypeVar

from django.db.models import Q

from jornal.facts.organisation import RoleEnded, RoleGranted
from jornal.journal import vault
from jornal.journal.columns import Ref, Sealed
from jornal.journal.fact import Fact, kinds
from jornal.journal.hand import Hand
from jornal.journal.keys import Keys
from jornal.journal.record import AlreadyRecorded, record
from jornal.journal.vaultlog import Reader
from jornal.units.parts import Part, Several
from jornal.units.said import Said

Kind = TypeVar("Kind", bound=Fact)
OWNERS = ("voice", "beneficiary", "staff", "worker", "visitor")
"""Columns that name the person under whose key a fact is sealed; the first that a kind has."""
Book = Literal["site", "hq", "hq_site"]


class NotYourRole(Said):
    """A verb that a role does not do."""

    def __init__(self, role: str, verb: str, roles: Sequence[str]) -> None:
        super().__init__(
            "{verb}: this is done by {roles}, not by {role}. Ask one of them.",
            verb=verb,
            roles=Several([Part(one.replace("_", " ")) for one in roles], len(roles), between=Part(" or ")),
            role=Part(role.replace("_", " ")),
        )


class NotGranted(Said):
    """A role that somebody uses and does not have."""

    def __init__(self, by: str, role: str, site: str, day: date) -> None:
        what = role.replace("_", " ")
        super().__init__(
            "{by} does not have the role {what} at {site} on {day}. Headquarters grants it with "
            "`jornal do grant-role`.",
            by=by,
            what=what,
            site=site or Part("headquarters"),
            day=day,
        )


@dataclass(frozen=True)
class Office:
    """A member of staff at work: at which site (or "" at headquarters), on which day, with the names open or locked.

    `clock` is the day by this computer's clock, where `day` may be another that was chosen.
    """

    hand: Hand
    site: str
    day: date
    keys: Keys | None = None
    clock: date | None = None

    @property
    def latest(self) -> date:
        """The day it is recorded, or the day it is recorded for where that is later: what nobody dates back."""
        return max(self.day, self.clock or self.day)

    def now(self) -> "Office":
        """The same at work on the day it is recorded, whatever day was chosen."""
        return replace(self, day=self.latest)

    def book(self, where: Book) -> str:
        """The book of a kind: the site's own, headquarters' for all, or headquarters' for the site."""
        return {"site": self.site, "hq": "hq", "hq_site": f"hq.{self.site}"}[where]

    def opened(self) -> Keys:
        """The keys of the names. Raises Locked."""
        return vault.needed(self.keys)

    def put(self, facts: Iterable[Kind], where: Book = "site") -> list[Kind]:
        """The facts as they stand in the book. What stands there already word for word is not recorded again.

        So sending a form twice, or a set again after it was cut off, changes nothing. Sealed text is compared where the
        names are open. Raises what `record` raises; AlreadyRecorded names the first fact that stands there otherwise.
        """
        wanted = list(facts)
        try:
            return record(wanted, self.book(where), self.hand)
        except AlreadyRecorded:
            standing = [self._same(fact, self.book(where)) for fact in wanted]
            if not any(standing):
                raise
            new = [fact for fact, there in zip(wanted, standing, strict=True) if there is None]
            record(new, self.book(where), self.hand)
            return [there or fact for fact, there in zip(wanted, standing, strict=True)]

    def _same(self, fact: Kind, book: str) -> Kind | None:
        """The current version of a fact's key in a book, if it says the same."""
        key = {"book": book, **{name: getattr(fact, name) for name in fact.KEY}}
        there: Any = type(fact).objects.current().filter(**key).first()
        if there is None or fact.corrects is not None:
            return None
        sealed = []
        for field in fact.content():
            ours, theirs = getattr(fact, field.name), getattr(there, field.name)
            if ours != theirs and not isinstance(field, Sealed):
                return None
            if ours != theirs:
                sealed.append((field.name, ours, theirs))
        found: Kind | None = there if self.alike(fact, sealed) else None
        return found

    def alike(self, fact: Fact, sealed: Sequence[tuple[str, str, str]]) -> bool:
        """Whether sealed texts of a fact (column, one, other) are the same text: two sealings never look alike.

        They are where none is to be compared; they are not where the names are locked or one is empty.
        """
        if not sealed:
            return True
        if self.keys is None or not all(one and other for _, one, other in sealed):
            return False
        owner = owner_of(fact)
        texts = [(owner, name, text) for name, *both in sealed for text in both]
        reader = Reader(self.hand.by, "whether it is recorded already", self.hand.now())
        opened = self.keys.opened_many(texts, reader=reader)
        return all(
            isinstance(one, str) and one == other
            for one, other in zip(opened[::2], opened[1::2], strict=True)
        )


def owner_of(fact: Fact) -> str:
    """Under whose key a fact's sealed text lies: hers of whom it, or the fact it answers, tells; "" is nobody."""
    for name in OWNERS:
        if getattr(fact, name, ""):
            return str(getattr(fact, name))
    for field in fact.content():
        if isinstance(field, Ref) and getattr(fact, field.name) is not None:
            about = kinds()[field.to].objects.filter(root=getattr(fact, field.name)).first()
            return owner_of(about) if about is not None else ""
    return ""


def check(office: Office, verb: str, roles: Sequence[str]) -> None:
    """Raises NotYourRole where a role does not do this, NotGranted where the person does not have it.

    Whoever chose another day has it on that day and on the day by the clock: neither a role that has ended nor one that
    is to come is used by saying another day.
    """
    role, by = office.hand.role, office.hand.by
    if role not in roles:
        raise NotYourRole(role, verb, roles)
    for day in sorted({office.day, office.clock or office.day}):
        held = RoleGranted.objects.current().filter(
            Q(until=None) | Q(until__gte=day), staff=by, what=role, site__in=["", office.site], since__lte=day
        )
        ended = RoleEnded.objects.filter(day__lte=day).values("granted")
        if not held.exclude(root__in=ended).exists():
            raise NotGranted(by, role, office.site, day)

"""Staff taken on, and roles granted and ended by somebody else; at the founding the first roles, by nobody."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field

from jornal.actions.given import Code, Languages, NotStaff, Token, on, on_the_staff
from jornal.actions.minting import STAFF, new_codes
from jornal.actions.office import Office
from jornal.actions.organisation import HEADQUARTERS, NotThere
from jornal.actions.verb import Row, Verb
from jornal.facts.organisation import RoleEnded, RoleGranted, Site, Staff
from jornal.journal.fact import Fact
from jornal.reads.people import role_holders
from jornal.units.parts import Part
from jornal.units.said import Said

FOR_A_TIME = ("auditor", "authority")
"""Roles that are granted until a day, because whoever has them is not of the enterprise."""

What = Literal[
    "site_manager", "trainer", "quality", "hq_operations", "hq_finance", "seller", "authority", "auditor",
    "representative",
]  # fmt: skip


class OwnRole(Said):
    """A role that somebody would grant to themself."""

    def __init__(self, by: str) -> None:
        super().__init__("{by} cannot grant a role to {by}. Somebody else at headquarters does.", by=by)


class NoEnd(Said):
    """A role for an outsider without its last day."""

    def __init__(self, what: str) -> None:
        super().__init__(
            "The role {what} is granted for a time. Give its last day, after the first.",
            what=Part(what),
        )


class OneSiteOnly(Said):
    """A role of headquarters at one site."""

    def __init__(self, what: str, site: str) -> None:
        super().__init__(
            "The role {what} is one at headquarters, not at {site}. Grant it without a site.",
            what=Part(what.replace("_", " ")),
            site=site,
        )


class NoSuchRole(Said):
    """A role that somebody does not have."""

    def __init__(self, staff: str, what: str, site: str) -> None:
        super().__init__(
            "{staff} does not have the role {what} at {where}. Look at the role and site again.",
            staff=staff,
            what=Part(what.replace("_", " ")),
            where=site or Part("headquarters"),
        )


class LastOne(Said):
    """A role whose end would leave nobody to grant roles."""

    def __init__(self, staff: str) -> None:
        super().__init__(
            "Nobody but {staff} could grant roles after {staff}. Grant hq_operations to somebody else first.",
            staff=staff,
        )


class FoundedAlready(Said):
    """A second founding."""

    def __init__(self) -> None:
        super().__init__(
            "Roles were granted here before, so nobody is given one without a grant. Somebody with "
            "the role hq_operations grants it with `jornal do grant-role`."
        )


class TakenOn(Row):
    """A member of staff, an official or an elected representative; without a token one is given. The name is sealed."""

    staff: Code | None = None
    of: Literal["enterprise", "prison", "workers", "other"] = "enterprise"
    name: str = Field(min_length=1)
    languages: Languages = Field(default_factory=list)


class Granted(Row):
    """A role for a member of staff, at one site or (without `at`) everywhere; an auditor's and an official's ends."""

    staff: Code
    what: What
    at: Token | None = None
    since: date | None = None
    until: date | None = None


class Ended(Row):
    """The end of a role from this day on."""

    staff: Code
    what: What
    at: Token | None = None
    day: date | None = None


class First(NamedTuple):
    """One of those who found: their token, name, the roles they begin with and where ("" is everywhere), languages."""

    staff: str
    name: str
    roles: tuple[tuple[str, str], ...]
    languages: tuple[str, ...] = ()
    of: str = "enterprise"


def founded(office: Office, people: Sequence[First]) -> list[Fact]:
    """The first staff and their first roles, as recorded in headquarters' book before anybody could grant them.

    Whoever sets a register up calls this once, with nobody's role checked. Raises FoundedAlready where any role was
    ever granted, and Locked.
    """
    if RoleGranted.objects.exists():
        raise FoundedAlready
    keys = office.opened()
    keys.mint(*(one.staff for one in people))
    names = keys.seal_many([(one.staff, "name", one.name) for one in people])
    facts: list[Fact] = [
        Staff(staff=one.staff, of=one.of, name=name, languages=list(one.languages))
        for one, name in zip(people, names, strict=True)
        if not on_the_staff([one.staff])
    ]
    facts += [
        RoleGranted(staff=one.staff, what=what, site=site, since=office.day)
        for one in people
        for what, site in one.roles
    ]
    return office.put(facts, "hq")


def take_on(office: Office, rows: Sequence[TakenOn]) -> list[Fact]:
    """The staff as recorded, each with a token and a key of their own. Raises Locked."""
    new: Iterator[str] = new_codes(STAFF, Staff.objects.values_list("staff", flat=True))
    tokens = [row.staff or next(new) for row in rows]
    keys = office.opened()
    keys.mint(*tokens)
    names = keys.seal_many([(token, "name", row.name) for token, row in zip(tokens, rows, strict=True)])
    return office.put(
        (
            Staff(staff=token, of=row.of, name=name, languages=row.languages)
            for token, name, row in zip(tokens, names, rows, strict=True)
        ),
        "hq",
    )


def grant(office: Office, rows: Sequence[Granted]) -> list[Fact]:
    """The roles as recorded; a role may begin on a later day.

    Raises NotStaff, OwnRole, NoEnd, OneSiteOnly, and NotThere for a site that was not opened.
    """
    known = on_the_staff([row.staff for row in rows])
    sites = set(Site.objects.current().values_list("site", flat=True))
    facts = []
    for row in rows:
        since = row.since or office.day
        if row.staff not in known:
            raise NotStaff(row.staff)
        if row.staff == office.hand.by:
            raise OwnRole(row.staff)
        if (row.what in FOR_A_TIME and row.until is None) or (row.until is not None and row.until < since):
            raise NoEnd(row.what)
        if row.at and row.what.startswith("hq_"):
            raise OneSiteOnly(row.what, row.at)
        if row.at and row.at not in sites:
            raise NotThere("site", row.at, "open-site")
        facts.append(
            RoleGranted(staff=row.staff, what=row.what, site=row.at or "", since=since, until=row.until)
        )
    return office.put(facts, "hq")


def end(office: Office, rows: Sequence[Ended]) -> list[Fact]:
    """The ends of roles as recorded. Raises NoSuchRole, LastOne, NotYet."""
    facts = []
    for row in rows:
        day = on(office, row.day)
        roles = RoleGranted.objects.current().filter(
            staff=row.staff, what=row.what, site=row.at or "", since__lte=day
        )
        last = roles.order_by("since").last()
        if last is None:
            raise NoSuchRole(row.staff, row.what, row.at or "")
        if row.what in HEADQUARTERS and role_holders(row.what, "", day) == [row.staff]:
            raise LastOne(row.staff)
        facts.append(RoleEnded(granted=last.root, day=day))
    return office.put(facts, "hq")


VERBS: dict[str, Verb] = {
    "take-on-staff": Verb(
        TakenOn, take_on, HEADQUARTERS, "Record a member of staff, an official or a representative."
    ),
    "grant-role": Verb(Granted, grant, HEADQUARTERS, "Grant a role to somebody else."),
    "end-role": Verb(Ended, end, HEADQUARTERS, "End a role from a day on."),
}

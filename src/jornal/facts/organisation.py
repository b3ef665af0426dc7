"""Where work is done and for whom: enterprise, employer, authority, agreements, sites, staff, roles, visits."""

from jornal.journal import columns
from jornal.journal.fact import Fact

ROLES = (
    "site_manager",
    "trainer",
    "quality",
    "hq_operations",
    "hq_finance",
    "seller",
    "authority",
    "auditor",
    "representative",
)
"""What a member of staff, an official or an elected representative may be; a site keeps no other roles."""


class Enterprise(Fact):
    """The social enterprise, with the model it declares in public."""

    KIND, KEY = "enterprise", ("enterprise",)

    enterprise = columns.token()
    label = columns.text()
    model = columns.choice("employment", "craft", "training")
    country = columns.text(2)
    currency = columns.text(3)


class Employer(Fact):
    """Who employs the workers of a site in law, from a day on."""

    KIND, KEY = "employer", ("site", "since")

    site = columns.token()
    since = columns.day()
    label = columns.text()
    registration = columns.text()


class Authority(Fact):
    """The prison authority of a site."""

    KIND, KEY = "authority", ("authority",)

    authority = columns.token()
    label = columns.text()
    contact = columns.text()


class Agreement(Fact):
    """The agreement with an authority: parties, clauses, the fee and how it is reckoned, until when it holds.

    `model_signed_by` is the outsider whose signature the declared model carries; the model holds from `holds_from`.
    """

    KIND, KEY = "agreement", ("agreement", "number")

    agreement = columns.token()
    number = columns.count()
    authority = columns.token()
    parties = columns.table()
    clauses = columns.table()
    model = columns.choice("employment", "craft", "training")
    model_signed_by = columns.text()
    fee = columns.text(500)
    signed_on = columns.day()
    holds_from = columns.day()
    expires_on = columns.day_or_none()
    digest = columns.text(64)


class Site(Fact):
    """A prison where the enterprise works, as its terms name it. Codes of its workers begin with its `letters`."""

    KIND, KEY = "site", ("site",)

    site = columns.token()
    label = columns.text()
    enterprise = columns.token()
    authority = columns.token()
    jurisdiction = columns.text(20)
    currency = columns.text(3)
    zone = columns.text(60)
    languages = columns.table()
    letters = columns.text(4)
    opened_on = columns.day()


class SiteClosed(Fact):
    """The end of work at a site."""

    KIND, KEY = "site_closed", ("site",)

    site = columns.token()
    day = columns.day()
    reason = columns.text(500)


class Workshop(Fact):
    """A room of a site where one trade is worked, or the cells themselves."""

    KIND, KEY = "workshop", ("site", "workshop")

    site = columns.token()
    workshop = columns.token()
    label = columns.text()
    place = columns.choice("workshop", "cell", "home")
    places = columns.count_or_none()


class Timetable(Fact):
    """The planned minutes of each weekday of a workshop from a day on."""

    KIND, KEY = "timetable", ("site", "workshop", "since")

    site = columns.token()
    workshop = columns.token()
    since = columns.day()
    announced_on = columns.day_or_none()
    week = columns.table()
    starts = columns.text(5)


class Staff(Fact):
    """A member of staff, an official or a representative, by a token; the name is sealed."""

    KIND, KEY = "staff", ("staff",)

    staff = columns.token()
    of = columns.choice("enterprise", "prison", "workers", "other")
    name = columns.sealed()
    languages = columns.table()


class RoleGranted(Fact):
    """A role at a site ("" is all of them) from a day on; an auditor's and an official's has an end."""

    KIND, KEY = "role_granted", ("staff", "what", "site", "since")

    staff = columns.token()
    what = columns.choice(*ROLES)
    site = columns.text(60)
    since = columns.day()
    until = columns.day_or_none()


class RoleEnded(Fact):
    """The end of a role, from this day on."""

    KIND, KEY = "role_ended", ("granted",)
    FINAL = True

    granted = columns.ref("role_granted")
    day = columns.day()


class Visit(Fact):
    """A visit of headquarters or of an outsider: planned, then held or not, with what was promised."""

    KIND, KEY = "visit", ("site", "day", "visitor")

    site = columns.token()
    day = columns.day()
    visitor = columns.token()
    state = columns.choice("planned", "held", "cancelled")
    agenda = columns.text(500)
    notes = columns.sealed()
    promises = columns.table()

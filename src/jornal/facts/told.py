"""What a worker tells of herself because she wants to, each sealed under a key of its own that can be deleted."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class TellingAgreed(Fact):
    """She agrees to tell something of herself for a year: groups she counts herself to, or how her months are.

    `voice` names a key of its own in the vault, under which all that she tells on it is sealed.
    """

    KIND, KEY = "telling_agreed", ("voice",)
    FINAL = True

    worker = columns.token()
    subject = columns.choice("groups", "wellbeing")
    voice = columns.token()
    day = columns.day()
    ends_on = columns.day()


class TellingWithdrawn(Fact):
    """She takes it back, at any time and without a reason; its key is deleted, and nobody reads it again."""

    KIND, KEY = "telling_withdrawn", ("voice",)
    FINAL = True

    worker = columns.token()
    voice = columns.token()
    agreed = columns.ref("telling_agreed")
    day = columns.day()


class GroupsTold(Fact):
    """The groups she counts herself to, in her own words or not told; sealed, and counted only among five or more."""

    KIND, KEY = "groups_told", ("voice", "day")
    FINAL = True  # what she told of herself nobody sets right; she tells it anew or takes it back

    worker = columns.token()
    voice = columns.token()
    agreed = columns.ref("telling_agreed")
    day = columns.day()
    told = columns.sealed()


class CheckedIn(Fact):
    """She was asked how a quarter was at work; whether and what she answered is sealed, and counted among five."""

    KIND, KEY = "checked_in", ("voice", "quarter")
    FINAL = True

    worker = columns.token()
    voice = columns.token()
    agreed = columns.ref("telling_agreed")
    quarter = columns.text(7)
    site = columns.token()
    day = columns.day()
    told = columns.sealed()

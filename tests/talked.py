"""A few threads, a meeting and promises at the site of the tests, by their verbs."""

from datetime import date

from offices import office
from peopled import do

TODAY = date(2026, 10, 30)
EARLIER = date(2026, 10, 20)


def site(day=TODAY, keys=None):
    """The manager at the site."""
    return office(keys=keys, day=day)


def headquarters(day=TODAY):
    """Headquarters' operations, for this site."""
    return office("hq_operations", "H1", day=day)


def begun():
    """Questions q-s1 (late at headquarters), q-s2 (answered), q-h1 (to the team); promises p-h1 (late), p-s1."""
    do(site(EARLIER), "put-question", {"says": "Which grey is meant?", "due_on": "2026-10-25"})
    do(
        site(EARLIER),
        "put-question",
        {"says": "May the seam be wider?", "about": "group", "which": "knitting"},
    )
    do(headquarters(EARLIER), "put-question", {"says": "Which hours suit you?", "put_to": "team"})
    do(headquarters(), "reply-to-question", {"question": "q-s2", "says": "Two millimetres more"})
    do(headquarters(EARLIER), "promise", {"says": "two lamps", "due_on": "2026-10-28"})
    do(site(EARLIER), "promise", {"says": "a list of needles", "due_on": "2026-11-05"})

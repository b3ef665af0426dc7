"""After release: what she answers by consent, in codes alone, and the published figures that stand beside ours."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class AskedAfter(Fact):
    """What somebody answered three, six or twelve months after her release, by a consent of its own; codes alone."""

    KIND, KEY = "asked_after", ("worker", "months")

    worker = columns.token()
    months = columns.count()
    day = columns.day()
    site = columns.token()
    consent = columns.ref("consent")
    work = columns.choice("with_us", "elsewhere", "looking", "none", "not_said")
    home = columns.choice("own", "family", "hostel", "none", "not_said")
    inside = columns.choice("no", "yes", "not_said")


class Baseline(Fact):
    """A figure that others published, to stand beside ours: how many of ten thousand, who says so, on which day."""

    KIND, KEY = "baseline", ("measure", "published_on")

    measure = columns.choice("inside_again")
    published_on = columns.day()
    of_10000 = columns.count()
    place = columns.text()
    source = columns.text(300)

"""After release: what those who consented to be asked answered, in bands of five, beside a published figure."""

from django.http import HttpResponse

from jornal.actions.monthwords import published, share_of
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.acting import Family
from jornal.pages.deed import Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.reads.outcomes import Outcome, baseline, outcomes

READ = ("hq_operations", "hq_finance", "auditor")
SENDS = ("hq_operations",)
TOO_FEW = "Fewer than five people have answered, so nothing is told."
BETWEEN = "Of {answered} who answered, between {least} and {most} are inside again."
INTERVAL = "By chance alone the share could lie anywhere between {low} and {high} (95 in a hundred, Clopper–Pearson)."
PROVES = (
    "These figures prove nothing. Only those who consented are asked, and who can be reached and answers is no fair "
    "sample; nobody was drawn by lot, and the published figure is of other people, another place and another time."
)
DEEDS = {
    "set-baseline": Deed(
        "Record a published figure",
        "The published figure is recorded.",
        "",
        (
            Asked("of_10000", "Share", "Of a hundred, as it was published.", "share", (), True),
            Asked("published_on", "Published on", "", "day", (), True),
            Asked("place", "Where"),
            Asked("source", "Source", "", "text", (), True),
        ),
    ),
}
FAMILY = Family("hq.after", DEEDS, {})


def page(desk: Desk) -> HttpResponse:
    """The page."""
    return desk.page(
        "afterwards.html",
        times=[(one.months, _said(desk, one)) for one in outcomes(desk.day)],
        published=published(desk.words, baseline()), proves=desk.say(PROVES),
        acts=acting.listed(desk, FAMILY, "hq.after.do"),
    )  # fmt: skip


def _said(desk: Desk, one: Outcome) -> list[str]:
    """What is told of one time after release."""
    if not one.answered:
        return [desk.say(TOO_FEW)]
    low, high = (share_of(desk.words, each) for each in (one.low, one.high))
    return [
        desk.say("At least {released} were released so long ago.", released=one.released),
        desk.say(BETWEEN, answered=one.answered, least=one.least, most=one.most),
        desk.say(INTERVAL, low=low, high=high),
    ]


PAGES = [
    Page("hq.after", "hq/after", page, READ, label="After release"),
    Page("hq.after.do", "hq/after/do/<slug:verb>", acting.form_of(FAMILY), SENDS, SENDS),
]

"""A month's report for headquarters, the authority and funders: pictures with their tables, and the same on paper."""

from datetime import date, timedelta

from django.http import HttpResponse

from jornal.actions.issuing import uncollected
from jornal.actions.monthasked import asked_for
from jornal.actions.monthcards import TITLES, said
from jornal.actions.monthwords import Reader, Row
from jornal.facts.organisation import Enterprise
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.papers.monthreport import monthreport
from jornal.units.periods import Period, month
from jornal.words.catalogue import Words

HQ = ("hq_operations", "hq_finance", "auditor")
SITE = ("site_manager", "authority", *HQ)
READERS: dict[str, tuple[Reader, ...]] = {
    "hq_operations": ("hq", "authority", "funder"), "hq_finance": ("hq", "authority", "funder"),
    "auditor": ("hq", "authority", "funder"), "site_manager": ("hq", "authority"), "authority": ("authority",),
}  # fmt: skip
"""Whose report somebody in a role may look at; the authority sees its own alone."""
WIDTH, ROW, LEFT, RIGHT = 660, 28, 190, 170
"""A picture of bars: its width, the height of a row, where bars begin, what is kept for their figures."""
NARROW, TALL = 300, 44
"""The same on a phone, its words above each bar: its width and the height of a row."""


@uncollected()
def page(desk: Desk) -> HttpResponse:
    """The report of a month, or with `paper` the same as a PDF."""
    may = _readers(desk)
    wanted = desk.request.GET.get("for", "")
    reader = next((one for one in may if one == wanted), may[0])
    span = _month(desk)
    words = Words(desk.words.language, desk.site.jurisdiction if desk.site else "")
    rows = said(asked_for(desk.office(SITE), f"{span.start:%Y-%m}", reader, words))
    if desk.request.GET.get("paper"):
        return _paper(desk, rows, words, f"report-{desk.place or 'all'}-{span.start:%Y-%m}-{reader}")
    for card in rows["cards"]:
        card["picture"] = _picture(card["bars"])
        card["told"] = [list(zip(row, card["columns"], strict=True)) for row in card["rows"]]
    return desk.page(
        "report.html", report=rows, reader=reader, month=f"{span.start:%Y-%m}",
        readers=[(one, desk.say(TITLES[one])) for one in may], later=span.end <= desk.day,
        before=_before(span), after=span.end,
    )  # fmt: skip


def _readers(desk: Desk) -> list[Reader]:
    """Whose reports this person may see here; the authority's is of one site alone."""
    found = dict.fromkeys(one for role in READERS if role in desk.roles for one in READERS[role])
    return [one for one in found if desk.place or one != "authority"]


def _month(desk: Desk) -> Period:
    """The month that was asked for, else the last that is over."""
    try:
        return month(desk.request.GET.get("month", ""))
    except ValueError:
        return month(f"{_before(month(f'{desk.day:%Y-%m}')):%Y-%m}")


def _before(span: Period) -> date:
    """The last day of the month before."""
    return span.start - timedelta(days=1)


def _picture(bars: list[Row]) -> Row:
    """The geometry of a card's bars; nothing where it has none."""
    scale = (WIDTH - LEFT - RIGHT) / 1000
    lines = [
        {
            **one, "y": number * ROW, "text": number * ROW + 19, "bar_y": number * ROW + 7,
            "width": round(one["bar"] * scale, 1), "tick_x": round(LEFT + one["tick"] * scale, 1),
            "over": number * TALL + 15, "under": number * TALL + 24, "tick_y": number * TALL + 20,
            "short": round(one["bar"] * NARROW / 1000, 1), "short_tick": round(one["tick"] * NARROW / 1000, 1),
        }
        for number, one in enumerate(bars)
    ]  # fmt: skip
    return {
        "lines": lines,
        "height": len(bars) * ROW,
        "width": WIDTH,
        "left": LEFT,
        "track": WIDTH - LEFT - RIGHT,
        "narrow": NARROW,
        "tall": len(bars) * TALL,
    }


def _paper(desk: Desk, rows: Row, words: Words, name: str) -> HttpResponse:
    enterprise = Enterprise.objects.current().first()
    paper = monthreport(rows, words, enterprise.label if enterprise else "", desk.day)
    answer = HttpResponse(paper, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer


PAGES = [
    Page("hq.report", "hq/report", page, HQ, label="Month report"),
    Page("site.report", "<token:site>/report", page, SITE, label="Month report"),
]

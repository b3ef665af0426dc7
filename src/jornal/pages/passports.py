"""Passports and labels: what is public of each lot, what its page will say, who made it and is shown, its labels."""

from typing import Any, NamedTuple

from django.conf import settings
from django.http import Http404, HttpResponse

from jornal.actions.gate import reasons
from jornal.actions.passports import NoNumber, told
from jornal.facts.labels import Item, PassportIssued
from jornal.facts.organisation import Site
from jornal.facts.pieces import Pieces
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.acting import Family
from jornal.pages.choices import WORDS
from jornal.pages.deed import Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.papers.labels import Issued, of_passport
from jornal.papers.passportsays import NOT_RECORDED, Section, sections
from jornal.reads.labels import NAMED, choices, consenting, labelled, published, waiting
from jornal.reads.lots import Standing, lots, used
from jornal.units.said import Said

READ = ("site_manager", "trainer", "quality", "hq_operations", "auditor")
READ_ALL = ("hq_operations", "hq_finance", "seller", "auditor")
SEND = ("site_manager", "trainer", "hq_operations")
LOT = Asked("lot", "Lot", "", "select", (), True)
STATES = {
    "public": ("good", "public"), "withdrawn": ("", "withdrawn"), "none": ("soon", "not public"),
}  # fmt: skip
UNNUMBERED = "00000000000000"
"""Stands for a number that is not given yet, where a page is only looked at before."""

DEEDS = {
    "issue-passport": Deed(
        "Publish the passport",
        "The passport is signed and public.",
        "",
        (
            LOT,
            Asked("gtin", "Trade item number", "Empty: that of the product."),
        ),
        {"lot": "judged"},
        hint="What its page will say stands on the page of the lot. The same words are not issued anew.",
        check=True,
    ),
    "label-pieces": Deed(
        "Give pieces their labels",
        "The pieces have their labels. Print them now.",
        "",
        (
            LOT,
            Asked("count", "How many", "They are numbered on from the last.", "number", (), True),
            Asked(
                "maker", "Made by one", "Empty: by several, and the page of a piece shows nobody.", "select"
            ),
        ),
        {"lot": "judged", "maker": "makers"},
    ),
    "withdraw-passport": Deed(
        "Withdraw the passport",
        "The passport is withdrawn. Its page says so from now on.",
        "",
        (LOT,),
        {"lot": "public"},
        hint="No reason is asked. Files that were handed out are taken down by whoever serves them.",
        check=True,
    ),
}


class MadeBy(NamedTuple):
    """Somebody who made pieces of a lot: how she chose to be shown, and as what she is shown now."""

    worker: str
    name: str
    good: int
    chose: str
    consents: bool
    shown: str


def page(desk: Desk) -> HttpResponse:
    """The judged lots of a site, and which of them are public."""
    judged = [one for one in lots(desk.place) if one.judged is not None]
    standing = published(desk.place)
    counts = labelled([one.lot.root for one in judged])
    return desk.page(
        "passports.html",
        rows=[_row(desk, one, standing.get(one.lot.root), counts.get(one.lot.root, 0)) for one in judged],
        acts=acting.listed(desk, FAMILY, "site.passports.do", ("issue-passport", "label-pieces")),
    )  # fmt: skip


def every(desk: Desk) -> HttpResponse:
    """Everything that is public now, or was, of every site."""
    standing = sorted(published().values(), key=lambda pair: (pair[0].day, pair[0].code), reverse=True)
    labels = dict(Site.objects.current().values_list("site", "label"))
    counts = labelled([one.lot for one, _ in standing])
    return desk.page(
        "passports_hq.html",
        rows=[
            {
                **_state(desk, one, gone), "issued": one, "site": desk.say(labels.get(one.book, one.book)),
                "pieces": counts.get(one.lot, 0), "gone": gone,
                "lot": desk.at_if_any("site.passports.one", site=one.book, code=one.code),
            }
            for one, gone in standing
        ],
    )  # fmt: skip


def one(desk: Desk, code: str) -> HttpResponse:
    """A lot: whether it is public, what its page says or will say, what it lacks, its makers, its labels."""
    of = next(iter(lots(desk.place, [code])), None)
    if of is None or of.judged is None:
        raise Http404
    issued, gone = published(desk.place).get(of.lot.root, (None, None))
    said, fault = _says(desk, of)
    lacks = [desk.told(Said(why.says, **why.facts)) for why in reasons(of, used(of.lot), desk.day)]
    unsaid = desk.say(NOT_RECORDED)
    missing = [f"{name} ({each.title})" for each in said for name, value in each.rows if value == unsaid]
    counts = labelled([of.lot.root])
    return desk.page(
        "passport_lot.html",
        row=_row(desk, of, (issued, gone) if issued else None, counts.get(of.lot.root, 0)), of=of, issued=issued,
        gone=gone, said=said, fault=fault, lacks=lacks, missing=missing, makers=_makers(desk, of),
        labels=desk.at("site.passports.labels", code=code) if issued and not gone and settings.LABELS else "",
        unset=not settings.LABELS,
        acts=[
            (desk.at("site.passports.do", {"lot": code}, verb=verb), title)
            for verb in DEEDS
            if verb != "withdraw-passport" or (issued and not gone)
            for _, title in acting.listed(desk, FAMILY, "site.passports.do", (verb,))
        ],
    )  # fmt: skip


def paper(desk: Desk, code: str) -> HttpResponse:
    """The labels of a lot as PDF, to print."""
    of = next(iter(lots(desk.place, [code])), None)
    issued, gone = published(desk.place).get(of.lot.root, (None, None)) if of else (None, None)
    if issued is None or gone is not None or not settings.LABELS:
        raise Http404
    serials = (
        Item.objects.current().filter(lot=issued.lot).order_by("serial").values_list("serial", flat=True)
    )
    drawn = of_passport(
        Issued(issued.body, issued.public, list(serials)), settings.LABELS, desk.words.language, issued.day
    )
    answer = HttpResponse(drawn, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="labels-{code}.pdf"'
    return answer


def _state(desk: Desk, issued: PassportIssued | None, gone: Any) -> dict[str, Any]:
    how, badge = STATES["none" if issued is None else "withdrawn" if gone else "public"]
    address = str(issued.body["path"]) if issued is not None and not gone else ""
    return {"how": how, "badge": desk.say(badge), "path": address}


def _row(desk: Desk, of: Standing, standing: Any, pieces: int) -> dict[str, Any]:
    issued, gone = standing or (None, None)
    return {
        **_state(desk, issued, gone), "of": of, "address": desk.at("site.passports.one", code=of.lot.code),
        "good": of.judged.good if of.judged else 0, "pieces": pieces, "issued": issued,
    }  # fmt: skip


def _says(desk: Desk, of: Standing) -> tuple[list[Section], str]:
    """What the page of a lot will say if it is issued today; and why nothing can be, where it cannot."""
    try:
        return sections(told(of.lot, desk.day), desk.words), ""
    except NoNumber as fault:
        return sections(told(of.lot, desk.day, UNNUMBERED), desk.words), desk.told(fault)
    except ValueError as fault:
        return [], desk.told(fault)


def _makers(desk: Desk, of: Standing) -> list[MadeBy]:
    """Everybody of whom something is counted on a lot, by name where names are open."""
    sums: dict[str, int] = {}
    for worker, good in Pieces.objects.current().filter(lot=of.lot.code).values_list("worker", "good"):
        sums[worker] = sums.get(worker, 0) + good
    called, may, waits = desk.called(sums), consenting(sums, desk.day), waiting(sums)
    chosen = choices(sums)
    return [
        MadeBy(
            worker, called[worker], good,
            desk.say(WORDS["credits"][chosen[worker]]) if worker in chosen else desk.say("never asked"),
            worker in may,
            _shown(desk, chosen.get(worker, "nothing"), worker in may, worker in waits),
        )
        for worker, good in sorted(sums.items(), key=lambda pair: called[pair[0]])
    ]  # fmt: skip


def _shown(desk: Desk, chose: str, consents: bool, waits: bool) -> str:
    """As what she is shown on the page of a piece today."""
    if not consents or chose == "nothing":
        return desk.say("nothing")
    return desk.say("her mark" if chose not in NAMED or waits else "the name she chose")


def _judged(desk: Desk) -> list[tuple[str, str]]:
    return [(one.lot.code, f"{one.lot.code} · {one.label}") for one in lots(desk.place) if one.judged]


def _public(desk: Desk) -> list[tuple[str, str]]:
    standing = [issued for issued, gone in published(desk.place).values() if gone is None]
    return [(one.code, f"{one.code} · {one.body['product']}") for one in standing]


def _of_the_lot(desk: Desk) -> list[tuple[str, str]]:
    """Who made something of the lot that the form is about; everybody of the site's lots where it is about none yet."""
    sent = desk.request.POST if desk.posted else desk.request.GET
    rows = Pieces.objects.current().filter(site=desk.place, good__gt=0).exclude(lot="")
    rows = rows.filter(lot=sent["lot"]) if sent.get("lot") else rows
    return sorted(desk.called(set(rows.values_list("worker", flat=True))).items(), key=lambda pair: pair[1])


FAMILY = Family(
    "site.passports", DEEDS, {"judged": _judged, "public": _public, "makers": _of_the_lot}, sends=SEND,
)  # fmt: skip
PAGES = [
    Page("hq.passports", "hq/passports", every, READ_ALL, label="Passports"),
    Page("site.passports", "<token:site>/passports", page, READ, label="Passports"),
    Page("site.passports.do", "<token:site>/passports/do/<slug:verb>", acting.form_of(FAMILY), SEND, SEND),
    Page("site.passports.labels", "<token:site>/passports/<token:code>/labels", paper, READ),
    Page("site.passports.one", "<token:site>/passports/<token:code>", one, READ),
]

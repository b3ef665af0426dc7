"""Lots: what is being made, the material in stock, the kits that are out; and a page for each lot."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse

from jornal.actions import lotcard
from jornal.actions.gate import reasons
from jornal.actions.lots import asked
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.choices import operations_called
from jornal.pages.desk import Desk
from jornal.pages.judging import ANSWERS
from jornal.pages.lotdeeds import CAUSES, FAMILY
from jornal.papers.heads import issue
from jornal.papers.lotcard import lotcard as drawn
from jornal.reads.kits import differing, gone, kits_out
from jornal.reads.lots import Standing, lots, materials, stock, used
from jornal.units.said import Said

READ = ("site_manager", "trainer", "quality", "hq_operations", "auditor")
SEND = ("site_manager", "trainer", "quality")
STATES = {
    "open": ("soon", "being made"), "finished": ("soon", "to be judged"), "judged": ("good", "judged"),
    "again": ("bad", "to be done again in part"),
}  # fmt: skip
LATELY = timedelta(days=31)
"""So long it is shown that tools were more or fewer than they should be."""
OF_A_LOT = ("issue-material", "return-material", "finish-lot", "judge-lot")


def page(desk: Desk) -> HttpResponse:
    """Everything of a site that is being made."""
    out = kits_out(desk.place)
    names, left = desk.called({one.worker for one in out}), gone(desk.place, out, desk.day)
    standing = lots(desk.place)
    received = stock(desk.place)
    known = _known({one.material for one, _ in received})
    codes = {one.lot.root: one.lot.code for one in standing}
    return desk.page(
        "lots.html",
        lots=[_row(desk, one) for one in standing],
        stock=[(one, there, *known[one.material]) for one, there in received],
        kits=[(one, names[one.worker], codes.get(one.lot, ""), left.get(one.code)) for one in out],
        tools=differing(desk.place, desk.day - LATELY),
        acts=acting.listed(desk, FAMILY, "site.lots.do"),
    )  # fmt: skip


def one(desk: Desk, code: str) -> HttpResponse:
    """A lot: its operations as counted, its material with where it comes from, its judgement, what keeps it."""
    of = next(iter(lots(desk.place, [code])), None)
    if of is None:
        raise Http404
    held = used(of.lot)
    judged = of.judged
    called = desk.called({judged.judged_by}) if judged else {}
    known = _known({one.material.material for one in held})
    return desk.page(
        "lot.html",
        row=_row(desk, of), of=of, operations=operations_called(desk),
        held=[(one, *known[one.material.material]) for one in held],
        keeps=[desk.told(Said(why.says, **why.facts)) for why in reasons(of, held, desk.day)],
        asks=asked(of.lot.product, desk.day) if judged is None else (),
        answers=[(each["ask"], desk.say(ANSWERS[each["answer"]])) for each in judged.answers] if judged else (),
        judge=called.get(judged.judged_by, "") if judged else "",
        cause=desk.say(CAUSES[judged.cause]) if judged and judged.cause != "none" else "",
        acts=[
            (desk.at("site.lots.do", {"lot": code}, verb=verb), title)
            for verb in OF_A_LOT
            for _, title in acting.listed(desk, FAMILY, "site.lots.do", (verb,))
        ],
    )  # fmt: skip


def card(desk: Desk, code: str) -> HttpResponse:
    """The card that travels with a lot, to print; nothing of it is kept here, and no person is on it."""
    if not lots(desk.place, [code]):
        raise Http404
    table = lotcard.card(desk.office(READ), code)
    answer = HttpResponse(drawn(issue(table, desk.words.language)), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{desk.place}-{code}.pdf"'
    return answer


def _known(codes: set[str]) -> dict[str, tuple[str, str]]:
    # What each material is called, and the sign of its unit; the bare code where nobody named it.
    found = {
        code: (one.label, lotcard.SYMBOLS.get(one.unit, one.unit)) for code, one in materials(codes).items()
    }
    return {code: (code, "") for code in codes} | found


def _row(desk: Desk, of: Standing) -> dict[str, Any]:
    state = "open" if of.finished is None else "finished"
    if of.judged is not None:
        state = "again" if of.judged.rework else "judged"
    how, badge = STATES[state]
    late = of.finished is None and of.lot.due_on is not None and of.lot.due_on < desk.day
    return {
        "of": of, "address": desk.at("site.lots.one", code=of.lot.code), "how": "bad" if late else how,
        "badge": desk.say("late" if late else badge),
    }  # fmt: skip


PAGES = [
    Page("site.lots", "<token:site>/lots", page, READ, label="Lots"),
    Page("site.lots.do", "<token:site>/lots/do/<slug:verb>", acting.form_of(FAMILY), SEND, SEND),
    Page("site.lots.card", "<token:site>/lots/<token:code>/card", card, READ),
    Page("site.lots.one", "<token:site>/lots/<token:code>", one, READ),
]

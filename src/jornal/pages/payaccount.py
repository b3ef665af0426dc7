"""The enterprise's own account that a site's money leaves from: which it is, since when, and those before."""

from django.http import HttpResponse

from jornal.facts.family import PaysFrom
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.acting import Family
from jornal.pages.deed import Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.pages.pay import READ
from jornal.terms import accounts

SEND = ("site_manager", "hq_finance")
DEEDS = {
    "pays-from": Deed(
        "Pay from another account",
        "The account is recorded.",
        "",
        (
            Asked("holder", "Holder", "The enterprise, as the bank has it.", "text", (), True),
            Asked("account", "Account", "Its check digit is looked at where it has one.", "text", (), True),
            Asked("since", "Since", "Empty: from today.", "day"),
        ),
        hint="The enterprise's own account, never anybody's savings.",
        check=True,
    ),
}
FAMILY = Family("site.pay.account", DEEDS, {}, sends=SEND)


def page(desk: Desk) -> HttpResponse:
    """The account of today first, one to come before it, those before below."""
    rows = list(PaysFrom.objects.current().filter(site=desk.place).order_by("-since"))
    now = next((one for one in rows if one.since <= desk.day), None)
    currency = desk.figures.currency
    return desk.page(
        "pay/account.html",
        rows=[(one, *_state(desk, one, now)) for one in rows], now=now,
        checked=currency in accounts.schemes(), currency=currency,
        acts=acting.listed(desk, FAMILY, "site.pay.account.do"),
    )  # fmt: skip


def _state(desk: Desk, one: PaysFrom, now: PaysFrom | None) -> tuple[str, str]:
    if now is not None and one.root == now.root:
        return "good", desk.say("in force")
    return ("soon", desk.say("to come")) if one.since > desk.day else ("", desk.say("before"))


PAGES = [
    Page("site.pay.account", "<token:site>/pay/account", page, READ),
    Page(
        "site.pay.account.do", "<token:site>/pay/account/do/<slug:verb>", acting.form_of(FAMILY), SEND, SEND
    ),
]

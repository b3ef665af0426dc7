"""Every page with an address that it has in the demo: what a test walks that no page added later can escape."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jornal.pages import (
    afterwards,
    agreementdeeds,
    cataloguedeeds,
    courses,
    dialoguedeeds,
    doing,
    goodsdeeds,
    lotdeeds,
    markets,
    moneydeeds,
    orderdeeds,
    passports,
    payaccount,
    planned,
    ratedeeds,
    skills,
)
from jornal.pages.access import Page
from jornal.pages.acting import Family
from jornal.pages.deed import Deed, roles_of
from jornal.urls import PAGES

STAFF = {
    "site_manager": "S004Z", "hq_operations": "S001Q", "hq_finance": "S002K", "representative": "S006N",
    "trainer": "S005T", "auditor": "S003E",
}  # fmt: skip
"""Who opens a page: the first of these that may send to it, or at least look."""
EVERYWHERE = {"S001Q", "S002K", "S003E"}

WORDS = {
    "site": "cusco", "day": "2026-11-13", "month": "2026-10", "worker": "QC001V", "number": 1, "code": "LQC001M",
    "product": "wave-sweater", "design": "wave", "order": "fair-200", "question": "q-s2", "to": "site",
    "token": "S004Z",
}  # fmt: skip
"""What the addresses of the demo hold, by the name that an address gives it."""

OTHERWISE = {
    "site.attendance.day": {"day": "2026-11-12"},
    "site.attendance.row": {"day": "2026-11-12"},
    "site.pieces.row": {"day": "2026-11-05", "worker": "QC014V"},
    "site.pay.issue": {"month": "2026-11"},
    "site.pay.saver": {"worker": "QC012H"},
}
QUERIES = {
    "site.pieces.row": "?operation=jumper&number=1", "hq.markets": "?destination=New+York&transit=Denmark&made=cusco",
    "hq.money": "?lines=yes", "site.pieces.day": "?edit=yes",
}  # fmt: skip
"""What a page shows more of when it is asked."""

PRINTED = "It answers with a file: a paper, a list, a picture."
FILES = (
    "site.attendance.paper", "site.lots.card", "site.passports.labels", "hq.sales.paper", "site.pay.family.file",
    "site.pay.drawing", "site.pay.papers.file", "site.pay.paper", "site.close.backup", "hq.money.paper",
    "hq.money.ledger", "hq.money.grant", "hq.money.budget", "site.lists.people", "site.people.recorded",
    "site.lists.attendance", "site.lists.pieces", "site.lists.pay", "site.skills.paper", "site.courses.paper",
    "site.dialogue.paper", "site.dialogue.photo", "hq.catalogue.picture", "site.catalogue.picture",
)  # fmt: skip
ELSEWHERE = {
    **dict.fromkeys(FILES, PRINTED),
    "site.attendance.undo": "It asks for the facts that are undone; the story of the day opens it.",
    "site.attendance.stoppage": "No stoppage is recorded in the demo of the sweater.",
    "site.pay.issuing": "A page of a month that is being issued, which is over in a moment.",
    "hq.salesin.look": "It belongs to a file that somebody sent; a story sends one.",
    "hq.accounts.slip": "It shows a slip of codes once, to whoever made it.",
}
"""The pages that are not walked, each with its reason."""

FORMS: Mapping[str, tuple[Mapping[str, Deed], Sequence[str]]] = {
    one: (family.deeds, family.sends)
    for one, family in {
        "hq.after.do": afterwards.FAMILY,
        "site.lots.do": lotdeeds.FAMILY,
        "hq.catalogue.do": cataloguedeeds.HEADQUARTERS,
        "site.catalogue.do": cataloguedeeds.OF_A_SITE,
        "hq.orders.do": orderdeeds.FAMILY,
        "hq.markets.do": markets.FAMILY,
        "site.passports.do": passports.FAMILY,
        "site.pay.account.do": payaccount.FAMILY,
        "hq.stock.do": goodsdeeds.STOCK_FAMILY,
        "hq.sales.do": goodsdeeds.SALES_FAMILY,
        "hq.money.do": moneydeeds.OF_ALL,
        "site.advances.do": moneydeeds.OF_A_SITE,
        "site.people.do": Family("", doing.DEEDS, {}, sends=doing.SENDS),
        "site.skills.do": skills.FAMILY,
        "site.courses.do": courses.FAMILY,
        "site.planned.do": planned.FAMILY,
        "site.rates.do": ratedeeds.FAMILY,
        "site.agreements.do": agreementdeeds.OF_A_SITE,
        "hq.agreements.do": agreementdeeds.HEADQUARTERS,
        "site.dialogue.do": dialoguedeeds.DIALOGUE,
        "site.visits.do": dialoguedeeds.VISITS,
    }.items()
}
"""The deeds of each page of forms, and who sends them."""


class Walked(NamedTuple):
    """A page as somebody opens it: its name, who, and the path."""

    name: str
    staff: str
    path: str


def walked() -> list[Walked]:
    """Each page that is no form of a deed, once. Raises KeyError for one whose address no word is known for."""
    return [_of(page) for page in PAGES if page.name not in ELSEWHERE and page.name not in FORMS]


def forms() -> list[Walked]:
    """Each form of each deed, once."""
    return [one for page in PAGES if page.name in FORMS for one in _forms(page)]


def by_staff(found: Sequence[Walked]) -> dict[str, list[Walked]]:
    """The pages that each of the staff opens, so that she enters once."""
    return {who: [one for one in found if one.staff == who] for who in sorted({one.staff for one in found})}


def _of(page: Page) -> Walked:
    return Walked(page.name, _who(page, page.sends) or _who(page, page.roles), _path(page, WORDS))


def _forms(page: Page) -> Iterator[Walked]:
    deeds, sends = FORMS[page.name]
    for verb in deeds:
        may = [role for role in page.sends if role in roles_of(verb) and (not sends or role in sends)]
        yield Walked(page.name, _who(page, may), _path(page, {**WORDS, "verb": verb}))


def _who(page: Page, roles: Sequence[str]) -> str:
    staff = {role: one for role, one in STAFF.items() if one in EVERYWHERE or page.name.startswith("site.")}
    return next((one for role, one in staff.items() if role in roles), "")


def _path(page: Page, words: Mapping[str, object]) -> str:
    words = {**words, **OTHERWISE.get(page.name, {})}
    parts = [
        words[one[1:-1].split(":")[-1]] if one.startswith("<") else one for one in page.address.split("/")
    ]
    return "/" + "/".join(str(one) for one in parts) + QUERIES.get(page.name, "")

"""The exchange between site and headquarters: what is to come, and until bundles exist, what does instead."""

from pathlib import Path

from django.conf import settings
from django.http import HttpResponse

from jornal.actions.standing import standing
from jornal.pages.access import Page
from jornal.pages.desk import Desk

READ = ("site_manager", "hq_operations", "auditor")


def page(desk: Desk) -> HttpResponse:
    """The page; at a site with its own books and those of headquarters, and no other site's."""
    found = standing(Path(settings.HOME), desk.now())
    mine = ("hq", desk.place, f"hq.{desk.place}")
    books = [one for one in found.books if desk.site is None or one.book in mine]
    here = desk.site is not None
    return desk.page(
        "exchange.html",
        books=books,
        close=desk.at_if_any("site.close") if here else "",
        pay=desk.at_if_any("site.pay") if here else "",
        approve="" if here else desk.at_if_any("hq.approve"),
    )


PAGES = [
    Page("site.exchange", "<token:site>/exchange", page, READ, label="Exchange"),
    Page("hq.exchange", "hq/exchange", page, ("hq_operations", "auditor"), label="Exchange"),
]

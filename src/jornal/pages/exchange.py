"""The exchange between site and headquarters: how much waits to be sent; until bundles exist, what does instead."""

from pathlib import Path

from django.conf import settings
from django.http import HttpResponse

from jornal.actions.standing import standing
from jornal.pages.access import Page
from jornal.pages.desk import Desk

READ = ("site_manager", "hq_operations", "auditor")


def page(desk: Desk) -> HttpResponse:
    """The page."""
    found = standing(Path(settings.HOME), desk.now())
    return desk.page("exchange.html", books=found.books, backup=found.backup)


PAGES = [
    Page("site.exchange", "<token:site>/exchange", page, READ, label="Exchange"),
    Page("hq.exchange", "hq/exchange", page, ("hq_operations", "auditor"), label="Exchange"),
]

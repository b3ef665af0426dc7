"""Today: who is here, what waits for me, how the register stands."""

from django.http import HttpResponse

from jornal.pages.access import EVERYBODY, Page
from jornal.pages.desk import Desk


def page(desk: Desk) -> HttpResponse:
    """The page."""
    return desk.page("today.html")


PAGES = [Page("site.today", "<token:site>/today", page, EVERYBODY, label="Today")]

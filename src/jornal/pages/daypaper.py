"""The paper of a day or a week: the sheet to be filled by pen, or what was recorded, as a PDF to print."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpResponse

from jornal.actions import daysheet
from jornal.actions.office import Office
from jornal.pages.access import Page
from jornal.pages.attendance import READ
from jornal.pages.desk import Desk
from jornal.papers.daysheet import daysheet as drawn
from jornal.papers.heads import issue

FORMS: dict[str, Callable[[Office, date], dict[str, Any]]] = {
    "blank": daysheet.blank,
    "week": daysheet.week,
    "recorded": daysheet.recorded,
}


def paper(desk: Desk, day: date) -> HttpResponse:
    """The PDF, in this person's language; with names where they are open to her. Nothing of it is kept here."""
    asked = desk.request.GET.get("form", "blank")
    form = asked if asked in FORMS else "blank"
    table = FORMS[form](desk.office(READ), day)
    answer = HttpResponse(drawn(issue(table, desk.words.language)), content_type="application/pdf")
    name = f"{desk.place}-{table['period']['since']}-{form}.pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


PAGES = [Page("site.attendance.paper", "<token:site>/attendance/<day:day>/paper", paper, READ)]

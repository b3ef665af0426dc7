"""Lists to take away, for a spreadsheet or another program: who is here, a month's days, its pieces, its pay."""

from django.http import Http404, HttpResponse

from jornal.actions import lists
from jornal.actions.approving import NothingToApprove
from jornal.actions.lists import List
from jornal.pages import attendance, pay, people, pieces
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.sheets.written import FORMS, written

BY_NAME = "name"


def of_people(desk: Desk, form: str) -> HttpResponse:
    """Everybody this site knows."""
    return _file(desk, lists.people(desk.office(people.READS)), f"{desk.place}-people", form)


def days(desk: Desk, month: str, form: str) -> HttpResponse:
    """A month's days."""
    found = lists.attendance(desk.office(attendance.READ), month)
    return _file(desk, found, f"{desk.place}-attendance-{month}", form)


def counted(desk: Desk, month: str, form: str) -> HttpResponse:
    """A month's pieces."""
    return _file(desk, lists.pieces(desk.office(pieces.READ), month), f"{desk.place}-pieces-{month}", form)


def paid(desk: Desk, month: str, form: str) -> HttpResponse:
    """A month's pay; there is none before it is issued."""
    try:
        found = lists.pay(desk.office(pay.READ), month)
    except NothingToApprove:
        raise Http404 from None
    return _file(desk, found, f"{desk.place}-pay-{month}", form)


def _file(desk: Desk, found: List, name: str, form: str) -> HttpResponse:
    """The file; names stand beside the codes where this person sees them now."""
    if form not in FORMS:
        raise Http404
    heads, rows = found.heads, found.rows
    if found.of_people and desk.works_with_names and desk.keys is not None:
        called = desk.called(str(row[0]) for row in rows)
        heads, rows = (
            (heads[0], BY_NAME, *heads[1:]),
            [[row[0], called[str(row[0])], *row[1:]] for row in rows],
        )
    answer = HttpResponse(written(form, heads, rows), content_type=FORMS[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer


AT = "<token:site>/lists/"
PAGES = [
    Page("site.lists.people", f"{AT}people.<slug:form>", of_people, people.READS),
    Page("site.lists.attendance", f"{AT}attendance-<month:month>.<slug:form>", days, attendance.READ),
    Page("site.lists.pieces", f"{AT}pieces-<month:month>.<slug:form>", counted, pieces.READ),
    Page("site.lists.pay", f"{AT}pay-<month:month>.<slug:form>", paid, pay.READ),
]

"""Money from others and back: the year's statement, the promise and the fund, advances; reports and the ledger."""

from typing import Any

from django.http import Http404, HttpResponse

from jornal.actions.ledger import ledger
from jornal.actions.yearstatement import ONE_DAY, NoYear, statement, year_of
from jornal.facts.organisation import Authority, Enterprise
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.moneydeeds import OF_A_SITE, OF_ALL
from jornal.papers.beancount import text
from jornal.papers.grantreport import of_budget, of_grant
from jornal.papers.moneysheet import Sheet, sheet
from jornal.papers.yearstatement import of_year, promise_line
from jornal.reads.funding import advances, money
from jornal.reads.stated import budgeted, granted
from jornal.units.periods import Period

READ = ("hq_finance", "hq_operations", "auditor")
SENDS = ("hq_finance",)
AT_SITES = ("site_manager", "hq_finance", "hq_operations", "auditor")
BUYERS = ("site_manager",)


def page(desk: Desk) -> HttpResponse:
    """The statement of a year, this one where none is asked for, with what can be recorded."""
    year = _year(desk)
    made = statement(year, desk.day)
    found = money(made.period)
    rules = desk.request.GET.get("lines") == "yes"
    return desk.page(
        "money.html", shown=of_year(made, desk.words, rules=rules), promise=made.promise, rules=rules, year=year,
        line=promise_line(made, desk.words), years=[one for one in (year - 1, year + 1) if one <= desk.day.year],
        grants=found.grants, budgets=found.budgets, acts=acting.listed(desk, OF_ALL, "hq.money.do"),
        printed=desk.at("hq.money.paper", {"year": year}), book=desk.at("hq.money.ledger", {"year": year}),
    )  # fmt: skip


def paper(desk: Desk) -> HttpResponse:
    """The statement of a year as PDF."""
    made = statement(_year(desk), desk.day)
    return _pdf(of_year(made, desk.words, rules=True), f"year-{made.year}")


def of_a_grant(desk: Desk, grant: str) -> HttpResponse:
    """The report on a grant to its funder as PDF."""
    period = _until_today(desk)
    found = granted(money(period), grant, desk.day)
    if found is None:
        raise Http404
    return _pdf(of_grant(found, _enterprise(desk), desk.words), f"grant-{grant}")


def of_a_budget(desk: Desk, budget: str) -> HttpResponse:
    """The report on a budget to its authority as PDF."""
    period = _until_today(desk)
    found = budgeted(money(period), budget, desk.day)
    if found is None:
        raise Http404
    authority = Authority.objects.current().filter(authority=found.budget.authority).first()
    label = authority.label if authority else found.budget.authority
    return _pdf(of_budget(found, (_enterprise(desk), label), desk.words), f"budget-{budget}")


def book(desk: Desk) -> HttpResponse:
    """The ledger of a year for Beancount."""
    found = ledger(_year(desk), desk.day)
    answer = HttpResponse(text(found), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.statement.year}.beancount"'
    return answer


def at_a_site(desk: Desk) -> HttpResponse:
    """The advances of a site, with what is open of each, and the form for a receipt."""
    found = [one for one in advances(money(_until_today(desk))) if one.advance.site == desk.place]
    return desk.page(
        "advances.html", rows=[_advance(desk, one) for one in reversed(found)],
        acts=acting.listed(desk, OF_A_SITE, "site.advances.do") if found else [],
    )  # fmt: skip


def _advance(desk: Desk, one: Any) -> dict[str, Any]:
    figures = desk.figures_in(one.advance.currency)
    amounts = {"given": one.advance.amount, "spent": one.spent, "back": one.returned, "left": one.left}
    said = {name: figures.amount(amount) for name, amount in amounts.items()}
    receipts = [(cost, figures.amount(cost.amount)) for cost in one.receipts]
    return {"of": one.advance, "receipts": receipts, "settled": one.left == 0, **said}


def _year(desk: Desk) -> int:
    """The year that is asked for, else this one; what is no year has no page."""
    asked = desk.request.GET.get("year", str(desk.day.year))
    try:
        year_of(int(asked), desk.day)
    except (ValueError, NoYear):
        raise Http404 from None
    return int(asked)


def _until_today(desk: Desk) -> Period:
    return Period(desk.day.replace(month=1, day=1), desk.day + ONE_DAY)


def _enterprise(desk: Desk) -> str:
    found = Enterprise.objects.current().first()
    return desk.say(found.label) if found else ""


def _pdf(of: Sheet, name: str) -> HttpResponse:
    answer = HttpResponse(sheet(of), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


PAGES = [
    Page("hq.money", "hq/money", page, READ, label="Money back"),
    Page("hq.money.do", "hq/money/do/<slug:verb>", acting.form_of(OF_ALL), SENDS, SENDS),
    Page("hq.money.paper", "hq/money/statement.pdf", paper, READ),
    Page("hq.money.ledger", "hq/money/ledger", book, READ),
    Page("hq.money.grant", "hq/money/grant/<token:grant>.pdf", of_a_grant, READ),
    Page("hq.money.budget", "hq/money/budget/<token:budget>.pdf", of_a_budget, READ),
    Page("site.advances", "<token:site>/advances", at_a_site, AT_SITES, label="Advances"),
    Page(
        "site.advances.do", "<token:site>/advances/do/<slug:verb>", acting.form_of(OF_A_SITE), BUYERS, BUYERS
    ),
]

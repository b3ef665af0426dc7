"""`jornal year`: a year's money in one statement; a grant's report to its funder, a budget's to its authority."""

import argparse
from pathlib import Path

from jornal.actions.office import Office, check
from jornal.actions.organisation import NotThere
from jornal.actions.yearstatement import ONE_DAY, statement, year_of
from jornal.cli import register
from jornal.facts.organisation import Authority, Enterprise
from jornal.papers.grantreport import of_budget, of_grant
from jornal.papers.kept import whole
from jornal.papers.moneysheet import Sheet, sheet, text
from jornal.papers.yearstatement import of_year, promise_line
from jornal.reads.funding import money
from jornal.reads.stated import budgeted, granted
from jornal.words.catalogue import LANGUAGES, Words

READS = ("hq_finance", "hq_operations", "auditor")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("year", type=int, help="the year, such as 2026")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--grant", default="", help="the report on one grant to its funder")
    which.add_argument("--budget", default="", help="the report on one budget to its authority")
    which.add_argument("--line", action="store_true", help="one public line on the promise")
    parser.add_argument(
        "--lines", action="store_true", help="under each figure its rule and what it rests on"
    )
    parser.add_argument("--paper", type=Path, metavar="FILE", help="a PDF there")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    register.arguments(parser)


@register.spoken()
def run(asked: argparse.Namespace) -> int:
    """Prints the statement or a report; 1 where something of it is not known."""
    office: Office = register.office(asked)
    check(office, "The statement of a year", READS)
    words = Words(asked.language)
    if asked.grant or asked.budget:
        return _shown(_report(asked, office, words), asked)
    found = statement(asked.year, office.day)
    if asked.line:
        print(promise_line(found, words))
        return 0
    return _shown(of_year(found, words, rules=asked.lines), asked)


def _report(asked: argparse.Namespace, office: Office, words: Words) -> Sheet:
    """The report on a grant or a budget as it stands at the end of the year, or today. Raises NotThere."""
    period = year_of(asked.year, office.day)
    found, until = money(period), period.end - ONE_DAY
    enterprise = words.say(Enterprise.objects.current().get().label)
    if asked.grant:
        granted_ = granted(found, asked.grant, until)
        if granted_ is None:
            raise NotThere("grant", asked.grant, "record-grant")
        return of_grant(granted_, enterprise, words)
    budgeted_ = budgeted(found, asked.budget, until)
    if budgeted_ is None:
        raise NotThere("budget", asked.budget, "agree-budget")
    authority = Authority.objects.current().get(authority=budgeted_.budget.authority)
    return of_budget(budgeted_, (enterprise, authority.label), words)


def _shown(made: Sheet, asked: argparse.Namespace) -> int:
    """Prints a sheet, and draws it where a file is named; 1 where it says that something is not known or not right."""
    print(text(made), end="")
    if asked.paper:
        whole(asked.paper, sheet(made))
        print(f"\nPrint {asked.paper}.")
    return 1 if made.open else 0

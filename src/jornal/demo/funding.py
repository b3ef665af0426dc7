"""Money from others and back in the demo: every row of funding.toml through its verb, then the papers of the year."""

import hashlib
import re

from jornal.actions.ledger import ledger
from jornal.actions.yearstatement import ONE_DAY, statement
from jornal.demo.stage import Row, Stage
from jornal.demo.world import data
from jornal.facts.organisation import Authority
from jornal.papers.beancount import text
from jornal.papers.grantreport import of_budget, of_grant
from jornal.papers.kept import OWN, whole
from jornal.papers.moneysheet import sheet
from jornal.papers.yearstatement import of_year
from jornal.reads.funding import money
from jornal.reads.stated import budgeted, granted
from jornal.words.catalogue import Words

FOLDER = "money"
"""Where the papers of the year lie in the home of a register; everything in them is invented."""
ROLES = {"manager": "site_manager", "representative": "representative"}
_HELD = re.compile(r"\{(manager|representative|paper):([^}]+)\}")


def recorded(stage: Stage) -> None:
    """Records an enterprise's money as far as its sites are told, and writes the papers of the year into its home."""
    told = data("funding").get(stage.terms.id, ())
    here = {site.id for site in stage.terms.site} & set(stage.crews)
    for one in told:
        at = one.get("at", "")
        named = ({at, row.get("at", ""), row.get("places", "")} for row in one["rows"])
        pairs = zip(one["rows"], named, strict=True)
        rows = [_filled(stage, row) for row, sites in pairs if sites <= here | {""}]
        stage.do(one["verb"], one.get("role", "hq_finance"), at, rows if not at or at in here else [])
    if told:
        _papers(stage)


def _filled(stage: Stage, row: Row) -> Row:
    """The row as it would be typed, with tokens and digests in place of what stands for them."""
    return {
        name: _HELD.sub(lambda found: _said(stage, found[1], found[2]), f"{value}")
        for name, value in row.items()
    }


def _said(stage: Stage, what: str, of: str) -> str:
    if what == "paper":
        return hashlib.sha256(of.encode()).hexdigest()
    return stage.cast.who(ROLES[what], of)


def _papers(stage: Stage) -> None:
    """The statement, the ledger, and a report on each grant and each budget, in English."""
    folder, words = stage.home / FOLDER, Words("en")
    folder.mkdir(exist_ok=True)
    made = statement(stage.day.year, stage.day)
    label, until = made.enterprise.label, made.period.end - ONE_DAY
    whole(folder / f"{made.year}.pdf", sheet(of_year(made, words, rules=True)), OWN)
    whole(folder / f"{made.year}.beancount", text(ledger(made.year, stage.day)), OWN)
    found = money(made.period)
    for grant in found.grants:
        stands = granted(found, grant.grant, until)
        if stands is not None:
            whole(folder / f"grant-{grant.grant}.pdf", sheet(of_grant(stands, label, words)), OWN)
    authorities = dict(Authority.objects.current().values_list("authority", "label"))
    for budget in found.budgets:
        report = budgeted(found, budget.budget, until)
        if report is not None:
            names = (label, authorities[budget.authority])
            whole(folder / f"budget-{budget.budget}.pdf", sheet(of_budget(report, names, words)), OWN)

"""`jornal report`: a month for headquarters, the authority or a funder, on paper and as a file of its rows."""

import argparse
import json
from dataclasses import replace
from pathlib import Path

from jornal.actions.monthasked import asked_for
from jornal.actions.monthcards import said
from jornal.actions.monthwords import READERS
from jornal.actions.office import Office, check
from jornal.actions.standing import languages
from jornal.cli import register
from jornal.facts.organisation import Enterprise, Site
from jornal.papers.kept import whole
from jornal.papers.monthreport import monthreport
from jornal.words.catalogue import Words

OURS = ("hq_operations", "hq_finance", "auditor")
ROLES = {"hq": (*OURS, "site_manager"), "authority": (*OURS, "site_manager", "authority"), "funder": OURS}
"""Who makes a report, by its reader."""


class OneSite(ValueError):
    """A report for an authority on every site."""

    def __init__(self) -> None:
        super().__init__(
            "An authority is told of its own site alone: name it with --site, and never all of them."
        )


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--month", required=True, help="such as 2026-10")
    parser.add_argument(
        "--for",
        dest="reader",
        choices=READERS,
        default="hq",
        help="who reads it; what is sealed is counted with --passphrase",
    )
    parser.add_argument("--language", help="of the report; else the first of the site, or English")
    parser.add_argument("--into", type=Path, help="folder for the paper and its rows; else this one")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Writes the paper and its rows, and prints where."""
    office: Office = register.office(told)
    if told.reader == "authority" and not office.site:
        raise OneSite
    check(office, "report", ROLES[told.reader])
    keys = (
        register.unlocked(register.passphrase(told))
        if told.passphrase and told.reader != "authority"
        else None
    )
    try:
        path = _written(replace(office, keys=keys), told)
    finally:
        if keys is not None:
            keys.lock()
    print(f"Print {path}; its rows are in {path.with_suffix('.json')}.")
    return 0


def _written(office: Office, told: argparse.Namespace) -> Path:
    site = Site.objects.current().filter(site=office.site).first() if office.site else None
    first = (languages(site) or ["en"])[0] if site else "en"
    words = Words(told.language or first, site.jurisdiction if site else "")
    rows = said(asked_for(office, told.month, told.reader, words))
    enterprise = Enterprise.objects.current().first()
    folder = told.into or Path()
    folder.mkdir(parents=True, exist_ok=True)
    stem = "-".join(["report", office.site or "all", told.month, told.reader])
    path = folder / f"{stem}.pdf"
    whole(path, monthreport(rows, words, enterprise.label if enterprise else "", office.day))
    whole(path.with_suffix(".json"), json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    return path

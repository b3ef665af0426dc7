"""`jornal payfile`: money out as a file for the bank, or as a cash list that families sign."""

import argparse
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jornal.actions.approving import found
from jornal.actions.issued import body
from jornal.actions.office import Office
from jornal.actions.payfiles import LeftOut, made, to_fetch
from jornal.cli import register
from jornal.papers.banklist import banklist
from jornal.papers.familylist import ByHand, familylist
from jornal.papers.heads import first_language, issue
from jornal.papers.kept import OWN, private, swept, whole
from jornal.papers.pain import pain
from jornal.terms.bankfiles import layout, layouts
from jornal.units.money import major


class Written(NamedTuple):
    """A file's name and content, what is said of it, and who is not in it."""

    name: str
    content: bytes
    says: list[str]
    left_out: tuple[LeftOut, ...] = ()


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("month", help="the month, such as 2026-10")
    parser.add_argument(
        "--as", dest="form", choices=("pain", "csv", "cash"), default="pain",
        help="pain: ISO 20022 pain.001.001.09; csv: a list in a bank's columns; cash: a list that families sign",
    )  # fmt: skip
    parser.add_argument(
        "--to",
        choices=("family", "worker"),
        default="family",
        help="to families, or to workers' own accounts",
    )
    parser.add_argument(
        "--bank",
        default="plain",
        metavar="NAME",
        help=f"the columns of csv: {', '.join(layouts())} or a .toml file",
    )
    parser.add_argument(
        "--on", type=register.typed_day, metavar="DAY", help="when the bank pays; else the day it is due"
    )
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where to put it; else a private folder")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Writes the file; 1 where a sum could not be in it."""
    swept(register.home() / "papers")
    written: Written = register.with_names(told, lambda office: _written(told, office))
    folder = told.out or private(register.home() / "papers" / Path(written.name).stem)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / written.name
    whole(path, written.content, OWN)  # it holds names and accounts; half a list would pay half of them
    for one in written.left_out:
        print(f"  ! {one.of.worker} {one.of.payee}".rstrip() + f": {one.why}")
    print("\n".join(written.says))
    print(f"It lies in {path}.")
    return 1 if written.left_out else 0


def _written(told: argparse.Namespace, office: Office) -> Written:
    return _cash(office, told.month) if told.form == "cash" else _bank(told, office)


def _cash(office: Office, month: str) -> Written:
    run_, _ = found(office.site, month)
    table = body(office, month)
    sums = [ByHand(*one) for one in to_fetch(office, month)]
    pdf = familylist(issue(table, first_language(table)), sums, run_.due_on)
    return Written(f"{office.site}-{month}-families.pdf", pdf, [f"{len(sums)} payments to be signed for."])


def _bank(told: argparse.Namespace, office: Office) -> Written:
    on: date | None = told.on
    found_ = made(office, told.month, told.to, on)
    batch = found_.batch
    content = pain(batch) if told.form == "pain" else banklist(batch, layout(told.bank))
    ending = "xml" if told.form == "pain" else "csv"
    what = f"{len(batch.transfers)} transfers of {major(batch.total, batch.currency)} {batch.currency}"
    says = [
        f"{what} on {batch.on}; every fee is the enterprise's.",
        f"When the bank has paid: jornal do file-left month={told.month} message={batch.message} day=… to={told.to}",
    ]
    if batch.account.scheme.unchecked:
        says.insert(0, batch.account.scheme.unchecked)
    return Written(f"{office.site}-{batch.message}.{ending}", content, says, found_.left_out)

"""A month's money to families in the demo: the bank's file, its list and the families' pages, and that it has left."""

from dataclasses import asdict

from jornal.actions import payfiles, sending
from jornal.demo.stage import Stage
from jornal.papers.banklist import banklist
from jornal.papers.familyline import Line, familylines
from jornal.papers.kept import OWN, whole
from jornal.papers.pain import pain
from jornal.terms import accounts
from jornal.terms.accounts import Mistyped
from jornal.terms.bankfiles import layout

FOLDER = "money-out"
"""Where these files lie in the home of a register; everybody in them is invented."""
HOLDER = "Empresa social (inventada)"


def account(currency: str, last: str, seed: int = 0) -> str:
    """An invented account of a currency that ends in these digits and whose check fits."""
    scheme = accounts.schemes().get(currency)
    if scheme is None:
        return last.rjust(10, "0")
    length = scheme.lengths[0]
    for number in range(seed, seed + 5000):
        text = (f"{number:05}" * 4)[: length - len(last)] + last
        try:
            return accounts.read(text, currency).digits
        except Mistyped:
            continue
    return last.rjust(length, "0")


def sent(stage: Stage, site: str, month: str) -> None:
    """Makes the files of a month as they leave, records that the bank has paid them, and prints the families' pages."""
    folder = stage.home / FOLDER
    folder.mkdir(exist_ok=True)
    currency = next(one.currency for one in stage.terms.site if one.id == site)
    ours = {"holder": HOLDER, "account": account(currency, "0417", 900), "since": f"{month}-01"}
    stage.do("pays-from", "site_manager", site, [ours])
    office = stage.office("site_manager", site)
    batch = payfiles.made(office, month).batch
    stem = f"{site}-{month}-families"
    whole(folder / f"{stem}.xml", pain(batch), OWN)
    whole(folder / f"{stem}.csv", banklist(batch, layout("plain")), OWN)
    row = {"month": month, "message": batch.message, "day": stage.day}
    stage.do("file-left", "site_manager", site, [row])
    fee = {"day": stage.day, "amount": 25 * len(batch.transfers), "paper": f"bank paper {month}"}
    stage.do("transfer-fee", "site_manager", site, [fee])
    told = [asdict(one) for one in sending.home(stage.office("site_manager", site), month)]
    lines = [Line(**{name: value for name, value in one.items() if name != "worker"}) for one in told]
    whole(folder / f"{stem}.pdf", familylines(lines), OWN)


def said_arrived(stage: Stage, site: str, month: str) -> None:
    """Every second family says by its code that the money is there; the others are asked by list."""
    told = sending.home(stage.office("site_manager", site), month)
    rows = [{"code": one.code, "day": stage.day} for one in told[::2]]
    stage.do("arrived-by-code", "site_manager", site, rows)

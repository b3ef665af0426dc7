"""The papers of what the demo made: each lot's card, labels and passport as files, and what was said of each market."""

from pathlib import Path

from jornal.actions import lotcard
from jornal.actions.markets import Checked, answered
from jornal.demo.homes import PRODUCTS
from jornal.demo.stage import Stage
from jornal.demo.world import data
from jornal.facts.labels import Item, PassportIssued, PassportWithdrawn
from jornal.facts.lots import Lot
from jornal.facts.markets import ShipmentChecked
from jornal.journal import jws
from jornal.papers.heads import first_language, issue
from jornal.papers.labels import Label, Made, sheet
from jornal.papers.lotcard import lotcard as card
from jornal.papers.passport import Page, html
from jornal.units.itemcode import Item as Coded
from jornal.units.itemcode import link
from jornal.words.catalogue import LANGUAGES

MARKETS = "markets.txt"
FILES = {language: "index.html" if language == "en" else f"{language}.html" for language in LANGUAGES}


def written(stage: Stage) -> None:
    """A folder for every lot with a passport that stands, in the home of the register; and the answers of markets."""
    gone = set(PassportWithdrawn.objects.values_list("passport", flat=True))
    sites = {one.root: one.site for one in Lot.objects.current()}
    for one in PassportIssued.objects.order_by("code", "number"):
        if one.root not in gone:
            _lot(stage, sites[one.lot], one)
    _markets(stage)


def _lot(stage: Stage, site: str, of: PassportIssued) -> None:
    into = stage.home / PRODUCTS / of.code
    into.mkdir(parents=True, exist_ok=True)
    for language, name in FILES.items():
        page = Page(body=of.body, public=of.public, language=language, languages=FILES)
        _text(into / name, html(page))
    _text(into / "passport.json", jws.canonical(of.body))
    _text(into / "passport.jws", of.signature + "\n")
    table = lotcard.card(stage.office("site_manager", site), of.code)
    language = first_language(table)
    (into / "card.pdf").write_bytes(card(issue(table, language)))
    (into / "labels.pdf").write_bytes(sheet(_labels(of), _made(of), language, of.day))


def _labels(of: PassportIssued) -> list[Label]:
    pieces = Item.objects.current().filter(lot=of.lot).order_by("serial").values_list("serial", flat=True)
    return [
        Label(
            of.body["product"], of.code, one, link(data("passports")["address"], Coded(of.gtin, of.code, one))
        )
        for one in ([str(serial) for serial in pieces] or [""])
    ]


def _made(of: PassportIssued) -> Made:
    return Made(of.body["enterprise"], of.body["place"], of.body["country"], jws.fingerprint(of.public))


def _markets(stage: Stage) -> None:
    """What is said of each shipment that was checked, with the law and where it is written."""
    lines = []
    for one in ShipmentChecked.objects.current().order_by("day", "shipment"):
        row = Checked(
            shipment=one.shipment, destination=one.destination, transit=one.transit["places"], product=one.product,
            consignment=one.consignment,
        )  # fmt: skip
        found = answered(stage.office("hq_operations", one.site), row)
        lines.append(f"{one.day} {one.shipment}, {one.consignment}:")
        for stop, sentence in zip(found.stops, found.sentences(), strict=True):
            lines.append(f"  {sentence}")
            lines += [f"  {stop.rule.source}"] if stop.rule is not None else []
    if lines:
        (stage.home / PRODUCTS).mkdir(exist_ok=True)
        _text(stage.home / PRODUCTS / MARKETS, "\n".join(lines) + "\n")


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")

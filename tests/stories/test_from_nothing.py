"""A workshop from an empty register to a sold piece, its page as a stranger reads it, and the slip that pays for it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from stories.serving import free, served
from stories.twodesks import NAMES_OPEN_WITH, Office

pytestmark = pytest.mark.browser

ANSWERS = """
terms = "new"
enterprise = "barro"
enterprise_label = "Barro (invented)"
site = "puno"
site_label = "Taller de Puno"
country = "pe"
employer = "Barro (invented)"
authority = "Authority of Puno (invented)"
languages = "es"
timetable = "6h x5"
manager_name = "Rosa Mamani"
second_name = "Elena Quispe"
"""
BEGINNING = """
import sys
from datetime import UTC, datetime
from functools import partial
import django
django.setup()
from jornal.actions import beginning
from jornal.cli.main import main
beginning.begin = partial(beginning.begin, clock=lambda: datetime(2026, 9, 1, 13, tzinfo=UTC))
sys.exit(main(["init", "--answers", sys.argv[1], "--passphrase", sys.argv[2]]))
"""
CONTRACT = """
[[contract]]
id = "pieza"
label = "Ceramistas, por pieza"
since = 2026-09-01
pays = "piece"
trade = "ceramics"
timetable = { monday = 360, tuesday = 360, wednesday = 360, thursday = 360, friday = 360, rest_day = "sunday" }
floor = [{ floor = "pe-rmv", measure = "guarantee", layer = "contract" }]
uses = [{ rule = "pe-limit", layer = "contract" }]
waterfall = "pe-operator-split"
source = "agreement (invented)"

  [[contract.rate]]
  per = "piece"
  operation = "torneado"
  label = "Torneado"
  standard_minutes = "30"
  value = [{ since = 2026-09-01, amount = "5.00", source = "rate card (invented)", confidence = "invented" }]
"""
"""What the manager writes into the first file of terms that `jornal init` left her."""
OFFERED, MADE, SOLD = "2026-09-01", "2026-09-07", "2026-10-01"
GTIN = "09520000020019"
HER = "PN001P"


@pytest.fixture
def begun(tmp_path: Path) -> tuple[Path, dict[str, tuple[str, str]]]:
    """An empty register begun on 1 September, and what the slips of its two first people say."""
    home, answers, secret = tmp_path / "home", tmp_path / "answers.toml", tmp_path / "secret"
    answers.write_text(ANSWERS, encoding="utf-8")
    secret.write_text(NAMES_OPEN_WITH, encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    told = subprocess.run(
        [sys.executable, "-c", BEGINNING, str(answers), str(secret)],
        env=env | {"JORNAL_HOME": str(home), "DJANGO_SETTINGS_MODULE": "jornal.settings"},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    with (home / "terms" / "enterprises" / "barro.toml").open("r+", encoding="utf-8") as file:
        text = file.read().replace("contract = []  ", "# ").replace("contracts = []", 'contracts = ["pieza"]')
        file.seek(0)
        file.write(text + CONTRACT)
    slip = r"SIGN-IN OF (\w+)\..*?first passphrase (\S+)\s+one-time codes\s+(\d{4} \d{4})"
    return home, {staff: (first, code) for staff, first, code in re.findall(slip, told, re.DOTALL)}


@pytest.fixture
def office(browser: Browser, begun: tuple[Path, dict[str, tuple[str, str]]]) -> Iterator[Office]:
    """The register's two people before their browsers; nothing is served yet."""
    home, slips = begun
    with ExitStack() as closing:
        strangers = browser.new_context()
        closing.callback(strangers.close)
        here = Office(home, f"http://localhost:{free()}", slips, strangers.request)
        for staff in slips:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            closing.callback(context.close)
            context.set_default_timeout(15_000)
            here.pages[staff] = context.new_page()
        yield here


def served_on(office: Office, day: str) -> AbstractContextManager[str]:
    """The program of the register, as if it were that day."""
    return served(office.home, day, int(office.address.rpartition(":")[2]))


def test_from_an_empty_register_to_a_sold_piece_and_the_slip_that_pays_for_it(office):
    manager, second = office.slips
    with served_on(office, OFFERED):
        offered(office, manager, second)
    with served_on(office, MADE):
        lot = made(office, manager, second)
    with served_on(office, SOLD):
        paid(office, manager, second)
        sold(office, manager, second, lot)
        read_and_taken_back(office, manager, lot)


def offered(office: Office, manager: str, second: str) -> None:
    """Both sign in; headquarters adopts the terms; a woman is offered work, says yes and consents."""
    office.sign_in(second)
    office.add_app()
    office.go("/hq/agreements/adopt?enterprise=barro")
    assert "Las condiciones número 1 están adoptadas." in office.press("main form[method=post] button")
    office.sign_in(manager)
    office.unlock()
    assert "Nadie trabaja aquí todavía" in office.said()
    office.go("/puno/people/offer")
    office.on(who="new")
    office.on(name="Juana Huanca", birth_year="1990")
    office.on(language="es", read_by=manager)
    office.on(terms="pieza/")
    office.on()
    office.on()
    office.on(answer="accepted")
    office.on(consenting="today", witness="Hermana Luz", witness_of="ngo", cooling_off_until="2026-09-05")
    assert "Juana Huanca" in office.press("button[name=go][value=record]")


def made(office: Office, manager: str, second: str) -> str:
    """She begins; a cup has its recipe; she turns the two of a lot, which is finished and judged: its code."""
    office.sit(manager)
    office.unlock()
    assert "1 dijeron que sí al trabajo" in office.said()
    office.go(f"/puno/people/{HER}/begin")
    office.on(workshop="workshop")
    office.on()
    office.on(reads="yes")
    office.on()
    office.press("button[name=go][value=record]")
    office.do(f"/puno/people/{HER}/do/sign-contract", contract="pieza", copy_given_on="2026-09-05")
    office.sit(second)
    office.do("/hq/catalogue/do/name-material", material="arcilla", label="Arcilla", unit="g")
    office.do("/hq/catalogue/do/name-product", product="taza", label="Taza", gtin=GTIN)
    recipe = {"operations": "torneado: 30", "materials": "arcilla: 400", "techniques": "torno"}
    office.do("/hq/catalogue/do/set-recipe", product="taza", **recipe)
    office.do("/hq/catalogue/do/set-checklist", product="taza", asks="Base plana; sin grietas")
    office.sit(manager)
    received = {"quantity": "5000", "country": "Perú", "origin": "Pucará"}
    clay = code("M", office.do("/puno/lots/do/receive-material", material="arcilla", **received))
    lot = code("L", office.do("/puno/lots/do/open-lot", product="taza", quantity="2", workshop="workshop"))
    office.do("/puno/lots/do/issue-material", lot=lot, material=clay, quantity="800")
    office.go("/puno/attendance")
    office.press("button[value=rest]")
    office.go(f"/puno/pieces?lot={lot}")
    office.fill(**{f"g0.{HER}": "2"})
    office.press("#record")
    assert "2 de 2" in office.go(f"/puno/lots/{lot}")
    office.do("/puno/lots/do/finish-lot", lot=lot, quantity="2")
    office.do("/puno/lots/do/judge-lot", lot=lot, good="2", answers="sí; sí")
    assert "Puede salir." in office.go(f"/puno/lots/{lot}")
    return lot


def code(letter: str, said: str) -> str:
    """The code of a lot or of material, as a page shows it."""
    found = re.search(rf"\b{letter}[A-Z]{{2}}\d{{3}}[A-Z]\b", said)
    assert found is not None
    return found[0]


def paid(office: Office, manager: str, second: str) -> None:
    """Her slip counts the two cups of the lot; one issues the month, the other approves it."""
    office.sit(manager)
    office.unlock()
    slip = office.go(f"/puno/pay/2026-09/of/{HER}").replace("\u00a0", " ")
    assert re.search(r"Torneado.{0,80}\b2\b.{0,20}5\.00", slip), slip
    office.go("/puno/pay/2026-09/issue")
    office.press("main form[method=post] button")
    office.sit(second)
    office.go("/puno/pay/2026-09/approve")
    assert "El dinero puede salir." in office.press("main form[method=post] >> nth=0 >> button")


def sold(office: Office, manager: str, second: str, lot: str) -> None:
    """She chooses a name for her labels; the pieces get theirs; one of them is sold over the counter."""
    office.sit(manager)
    consent = {"purpose": "name", "scope": "etiquetas", "read_by": manager, "copy_given_on": SOLD}
    witness = {"witness": "Hermana Luz", "witness_of": "ngo"}
    office.do(f"/puno/people/{HER}/do/give-consent", **consent, **witness)
    office.do(f"/puno/people/{HER}/do/show-maker", shown="chosen_name", line="Wayra")
    office.do("/puno/passports/do/issue-passport", lot=lot)
    office.press("button[name=sure][value=yes]")
    office.do("/puno/passports/do/label-pieces", lot=lot, count="2", maker=HER)
    office.sit(second)
    place = {"place": "tienda", "label": "Tienda", "sort": "shop", "country": "PE", "currency": "PEN"}
    office.do("/hq/stock/do/name-place", **place)
    office.do("/hq/stock/do/move-goods", what="finished", lot=lot, quantity="2", to_place="tienda")
    sale = {"channel": "caja", "order": "1", "line": "1", "place": "tienda", "product": "taza", "lot": lot}
    said = office.do("/hq/sales/do/sell", **sale, quantity="1", price="35.00", currency="PEN")
    assert "S/ 35.00" in said.replace("\u00a0", " ")
    assert "1 pieza " in office.go("/hq/stock")


def read_and_taken_back(office: Office, manager: str, lot: str) -> None:
    """A stranger reads who made the piece; her name is gone as soon as she takes it back."""
    piece = f"{office.address}/01/{GTIN}/10/{lot}/21/1?l=es"
    told = office.stranger.get(piece).text()
    assert [word for word in ("Wayra", "hecho en un penal", "Taza", "Pucará") if word not in told] == []
    assert "Juana" not in told
    office.sit(manager)
    office.go(f"/puno/people/{HER}/withdraw")
    office.page.locator("li", has_text="etiqueta").get_by_role("link").click()
    office.press("main form[method=post] button")
    told = office.stranger.get(piece).text()
    assert ("Wayra" in told, "Taza" in told) == (False, True)

import json

from jornal.demo.homes import PRODUCTS
from jornal.demo.passports import FILES, MARKETS
from jornal.demo.world import data
from jornal.facts.labels import PassportIssued
from jornal.journal import jws
from jornal.units.itemcode import item_number

LOT = "LQC001M"


def test_the_papers_of_the_lot_lie_beside_the_register(cusco):
    names = {path.name for path in (cusco.home / PRODUCTS / LOT).iterdir()}
    assert names == {*FILES.values(), "passport.json", "passport.jws", "card.pdf", "labels.pdf"}


def test_the_passport_beside_the_register_is_the_one_that_was_signed(register):
    issued = PassportIssued.objects.get()
    into = register.home / PRODUCTS / LOT
    found = jws.checked((into / "passport.json").read_text(), (into / "passport.jws").read_text(), "")
    assert found.content == issued.body
    assert found.public == issued.public


def test_no_file_names_a_maker(cusco):
    pages = [(cusco.home / PRODUCTS / LOT / name).read_text(encoding="utf-8") for name in FILES.values()]
    assert [one for one in pages if "Chaska" in one or "QC013" in one] == []


def test_the_numbers_say_that_they_are_examples():
    rows = [row for turn in data("making")["turn"] if turn["verb"] == "name-product" for row in turn["rows"]]
    assert len({item_number(row["gtin"]) for row in rows}) == len(rows) == 5
    assert {row["gtin"][:4] for row in rows} == {"0952"}
    assert "example.org" in data("passports")["address"]


def test_what_was_said_of_a_market_names_its_law(cusco):
    told = (cusco.home / PRODUCTS / MARKETS).read_text(encoding="utf-8")
    assert "nordlys-10, sale:\n  Denmark: may go. Regulation (EU) 2024/3015" in told


def test_the_passport_names_nobody(cusco):
    body = json.loads((cusco.home / PRODUCTS / LOT / "passport.json").read_text(encoding="utf-8"))
    assert body["made_in_prison"] is True
    assert body["pay"]["people"] >= 5
    assert not {"maker", "worker"} & set(body)

from datetime import date

from jornal.actions.spelling import spelling
from jornal.rules.rows import Piece, Worker
from jornal.sheets.people import Person
from jornal.terms import load


def words():
    contract = load.enterprise("qori").contract
    return spelling(contract, ())


def person(contract, grade):
    return Person("Ana", Worker("Q01", contract, grade=grade), "es", "")


def test_a_capital_letter_does_not_cost_anyone_her_pay():
    found = words().person(person("Cusco Hourly", "MAKER")).worker
    assert (found.contract, found.grade) == ("cusco-hourly", "maker")


def test_what_the_terms_do_not_know_stays_as_it_was_written():
    found = words().person(person("Tacna", "Boss")).worker
    assert (found.contract, found.grade) == ("Tacna", "Boss")


def test_pieces_are_priced_however_the_operation_is_written():
    rows = {"Q01": [Piece("a", date(2026, 10, 5), "Scarf", 4), Piece("b", date(2026, 10, 5), "scraf", 1)]}
    assert [piece.operation for piece in words().pieces(rows)["Q01"]] == ["scarf", "scraf"]


def test_two_words_that_are_alike_are_not_taken_for_each_other():
    contracts = load.enterprise("qori").contract
    rate = next(rate for one in contracts for rate in one.rate if rate.operation == "scarf")
    two = spelling(contracts, (rate.__class__(**{**vars(rate), "operation": "SCARF"}),))
    rows = {"Q01": [Piece("a", date(2026, 10, 5), "Scarf", 4)]}
    assert two.pieces(rows)["Q01"][0].operation == "Scarf"

from fractions import Fraction

from jornal.terms.load import pack
from jornal.terms.unconfirmed import as_known
from terms.text import FLOOR, rows

BANDS = """
[[floor]]
id = "least"
label = "Least"
layer = "law"
unit = "hour"
[[floor.value]]
since = 2024-01-01
bands = [{ age_from = 16, amount = "6.40" }]
source = "law"
confidence = "V"
[[floor.value]]
since = 2025-01-01
bands = [{ age_from = 16, amount = "7.55" }]
source = "hearsay"
confidence = "K-low"
"""


def test_an_amount_nobody_confirmed_is_unknown_and_its_row_stays():
    (value,) = rows(FLOOR.replace('"V"', '"K-low"')).floor[0].value
    assert (value.amount, value.source) == (None, "DS 006")


def test_what_is_known_from_memory_but_surely_keeps_its_amount():
    assert rows(FLOOR.replace('"V"', '"K-high"')).floor[0].value[0].amount == 1130


def test_bands_become_unknown_with_their_row_only():
    values = rows(BANDS).floor[0].value
    assert [value.bands[0].amount for value in values] == [Fraction(32, 5), None]


def test_credit_nobody_confirmed_is_undefined():
    forms = {(row.code, row.since.year): row.form for row in pack("pe").rules.credit}
    assert forms["PE-R6", 2013] == "undefined"
    assert forms["PE-R6", 2016] == "ratio"


def test_what_needs_no_change_is_the_same_object():
    law = pack("uk")
    assert as_known(law) is law

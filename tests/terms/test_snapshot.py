import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from jornal.terms.load import enterprise, pack
from jornal.terms.snapshot import plain, snapshot


def test_the_same_terms_give_the_same_bytes():
    assert snapshot(pack("pe")) == snapshot(pack("pe"))
    assert json.loads(snapshot(enterprise("qori")))["id"] == "qori"


def test_any_change_of_a_figure_changes_them():
    law = pack("pe")
    floor = law.rules.floor[0]
    changed = replace(floor, value=(replace(floor.value[0], amount=Fraction(751)), *floor.value[1:]))
    assert snapshot(floor) != snapshot(changed)


def test_fractions_days_and_sets_have_one_text():
    raw = {"b": Fraction(48, 7), "a": [date(2025, 1, 1), None, True], "c": frozenset({"y", "x"}), "ก": "é"}
    assert snapshot(raw) == '{"a":["2025-01-01",null,true],"b":"48/7","c":["x","y"],"ก":"é"}'


def test_a_float_has_no_canonical_text():
    with pytest.raises(TypeError, match="float"):
        plain({"a": 0.5})

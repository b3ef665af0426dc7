"""The kinds that are hours of work are the same in the rules and in the terms."""

import tomllib
from pathlib import Path

import jornal.terms
from jornal.rules.rows import WORKED_KINDS


def test_the_worked_kinds_of_the_rules_are_those_of_the_terms():
    kinds = tomllib.loads((Path(jornal.terms.__file__).parent / "kinds.toml").read_text(encoding="utf-8"))
    assert {name for name, kind in kinds.items() if kind["group"] == "worked"} == WORKED_KINDS

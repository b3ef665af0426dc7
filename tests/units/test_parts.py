"""Parts of a sentence that are said in the reader's language."""

import pickle
from datetime import date

from jornal.units.parts import Begun, Part, Several, named
from jornal.units.said import Said

SPANISH = {
    "{worker}: {why}.": "{worker} : {why}.",
    "it ends on {day}": "termina el {day}",
    "shift": "turno",
    " and {number} more": " y {number} más",
}


def say(key: str, /, **facts: object) -> str:
    return SPANISH.get(key, key).format_map(facts)


def write(name: str, value: object) -> object:
    return f"<{value}>" if name in ("worker", "workers", "day") else value


def told(fault: Said) -> str:
    return fault.told(say, write)


FAULT = Said("{worker}: {why}.", worker="QC1", why=Part("it ends on {day}", day=date(2026, 10, 31)))
MANY = Said("{workers}", workers=Several(["A", "B", "C"], 1))
BEGUN = Said("{what}", what=Begun("shift"))


def test_a_part_is_its_english_until_it_is_told_in_another_language():
    assert str(FAULT) == "QC1: it ends on 2026-10-31."
    assert told(FAULT) == "<QC1> : termina el <2026-10-31>."


def test_of_many_the_first_are_named_and_the_rest_counted():
    assert (str(MANY), told(MANY)) == ("A and 2 more", "<A> y 2 más")


def test_a_part_that_begins_a_sentence_has_a_capital_letter():
    assert (str(BEGUN), told(BEGUN)) == ("Shift", "Turno")


def test_a_sentence_within_a_sentence_does_not_end_it_twice():
    both = Said("{what}.", what=Several([Part("Write a day."), Part("Write a number.")], between="; "))
    assert (str(both), told(both)) == ("Write a day; Write a number.",) * 2
    assert str(Said("{path}.", path="../a.")) == "../a.."


def test_the_workers_of_a_sentence_are_found_in_its_parts():
    rows = Several([Part("{worker} on {day}", worker="B", day=date(2026, 10, 1))])
    assert list(named({"workers": Several(["A"]), "rows": rows, "site": "S"}, "worker", "workers")) == [
        "A",
        "B",
    ]


def test_a_fault_with_parts_comes_back_whole_from_another_process():
    again = pickle.loads(pickle.dumps([FAULT, MANY, BEGUN]))
    assert [(str(one), told(one)) for one in again] == [(str(one), told(one)) for one in (FAULT, MANY, BEGUN)]

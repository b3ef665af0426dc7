import pytest

from jornal.sheets import reading as module
from jornal.sheets import says
from jornal.sheets.listed import Unreadable
from made import reading


def refused(code: str, **more: object) -> Unreadable:
    with pytest.raises(Unreadable) as fault:
        reading(**more).worker(code)
    return fault.value


def test_a_worker_is_known_by_her_code_however_it_is_typed():
    assert [reading().worker(said) for said in ("Q01", "q-01", " q 01 ", "Ｑ๐๑")] == ["Q01"] * 4


def test_a_worker_is_known_by_a_name_only_she_has():
    assert reading().worker("carla nahui") == "Q21"
    twice = refused("Ana", people={"Q01": "Ana", "Q02": "Ana"})
    assert str(twice) == "Ana is the name of several people (Q01, Q02). Write the code instead."


def test_a_misspelt_code_is_listed_with_near_ones():
    assert str(refused("Q12")).startswith("Q12 is not in the list of people. Did you mean Q")
    assert refused("ZZZ999").key == says.UNKNOWN_WORKER
    assert refused("").key == says.NO_WORKER


def test_the_wrong_list_does_not_take_forever():
    known = reading(people={f"Q{number:04d}": "" for number in range(2000)})
    for number in range(module.MOST_SUGGESTED + 5):
        with pytest.raises(Unreadable) as fault:
            known.worker(f"Q{number:04d}X")
    assert fault.value.key == says.UNKNOWN_WORKER


def test_any_code_stands_while_the_people_are_not_known():
    assert reading(people=None).worker("new-1") == "NEW1"


def test_numbers_of_the_clock_are_known_with_and_without_zeros():
    known = reading(people={"007": "", "Q01": ""}, clock={"12": "Q01"})
    assert [known.punched(number) for number in ("12", "00012", "7", "007", "q01")] == [
        "Q01",
        "Q01",
        "007",
        "007",
        "Q01",
    ]

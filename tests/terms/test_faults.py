import pickle

import pytest

from jornal.terms.faults import NoSuchRow, NoSuchTerms, TermsFault, TermsFaults

EACH = [
    TermsFaults(["a.toml, id: it is missing. Add it.", "b.toml is a folder. Name a file."]),
    NoSuchRow("floor", "pe-rvm", "Contract c", ["pe-rmv", "other"]),
    NoSuchTerms("jurisdiction", "pee", ["terms", "jornal/terms"], ["pe", "th"]),
]


def test_many_faults_are_one_with_a_line_each():
    wrong = TermsFaults(["one.", "two.", "one."])
    assert wrong.faults == ("one.", "two.")
    assert str(wrong) == "one.\ntwo."


@pytest.mark.parametrize("fault", EACH, ids=lambda fault: type(fault).__name__)
def test_a_fault_crosses_from_one_process_to_another(fault: TermsFault):
    again = pickle.loads(pickle.dumps(fault))
    assert (type(again), str(again), vars(again)) == (type(fault), str(fault), vars(fault))


def test_a_fault_says_the_near_name_and_the_known_ones():
    assert (
        str(EACH[1])
        == 'Contract c names the floor "pe-rvm", which is not there. Near: pe-rmv. Known: other, pe-rmv.'
    )
    assert "in terms or jornal/terms. Near: pe." in str(EACH[2])

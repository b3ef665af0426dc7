"""What an audit says."""

import pytest

from jornal.journal import faults
from jornal.journal.faults import CHANGED, GAP, TELL, Fault, joined


def test_a_fault_says_what_is_wrong_and_what_to_do():
    assert str(Fault(GAP, TELL, "cusco", (), 7)).startswith(
        "Book cusco, entry 7: missing. Somebody removed it. Record nothing more in this book."
    )


def test_entries_that_follow_each_other_are_told_of_once():
    found = joined(Fault(CHANGED, TELL, "cusco", (), seq) for seq in (3, 4, 5, 9))
    assert [fault.named["places"] for fault in found] == ["3–5", "9"]


def test_faults_of_other_books_kinds_or_facts_stay_apart():
    given = [
        Fault(CHANGED, TELL, "cusco", (), 3),
        Fault(GAP, TELL, "cusco", (), 4),
        Fault(GAP, TELL, "lima", (), 5),
        Fault(GAP, TELL, "lima", (("told", "x"),), 6),
    ]
    assert joined(given) == given


SENTENCES = {name: text for name, text in vars(faults).items() if name.isupper() and isinstance(text, str)}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_every_sentence_can_be_filled_and_ends_as_one(text):
    names = "seq day said epoch at told kind code other what column stands recorded version entries rows"
    said = str(Fault(text, "", "cusco", tuple((name, "x") for name in names.split()), 7))
    assert said.strip().endswith((".", ")."))

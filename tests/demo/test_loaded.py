from dataclasses import replace

from jornal.demo.loaded import audit


def test_the_audit_is_told_in_a_few_words(cusco):
    assert audit(cusco) == "full audit clean"
    assert audit(replace(cusco, full=False, faults=("one",))) == "audit found 1 wrong"

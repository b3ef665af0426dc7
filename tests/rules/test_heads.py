"""Heads of one earning as lines that sum."""

from fractions import Fraction

from jornal.rules.heads import Head, lines


def head(exact, name="hourly"):
    return Head(name, "", 60, "min", "1", exact, "contract", "", "", rests_on=("r1",))


def test_the_heads_of_an_earning_sum_to_its_total_rounded_once():
    heads = [head(Fraction(1, 3)), head(Fraction(1, 3)), head(Fraction(1, 3))]
    assert [line.amount for line in lines(heads, 1)] == [0, 1, 0]


def test_rows_are_named_only_when_asked_for():
    assert [lines([head(1)], 1, trace=trace)[0].rests_on for trace in (False, True)] == [(), ("r1",)]


def test_no_heads_are_no_lines():
    assert lines([], 60) == []

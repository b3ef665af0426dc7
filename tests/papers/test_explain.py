from typing import Any

import pytest

from jornal.papers.explain import because, sentence
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures
from papers.samples import run

EMPTY = dict.fromkeys(
    ("rate", "layer", "rule", "source", "label", "confidence", "payee", "of", "why", "code"), ""
)


def told(part: str, kind: str, amount: int, **more: Any) -> str:
    line = {
        **EMPTY,
        "part": part,
        "kind": kind,
        "amount": amount,
        "quantity": 0,
        "unit": "base",
        "facts": [],
        **more,
    }
    words = Words("en")
    return sentence(line, words, Figures(words, "GBP", 2)).replace("\u00a0", " ")


def test_hours_say_how_long_and_at_what():
    line = told("earning", "hourly", 121000, quantity=6600, unit="min", rate="1100")
    assert line == "You worked 110 h 00 min at £11.00 an hour: £1,210.00."


def test_pieces_say_how_many_of_what():
    assert (
        told("earning", "piece", 2500, quantity=2, unit="piece", rate="1250", label="Scarf")
        == "You made 2 pieces of “Scarf” at £12.50 each: £25.00."
    )


def test_a_kind_of_time_is_called_by_its_name():
    line = told("earning", "training", 1000, quantity=60, unit="min", rate="1000")
    assert line == "Training: 1 h 00 min paid at £10.00 an hour, £10.00."


def test_a_premium_says_that_it_is_added():
    assert "beyond the usual hours; £2.75 an hour is added: £5.50" in told(
        "earning", "overtime", 550, quantity=120, unit="min", rate="275"
    )


def test_a_top_up_says_what_was_asked_and_what_was_earned():
    known = [["floor", "226001/2"], ["base", "100000"], ["week_ends", "2026-10-11"]]
    line = told("top_up", "top_up", 13001, label="Minimum wage", facts=known, layer="law", source="Act s. 1")
    assert line == (
        "Week to 11 Oct: Minimum wage asks for £1,130.01; you had earned £1,000.00. "
        "So £130.01 is added. It is never taken back. The law says so: Act s. 1."
    )


def test_a_deduction_says_which_share_of_what_goes_to_whom_and_why():
    line = told(
        "deduction",
        "deduction",
        2000,
        quantity=10000,
        rate="1/5",
        payee="The court",
        layer="authority",
        source="order 7",
    )
    assert line == "20% of £100.00 goes to The court: £20.00. The prison authority decided it: order 7."


def test_a_deduction_a_limit_has_cut_says_so():
    assert "A limit holds" in told(
        "deduction", "deduction", 1500, quantity=10000, rate="1/5", payee="The court"
    )


@pytest.mark.parametrize(
    "why", ["share_unknown", "floor_unknown", "balance_unknown", "amount_unknown", "no_consent"]
)
def test_what_is_held_says_why_and_where_the_money_is(why: str):
    line = told("held", "deduction", 100, label="Pension", why=why)
    assert line.startswith("Pension is held, not taken.")
    assert why not in line
    assert line.endswith("£1.00 stays with you until it is settled.")


def test_one_of_several_beneficiaries_gets_her_part_of_the_share():
    line = told("instruction", "family", 2000, quantity=10000, rate="1/2", payee="M. Q. …4417")
    assert line.startswith(
        "Of the 50% of your own portion of £100.00 that you asked to send, £20.00 goes to M. Q. …4417."
    )


def test_a_correction_says_what_was_due_and_what_was_issued():
    line = told("earning", "hourly", 1250, of="2026-09", facts=[["due", 90750], ["issued", 89500]])
    assert line == (
        "September 2026 was computed again. Hours worked: £907.50 was due and £895.00 was issued; "
        "the difference is £12.50."
    )


def test_what_was_paid_too_much_is_never_just_taken():
    known = [["due", 100], ["issued", 200]]
    assert "paid back only if you agree" in told(
        "info", "hourly", -100, of="2026-09", facts=known, why="owed_back"
    )


def test_a_sum_decided_by_a_person_names_reason_and_decider():
    known = [["reason", "no faults"], ["approver", "J. Ramos"]]
    assert told("bonus", "bonus", 500, label="Prize", facts=known).endswith(
        "Why: no faults. Decided by J. Ramos."
    )


def test_a_kind_nobody_foresaw_is_told_by_its_name_and_amount():
    assert told("earning", "something_new", 100) == "something new: £1.00."


def test_a_layer_without_a_source_is_told_without_one():
    words = Words("en")
    assert [because({"layer": layer, "source": ""}, words) for layer in ("house", "")] == [
        "It is a rule of the workshop.",
        "",
    ]


@pytest.mark.parametrize("language", ["en", "es", "th", "da"])
@pytest.mark.parametrize("name", ["cusco", "chiang_mai", "craft"])
def test_no_sentence_leaves_a_gap_open(name: str, language: str):
    words = Words(language)
    money = Figures(words, "PEN", 2)
    lines = [line for worker in run(name)["workers"] for line in worker["lines"]]
    assert [line for line in lines if "{" in sentence(line, words, money)] == []

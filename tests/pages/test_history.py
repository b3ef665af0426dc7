"""A history in words."""

from datetime import date

import pytest

import acquainted
import browsing
import payroll
from jornal.actions.correcting import correct
from jornal.facts.pay import Payment, SlipHanded
from jornal.journal.fact import kinds
from jornal.journal.record import record
from jornal.pages.access import desk_of
from jornal.pages.choices import WORDS
from jornal.pages.history import CHOICES, SAYS, told
from jornal.reads.timeline import AFTER, DAYS, OF_PAY, OF_WORK, timeline

DAY = date(2026, 11, 5)


def lines(worker: str = "Q01") -> list[str]:
    request = acquainted.manager().get("/cusco/people").wsgi_request
    desk = desk_of(request, "cusco", "site.people.one")
    assert desk is not None
    return [one.says for one in told(desk, timeline("cusco", worker, money=True))]


def test_every_kind_of_the_history_has_its_sentence():
    about = {kind.KIND for kind, *_ in (*OF_WORK, *OF_PAY, *DAYS, *AFTER)}
    about |= {
        "training_planned", "slip", "slip_handed", "slip_answered", "payment", "payment_received", "payment_returned",
        "pay_answer",
    }  # fmt: skip
    assert about == set(SAYS)


@pytest.mark.parametrize(("kind", "column"), CHOICES)
def test_every_choice_that_is_told_has_its_words(kind, column):
    source = WORDS[CHOICES[kind, column]]
    field = next((one for one in kinds()[kind].content() if one.name == column), None)
    if field is not None:
        assert {value for value, _ in field.choices} - set(source) <= {"home", "not_asked"}
    assert all(source.values())


def test_it_is_told_in_words_and_labels(sqlite, monkeypatch):
    here = acquainted.paid(sqlite, monkeypatch, "2026-10")
    slip = payroll.slip("Q01", "2026-10")
    paid = {"part": "in_hand", "payee": "", "number": 1, "amount": 12345, "day": DAY, "way": "cash"}
    record(
        [SlipHanded(slip=slip.root, day=DAY, language="es"), Payment(slip=slip.root, **paid)],
        "cusco",
        here.hand,
    )
    found = lines()
    for says in (
        "Her payslip of October 2026 was handed over.", "Paid for October 2026: S/\u00a0123.45, Cash. Hers in hand",
        "Contract Knitters, by the hour Maker", "How she stands: Sentenced", "She took up work.",
        "An account for her: Yes", "She was given the code Q01.",
    ):  # fmt: skip
        assert says in found, says


def test_a_correction_says_what_and_why_and_who(sqlite, monkeypatch):
    here = acquainted.paid(sqlite, monkeypatch)
    key = {"worker": "Q01", "site": "cusco", "since": "2026-09-01", "workshop": "attic"}
    correct(here, "enrolled", key, "she <moved>")
    text = browsing.text(acquainted.manager().get("/cusco/people/Q01"))
    assert "Corrected: She took up work. attic" in text
    assert "Reason: she &lt;moved&gt;" in text
    assert "S1, Production manager" in text

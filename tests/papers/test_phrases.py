from datetime import date
from fractions import Fraction

import pytest

from jornal.papers import phrases
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures
from papers.samples import run

ES = Words("es")
ROSA = run("cusco")["workers"][0]


def test_a_kind_of_time_is_called_as_on_the_attendance_sheet():
    assert [phrases.kind_of_time(kind, ES) for kind in ("lockdown", "sick", "our_own")] == [
        "encierro",
        "día de enfermedad",
        "our own",
    ]


def test_lines_of_a_slip_have_names_she_knows():
    named = [phrases.name(line, ES).replace("\u00a0", " ") for line in ROSA["lines"]]
    assert named[0:4] == [
        "Horas trabajadas",
        "Capacitación",
        "Horas trabajadas",
        "Complemento hasta el mínimo",
    ]
    assert "Para su familia · M. Q. …4417" in named


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ({"quantity": 330, "unit": "min", "rate": "800"}, "5 h 30 min × S/ 8.00"),
        ({"quantity": 64, "unit": "piece", "rate": "1500"}, "64 × S/ 15.00"),
        ({"quantity": 10000, "unit": "base", "rate": "1/5"}, "20 % × 100.00"),
        ({"quantity": 1, "unit": "base", "rate": "23400"}, ""),
        ({"quantity": 0, "unit": "base", "rate": ""}, ""),
    ],
)
def test_how_a_line_was_counted(line: dict[str, object], shown: str):
    assert phrases.counted(line, Figures(ES, "PEN", 2)).replace("\u00a0", " ") == shown


def test_named_figures_may_be_a_table_or_pairs_and_are_rounded_half_up():
    assert phrases.facts({"facts": [["base", "3/2"]]}) == phrases.facts({"facts": {"base": "3/2"}})
    assert [phrases.minor(value) for value in (7, "3/2", "12", "guarantee", None)] == [7, 2, 12, None, None]


def test_a_share_is_told_from_a_sum():
    assert phrases.share_of({"rate": "1/5", "quantity": 100}) == (Fraction(1, 5), 100)
    assert phrases.share_of({"rate": "4500", "quantity": 1}) is None


def test_a_line_rests_on_its_traced_rows_or_else_on_its_kind_of_time():
    days = [
        {"day": "2026-10-01", "kind": "work", "row": "r1"},
        {"day": "2026-10-02", "kind": "training", "row": "r2"},
    ]
    traced = phrases.days_under({"kind": "hourly", "rests_on": ["r2"]}, days)
    untraced = phrases.days_under({"kind": "hourly", "rests_on": []}, days)
    assert (traced, untraced) == ([date(2026, 10, 2)], [date(2026, 10, 1)])
    assert phrases.days_under({"kind": "hourly", "of": "2026-09", "rests_on": ["r2"]}, days) == []


def test_who_decided_stands_with_its_source():
    assert phrases.decided({"layer": "law", "source": "DL 1343 art. 14"}, ES) == "ley · DL 1343 art. 14"


def test_what_is_invented_says_so_in_every_language():
    assert (
        phrases.named("Prison authority of Cusco (invented)", ES)
        == "Autoridad penitenciaria de Cusco (inventado)"
    )


def test_a_fault_is_a_sentence_with_days_and_kinds_in_words():
    fault = {
        "key": "{day}: {kind} has no hours and the timetable plans none that day. Write the hours.",
        "says": [["day", "2026-10-26"], ["kind", "sick"]],
    }
    assert phrases.fault_sentence(fault, ES).startswith("26 oct: día de enfermedad no tiene horas")


def test_only_what_was_not_confirmed_bears_a_mark():
    assert [phrases.marks({"confidence": held}) for held in ("V", "K-high", "K-med", "", "invented")] == [
        "",
        "*",
        "*",
        "",
        "",
    ]


def test_a_correction_names_its_month():
    assert [phrases.months_of(of, ES) for of in ("2026-09", "week 40")] == ["septiembre de 2026", "week 40"]

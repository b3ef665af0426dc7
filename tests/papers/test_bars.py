from jornal.papers import bars
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures
from papers.samples import run

WORDS = Words("en")
MONEY = Figures(WORDS, "PEN", 2)


def test_what_is_held_against_the_floor_has_the_top_up_of_this_period_in_it():
    rosa = run("cusco")["workers"][0]
    assert (bars.effective(rosa), bars.floor(rosa)) == (113000, 113000)
    assert bars.in_words(rosa, WORDS, MONEY) == "Exactly the floor for these hours."


def test_three_comparators_stand_under_her_own_pay():
    rows = bars.beside(run("cusco")["workers"][0], WORDS, MONEY)
    assert [row["hour"].replace("\u00a0", " ") for row in rows] == [
        "S/ 10.09",
        "S/ 10.09",
        "S/ 5.27",
        "S/ 4.57",
    ]
    assert [row["tick"] >= 0 for row in rows] == [True, False, False, False]


def test_a_comparator_the_law_does_not_have_is_left_out():
    assert len(bars.beside(run("chiang_mai")["workers"][0], WORDS, MONEY)) == 3


def test_a_guarantee_that_is_not_known_says_so():
    worker = run("cusco")["workers"][0]
    worker["comparison"]["guarantee"] = None
    rows = bars.beside(worker, WORDS, MONEY)
    assert rows[1]["hour"] == "not known"
    assert rows[0]["tick"] == -1
    assert bars.in_words(worker, WORDS, MONEY) == "There is no floor to hold this pay against."


def test_without_hours_there_is_nothing_to_compare():
    assert bars.beside(run("cusco")["workers"][3], WORDS, MONEY) == []
    assert bars.in_words({"comparison": None}, WORDS, MONEY) == "No hours to compare in this period."


def test_a_bar_never_leaves_its_picture():
    assert [bars.tenths(part, 100) for part in (None, -5, 0, 50, 500)] == [0, 0, 0, 500, 1000]
    assert bars.tenths(5, 0) == 0

"""The comparison in one line, then who."""

import pytest

from jornal.papers.heads import Issue
from jornal.papers.index import summary
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures


def said(language="en", **counts):
    words = Words(language, "pe")
    empty = dict.fromkeys(("right", "below", "above", "unknown", "below_by", "above_by"), 0)
    return summary({**empty, **counts}, Issue({}, words, Figures(words, "PEN", 2))).replace("\u00a0", " ")


def test_the_sentence_of_the_first_page():
    assert said(right=12, below=3, below_by=4120, unknown=1) == "12 right, 3 below by S/ 41.20, 1 not known"


def test_what_is_nought_is_left_out_but_for_right():
    assert said() == "0 right"


def test_above_is_never_set_off_against_below():
    assert (
        said(right=1, below=1, below_by=500, above=1, above_by=700)
        == "1 right, 1 below by S/ 5.00, 1 above by S/ 7.00"
    )


def test_it_is_said_in_the_language_of_the_site():
    assert said("es", right=12, unknown=1) != said(right=12, unknown=1)


@pytest.fixture
def paid(desk):
    desk.pay()
    desk.told()
    return desk


def payments(desk, less=0):
    rows = []
    for one in desk.read()["workers"]:
        due = one["totals"]["in_hand"] + one["totals"]["instructions"] - less
        rows.append(f"{one['code']},{due // 100}.{due % 100:02}\n")
    desk.sheet("paid.csv", "code,paid\n" + "".join(rows))


def test_all_right_ends_with_nought(paid):
    payments(paid)
    assert paid.run("compare", "2026-10", "--paid", "paid.csv", "--no-papers") == 0
    assert paid.told()[0].strip() == said("es", right=3)


def test_someone_paid_below_is_named_and_ends_with_one(paid):
    payments(paid, less=100)
    code = paid.run("compare", "2026-10", "--paid", "paid.csv", "--no-papers")
    out = paid.told()[0]
    assert (code, [name in out for name in ("Q01 Ana Quispe", "Q02 Bea Flores")]) == (1, [True, True])


def test_the_pages_are_drawn_beside_the_run(paid):
    payments(paid, less=100)
    paid.run("compare", "2026-10", "--paid", "paid.csv")
    assert sorted(path.name for path in (paid.folder / "2026-10" / "comparison").iterdir()) == [
        "Q01.pdf",
        "Q02.pdf",
        "Q21.pdf",
        "summary.pdf",
    ]


def test_a_second_comparison_leaves_no_page_of_the_first(paid):
    payments(paid, less=100)
    paid.run("compare", "2026-10", "--paid", "paid.csv")
    (paid.folder / "2026-10" / "comparison" / "Q99.pdf").write_bytes(b"old")
    paid.run("compare", "2026-10", "--paid", "paid.csv")
    assert not (paid.folder / "2026-10" / "comparison" / "Q99.pdf").exists()


@pytest.mark.parametrize(("run", "sheet"), [("nowhere", "paid.csv"), ("2026-10", "nowhere.csv")])
def test_what_is_not_there_is_refused_in_one_sentence(paid, run, sheet):
    payments(paid)
    code = paid.run("compare", run, "--paid", sheet, "--no-papers")
    assert (code, paid.told()[1].count("\n")) == (2, 1)

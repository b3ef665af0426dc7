"""Pieces: accepted, and rejected for a cause that is not hers."""

from agreement import agreement, piece
from cast import BY_THE_PIECE, LUCIA
from tables import amounts, figures, lines, month, pay, stopped


def test_pieces_are_summed_first_and_priced_once():
    october = month(
        tally="""
            day             operation  good
            2026-10-05..09  sole       3
            2026-10-06      heel       2
        """,
        worker=LUCIA,
    )
    assert amounts(pay(BY_THE_PIECE, october), "piece") == [300, 6000]


def test_a_piece_spoilt_by_the_material_is_paid_and_one_spoilt_by_her_is_not():
    october = month(tally="day operation good rejected_paid rejected_unpaid\n2026-10-05 sole 3 2 4")
    assert [line.quantity for line in lines(pay(BY_THE_PIECE, october), "piece")] == [5]


def test_each_day_has_the_piece_rate_of_that_day():
    terms = agreement(piece("sole", {"2026-01-01": "4.00", "2026-10-16": "4.50"}), pays="piece")
    october = month(tally="day operation good\n2026-10-15 sole 2\n2026-10-16 sole 2")
    assert amounts(pay(terms, october), "piece") == [800, 900]


def test_an_operation_without_a_rate_stops_only_itself():
    found = pay(BY_THE_PIECE, month(tally="day operation good\n2026-10-05 sole 3\n2026-10-05 lace 9"))
    assert (figures(found, "piece"), stopped(found)) == ({"piece": 1200}, ["piece:lace"])


def test_a_piece_rate_never_falls_back_to_that_of_another_operation():
    found = pay(
        agreement(piece("sole", "4.00"), pays="piece"), month(tally="day operation good\n2026-10-05 heel 3")
    )
    assert figures(found, "gross") == {"gross": 0}


def test_work_minutes_are_not_priced_by_the_hour_on_a_piece_contract():
    october = month("day hours\n2026-10-05 5", tally="day operation good\n2026-10-05 sole 3")
    assert figures(pay(BY_THE_PIECE, october), "hourly", "piece") == {"hourly": 0, "piece": 1200}


def test_thirds_of_a_cent_of_a_piece_are_kept_until_the_end():
    terms = agreement(piece("knot", "0.333"), pays="piece")
    assert amounts(pay(terms, month(tally="day operation good\n2026-10-05..09 knot 1")), "piece") == [167]


def test_a_piece_line_names_its_tallies():
    october = month(tally="day operation good\n2026-10-05 sole 3\n2026-10-06 heel 1\n2026-10-07 sole 1")
    assert [line.rests_on for line in lines(pay(BY_THE_PIECE, october), "piece:sole")] == [("p1", "p3")]

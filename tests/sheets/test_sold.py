from jornal.sheets.sold import Line, Totals, ordered


def test_lines_keep_their_number_however_a_file_is_sorted():
    one, other = Line(9, "CAP", "Cap", 1, 1990), Line(2, "SHAWL", "Shawl", 2, 9000)
    assert ordered([other, one]) == ordered([one, other]) == (one, other)


def test_what_a_file_says_is_all_that_became_of_it():
    assert Totals(taken=1, held=2, listed=4, given_back=8).file == 7

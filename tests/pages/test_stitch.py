"""The picture of a mark."""

import pytest

from jornal.pages.stitch import drawn
from jornal.units.stitches import offered, pattern

NUMBER = offered("golden", (), 1)[0]


@pytest.mark.parametrize("large", [False, True])
def test_every_stitch_of_the_pattern_is_drawn_once_in_its_thread(large):
    picture = drawn(NUMBER, "Stitch mark of QC01", large=large)
    first, second = (picture.split(f'class="{thread}" d="')[1].split('"')[0] for thread in "ab")
    cells = "".join(pattern(NUMBER))
    assert (first.count("M"), second.count("M")) == (cells.count("a"), cells.count("b"))
    assert "<title>Stitch mark of QC01</title>" in picture


def test_a_title_brings_nothing_into_the_picture():
    assert "<script" not in drawn(NUMBER, "<script>")


def test_it_lies_within_its_frame():
    path = drawn(NUMBER, "x").split('d="')[1].split('"')[0]
    places = [tuple(map(int, one.split("h")[0].split())) for one in path.split("M")[1:]]
    assert all(0 <= x <= 164 and 0 <= y <= 164 for x, y in places)

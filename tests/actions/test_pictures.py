"""Pictures: what is taken, what is left out, what is refused."""

import struct

import pytest

import drawn
from jornal.actions import pictures
from jornal.actions.pictures import NotAPicture, TooLarge, cleaned, kind_of

MAKERS = {"image/png": drawn.png, "image/jpeg": drawn.jpeg, "image/webp": drawn.webp}


@pytest.mark.parametrize("kind", MAKERS)
def test_where_a_photo_was_taken_is_left_out(kind):
    data = MAKERS[kind]()
    assert drawn.PLACE in data
    found = cleaned(data)
    assert found.kind == kind == kind_of(found.data)
    for said in (drawn.PLACE, b"GPS", b"Exif", b"EXIF", b"eXIf", b"MPF", b"XMP", b"Comment"):
        assert said not in found.data


@pytest.mark.parametrize("kind", MAKERS)
def test_what_draws_the_picture_stays_to_the_byte(kind):
    plain = MAKERS[kind](said=False)
    assert cleaned(plain).data == plain == cleaned(MAKERS[kind]()).data


def test_which_way_up_a_photo_is_stays_and_nothing_else_of_the_camera():
    found = cleaned(drawn.jpeg(turned=6)).data
    assert found.count(b"Exif") == 1
    assert b"GPS" not in found
    assert drawn.PLACE not in found
    assert cleaned(found).data == found


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (drawn.png(), "a.jpg", "its name says .jpg, and its bytes say image/png"),
        (drawn.jpeg(), "a.png", "its bytes say image/jpeg"),
        (drawn.png(), "a.exe", "its name says .exe"),
        (b"%PDF-1.7 ...", "a.pdf", "a PDF says who made it"),
        (b"%PDF-1.7 ...", "a.png", "a PDF says who made it"),
        (b'<?xml version="1.0"?><svg/>', "a.svg", "an SVG may hold a program"),
        (b"MZ\x90\0", "a.png", "none of the pictures"),
        (b"", "a.png", "it is empty"),
        (drawn.png(said=False)[:-14], "a.png", "cut off or damaged"),
        (drawn.png(said=False).replace(b"IDAT", b"IDAX"), "a.png", "cut off or damaged"),
        (drawn.png(width=0), "a.png", "cut off or damaged"),
        (drawn.jpeg(said=False)[:-2], "a.jpg", "cut off or damaged"),
        (drawn.jpeg(said=False)[:40], "a.jpeg", "cut off or damaged"),
        (b"\xff\xd8\xff\xd9", "a.jpg", "cut off or damaged"),
        (drawn.webp(said=False)[:-3], "a.webp", "cut off or damaged"),
        (b"RIFF\x04\0\0\0WEBP", "a.webp", "cut off or damaged"),
    ],
)
def test_a_file_that_is_no_whole_picture_says_why(data, name, says):
    with pytest.raises(NotAPicture, match=says):
        cleaned(data, name)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(pictures.LARGEST),
        drawn.png(width=20_000, height=20_000),
        drawn.jpeg(width=20_000, height=20_000),
    ],
)
def test_a_photo_that_is_too_big_is_refused(data):
    with pytest.raises(TooLarge, match="more than 10 MB or 100 million points"):
        cleaned(data, "a.png" if data[:1] == b"\x89" else "a.jpg")


def riff(kind: bytes, body: bytes) -> bytes:
    whole = b"WEBP" + kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


@pytest.mark.parametrize(
    "data",
    [
        riff(b"VP8L", b"\x2f" + struct.pack("<I", 16_383 | 16_383 << 14) + b"\0" * 7),
        riff(b"VP8 ", b"\x10\0\0\x9d\x01\x2a" + struct.pack("<HH", 16_000, 16_000)),
    ],
    ids=["lossless", "lossy"],
)
def test_a_few_bytes_that_draw_a_quarter_of_a_milliard_points_fill_no_memory(data):
    with pytest.raises(TooLarge):
        cleaned(data, "a.webp")


@pytest.mark.parametrize("kind", MAKERS)
def test_a_damaged_picture_is_refused_in_a_sentence_wherever_it_is_cut(kind):
    data = MAKERS[kind]()
    for end in range(1, len(data) - len(drawn.PLACE)):
        with pytest.raises(NotAPicture):
            cleaned(data[:end])

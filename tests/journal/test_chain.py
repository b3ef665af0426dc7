"""The chain of a book and what is printed of it."""

import pytest

from jornal.journal import chain

HELLO = chain.after(chain.first("cusco"), "hello")


def test_the_chain_of_a_book_never_changes():
    """Heads on paper rest on these; a release that gives others cannot prove its own books."""
    assert chain.first("cusco") == "7c9d5ace5c1786b88f19a960bb00410dff1c2508d02f0b731f8dfdb4b52c1a12"
    assert HELLO == "899649a2a2e1b741fda68744d60bd959745a555efd0583e63387fdea4c3dc179"
    assert chain.code(HELLO) == "A1F6RBGZ5A"


def test_another_book_another_text_or_another_order_gives_another_digest():
    start = chain.first("cusco")
    given = [
        HELLO,
        chain.after(chain.first("lima"), "hello"),
        chain.after(start, "hello "),
        chain.after(chain.after(start, "hel"), "lo"),
        chain.after(chain.after(start, "lo"), "hel"),
    ]
    assert len(set(given)) == 5


def test_what_is_printed_are_ten_letters_and_figures_that_are_not_taken_for_others():
    code = chain.code(HELLO)
    assert len(code) == 10
    assert set(code) <= set(chain.ALPHABET)
    assert not set("ILOU") & set(chain.ALPHABET)


def test_digests_that_differ_in_one_bit_print_as_quite_other_codes():
    other = f"{int(HELLO, 16) ^ 1:064x}"
    same = sum(a == b for a, b in zip(chain.code(HELLO), chain.code(other), strict=True))
    assert same < 5


@pytest.mark.parametrize(
    "typed",
    ["7K2Q9 XM4TD", "7k2q9xm4td", " 7K2Q9-XM4TD ", "7K2Q9\tXM4TD\n"],
    ids=repr,
)
def test_a_code_is_read_however_it_is_typed(typed):
    assert chain.read(typed) == "7K2Q9XM4TD"
    assert chain.shown(chain.read(typed)) == "7K2Q9 XM4TD"


def test_letters_that_look_like_figures_are_read_as_these():
    assert chain.read("oIlu0 11VV8") == "011V011VV8"

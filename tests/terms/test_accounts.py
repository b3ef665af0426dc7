"""How accounts are written: digits, checks, banks."""

import pytest

from jornal.terms import accounts
from jornal.terms.accounts import Mistyped, NoScheme, NotAnAccount, read

CLABE = "032180000118359719"
PUBLISHED = ("011-366-000100032542-21", "011-241-000190006582-70", "002-215-002023417071-28")
GOOD = [
    ("MXN", CLABE),
    *[("PEN", one) for one in PUBLISHED],
    ("GBP", "20-00-00 55779911"),
    ("THB", "004-123-4-56789-0"),
]


@pytest.mark.parametrize(("currency", "text"), GOOD)
def test_an_account_is_read_with_its_spaces_and_dashes(currency, text):
    assert read(text, currency).digits == "".join(letter for letter in text if letter.isdigit())


@pytest.mark.parametrize(
    ("currency", "text"), [("MXN", CLABE), *[("PEN", one.replace("-", "")) for one in PUBLISHED]]
)
def test_every_single_wrong_digit_is_found_where_there_is_a_check(currency, text):
    wrong = [
        text[:place] + str((int(text[place]) + more) % 10) + text[place + 1 :]
        for place in range(len(text))
        for more in range(1, 10)
    ]
    assert [one for one in wrong if not _refused(one, currency)] == []


def _refused(text: str, currency: str) -> bool:
    with pytest.raises(Mistyped, match=f"ends in {text[-4:]}"):
        read(text, currency)
    return True


def test_where_no_check_is_public_that_is_said_and_no_check_is_made_up():
    unchecked = {one.currency: (bool(one.check), bool(one.unchecked)) for one in accounts.schemes().values()}
    assert unchecked == {
        "MXN": (True, False),
        "PEN": (True, False),
        "GBP": (False, True),
        "THB": (False, True),
    }


@pytest.mark.parametrize(
    ("currency", "text", "bank", "number", "clearing"),
    [
        ("MXN", CLABE, "032", CLABE, ""),
        ("PEN", PUBLISHED[0], "011", "01136600010003254221", ""),
        ("GBP", "20-00-00 55779911", "200000", "55779911", "GBDSC"),
        ("THB", "004-123-4-56789-0", "004", "1234567890", "THCBC"),
    ],
)
def test_what_names_the_bank_and_what_the_account(currency, text, bank, number, clearing):
    found = read(text, currency)
    assert (found.bank, found.number, found.scheme.clearing) == (bank, number, clearing)


@pytest.mark.parametrize(
    "text", ["", "0321800001183597", "03218000011835971X", "٠٣٢١٨٠٠٠٠١١٨٣٥٩٧١٩", CLABE + CLABE, "=1+1"]
)
def test_what_is_no_account_is_refused_without_telling_all_of_it(text):
    with pytest.raises(NotAnAccount, match="18 digits") as told:
        read(text, "MXN")
    assert CLABE[:8] not in str(told.value)


def test_a_currency_that_is_not_described_is_refused():
    with pytest.raises(NoScheme, match="USD"):
        read(CLABE, "USD")


def test_every_scheme_says_where_its_rule_was_read():
    assert all(one.source and one.label for one in accounts.schemes().values())

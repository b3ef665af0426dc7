"""A file of transfers as banks read it."""

from decimal import Decimal
from xml.etree.ElementTree import fromstring

import pytest

from jornal.papers.pain import pain
from papers import painshape, transfers
from papers.painshape import NS

CURRENCIES = sorted(transfers.ACCOUNTS)


def tree(currency: str = "PEN"):
    return fromstring(pain(transfers.batch(currency)))


def told(root, path: str) -> list[str]:
    return [one.text for one in root.iterfind("/".join(f"{NS}{part}" for part in path.split("/")))]


@pytest.mark.parametrize("currency", CURRENCIES)
def test_the_file_has_the_shape_of_the_message_in_every_currency(currency):
    assert painshape.faults(tree(currency)) == []


def _removed(name: str):
    def mend(root):
        for parent in root.iter():
            for child in [one for one in parent if one.tag == f"{NS}{name}"]:
                parent.remove(child)

    return mend


def _last_first(root):
    payment = root.find(f"{NS}CstmrCdtTrfInitn/{NS}PmtInf")
    payment[:] = list(payment)[::-1]


def _written(name: str, text: str):
    def mend(root):
        next(root.iter(f"{NS}{name}")).text = text

    return mend


@pytest.mark.parametrize(
    "spoil",
    [
        *map(_removed, ("MsgId", "CreDtTm", "NbOfTxs", "PmtMtd", "ReqdExctnDt", "DbtrAgt", "EndToEndId", "MmbId")),
        _last_first, _written("Nm", "Ñahui"), _written("Nm", "a" * 141), _written("MsgId", "J" * 36),
        _written("EndToEndId", ""), _written("InstdAmt", "1,50"), _written("InstdAmt", "-1.00"),
        _written("NbOfTxs", "two"), _written("Cd", "family"), _written("MsgId", "/J"), _written("ChrgBr", "FREE"),
    ],
)  # fmt: skip
def test_the_shape_finds_what_is_wrong(spoil):
    root = tree("GBP")
    spoil(root)
    assert painshape.faults(root)


@pytest.mark.parametrize("currency", CURRENCIES)
def test_both_heads_hold_the_sum_and_the_number_of_the_rows(currency):
    root = tree(currency)
    rows = told(root, "CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Amt/InstdAmt")
    for place in ("GrpHdr", "PmtInf"):
        (sum_,) = told(root, f"CstmrCdtTrfInitn/{place}/CtrlSum")
        assert Decimal(sum_) == sum(map(Decimal, rows)) == Decimal("240.01")
        assert told(root, f"CstmrCdtTrfInitn/{place}/NbOfTxs") == [str(len(rows))]


@pytest.mark.parametrize(
    ("currency", "number", "scheme", "clearing", "bank"),
    [
        ("MXN", "032180000118359719", ["CLABE"], [], "032"),
        ("PEN", "01136600010003254221", ["CCI"], [], "011"),
        ("GBP", "55779911", [], ["GBDSC"], "200000"),
        ("THB", "1234567890", [], ["THCBC"], "004"),
    ],
)
def test_the_local_account_stands_as_other_with_its_bank(currency, number, scheme, clearing, bank):
    row = "CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf"
    root = tree(currency)
    assert told(root, f"{row}/CdtrAcct/Id/Othr/Id")[0] == number
    assert told(root, f"{row}/CdtrAcct/Id/Othr/SchmeNm/Prtry")[:1] == scheme
    assert told(root, f"{row}/CdtrAgt/FinInstnId/ClrSysMmbId/ClrSysId/Cd")[:1] == clearing
    assert told(root, f"{row}/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId")[0] == bank
    assert not list(root.iter(f"{NS}IBAN"))


def test_no_fee_is_taken_from_what_a_family_gets():
    assert told(tree(), "CstmrCdtTrfInitn/PmtInf/ChrgBr") == ["DEBT"]


def test_the_same_batch_gives_the_same_bytes():
    assert pain(transfers.batch()) == pain(transfers.batch())


def test_signs_of_the_language_of_files_are_written_as_such():
    held = transfers.batch("PEN", transfers.transfer(name="Ana + Co 'A' (B)"))
    assert b"<Nm>Ana + Co 'A' (B)</Nm>" in pain(held)


@pytest.mark.parametrize("word", ["prison", "jornal", "cusco"])
def test_no_word_of_a_prison_reaches_the_bank(word):
    assert word.encode() not in pain(transfers.batch()).lower()

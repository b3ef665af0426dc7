"""Money to families in the demo: the files that left, and what is recorded of them."""

from xml.etree.ElementTree import fromstring

import pytest

from jornal.demo.moneyout import FOLDER, account
from jornal.facts.family import TransferFee
from jornal.facts.pay import Payment
from jornal.terms import accounts
from papers import painshape
from papers.reading import pages


@pytest.mark.parametrize("currency", sorted(accounts.schemes()))
@pytest.mark.parametrize("last", ["0001", "7229", "9999"])
def test_an_invented_account_ends_as_her_sheet_says_and_its_check_fits(currency, last):
    found = account(currency, last, 7)
    assert found.endswith(last)
    assert accounts.read(found, currency).digits == found


def test_where_no_scheme_is_known_it_is_only_invented():
    assert account("DKK", "7229") == "0000007229"


def test_the_files_of_october_lie_there_and_every_payment_in_them_is_recorded(register):
    folder = register.home / FOLDER
    root = fromstring((folder / "cusco-2026-10-families.xml").read_bytes())
    assert painshape.faults(root) == []
    message = next(root.iter(f"{painshape.NS}MsgId")).text
    number = Payment.objects.filter(paper=message).count()
    assert number == len(list(root.iter(f"{painshape.NS}CdtTrfTxInf"))) > 0
    assert len(pages((folder / "cusco-2026-10-families.pdf").read_bytes())) == number
    assert TransferFee.objects.get().borne_by == "enterprise"

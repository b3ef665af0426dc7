"""The facts of money to families and savings."""

from datetime import date

import pytest

import hands
from jornal.facts.family import PaysFrom
from jornal.journal import books
from jornal.journal.record import AlreadyRecorded, record


def ours(account: str = "00221500202341707128") -> PaysFrom:
    return PaysFrom(site="cusco", since=date(2026, 9, 1), holder="Manos", account=account, currency="PEN")


@pytest.mark.usefixtures("database")
def test_a_site_pays_from_one_account_from_a_day_on():
    hand = hands.hand()
    books.opened("cusco", "hq", hand)
    record([ours()], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([ours("1")], "cusco", hand)

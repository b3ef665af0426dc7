"""A verb looks and records in one go."""

import pytest
from django.db import connection

from jornal.actions.alone import alone
from offices import office


@pytest.mark.usefixtures("database")
def test_a_verb_is_one_transaction_that_goes_back_whole():
    @alone("site")
    def doing(at, says):
        return at.site, says, connection.in_atomic_block

    assert doing(office(), "done") == ("cusco", "done", True)
    assert connection.in_atomic_block is False

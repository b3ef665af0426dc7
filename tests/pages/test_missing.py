"""What is missing, in words and with its way."""

from datetime import date

import pytest

from jornal.pages import missing as module
from jornal.pages.missing import BADGES, LONG, SHORT, missing
from jornal.reads.needs import Need

DAY = date(2026, 10, 1)


class Shown:
    """A desk that says keys as they are, for one role, with every page open to it."""

    def __init__(self, *roles: str) -> None:
        self.roles = frozenset(roles)
        self.words = type("Words", (), {"language": "en"})
        self.request = type("Request", (), {"GET": {}})

    def say(self, key: str, **facts: object) -> str:
        return key.format(**facts) if facts else key

    def at_if_any(self, name: str, **captured: object) -> str:
        return " ".join([name, *map(str, captured.values())])


@pytest.mark.parametrize("what", LONG)
def test_everything_that_may_be_missing_has_its_sentence_and_its_badge(what):
    found = missing(Shown("site_manager"), "QC1", Need(what, DAY, "2026-10"))
    assert found.says.endswith(".")
    assert "{" not in found.says
    assert found.badge in BADGES.values()


@pytest.mark.parametrize(
    ("role", "what", "address"),
    [
        ("site_manager", "contract", "site.people.do QC1 sign-contract"),
        ("trainer", "contract", ""),
        ("trainer", "consent_soon", "site.people.do QC1 give-consent"),
        ("site_manager", "enrol", "site.people.enrol QC1"),
        ("site_manager", "offer", "site.people.offer?worker=QC1"),
        ("site_manager", "finding", "site.findings"),
        ("site_manager", "thinking", ""),
    ],
)
def test_it_leads_to_where_this_person_can_mend_it(role, what, address):
    assert missing(Shown(role), "QC1", Need(what, DAY)).address == address


def test_what_stands_in_the_list_has_a_short_word():
    assert set(SHORT) == set(LONG) - {"question", "slip", "finding"}
    assert set(module.DONE_WITH) <= set(LONG)

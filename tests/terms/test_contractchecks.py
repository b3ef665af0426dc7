import tomllib

import pytest

from jornal.terms.faults import TermsFaults
from jornal.terms.load import contract, site

SURE = 'source = "s", confidence = "V"'
RATE = '[[rate]]\nper = "{per}"\n{more}\nvalue = [{{ since = 2025-01-01, amount = "1.00", ' + SURE + " }}]\n"


def refusal(text: str) -> str:
    try:
        contract(tomllib.loads(text), "case.toml")
    except TermsFaults as wrong:
        return str(wrong)
    return ""


HOUR, HAT = RATE.format(per="hour", more=""), RATE.format(per="piece", more='operation = "hat"')
KIND = (
    '[[kind]]\nkind = "{kind}"\nof = "rate"\nvalue = [{{ since = 2025-01-01, share = "50 %", '
    + SURE
    + " }}]\n"
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('pays = "hourly"\n' + HOUR, ""),
        ('pays = "hourly"\n', "no rate per hour"),
        ('pays = "piece"\n' + HOUR, "no rate per piece"),
        ('pays = "piece"\n' + HAT + HAT, "the same rate stands here twice"),
        ('pays = "piece"\n' + RATE.format(per="piece", more=""), "needs its `operation`"),
        (
            'pays = "hourly"\n' + HOUR + KIND.format(kind="lokdown"),
            'no kind of time "lokdown". Near: lockdown',
        ),
        (
            'pays = "hourly"\n' + HOUR + KIND.format(kind="sick") * 2,
            "the same kind of time stands here twice",
        ),
        ('pays = "hourly"\nspendable_least = "120 %"\n' + HOUR, "more than the whole"),
        ('pays = "hourly"\ntimetable = { monday = 1500 }\n' + HOUR, "not between 0 and 1440"),
    ],
)
def test_a_contract_that_cannot_be_paid_is_refused(text: str, says: str):
    assert says in refusal(text) if says else refusal(text) == ""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"currency": "pen"}, "Near: PEN"),
        ({"zone": "Mars/Base"}, "is not a time zone"),
        ({"cash_step": "0.001"}, "is not a coin"),
        ({"cash_step": "0"}, "is not a coin"),
        ({"week_start": "tuesday"}, "Write monday, sunday or saturday"),
    ],
)
def test_a_site_that_cannot_be_is_refused(change: dict[str, str], says: str):
    with pytest.raises(TermsFaults, match=says):
        site({"currency": "PEN", "zone": "America/Lima", **change}, "case.toml")

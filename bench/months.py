"""The kernel: how many worker-months one core computes in a second, beside a plain loop of the same machine."""

import gc
import sys
from datetime import date

from clock import rates

from jornal.actions.casefile import case
from jornal.rules.pay import paid
from jornal.rules.plan import laid_out

WEEKDAYS = {
    "since": date(2026, 10, 1),
    "until": date(2026, 10, 31),
    "on": ["monday", "tuesday", "wednesday", "thursday", "friday"],
}
RATE = {"since": date(2025, 1, 1), "source": "bench", "confidence": "invented"}

# 22 days of 5 h, two rows of pieces a day; an agreement like the demo's Cusco workshop: guarantee, overtime, rest day
# and holiday rules, the operator's split with a reparation owed, half to the family, a credit code.
TYPICAL = {
    "id": "bench",
    "jurisdiction": "pe",
    "period": "2026-10",
    "contract": {
        "pays": "mixed",
        "waterfall": "pe-operator-split",
        "floor": [{"floor": "pe-rmv", "layer": "contract"}],
        "timetable": {"monday": 300, "tuesday": 300, "wednesday": 300, "thursday": 300, "friday": 300},
        "uses": [
            {"rule": "pe-overtime", "layer": "contract"},
            {"rule": "pe-rest-day", "layer": "contract"},
            {"rule": "pe-holiday", "layer": "contract"},
        ],
        "rate": [
            {"per": "hour", "value": [{**RATE, "amount": "11.80"}]},
            {"per": "piece", "operation": "scarf", "value": [{**RATE, "amount": "0.50"}]},
            {"per": "piece", "operation": "hat", "value": [{**RATE, "amount": "0.25"}]},
        ],
    },
    "worker": {
        "balances": {"pe-reparation": "5000.00"},
        "ratio_code": "PE-R2",
        "instruction": [
            {
                "id": "family",
                "purpose": "family",
                "share": "50 %",
                "consent_on": date(2025, 1, 1),
                "beneficiaries": [{"id": "b", "initials": "M. Q."}],
            }
        ],
    },
    "shift": [{"days": WEEKDAYS, "hours": "5"}],
    "pieces": [{"days": WEEKDAYS, "operation": name, "good": 3} for name in ("scarf", "hat")],
}


def main() -> int:
    gc.disable()  # as `jornal pay` does: a run makes no cycles
    read = case(TYPICAL)
    month, plan = read.month, laid_out(read.terms, read.month.period)
    paid(month, plan)
    return (
        0
        if rates("worker-months a second, one core", lambda: paid(month, plan), must=8_000, aim=25_000)
        else 1
    )


if __name__ == "__main__":
    sys.exit(main())

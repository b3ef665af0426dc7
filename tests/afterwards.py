"""Workers who were released and consent to be asked, for tests of what comes after."""

from datetime import date

from jornal.actions.office import Office
from jornal.facts.people import Consent, Enrolled, Left, Worker

RELEASED = date(2026, 2, 10)


def released(here: Office, number: int, *, consent: bool = True, on: date = RELEASED) -> list[str]:
    """So many workers who left by release, with a consent to be asked afterwards."""
    found = [f"QR{each:02}" for each in range(1, number + 1)]
    for worker in found:
        _, stay = here.put([
            Worker(worker=worker, birth_year=1990),
            Enrolled(worker=worker, site="cusco", since=date(2025, 1, 1), language="es", languages=["es"], reads="yes"),
        ])  # fmt: skip
        here.put([Left(enrolled=stay.root, worker=worker, site="cusco", day=on, reason="release")])
        if consent:
            consented(here, worker, on)
    return found


def consented(here: Office, worker: str, on: date = RELEASED) -> Consent:
    """Her consent to be written to after she left."""
    said = {"worker": worker, "purpose": "contact_after", "number": 1, "language": "es", "witness_of": "ngo"}
    return here.put([Consent(**said, given_on=on, expires_on=date(2027, 12, 31))])[0]

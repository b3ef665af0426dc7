"""What is known of a worker beside her work: whom she cares for, how she stands, the credit code of her paper."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import field_validator

from jornal.actions.given import Code, known_here, on
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.people import Custody, Dependants, Ratio
from jornal.journal.canon import canonical
from jornal.journal.fact import Fact
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said

_RATIO = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,12}){1,3}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Told(Row):
    """Whom she cares for, in her own words as she told it; it is sealed."""

    worker: Code
    told: str
    day: date | None = None


class Stands(Row):
    """How she stands from a day on, and what a credit rule asks: class of conduct and months served; no reasons."""

    worker: Code
    status: Literal["sentenced", "remand"]
    since: date | None = None
    conduct_class: str = ""
    months_served: int | None = None


class Given(Row):
    """The code of a credit rule (such as PE-R5; several with spaces) that the authority's paper gives, and that paper.

    `digest` is the SHA-256 of the paper, which itself is not kept.
    """

    worker: Code
    code: str
    paper_on: date
    digest: str
    since: date | None = None

    @field_validator("code")
    @classmethod
    def _is_code(cls, value: str) -> str:
        codes = value.split()
        if not codes or not all(_RATIO.fullmatch(one) for one in codes):
            raise Said("write the code alone, such as PE-R5; nothing else of the paper is kept")
        return " ".join(codes)

    @field_validator("digest")
    @classmethod
    def _is_digest(cls, value: str) -> str:
        if not _DIGEST.fullmatch(value.lower()):
            raise Said("write the 64 hexadecimal characters of the paper's SHA-256 digest")
        return value.lower()


def tell(office: Office, rows: Sequence[Told]) -> list[Fact]:
    """What she told, sealed and recorded. Raises ListedTerm for what is never kept, NotKnownHere, NotYet, Locked."""
    known_here(office, [row.worker for row in rows])
    days = [on(office, row.day) for row in rows]
    texts = [(row.worker, "told", refuse(row.told, Part("what she told"))) for row in rows]
    sealed = office.opened().seal_many(texts)
    return office.put(
        Dependants(worker=row.worker, day=day, told=text)
        for row, day, text in zip(rows, days, sealed, strict=True)
    )


def set_custody(office: Office, rows: Sequence[Stands]) -> list[Fact]:
    """How they stand, as recorded. Raises NotKnownHere, NotYet."""
    known_here(office, [row.worker for row in rows])
    return office.put(
        Custody(**row.model_dump(exclude={"since"}), since=on(office, row.since)) for row in rows
    )


def set_ratio(office: Office, rows: Sequence[Given]) -> list[Fact]:
    """The codes of their papers, sealed and recorded. Raises NotKnownHere, NotYet, Locked."""
    known_here(office, [row.worker for row in rows])
    days = [on(office, row.since) for row in rows]
    texts = [(row.worker, "told", _text(office, row)) for row in rows]
    sealed = office.opened().seal_many(texts)
    return office.put(
        Ratio(worker=row.worker, since=day, told=text)
        for row, day, text in zip(rows, days, sealed, strict=True)
    )


def _text(office: Office, row: Given) -> str:
    return canonical(
        {"code": row.code, "digest": row.digest, "paper_on": on(office, row.paper_on).isoformat()}
    )


VERBS: dict[str, Verb] = {
    "tell-dependants": Verb(
        Told, tell, ("site_manager", "trainer"), "Record whom she cares for, as she tells it; sealed."
    ),
    "set-custody": Verb(Stands, set_custody, ("site_manager",), "Record how she stands from a day on."),
    "set-ratio": Verb(
        Given, set_ratio, ("site_manager",), "Record the credit code of the authority's paper; sealed."
    ),
}

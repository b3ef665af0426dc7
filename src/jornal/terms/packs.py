"""A jurisdiction's pack: its head, its rows of law, its calendar, and whether a lawyer has read it."""

from dataclasses import dataclass, field
from datetime import date

from jornal.terms.contracts import Rules
from jornal.terms.hours import Figure, Holiday
from jornal.terms.shapes import Dated, Layer, Shape


@dataclass(frozen=True, kw_only=True)
class Provision(Dated):
    """What a law says that decides no figure here, in one plain sentence.

    Who may employ, what must be voluntary.
    """

    id: str
    topic: str
    says: str
    layer: Layer


@dataclass(frozen=True, kw_only=True)
class Pack(Shape):
    """Everything jornal knows of one jurisdiction; `reviewed_by` empty prints "not reviewed by a lawyer"."""

    id: str
    label: str
    currency: str
    zone: str
    reviewed_by: str = ""
    reviewed_on: date | None = None
    rules: Rules = field(default_factory=Rules)
    holiday: tuple[Holiday, ...] = ()
    figure: tuple[Figure, ...] = ()
    provision: tuple[Provision, ...] = ()

"""A fault that can be told in every language: its sentence as a key of the catalogue, and what fills it."""

from datetime import date

from jornal.units.faults import UnitsFault


class Said(UnitsFault):
    """What cannot be done, as one sentence with the next step. `says` is the key, `facts` fill its {placeholders}.

    In English it reads as `str(fault)`; a page says it in the reader's language, with days and names as she reads them.
    """

    def __init__(self, says: str, /, **facts: object) -> None:
        super().__init__(says.format_map({name: _plain(value) for name, value in facts.items()}))
        self.says, self.facts = says, facts


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value

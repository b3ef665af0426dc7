"""A fault that can be told in every language: its sentence as a key of the catalogue, and what fills it."""

from jornal.units.faults import UnitsFault
from jornal.units.parts import Say, Write, english, told


class Said(UnitsFault):
    """What cannot be done, as one sentence with the next step. `says` is the key, `facts` fill its {placeholders}.

    In English it reads as `str(fault)`; a page says it in the reader's language, with days and names as she reads them.
    """

    def __init__(self, says: str, /, **facts: object) -> None:
        super().__init__(english(says, facts))
        self.says, self.facts = says, facts

    def told(self, say: Say, write: Write) -> str:
        """The sentence in somebody's language: `say` finds each key, `write` writes each value by its name."""
        return told(self.says, self.facts, say, write)

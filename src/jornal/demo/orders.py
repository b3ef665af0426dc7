"""Orders in the demo: what the register answers with no, kept word for word beside what it confirms."""

from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.demo.cast import Turn
from jornal.demo.homes import ANSWERS, PRODUCTS
from jornal.demo.stage import Row, Stage
from jornal.demo.world import Place
from jornal.units.said import Said


class NotAnsweredSo(RuntimeError):
    """A turn whose answer is not the one the story tells."""

    def __init__(self, turn: Turn, said: str) -> None:
        super().__init__(
            f"{turn.verb} at {turn.at} on {turn.day}: the story says {turn.refused}, not {said}."
        )


def answered_no(stage: Stage, here: Place, turn: Turn, rows: list[Row]) -> None:
    """What a customer is told whose order cannot be made as wanted, word for word. Raises NotAnsweredSo."""
    try:
        done(turn.verb, VERBS[turn.verb], stage.office(turn.role, here.site.id), rows)
    except Said as no:
        if type(no).__name__ != turn.refused:
            raise NotAnsweredSo(turn, type(no).__name__) from no
        folder = stage.home / PRODUCTS
        folder.mkdir(exist_ok=True)
        path = folder / ANSWERS
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        path.write_text(f"{before}{turn.day} {here.site.label}: {no}\n", encoding="utf-8", newline="\n")
        return
    raise NotAnsweredSo(turn, "yes")

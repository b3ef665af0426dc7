"""What became of the demo's lots: put into stock, sold, lent, delivered, settled, refused; with the papers of it."""

from jornal.actions import tradepaper
from jornal.demo.stage import Stage
from jornal.demo.world import data
from jornal.facts.lots import Lot, LotJudged
from jornal.papers.heads import issue
from jornal.papers.invoice import invoice
from jornal.papers.packinglist import packinglist
from jornal.papers.refusal import refusal
from jornal.papers.settlement import settlement
from jornal.units.said import Said

FOLDER = "trade"
"""Where these papers lie in the home of a register."""
OPERATIONS = "hq_operations"


class NotRefused(RuntimeError):
    """Something the story says is refused, and was not, or otherwise."""

    def __init__(self, wanted: str, said: str) -> None:
        super().__init__(f"The story of the goods says {wanted}, not {said}.")


def told(stage: Stage) -> None:
    """Everything that became of the lots judged here, and their papers; nothing where none was."""
    judged = set(LotJudged.objects.current().values_list("lot", flat=True))
    there = set(Lot.objects.current().filter(root__in=judged).values_list("code", flat=True))
    for turn in data("stock")["told"]:
        if turn["lot"] in there:
            _happens(stage, turn["verb"], turn.get("role", OPERATIONS), turn["rows"], turn.get("refused", ""))
    for paper in data("stock")["paper"]:
        if paper["lot"] in there:
            for what in paper["papers"]:
                _printed(stage, what, paper["name"])


def _happens(stage: Stage, verb: str, role: str, rows: list[dict[str, object]], refused: str) -> None:
    typed = [{name: str(value) for name, value in row.items()} for row in rows]
    try:
        stage.do(verb, role, "", typed)
    except Said as no:
        if type(no).__name__ != refused:
            raise
        return
    if refused:
        raise NotRefused(refused, "yes")


def _printed(stage: Stage, what: str, name: str) -> None:
    if what == "settlement":
        content = settlement(issue(tradepaper.settlement(name), "en"))
    elif what == "refusal":
        content = refusal(issue(tradepaper.refusal(name), "en"))
    else:
        run = tradepaper.delivery(stage.office(OPERATIONS), name)
        content = (invoice if what == "invoice" else packinglist)(issue(run, "en"))
    folder = stage.home / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / f"{what}-{name}.pdf").write_bytes(content)

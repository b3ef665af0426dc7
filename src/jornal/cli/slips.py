"""`jornal slips`: the papers of an issued month, with names, into a private folder that is emptied after a day."""

import argparse

from jornal.actions.issued import body
from jornal.actions.office import Office
from jornal.cli import register
from jornal.papers import folder as papers
from jornal.papers.kept import private, swept

arguments = register.of_workers


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Draws the papers; 1 where one could not be drawn."""
    swept(register.home() / "papers")

    def work(office: Office) -> dict[str, object]:
        return body(office, told.month, told.worker)

    table = register.with_names(told, work)
    out = private(register.home() / "papers" / f"{table['site']['id']}-{told.month}")  # type: ignore[index]
    faults = papers.write(table, out)
    for fault in faults:
        print(f"  ! {fault['worker']}: {fault['key'].format(**dict(fault['says']))}")
    print(f"Open {out / 'index.html'} and print. The folder holds names; it is removed after a day.")
    return 1 if faults else 0

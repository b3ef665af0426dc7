"""Her own statement: everything recorded about a worker, printed for her and for nobody else."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpResponse

from jornal.journal.vaultfile import NAME
from jornal.journal.vaultlog import Reader, readings
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.papers.hersheet import Hers, paper
from jornal.reads.hers import about, recorded
from jornal.reads.roster import person

ROLES = ("site_manager",)
"""Who prints it and reads it to her; whoever opened her name for it stands in it."""
WHY = "her statement of everything recorded"


def page(desk: Desk, worker: str) -> HttpResponse:
    """The paper in her language; whoever opens it is noted. With the names locked what is sealed stays shut."""
    if person(desk.place, worker, desk.day) is None:
        raise Http404
    reader = Reader(desk.who, WHY, desk.now())
    found = recorded(worker, desk.keys, reader if desk.keys else None, site=desk.place)
    here, name = about(desk.place, worker, desk.day), desk.called([worker])[worker]
    hers = Hers(
        worker,
        name if name != worker else "",
        here.language,
        here.site,
        here.employer,
        here.currency,
        desk.day,
        desk.place,
    )
    vault = Path(settings.HOME) / NAME
    made = paper(hers, found, readings(vault, of=worker) if vault.exists() else [])
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{worker}-recorded.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


PAGES = [Page("site.people.recorded", "<token:site>/people/<token:worker>/recorded.pdf", page, ROLES)]

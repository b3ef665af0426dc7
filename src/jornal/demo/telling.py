"""What invented workers tell of themselves in the demo, one who takes it back, and the month report that counts it."""

from datetime import date

from jornal.actions.monthasked import asked_for
from jornal.actions.monthcards import said
from jornal.actions.monthwords import READERS
from jornal.demo.people import Someone
from jornal.demo.stage import Stage
from jornal.papers.monthreport import monthreport
from jornal.words.catalogue import Words

ASKED_ON, TAKEN_BACK_ON, REPORTED_ON = date(2026, 9, 23), date(2026, 10, 7), date(2026, 11, 11)
FOLDER = "reports"
"""Where the reports of October lie in the home of a register; everybody in them is invented."""
SITES = ("cusco", "chiang-mai")
PEOPLES = {"cusco": ("Quechua", "Quechua", "Quechua", "mestiza"), "chiang-mai": ("Lanna", "Lanna", "Karen")}
STEPS = ("good", "good", "fair", "very_good", "hard", "good", "not_told", "fair", "good", "very_hard")
WORDS = {"hard": "the loom room is hot after noon", "very_hard": "too many days without wool"}


def told(stage: Stage, site: str, crew: list[Someone]) -> None:
    """What is told on a day of a site, where anything is: everybody but two wants to tell, one takes it back."""
    if site not in SITES:
        return
    here = [one for one in crew if one.there(stage.day)]
    if stage.day == ASKED_ON:
        _asked(stage, site, here[2:])
    elif stage.day == TAKEN_BACK_ON:
        row = {"worker": here[-1].code, "subject": "wellbeing"}
        stage.do("take-back-telling", "site_manager", site, [row])
    elif stage.day == REPORTED_ON and site == SITES[0]:
        _reported(stage, site)


DEPENDANTS = ("two", "one", "nobody", "three_or_more", "not_told")
"""How many depend on her, one after another."""


def _reported(stage: Stage, site: str) -> None:
    """The report of October for each reader; the authority's of its own site."""
    folder = stage.home / FOLDER
    folder.mkdir(exist_ok=True)
    for reader in READERS:
        of = site if reader == "authority" else ""
        words = Words("en")
        rows = said(asked_for(stage.office("hq_operations", of), "2026-10", reader, words))
        paper = monthreport(rows, words, stage.terms.label, stage.day)
        (folder / f"{of or 'all'}-2026-10-{reader}.pdf").write_bytes(paper)


def _asked(stage: Stage, site: str, here: list[Someone]) -> None:
    for subject in ("groups", "wellbeing"):
        rows = [{"worker": one.code, "subject": subject} for one in here]
        stage.do("agree-to-tell", "site_manager", site, rows)
    peoples = PEOPLES[site]
    stage.do("tell-groups", "site_manager", site, [
        {"worker": one.code, "gender": "woman", "ethnicity": peoples[number % len(peoples)],
         "dependants": DEPENDANTS[number % len(DEPENDANTS)]}
        for number, one in enumerate(here)
    ])  # fmt: skip
    stage.do(
        "check-in",
        "site_manager",
        site,
        [_check_in(one, STEPS[number % len(STEPS)]) for number, one in enumerate(here)],
    )


def _check_in(one: Someone, step: str) -> dict[str, str]:
    return {"worker": one.code, "step": step, "says": WORDS.get(step, "")}

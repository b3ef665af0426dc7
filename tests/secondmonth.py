"""A workshop whose September was paid from sheets; October follows from sheets, and in a register that took it in.

Whatever is asked of one October is asked of the other: the same people, days, pieces and sums.
"""

import csv
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import payroll
import vaulted
from jornal.actions import adopt
from jornal.actions.decided import Decided, decide
from jornal.actions.office import Office
from jornal.actions.opening import Asked, Taken, take_in
from jornal.actions.slips import lines_of, private_of
from jornal.cli.main import main
from jornal.facts.attendance import Shift
from jornal.facts.pay import Slip
from jornal.facts.pieces import Pieces
from jornal.terms import enterprises
from offices import office
from vaulted import READER

PEOPLE = """
code,name,language,contract,grade,birth year,reparation,family share,family consent,initials,ratio code,ratio paper date
Q01,Ana Quispe,es,cusco-hourly,maker,1990,5000.00,50 %,2026-01-02,M. Q.,PE-R1,2026-01-02
Q02,Bea Flores,es,cusco-hourly,learner,1995,0,,,,PE-R1,2026-01-02
Q03,Dina Rojas,es,cusco-hourly,maker,1991,,,,,,
Q21,Carla Ñahui,en,cusco-piece,,1988,0,,,,PE-R1,2026-01-02
Q22,Eva Mamani,es,cusco-piece,,1979,200.00,,,,,
"""
LEFT = {"code": ",start date,left on", "Q01,": ",2026-08-01,2026-10-02"}
LEAVING = "\n".join(  # Ana leaves on a Friday: her week ends that day
    row + next((more for begins, more in LEFT.items() if row.startswith(begins)), ",,")
    for row in PEOPLE.strip().splitlines()
)
AUGUST = """
    code,day,hours
    Q02,2026-08-10,5
    Q02,2026-08-11,5
"""
SEPTEMBER = """
    code,day,hours
    Q02,2026-08-11,1
    Q01,2026-09-02,5
    Q01,2026-09-28,9
    Q01,2026-09-29,9
    Q01,2026-09-30,9
    Q02,2026-09-14,5
    Q02,2026-09-30,5
    Q03,2026-09-29,6
    Q21,2026-09-28,5
    Q21,2026-09-29,5
    Q21,2026-09-30,5
    Q22,2026-09-28,5
"""
SEPTEMBERS_PIECES = """
    code,day,operation,good
    Q21,2026-09-28,scarf,2
    Q21,2026-09-29,scarf,1
    Q22,2026-09-28,hat,30
"""
OCTOBER = """
    code,day,hours
    Q01,2026-10-01,8
    Q01,2026-10-02,8
    Q01,2026-10-05,5
    Q01,2026-10-30,6
    Q02,2026-10-01,5
    Q02,2026-10-19,5
    Q03,2026-10-02,5
    Q21,2026-10-01,5
    Q21,2026-10-02,5
    Q21,2026-10-29,5
    Q22,2026-10-02,5
"""
OCTOBERS_PIECES = """
    code,day,operation,good
    Q21,2026-10-01,scarf,4
    Q21,2026-10-29,scarf,1
    Q22,2026-10-02,hat,4
"""
AGREED = """
    code,day,label,amount,reason,payer,approver,kind,step,agreed
    Q02,2026-10-05,paid too much,3.00,agreed,Q02,F1,repayment,owed_back,2026-10-05
"""
A_WEEK = """
[[rules.overtime]]
id = "over-thirty"
label = "Over thirty hours a week"
layer = "house"
  [[rules.overtime.value]]
  since = 2025-01-01
  over_week_minutes = 1800
  tiers_per = "week"
  tiers = [{ premium = "50 %" }]
  source = "agreement"
  confidence = "invented"
"""
CUSCO = '{ rule = "pe-night", layer = "contract" },'


@dataclass
class Workshop:
    """Its folder, and what is written in its sheets of October; `people` may change on the first of October."""

    folder: Path
    shifts: str = OCTOBER
    pieces: str = OCTOBERS_PIECES
    sums: str = ""
    people: str = PEOPLE
    runs: tuple[str, ...] = field(default=("2026-09",))

    @property
    def terms(self) -> Path:
        """The enterprise's own terms: with overtime by the week, so that a straddling week has some."""
        path = self.folder / "qori.toml"
        if not path.exists():
            text = (Path(enterprises.__path__[0]) / "qori.toml").read_text(encoding="utf-8")
            more = f'{CUSCO}\n  {{ rule = "over-thirty", layer = "house" }},'
            path.write_text(text.replace(CUSCO, more, 1) + A_WEEK, encoding="utf-8")
        return path

    def sheet(self, name: str, text: str) -> Path:
        """A sheet written down."""
        path = self.folder / name
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    def pay(self, month: str, shifts: str, pieces: str, *more: str) -> Path:
        """A month paid from sheets: its run folder."""
        people = self.sheet("people.csv", self.people if month == "2026-10" else PEOPLE)
        sheets = [
            people,
            self.sheet(f"shifts-{month}.csv", shifts),
            self.sheet(f"pieces-{month}.csv", pieces),
        ]
        told = ["--enterprise", self.terms, "--site", "cusco", "--month", month, "--out", self.folder / month]
        assert main(["pay", *map(str, [*sheets, *told]), "--no-papers", *more]) in (0, 1)
        return self.folder / month

    def september(self) -> Path:
        """August, and September after it, which mends a day of August that was paid too long."""
        august = self.pay("2026-08", AUGUST, "code,day,operation,good\n")
        return self.pay("2026-09", SEPTEMBER, SEPTEMBERS_PIECES, "--previous", str(august))

    def by_sheets(self) -> dict[str, dict[str, Any]]:
        """October paid from sheets after the run of September: each worker's row of the run."""
        more = [word for name in self.runs for word in ("--previous", str(self.folder / name))]
        if self.sums:
            more += ["--adjustments", str(self.sheet("sums.csv", self.sums))]
        run = self.pay("2026-10", self.shifts, self.pieces, *more)
        rows = json.loads((run / "run.json").read_text(encoding="utf-8"))["workers"]
        shutil.rmtree(run)
        return {row["code"]: row for row in rows}

    def taken_in(self, here: Office) -> Taken:
        """The people and the run folder as a register's first facts."""
        people = self.sheet("people.csv", self.people)
        return take_in(here, Asked(people, tuple(self.folder / name for name in self.runs), "2026-10"))

    def by_register(self, here: Office) -> dict[str, Slip]:
        """October recorded and issued: each worker's slip."""
        here.put([_shift(row) for row in _rows(self.shifts)])
        here.put([_pieces(row) for row in _rows(self.pieces)])
        for row in _rows(self.sums):
            decide(here, [_sum(row)])
        run = payroll.issued(here, "2026-10").run
        return {slip.worker: slip for slip in Slip.objects.filter(run=run.root)}


def register(workshop: Workshop, home: Path) -> Office:
    """The manager's desk on the first of October, the same terms adopted and nobody recorded yet."""
    here = office(keys=vaulted.unlocked(vaulted.new(home)), day=date(2026, 10, 1))
    adopt.adopt(office("hq_finance", "F1"), workshop.terms)
    return here


def october(workshop: Workshop, here: Office) -> dict[str, Slip]:
    """October in the register that takes in September: each worker's slip."""
    workshop.taken_in(here)
    return workshop.by_register(replace(here, day=date(2026, 10, 31)))


def of_sheets(row: dict[str, Any]) -> dict[str, Any]:
    """What a run says of a worker, but for how it names October's rows."""
    return {**_said(row, row["carry"]["credit"], row["lines"]), "faults": _faults(row["faults"])}


def of_register(slip: Slip, here: Office) -> dict[str, Any]:
    """What a slip says of her, but for how it names October's rows."""
    assert here.keys is not None
    opened = here.keys.opened(slip.worker, "credit", slip.credit, reader=READER) if slip.credit else ""
    row = {name: getattr(slip, name) for name in ("status", "totals", "comparison", "carry")}
    said = _said(row, private_of(opened)["carry"], lines_of(slip))
    return {**said, "faults": _faults(slip.faults["faults"])}


def _said(row: dict[str, Any], credit: list, lines: list) -> dict[str, Any]:
    carry = row["carry"]
    goes_on = {
        **carry, "credit": credit, "shifts": [one[1:] for one in carry["shifts"]],
        "pieces": [one[1:] for one in carry["pieces"]],
    }  # fmt: skip
    names = ("status", "totals", "comparison")
    told = [
        _line(one) for one in lines if not (one["part"] == "info" and one["of"])
    ]  # why it is owed back, again
    return {**{name: row[name] for name in names}, "carry": goes_on, "lines": told}


def _line(line: dict[str, Any]) -> dict[str, Any]:
    """A line but for October's rows, and for who receives: a book names them by a token, a run by their initials."""
    found = {**line, "rests_on": [row for row in line["rests_on"] if "2026-09.csv" in row]}
    if line["kind"] in ("family", "savings"):
        found |= {"code": "", "payee": ""}
    return found | {"code": "" if line["rule"] == "adjustment" else found["code"]}


def _faults(rows: list) -> list[tuple[str, str]]:
    return [(row["key"], row["stops"].partition(":")[0]) for row in rows]


def amounts(row: dict[str, Any], *kinds: str) -> list[int]:
    """The amounts of a worker's lines of some kinds."""
    return [line["amount"] for line in row["lines"] if line["kind"] in kinds]


def _rows(text: str) -> Iterable[dict[str, str]]:
    return csv.DictReader(dedent(text).lstrip("\n").splitlines())


def _shift(row: dict[str, str]) -> Shift:
    return Shift(
        worker=row["code"], day=date.fromisoformat(row["day"]), number=1, site="cusco", what="work",
        minutes=60 * int(row["hours"]),
    )  # fmt: skip


def _pieces(row: dict[str, str]) -> Pieces:
    return Pieces(
        worker=row["code"], day=date.fromisoformat(row["day"]), number=1, site="cusco", operation=row["operation"],
        good=int(row["good"]), rework=0,
    )  # fmt: skip


def _sum(row: dict[str, str]) -> Decided:
    names = ("day", "label", "reason", "payer", "approver", "step")
    return Decided(
        worker=row["code"], what=row["kind"], amount=int(row["amount"].replace(".", "")), agreed_on=row["agreed"],
        **{name: row[name] for name in names},
    )  # fmt: skip

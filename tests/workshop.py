"""A manager's desk in Cusco: small sheets in a folder, and the commands run on them as she would."""

import json
from pathlib import Path
from textwrap import dedent

from jornal.cli.main import main

PEOPLE = """
    code,name,language,contract,grade,birth year,reparation,family share,family consent,initials
    Q01,Ana Quispe,es,cusco-hourly,maker,1990,5000.00,50 %,2026-01-02,M. Q.
    Q02,Bea Flores,es,cusco-hourly,learner,1995,0,,,
    Q21,Carla Ñahui,en,cusco-piece,,1988,0,,,
"""
SHIFTS = """
    code,day,hours
    Q01,2026-10-05,5
    Q01,2026-10-06,5
    Q02,2026-10-05,5
"""
PIECES = """
    code,day,operation,good
    Q21,2026-10-05,scarf,9
"""


class Desk:
    """Sheets and runs in one folder."""

    def __init__(self, folder: Path, capsys):
        self.folder, self.capsys = folder, capsys
        self.sheet("people.csv", PEOPLE)
        self.sheet("shifts.csv", SHIFTS)
        self.sheet("pieces.csv", PIECES)

    def sheet(self, name: str, text: str) -> Path:
        """A sheet written down."""
        path = self.folder / name
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    def run(self, *told: str) -> int:
        """A command run from this folder: words that name a file here become its path, but never a month."""
        before = ("", *told)
        here = [
            word if last == "--month" else self.path(word) for last, word in zip(before, told, strict=False)
        ]
        return main(here)

    def path(self, word: str) -> str:
        """The path of a file of this folder, or the word itself."""
        return str(self.folder / word) if word and (self.folder / word).exists() else word

    def pay(
        self,
        *more: str,
        month: str = "2026-10",
        out: str = "",
        papers: bool = False,
        mended: str = "pieces.csv",
    ) -> int:
        """The month paid into a folder of its own name."""
        files = dict.fromkeys(("people.csv", "shifts.csv", "pieces.csv", mended))
        told = ["pay", *files, "--enterprise", "qori", "--site", "cusco"]
        told += ["--month", month, "--out", str(self.folder / (out or month)), *more]
        return self.run(*(told if papers else [*told, "--no-papers"]))

    def told(self) -> tuple[str, str]:
        """What the last command printed, on the screen and as a refusal."""
        said = self.capsys.readouterr()
        return said.out, said.err

    def read(self, name: str = "2026-10") -> dict:
        """A run as its folder holds it."""
        return json.loads((self.folder / name / "run.json").read_text(encoding="utf-8"))

    def worker(self, code: str, name: str = "2026-10") -> dict:
        """One worker of a run."""
        return next(one for one in self.read(name)["workers"] if one["code"] == code)

    def lines(self, code: str, *parts: str, name: str = "2026-10") -> list[tuple]:
        """Her lines of some parts as (kind, code, amount, month it corrects)."""
        lines = self.worker(code, name)["lines"]
        return [(one["kind"], one["code"], one["amount"], one["of"]) for one in lines if one["part"] in parts]

"""Reading 10,000 messy rows of attendance: blank rows, decimal commas, from-to, codes, unknown workers, repeats."""

import random
import sys
import tempfile
from pathlib import Path

from clock import report, seconds

from jornal.sheets import attendance
from jornal.sheets.reading import Reading
from jornal.units.periods import month

CELLS = ("5", "5,5", "5:30", "8-13", "08:00-13:00", "F", "e", "25:00", "", "5 C", "cinco")


def messy(path: Path, rows: int) -> None:
    chance = random.Random(7)
    lines = ["Taller de Cusco;;;;", "código;fecha;horas;tipo;pausa"]
    for _ in range(rows):
        day = chance.randint(1, 31)
        said = chance.choice((f"{day}/10/2026", f"{day:02}.10.2026", f"2026-10-{day:02}", "32/10/2026"))
        code = chance.choice([f"Q{number:03}" for number in range(40)])
        lines.append(f"{code};{said};{chance.choice(CELLS)};;")
        if chance.random() < 0.02:
            lines.append(";;;;")
    path.write_text("\n".join(lines), encoding="cp1252")


def main() -> int:
    people = {f"Q{number:03}": "" for number in range(36)}
    reading = Reading(month("2026-10"), ("es", "en"), "PEN", people, zone="America/Lima")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "asistencia.csv"
        messy(path, 10_000)
        found = attendance.read(path, reading)
        print(
            f"{found.count} rows in = {found.used} used + {len(found.repeated)} repeated + {len(found.listed)} listed"
        )
        kept = report("10,000 messy rows", seconds(lambda: attendance.read(path, reading)), must=2, aim=0.5)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

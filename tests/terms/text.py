"""Small texts of terms for the tests: a pack in a folder, rows from TOML, and the faults they give."""

import tomllib
from pathlib import Path

from jornal.terms.contracts import Rules
from jornal.terms.faults import TermsFaults
from jornal.terms.load import pack, rules

SHAPE_CASES = Path(__file__).parent
HEAD = 'id = "xx"\nlabel = "Nowhere"\ncurrency = "PEN"\nzone = "America/Lima"\n'
FLOOR = """
[[floor]]
id = "least"
label = "Least pay"
layer = "law"
unit = "month"
full_from_minutes = 240
plain_hours = "240"
value = [{ since = 2025-01-01, amount = "1130.00", source = "DS 006", confidence = "V" }]
"""
OWN = '[[step]]\nid = "own"\nlabel = "Own"\nlayer = "law"\ntakes = "remainder"\n'
VALUE = 'source = "law", confidence = "V"'


def rows(text: str, over: Rules | None = None) -> Rules:
    return rules(tomllib.loads(text), "case.toml", over)


def faults_of(text: str, over: Rules | None = None) -> list[str]:
    try:
        rows(text, over)
    except TermsFaults as wrong:
        return list(wrong.faults)
    return []


def written(folder: Path, **files: str | bytes) -> Path:
    """A terms folder with the pack "xx" made of these files."""
    place = folder / "jurisdictions" / "xx"
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / f"{name}.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def pack_faults(folder: Path) -> list[str]:
    try:
        pack("xx", folder)
    except TermsFaults as wrong:
        return list(wrong.faults)
    return []

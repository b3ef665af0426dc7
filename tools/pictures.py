"""Draws the README's picture: the comparison of Cusco in the demo, every figure in it invented."""

import json
import sys
import tempfile
from pathlib import Path

import typst

from jornal.actions import folder
from jornal.actions.compare import compared
from jornal.demo.build import SHEETS, site_built
from jornal.papers import comparison, render
from jornal.papers.heads import first_language, issue
from jornal.words.drawn import FOLDERS

PICTURE = Path(__file__).parent.parent / "docs" / "pictures" / "comparison.png"
SITE, MONTH = "qori/cusco", "2026-10"
PIXELS_AN_INCH = 96
SHOWN = "158mm"  # the page below that is empty but for its foot
LANGUAGE = "en"
CUT = """
#set page(width: auto, height: auto, margin: 0pt)
#let page = image("{name}", width: 210mm, height: 297mm)
#block(clip: true, width: 210mm, height: {shown}, place(top + left, page))
"""


def page(out: Path) -> bytes:
    """The summary page as a picture of a whole A4 page."""
    site_built(SITE, out, ())
    run = folder.read(out / SITE / MONTH)
    run["site"]["languages"] = [LANGUAGE]
    beside = compared(run, out / SHEETS / SITE / MONTH / "paid.csv")
    ours = issue(run, first_language(run))
    says = {**comparison.of_all(ours, beside), "date": [ours.day.year, ours.day.month, ours.day.day]}
    return _drawn(render.TEMPLATES / "comparison.typ", {"data": json.dumps(says, ensure_ascii=False)})


def cut(whole: bytes, out: Path) -> bytes:
    """The upper part of a page, where there is something to see."""
    (out / "whole.png").write_bytes(whole)
    template = out / "cut.typ"
    template.write_text(CUT.format(shown=SHOWN, name="whole.png"), encoding="utf-8")
    return _drawn(template, {})


def _drawn(template: Path, told: dict[str, str]) -> bytes:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(one) for one in FOLDERS])
    compiler = typst.Compiler(
        str(template), root=str(template.parent), font_paths=fonts, ignore_system_fonts=True
    )
    made = compiler.compile(sys_inputs=told, format="png", ppi=PIXELS_AN_INCH)
    if not isinstance(made, bytes):
        raise TypeError("The picture is one page.")
    return made


def main() -> int:
    """Writes the picture; says how large it is."""
    with tempfile.TemporaryDirectory() as folder_:
        out = Path(folder_)
        picture = cut(page(out), out)
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_bytes(picture)
    print(f"{PICTURE.name}: {len(picture) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Takes the pictures of docs/thread.md from the demo's pages and papers, so that they stay true; all is invented."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import typst
from chromium import found
from playwright.sync_api import Page, sync_playwright
from screens import ARGUMENTS, PICTURES, TELLING, entered

from jornal.demo.opened import opened

LOT = "LQC001M"
PIECE = f"01/09520000010010/10/{LOT}/21/1"
DESK = {"width": 1180, "height": 900}
PHONE = {"width": 400, "height": 1500}
PIXELS_AN_INCH = 96
PAPERS = {
    "thread-labels": (f"products/{LOT}/labels.pdf", "72mm"),
    "thread-family": ("money-out/cusco-2026-10-families.pdf", "206mm"),
}
"""By the name of a picture, the paper in the home of a register, and how much of its first page has something on it."""
CUT = """
#set page(width: auto, height: auto, margin: 0pt)
#let page = image("{name}", page: 1, width: 210mm, height: 297mm)
#block(clip: true, width: 210mm, height: {shown}, place(top + left, page))
"""


def main() -> int:
    """Writes the pictures; says how large each is."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "register" / "qori"
        subprocess.run([sys.executable, "-c", TELLING, folder], check=True)
        for name, (paper, shown) in PAPERS.items():
            _cut(home / paper, name, shown)
        with opened([("Qori", "", home)]) as (one,), sync_playwright() as play:
            browser = play.chromium.launch(executable_path=found(), args=ARGUMENTS)
            page = browser.new_page(viewport=DESK, color_scheme="light")
            entered(page, one.address)
            page.goto(f"{one.address}cusco/lots/{LOT}")
            _taken(page, "thread-lot")
            page.set_viewport_size(PHONE)
            page.goto(f"{one.address}{PIECE}?l=en")
            _taken(page, "thread-passport")
            browser.close()
    return 0


def _taken(page: Page, name: str) -> None:
    path = (PICTURES / name).with_suffix(".png")
    page.screenshot(path=path, full_page=True)
    print(f"{path.name}: {path.stat().st_size // 1000} kB")


def _cut(paper: Path, name: str, shown: str) -> None:
    """The upper part of a paper's first page."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(paper, Path(folder) / paper.name)
        template = Path(folder) / "cut.typ"
        template.write_text(CUT.format(shown=shown, name=paper.name), encoding="utf-8")
        made = typst.compile(str(template), root=folder, format="png", ppi=PIXELS_AN_INCH)
    path = (PICTURES / name).with_suffix(".png")
    path.write_bytes(bytes(made))  # type: ignore[arg-type]
    print(f"{path.name}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())

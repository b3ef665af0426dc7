"""Takes the pictures of docs/first-week.md from the demo's pages, so that they stay true; every figure is invented."""

import subprocess
import sys
import tempfile
from pathlib import Path

from chromium import found
from playwright.sync_api import Page, sync_playwright

from jornal.demo.opened import opened

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
MANAGER, PASSPHRASE = "S004Z", "four invented looms hum at dusk"
TELLING = """
import pathlib, sys
from jornal.demo import registers
registers.one("qori", pathlib.Path(sys.argv[1]))
"""
LOOK = {"width": 1180, "height": 760}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]


def main() -> int:
    """Writes the pictures; says how large each is."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "register" / "qori"
        subprocess.run([sys.executable, "-c", TELLING, folder], check=True)
        with opened([("Qori", "", home)]) as (one,), sync_playwright() as play:
            browser = play.chromium.launch(executable_path=found(), args=ARGUMENTS)
            page = browser.new_page(viewport=LOOK, color_scheme="light")
            entered(page, one.address)
            _taken(page, one.address)
            browser.close()
    return 0


def entered(page: Page, address: str) -> None:
    """Signs in as the manager of Cusco, in English, with the names open."""
    page.goto(f"{address}sign-in/")
    page.locator(f"button[name=staff][value={MANAGER}]").click()
    page.evaluate("document.querySelector('#passphrase').closest('details').open = true")
    page.fill("#passphrase", PASSPHRASE)
    with page.expect_navigation():
        page.press("#passphrase", "Enter")
    with page.expect_navigation():
        page.select_option("#language", "en")


def _taken(page: Page, address: str) -> None:
    """The day marked, then each page."""
    page.goto(f"{address}cusco/attendance/2026-11-13")
    page.locator("tr[data-worker]").nth(4).locator("label", has_text="visit").click()
    page.screenshot(path=PICTURES / "attendance.png")
    page.locator("#rest").click()
    page.wait_for_load_state()
    for name, path in (("today", "cusco/today"), ("pay", "cusco/pay/2026-11")):
        page.goto(f"{address}{path}")
        page.screenshot(path=PICTURES / f"{name}.png")
    for name in ("today", "attendance", "pay"):
        print(f"{name}.png: {(PICTURES / name).with_suffix('.png').stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())

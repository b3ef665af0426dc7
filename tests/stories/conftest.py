"""A real browser on a real program: a register of the demo, copied for each story, its pages served beside the test."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from chromium import found
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from stories.serving import free, served

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DAY = "2026-11-13"
TELLING = """
import pathlib, sys
from jornal.demo import registers
registers.one(sys.argv[1], pathlib.Path(sys.argv[2]))
"""
PASSPHRASE = "four invented looms hum at dusk"


@dataclass
class Desk:
    """A browser at a program: its address, the home of its register, and how somebody enters."""

    address: str
    home: Path
    context: BrowserContext
    page: Page

    def enter(self, staff: str, *, names: bool = True) -> Page:
        """The first page of a member of the invented staff, with the names open where the role may see them."""
        self.context.clear_cookies()
        self.page.goto(f"{self.address}/sign-in/")
        with self.page.expect_navigation():
            self.page.locator(f"button[name=staff][value={staff}]").click()
        if names and self.page.locator("#passphrase").count():
            self.page.evaluate("document.querySelector('#passphrase').closest('details').open = true")
            self.page.fill("#passphrase", PASSPHRASE)
            with self.page.expect_navigation():
                self.page.press("#passphrase", "Enter")
        return self.page

    def english(self, staff: str) -> Page:
        """The same, with her pages in English."""
        self.enter(staff)
        return self.speak("en")

    def speak(self, language: str) -> Page:
        """Her pages in a language."""
        if self.page.input_value("#language") != language:
            if not self.page.is_visible("#language"):  # on a phone it stands in the menu
                self.page.locator(".menu > summary").click()
            with self.page.expect_navigation():
                self.page.select_option("#language", language)
        return self.page

    def send(self, button: str) -> Page:
        """What a page answers to one of its buttons; going on before it answered would take the sending back."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button).click()
        return self.page

    def go(self, path: str) -> Page:
        """A page by its path."""
        self.page.goto(f"{self.address}{path}")
        return self.page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all stories."""
    assert found(), "No Chromium was found. On Debian `apt-get install chromium` brings it."
    with sync_playwright() as play:
        here = play.chromium.launch(executable_path=found(), args=ARGUMENTS)
        yield here
        here.close()


@pytest.fixture(scope="session")
def told() -> Iterator[Callable[[str], Path]]:
    """A register of the demo by its enterprise, each made once."""
    folder = Path(tempfile.mkdtemp(prefix="jornal-story-"))

    def home(enterprise: str) -> Path:
        found = folder / "register" / enterprise
        if not found.exists():
            subprocess.run([sys.executable, "-c", TELLING, enterprise, str(folder)], check=True)
        return found

    yield home
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def home(told: Callable[[str], Path], tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A copy for one story: of fifteen and ten people at two sites, or of the enterprise it is parametrized with."""
    shutil.copytree(told(getattr(request, "param", "qori")), tmp_path / "home")
    (tmp_path / "home").chmod(0o700)
    return tmp_path / "home"


@pytest.fixture
def server(home: Path) -> Iterator[str]:
    """The address of its pages."""
    with served(home, DAY, free(), demo=True) as address:
        yield address


@pytest.fixture
def desk(browser: Browser, server: str, home: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A desk; parametrized indirectly with what the browser is like (`viewport`, `java_script_enabled`, …)."""
    options = {"viewport": {"width": 1280, "height": 900}, **getattr(request, "param", {})}
    context = browser.new_context(**options)
    context.set_default_timeout(15_000)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on(
        "console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None
    )
    yield Desk(server, home, context, page)
    context.close()
    assert faults == [], "A script failed, or something was loaded that the policy forbids."

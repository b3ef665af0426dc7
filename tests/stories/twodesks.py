"""Two people at the program of one register, each in a browser of her own, as they fill its pages."""

import base64
import hmac
import re
import struct
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import APIRequestContext, Page

NAMES_OPEN_WITH, OWN = "two kilns glow before dawn", "seven looms hum at noon"


@dataclass
class Office:
    """Two people, each in a browser of her own, at the program of one register."""

    home: Path
    address: str
    slips: dict[str, tuple[str, str]]
    stranger: APIRequestContext
    pages: dict[str, Page] = field(default_factory=dict)
    page: Page = field(init=False)

    def sit(self, staff: str) -> Page:
        """Her browser, from now on the one that acts."""
        self.page = self.pages[staff]
        return self.page

    def go(self, path: str) -> str:
        """A page by its path: what it says."""
        self.page.goto(f"{self.address}{path}")
        return self.said()

    def said(self) -> str:
        """What stands on the page, on one line."""
        return re.sub(r"\s+", " ", self.page.inner_text("body"))

    def fill(self, **said: str) -> None:
        """Fields of the form, by what they are called."""
        for name, value in said.items():
            one = self.page.locator(f"main [name='{name}']:not([type=hidden])").first
            # What may stay empty is folded.
            kind = str(
                one.evaluate("one => { one.closest('details')?.setAttribute('open', ''); return one.type; }")
            )
            if kind == "radio":
                self.page.locator(f"main [name='{name}'][value='{value}']").check()
            elif kind == "select-one":
                one.select_option(value)
            else:
                one.fill(value)

    def press(self, button: str = "main form[method=post] .actions button") -> str:
        """What a page answers to a button; it refuses nothing."""
        with self.page.expect_navigation():
            self.page.locator(button).last.click()
        assert self.page.locator(".faults").count() == 0, self.said()
        return self.said()

    def do(self, path: str, **said: str) -> str:
        """A form filled and sent."""
        self.go(path)
        self.fill(**said)
        return self.press()

    def on(self, **said: str) -> None:
        """A question of several answered, and on to the next one."""
        self.fill(**said)
        self.press("button[name=go][value=on]")

    def unlock(self) -> None:
        """Opens the names with their passphrase."""
        self.go("/puno/today")
        self.page.evaluate("document.querySelector('#passphrase').closest('details').open = true")
        self.page.fill("#passphrase", NAMES_OPEN_WITH)
        with self.page.expect_navigation():
            self.page.press("#passphrase", "Enter")

    def sign_in(self, staff: str) -> None:
        """With her slip for the first time, up to a passphrase and a sheet of her own."""
        page, (first, code) = self.sit(staff), self.slips[staff]
        self.go("/")
        self._enter(id_login=staff, id_password=first)
        self._enter(id_code=code)
        self._enter(id_oldpassword=first, id_password1=OWN, id_password2=OWN)
        self.press("main form button")
        with page.expect_navigation():
            page.click(".actions a")

    def add_app(self) -> None:
        """The app on a telephone that headquarters is asked for."""
        self.go("/account/app/")
        self._enter(id_code=_six(str(self.page.text_content("code"))))
        assert "/account/app/" not in self.page.url

    def _enter(self, **said: str) -> None:
        for name, value in said.items():
            self.page.fill(f"#{name}", value)
        with self.page.expect_navigation():
            self.page.press(f"#{name}", "Enter")


def _six(secret: str) -> str:
    """The six figures that an app shows now for a secret (RFC 6238)."""
    key = base64.b32decode(secret.replace(" ", ""))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"

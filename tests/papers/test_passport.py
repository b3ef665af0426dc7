"""The page that a label leads to: what it says, in which languages, and what it never says."""

import re
from dataclasses import replace
from datetime import date

import pytest

from hands import LAPTOP
from jornal.journal.jws import fingerprint
from jornal.papers.passport import Maker, Page, gone, html, style, style_digest
from jornal.words.catalogue import LANGUAGES, Words

PAY = {
    "shown": "figures", "month": "2026-10", "currency": "PEN", "people": 7, "hour_median": 712, "hour_lowest": 471,
    "week_minutes_median": 1500, "week_minutes_most": 1510, "compared": {"guarantee": 520, "plain_hour": 471},
    "floors": ["Monthly minimum wage (RMV)"], "sources": ["DS 006-2024-TR"], "declared_gaps": [],
}  # fmt: skip
BODY = {
    "v": 1, "form": "passport", "path": "/01/02900001000013/10/LQC001E", "gtin": "02900001000013",
    "lot": "LQC001E", "product": "Milla crew neck, natural", "enterprise": "Alpaca", "model": "employment",
    "place": "Cusco", "country": "PE", "made_in_prison": True, "weeks": ["2026-W41", "2026-W42"],
    "techniques": ["knitting", "linking"], "standard_minutes": 391,
    "materials": [{"material": "Alpaca yarn", "country": "PE", "origin": "Arequipa"}], "pay": PAY,
    "findings": {"open": 2, "oldest": "2026-09-30", "with": {"headquarters": 1, "site": 1}, "asked_on": "2026-11-02"},
    "issued_on": "2026-11-02",
}  # fmt: skip
NAMES = {one: f"?l={one}" for one in LANGUAGES}
PAGE = Page(body=BODY, public=LAPTOP.public, language="en", languages=NAMES)
FORBIDDEN = (
    "slave",
    "ethical",
    "guilt",
    "second chance",
    "second-chance",
    "convict",
    "inmate",
    "rehabilit",
    "100%",
    "100 %",
)


def text(page: Page) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(page).split("</style>")[1]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_small_whole_in_itself_and_has_no_script(language: str):
    page = html(replace(PAGE, language=language, maker=Maker(mark=123_456_789, name="Milla"), serial="417"))
    assert len(page.encode()) < 20_000
    assert not re.search(r"<script|<link|<img|@import|url\(|https?://| on[a-z]+=", page)
    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize(
    "said",
    [
        "Alpaca · made in prison, Cusco, Peru", "Milla crew neck, natural", "lot LQC001E", "knitting, linking",
        "6 h 31 min", "Weeks it was made in 5–18 October 2026",
        "Alpaca yarn Arequipa, Peru", "Paid for an hour, median S/ 7.12",
        "Paid for an hour, lowest S/ 4.71", "The floor for a plain hour S/ 4.71", "Hours a week, most 25 h 10 min",
        "7 people worked in October 2026.", "Monthly minimum wage (RMV) · DS 006-2024-TR", "2 findings open",
        "The oldest is of 30 September 2026.", "headquarters 1", "Signed on 2 November 2026.",
        fingerprint(LAPTOP.public),
    ],
)  # fmt: skip
def test_the_page_says_what_is_true_of_the_lot(said: str):
    assert said in text(PAGE).replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_none_of_the_words_that_sell_people(language: str):
    found = text(replace(PAGE, language=language, maker=Maker(mark=123_456_789), serial="1")).lower()
    assert not [word for word in FORBIDDEN if word in found]


def test_of_fewer_than_five_no_figure_is_shown_and_it_says_why():
    few = {"shown": "few", "fewer_than": 5, "month": "2026-10"}
    found = text(replace(PAGE, body={**BODY, "pay": few}))
    assert "Fewer than 5 people have hours in October 2026, so no figure of pay is shown" in found
    assert "S/" not in found


def test_without_a_month_of_pay_nothing_is_claimed():
    assert "nothing is claimed of pay" in text(replace(PAGE, body={**BODY, "pay": {"shown": "none"}}))


@pytest.mark.parametrize(
    ("maker", "says", "picture"),
    [
        (None, "", False),
        (Maker(), "", False),
        (Maker(mark=123_456_789), "Made by the worker who chose this mark", True),
        (
            Maker(name="Milla <b>"),
            "Made by Milla &lt;b&gt;. This is what the maker chose to be called here.",
            False,
        ),
        (Maker(mark=123_456_789, name="Milla"), "Made by Milla.", True),
    ],
)
def test_the_maker_is_shown_as_she_chose(maker: Maker | None, says: str, picture: bool):
    page = html(replace(PAGE, serial="417", maker=maker))
    assert (says in page, "<svg" in page, 'content="noindex"' in page) == (True, picture, True)


def test_an_origin_nobody_knows_and_a_craft_model_are_said():
    body = {**BODY, "model": "craft", "materials": [{"material": "Felt", "country": "unknown", "origin": ""}]}
    found = text(replace(PAGE, body=body))
    assert "Felt origin not known" in found
    assert "it is paid for the piece, and nobody sets the hours" in found


def test_no_open_finding_is_no_green_tick():
    body = {**BODY, "findings": {"open": 0, "oldest": "", "with": {}, "asked_on": "2026-11-02"}}
    assert "That says nothing of what nobody has looked at." in text(replace(PAGE, body=body))


def test_what_was_withdrawn_says_so_and_nothing_else():
    found = gone(Words("en"), date(2026, 11, 3))
    assert "This passport was withdrawn on 3 November 2026." in found
    assert "Cusco" not in found


def test_the_style_is_the_one_a_browser_is_told_to_take():
    assert f"<style>{style()}</style>" in html(PAGE)
    assert style_digest().startswith("sha256-")

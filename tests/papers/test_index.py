import re
from html.parser import HTMLParser

from jornal.papers.heads import issue
from jornal.papers.index import page, summary
from papers.samples import run


class Seen(HTMLParser):
    """The links and unclosed tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in ("meta", "rect"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != "rect":
            assert self.open.pop() == tag


def seen(html: str) -> Seen:
    found = Seen()
    found.feed(html)
    return found


def test_the_page_opens_every_paper():
    links = seen(page(issue(run("cusco"), "es"))).links
    paid = ["K7-0412-M", "K7-0588-R", "K7-0611-T"]
    assert links == [
        "totals.pdf",
        *(f"{kind}/{code}.pdf" for code in paid for kind in ("slips", "tallies", "hours")),
    ]


def test_the_page_needs_nothing_from_elsewhere():
    html = page(issue(run("cusco"), "es"))
    assert not re.search(r"https?:|//|@import|url\(|<script", html)
    assert seen(html).open == []


def test_the_page_speaks_the_sites_language():
    assert '<html lang="th">' in page(issue(run("chiang_mai"), "th"))


def test_names_are_shown_as_written():
    found = run("cusco")
    found["workers"][0]["name"] = '<b>Rosa</b> & "Ñ"'
    assert "&lt;b&gt;Rosa&lt;/b&gt; &amp; &quot;Ñ&quot;" in page(issue(found, "es"))


def test_rows_to_mend_and_a_comparison_have_their_links():
    found = run("cusco", listed=[{}])
    compared = {"right": 1, "below": 0, "above": 0, "unknown": 0, "below_by": 0, "above_by": 0}
    links = seen(page(issue(found, "es"), compared)).links
    assert links[:3] == ["totals.pdf", "comparison/summary.pdf", "."]


def test_a_comparison_is_one_line():
    counts = {"right": 12, "below": 3, "above": 0, "unknown": 1, "below_by": 4120, "above_by": 0}
    told = summary(counts, issue(run("cusco"), "en")).replace("\u00a0", " ")
    assert told == "12 right, 3 below by S/ 41.20, 1 not known"

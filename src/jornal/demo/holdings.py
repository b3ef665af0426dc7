"""The page of a register of the demo: what it holds, and what its audit says."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from jornal.demo.held import Cells, tables
from jornal.demo.loaded import Loaded
from jornal.journal import chain
from jornal.journal.entry import Entry
from jornal.papers.index import STYLE


def page(of: Loaded) -> str:
    """The page as HTML, one file without anything from elsewhere; its facts are those of Django's database."""
    title = f"{of.label}: the register"
    parts = "\n".join(_card(name, heads, list(rows)) for name, heads, rows in tables())
    audit = "".join(f"<li>{escape(line)}</li>" for line in of.audit)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>
{STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<main>
<header>
<p class="soft">jornal: the demo world</p>
<h1>{escape(title)}</h1>
<p>{of.facts} facts in {Entry.objects.values("book").distinct().count()} books, August to October 2026, each recorded
through its verb. Everybody and everything here is invented.</p>
<p class="soft">Names are sealed: this page shows codes.
A head that is printed at {escape(of.head_of)}: {chain.shown(of.head)}</p>
</header>
{parts}
<section class="card"><h2>The {"full" if of.full else "daily"} audit</h2><ul>{audit}</ul></section>
<footer><p><a href="../../index.html">the demo world</a></p></footer>
</main>
</body>
</html>
"""


def write(of: Loaded) -> Path:
    """Writes index.html into the home of the register."""
    path = of.home / "index.html"
    path.write_text(page(of), encoding="utf-8", newline="\n")
    return path


def _cell(head: str, cell: object) -> str:
    """A cell, with its head before it where the page is narrow."""
    return f'<td data-label="{escape(head)}">{escape(str(cell))}</td>'


def _card(name: str, heads: Sequence[str], rows: list[Cells]) -> str:
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "\n".join(
        f"<tr>{''.join(_cell(*pair) for pair in zip(heads, row, strict=True))}</tr>" for row in rows
    )
    return (
        f'<section class="card"><h2>{escape(name)}</h2>\n'
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></section>"
    )

"""The page that opens the whole demo: every site of the four enterprises, and the mission table."""

from collections.abc import Container, Iterable, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from jornal.demo.build import SHEETS, Done
from jornal.demo.loaded import Loaded, audit
from jornal.demo.mission import Shown
from jornal.papers.index import STYLE
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures

TITLE = "jornal: the demo world"


def page(done: list[Done], mission: list[Shown], registers: Sequence[Loaded] = ()) -> str:
    """The page as HTML, one file without anything from elsewhere."""
    people = sum(one.workers for one in _latest(done))
    cards = "\n".join(_card(list(runs)) for _, runs in groupby(done, key=lambda one: one.enterprise))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{TITLE}</title>
<style>
{STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<main>
<header>
<h1>{TITLE}</h1>
<p>{people} people, {len(_latest(done))} sites, {len(done)} runs.
Every enterprise, person and figure here is invented.</p>
</header>
{cards}
{_registers(registers)}<section class="card" aria-labelledby="mission">
<h2 id="mission">The mission, line by line</h2>
<table><thead><tr>{_heads("Line", "What it asks", "Shown by")}</tr></thead>
<tbody>
{_mission(mission)}
</tbody></table>
</section>
<footer><p>The sheets that all of this was made from are in <a href="{SHEETS}/">{SHEETS}</a>.</p></footer>
</main>
</body>
</html>
"""


def write(out: Path, done: list[Done], mission: list[Shown], registers: Sequence[Loaded] = ()) -> Path:
    """Writes index.html into the folder of the demo."""
    path = out / "index.html"
    path.write_text(page(done, mission, registers), encoding="utf-8", newline="\n")
    return path


def _registers(registers: Sequence[Loaded]) -> str:
    """The registers, each with what it holds; nothing where they were left out."""
    if not registers:
        return ""
    head = _heads("Register", "Facts", "Audit", "A head that is printed", right=(1,))
    rows = "\n".join(
        f'<tr><th scope="row"><a href="register/{escape(one.enterprise)}/index.html">{escape(one.label)}</a></th>'
        f'<td class="n">{one.facts:,}</td><td>{audit(one)}</td><td>{one.head[:5]} {one.head[5:]}</td></tr>'
        for one in registers
    )
    return (
        '<section class="card"><h2>The same people in registers, August to October 2026</h2>\n'
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></section>\n"
    )


def _latest(done: Iterable[Done]) -> list[Done]:
    """One run a site: the last month of it."""
    return list({one.at: one for one in done}.values())


def _card(runs: list[Done]) -> str:
    name = escape(runs[0].enterprise)
    heads = ("Site", "Month", "Workers", "Payslips", "Open", "Earned", "In hand", "")
    head = _heads(*heads, right=range(2, 7))
    rows = "\n".join(_row(one) for one in runs)
    people = sum(one.workers for one in _latest(runs))
    return (
        f'<section class="card"><h2>{name}</h2><p class="soft">{people} workers</p>\n'
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></section>"
    )


def _heads(*labels: str, right: Container[int] = ()) -> str:
    cells = [
        f'<th scope="col"{" class=n" if at in right else ""}>{text}</th>' for at, text in enumerate(labels)
    ]
    return "".join(cells)


def _row(one: Done) -> str:
    money = Figures(Words("en", ""), one.currency, 2)
    folder = f"{one.at}/{one.month}"
    figures = (
        str(one.workers),
        str(one.slips),
        str(max(one.held, one.listed) or ""),
        money.amount(one.gross),
        money.amount(one.in_hand),
    )
    cells = "".join(f'<td class="n">{escape(figure)}</td>' for figure in figures)
    links = [(f"{folder}/totals.pdf", "totals")]
    if one.compared:
        links.append((f"{folder}/comparison/summary.pdf", "compared with what was paid"))
    also = "".join(f'<a href="{link}">{text}</a>' for link, text in links)
    return (
        f'<tr><th scope="row"><a href="{folder}/index.html">{escape(one.label)}</a></th>'
        f"<td>{one.month}</td>{cells}"
        f'<td class="papers">{also}</td></tr>'
    )


def _mission(mission: list[Shown]) -> str:
    rows = []
    for line in mission:
        here = line.path and not line.missing
        limits = f' <span class="soft">{escape(line.limits)}</span>' if here and line.limits else ""
        link = f'<a href="{escape(line.path)}">{escape(line.path)}</a>{limits}'
        shown = link if here else '<span class="soft">not yet</span>'
        rows.append(f'<tr><th scope="row">{line.id}</th><td>{escape(line.says)}</td><td>{shown}</td></tr>')
    return "\n".join(rows)

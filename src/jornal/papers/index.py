"""The page that opens a run: one self-contained file, every worker beside the floor, a link to each paper."""

from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jornal.papers import totals
from jornal.papers.heads import Issue, head, incomplete, model, notes
from jornal.words.catalogue import Words

Row = dict[str, Any]
STYLE = Path(__file__).with_name("index.css")


def page(paper: Issue, compared: Row | None = None) -> str:
    """The page as HTML in the language of `paper`; `compared` is the summary of a comparison, or None."""
    words, said = paper.words, head(paper, "Pay")
    title = f"{said['title']} · {said['period']}"
    banners = "".join(f'<p class="banner">{escape(told)}</p>' for told in incomplete(paper))
    return f"""<!doctype html>
<html lang="{paper.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title)} · {escape(said["enterprise"])}</title>
<style>
{STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<main>
<header>
<p class="soft">{escape(said["enterprise"])} · {escape(said["site"])}</p>
<h1>{escape(title)}</h1>
<p>{escape(totals.lead(paper))} · {escape(said["currency"])}</p>
<nav aria-label="{escape(words.say("Papers"))}">{_papers(paper, compared)}</nav>
</header>
{banners}{_comparison(paper, compared)}
<section class="card" aria-labelledby="people">
<h2 id="people">{escape(words.say("Everyone beside the floor"))}</h2>
{_table(paper)}
<p class="soft">{escape(words.say(totals.FLOOR))}</p>
</section>
<section class="card" aria-labelledby="open">
<h2 id="open">{escape(words.say("Open"))}</h2>
{_open(paper)}
</section>
{_footer(paper, said["foot"])}
</main>
</body>
</html>
"""


def _footer(paper: Issue, foot: str) -> str:
    told = "".join(f"<p>{escape(one)}</p>" for one in [model(paper), *notes(paper)])
    kept = escape(paper.words.say("This folder holds names. Keep it where pay is kept."))
    return f"<footer>{told}\n<p><strong>{kept}</strong></p>\n<p>{escape(foot)}</p></footer>"


def _papers(paper: Issue, compared: Row | None) -> str:
    links = [("totals.pdf", "Totals, one page")]
    if compared is not None:
        links.append(("comparison/summary.pdf", "Compared with what was paid"))
    if paper.run.get("listed"):
        links.append((".", "The folder, with the rows to mend"))
    return "".join(
        f'<a class="button" href="{link}">{escape(paper.words.say(label))}</a>' for link, label in links
    )


def _comparison(paper: Issue, compared: Row | None) -> str:
    return "" if compared is None else f'<p class="lead">{escape(summary(compared, paper))}</p>\n'


def summary(compared: Row, paper: Issue) -> str:
    """The comparison in one line: "12 right, 3 below by S/ 41.20, 1 not known"."""
    words, money = paper.words, paper.money
    parts = [words.say("{number} right", number=compared["right"])]
    for key, asked in (("below", "{number} below by {amount}"), ("above", "{number} above by {amount}")):
        if compared[key]:
            amount = money.amount(abs(compared[f"{key}_by"]))
            parts.append(words.say(asked, number=compared[key], amount=amount))
    if compared["unknown"]:
        parts.append(words.say("{number} not known", number=compared["unknown"]))
    return ", ".join(parts)


def _table(paper: Issue) -> str:
    words, heads, whole = paper.words, totals.heads(paper), totals.widest(paper.run)
    labels = [(label, bool(at)) for at, label in enumerate(heads)]
    labels += [(words.say("An hour, beside the floor"), False), (words.say("Papers"), False)]
    head = "".join(
        f'<th scope="col"{_NUMBER if right else ""}>{escape(label)}</th>' for label, right in labels
    )
    rows = "\n".join(_row(paper, worker, heads, whole) for worker in paper.run["workers"])
    return f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"


_NUMBER = ' class="n"'


def _row(paper: Issue, worker: Row, heads: list[str], whole: int) -> str:
    row = totals.row(paper, worker, whole)
    figures = [row["hours"], *row["cells"]]
    cells = "".join(
        f'<td class="n" data-label="{escape(label)}">{escape(figure)}</td>'
        for label, figure in zip(heads[1:], figures, strict=True)
    )
    return (
        f'<tr><th scope="row"><span class="name">{escape(row["name"])}</span> '
        f'<span class="soft">{escape(row["code"])}</span> '
        f'<span class="chip {row["kind"]}">{escape(row["state"])}</span></th>{cells}'
        f'<td class="beside">{_bar(row, paper.words)}</td>'
        f'<td class="papers">{_links(paper, worker)}</td></tr>'
    )


def _bar(row: Row, words: Words) -> str:
    """Her bar with the floor as a black tick; the figure stands beside it for those who do not see it."""
    if row["tick"] < 0:
        return f'<span class="soft">{escape(words.say("not known"))}</span>'
    bar, tick = row["bar"] * 12 // 100, row["tick"] * 12 // 100
    return (
        '<svg width="120" height="16" viewBox="0 0 120 16" aria-hidden="true" focusable="false">'
        '<rect class="track" y="4" width="120" height="8" rx="4"/>'
        f'<rect class="bar" y="4" width="{bar}" height="8" rx="4"/>'
        f'<rect class="tick" x="{tick - 1}" width="2" height="16"/></svg>'
        f' <span class="hour">{escape(row["hour"])}</span>'
    )


def _links(paper: Issue, worker: Row) -> str:
    if worker["status"] not in totals.PAID:
        return ""
    name, code = escape(worker["name"]), quote(worker["code"])
    kinds = (("slips", "payslip"), ("tallies", "tally"), ("hours", "hours"))
    said = [(folder, escape(paper.words.say(label))) for folder, label in kinds]
    return "".join(
        f'<a href="{folder}/{code}.pdf" aria-label="{word}, {name}">{word}</a>' for folder, word in said
    )


def _open(paper: Issue) -> str:
    points = totals.open_points(paper)
    if not points:
        return f"<p>{escape(paper.words.say('Nothing is open.'))}</p>"
    return "<ul>" + "".join(f"<li>{escape(point)}</li>" for point in points) + "</ul>"

"""The first page: where the register stands, in the language of the site; and the address that says it is alive."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from jornal.actions.standing import Book, Standing, standing
from jornal.journal.chain import shown
from jornal.words.catalogue import Words
from jornal.words.dates import day_text

LOOK = (Path(__file__).parent / "status.css").read_text(encoding="utf-8")


@require_safe
def page(_: HttpRequest) -> HttpResponse:
    """The page."""
    found = standing(Path(settings.HOME), datetime.now(UTC))
    return HttpResponse(_page(found, Words(found.language, found.country)))


@require_safe
def look(_: HttpRequest) -> HttpResponse:
    """How the page looks."""
    return HttpResponse(LOOK, content_type="text/css; charset=utf-8")


@require_safe
def alive(_: HttpRequest) -> HttpResponse:
    """Nothing, with 204: this program answers."""
    return HttpResponse(status=204)


def _page(found: Standing, words: Words) -> SafeString:
    title, site = words.say("The register"), words.say(found.label)
    return format_html(
        '<!doctype html>\n<html lang="{}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<title>{} · {}</title>\n<link rel="stylesheet" href="/look.css">\n'
        "<main>\n<h1>{}</h1>\n<p>{}</p>\n{}\n{}\n</main>\n</html>\n",
        words.language, title, site, site, title, _list(found, words), _books(found, words),
    )  # fmt: skip


def _list(found: Standing, words: Words) -> SafeString:
    rows = format_html_join(
        "\n",
        '<div class="{}"><dt>{}</dt><dd>{}</dd></div>',
        ((mark, name, says) for mark, name, says in _rows(found, words)),
    )
    return format_html("<dl>\n{}\n</dl>", rows)


def _rows(found: Standing, words: Words) -> Iterator[tuple[str, str, str]]:
    """Each matter: whether it is well, what it is, how it stands."""
    if found.guards:
        yield (
            "bad",
            words.say("Guards"),
            words.say("A guard is missing. Nothing can be recorded: run jornal audit."),
        )
    else:
        yield "good", words.say("Guards"), words.say("All stand.")
    if found.clock:
        last = f"{day_text(found.clock.date(), words.language)} {found.clock:%H:%M} UTC"
        yield (
            "bad",
            words.say("Clock"),
            words.say("It went back behind the last record of {last}. Set it.", last=last),
        )
    else:
        yield "good", words.say("Clock"), words.say("It goes on from the last record.")
    names = words.say("They are locked.") if found.names else words.say("There is no vault of names here.")
    yield ("good" if found.names else "bad"), words.say("Names"), names
    if found.backup:
        yield "good", words.say("Last backup"), _time(found.backup, words)
    else:
        yield "bad", words.say("Last backup"), words.say("None was made yet.")


def _books(found: Standing, words: Words) -> SafeString:
    heads = [words.say("Book"), words.say("Entries"), words.say("Head"), words.say("Last entry")]
    cells = "".join("<td>{}</td>" for _ in heads)
    rows = format_html_join("\n", f"<tr>{cells}</tr>", (_row(book, words) for book in found.books))
    named = format_html_join("", "<th>{}</th>", ((head,) for head in heads))
    return format_html("<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>", named, rows)


def _row(book: Book, words: Words) -> tuple[str, ...]:
    return book.book, str(book.entries), shown(book.code), _time(book.last, words) if book.last else "–"


def _time(at: datetime, words: Words) -> str:
    return f"{day_text(at.date(), words.language)} {at:%H:%M} UTC"

"""docs/sheets.md says what the code reads.

Run this file to write its tables anew after a change of headers or kinds.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from jornal.sheets import figures, tables, times, workbooks
from jornal.sheets.choices import listed
from jornal.sheets.headers import known
from jornal.sheets.template import KINDS
from jornal.terms.kinds import LANGUAGES, load

DOCUMENT = Path(__file__).parents[2] / "docs" / "sheets.md"
NAMES = ("English", "Español", "ไทย", "Dansk")
BLOCK = re.compile(r"<!-- (columns (\w+)|kinds|choices) -->\n(.*?)<!-- end -->", re.DOTALL)


def rows(head: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    lines = [list(head), ["---"] * len(list(head)), *map(list, body)]
    return "\n".join(f"| {' | '.join(line)} |".replace("|  |", "| |") for line in lines) + "\n"


def columns(kind: str) -> str:
    found = known(kind)
    return (
        rows(
            ("column", *NAMES),
            (
                [
                    f"**{name}**" if name in found.needed else name,
                    *(", ".join(words[language]) for language in LANGUAGES),
                ]
                for name, words in found.words.items()
            ),
        )
        + "\nNeeded columns are bold.\n"
    )


def kinds() -> str:
    return rows(
        ("kind", "is", *NAMES),
        (
            [kind.id, "hours" if kind.group == "worked" else "absence"]
            + [
                f"`{'`, `'.join(kind.codes[language])}` {', '.join(kind.words[language])}"
                for language in LANGUAGES
            ]
            for kind in load().all
        ),
    )


def choices() -> str:
    return rows(
        ("for", "kept", *NAMES),
        (
            [name, kept, *(", ".join(words[language]) for language in LANGUAGES)]
            for name, group in listed().items()
            for kept, words in group.items()
        ),
    )


def table(block: re.Match[str]) -> str:
    return columns(block[2]) if block[2] else kinds() if block[1] == "kinds" else choices()


def blocks() -> list[re.Match[str]]:
    return list(BLOCK.finditer(DOCUMENT.read_text(encoding="utf-8")))


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block[1])
def test_every_table_is_what_the_code_reads(block: re.Match[str]):
    assert block[3] == table(block)


def test_every_kind_of_file_has_its_table():
    assert {block[2] for block in blocks() if block[2]} == {*KINDS.values(), "clock", "punches"}


def test_every_limit_is_told_as_it_is():
    text = DOCUMENT.read_text(encoding="utf-8")
    for told in (
        f"{tables.LARGEST_FILE // 1_000_000} MB",
        f"{workbooks.MOST_UNPACKED // 1_000_000} MB",
        f"{tables.LONGEST_CELL:,} characters",
        f"{times.LONGEST_STRETCH // 60} hours at a stretch",
        f"{figures.MOST_COUNT:,} pieces",
        f"{figures.MOST_RATE:,} a rate",
        f"{figures.MOST_AMOUNT:,} a sum",
    ):
        assert told in text


if __name__ == "__main__":
    text = DOCUMENT.read_text(encoding="utf-8")
    written = BLOCK.sub(lambda block: f"<!-- {block[1]} -->\n{table(block)}<!-- end -->", text)
    DOCUMENT.write_text(written, encoding="utf-8")

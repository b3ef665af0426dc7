"""The documents say what is there: commands, rooms, links and the README's first lines."""

import argparse
import importlib
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jornal.checks import SAYS
from jornal.settings import SETTINGS

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ROOMS = sorted(path.parent.name for path in (ROOT / "src" / "jornal").glob("*/__init__.py"))


def read(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def commands_of(parser: argparse.ArgumentParser, said: str = "jornal") -> Iterator[str]:
    """Each command as it is typed; a command that only groups others is not one itself."""
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        yield said
    for group in groups:
        for word, inner in group.choices.items():
            yield from commands_of(inner, f"{said} {word}")


def commands() -> set[str]:
    if importlib.util.find_spec("jornal.cli.main") is None:
        return set()
    return set(commands_of(importlib.import_module("jornal.cli.main").parser()))


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))


def code(text: str) -> str:
    """What stands between backticks or is indented or fenced as code."""
    fenced = re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^ {4}\S.*$", text, re.MULTILINE)
    return "\n".join([*fenced, *indented, *re.findall(r"`([^`\n]+)`", text)])


def test_every_command_is_described_and_every_description_is_of_a_command():
    described = set(re.findall(r"^##+ `(jornal [a-z -]*[a-z])`$", read("docs", "commands.md"), re.MULTILINE))
    assert described == commands()


@pytest.mark.parametrize(("shape", "told"), [(r"[A-Z_]+", SETTINGS), (r"jornal\.[EW]\d+", SAYS)])
def test_every_setting_and_every_check_is_told_in_its_own_words(shape: str, told: dict[str, str]):
    rows = re.findall(rf"^\| `({shape})` \| (.+) \|$", read("docs", "settings.md"), re.MULTILINE)
    assert dict(rows) == told
    assert [name for name, _ in rows] == list(told)


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "docs/map.md"])
def test_every_room_is_on_the_map(document: str):
    assert not [room for room in ROOMS if f"`{room}/`" not in read(document)]


def files_on_the_map() -> Iterator[str]:
    """The files of the table of subjects, each with its room: a cell of one room leaves the room out."""
    table = read("docs", "map.md").split("## Where a subject lives")[1].split("Beside the rooms:")[0]
    heads, *rows = re.findall(r"^\| (.+) \|$", table, re.MULTILINE)
    rooms = [re.findall(r"`(\w+)/`", head) for head in heads.split(" | ")]
    for row in rows:
        for room, cell in zip(rooms, row.split(" | "), strict=True):
            names = re.findall(r"`([a-z/]+)`", cell)
            yield from (name if "/" in name else f"{room[0]}/{name}" for name in names)


def test_the_map_leads_to_files_that_are_there_and_to_every_kind_of_fact():
    told, source = set(files_on_the_map()), ROOT / "src" / "jornal"
    assert not [name for name in sorted(told) if not (source / f"{name}.py").exists()]
    facts = {f"facts/{path.stem}" for path in (source / "facts").glob("[a-z]*.py")}
    assert facts - told == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(document: Path):
    links = re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8"))
    files = [link.split("#")[0] for link in links if not re.match(r"[a-z]+:|#", link)]
    assert not [file for file in files if not (document.parent / file).exists()]


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_what_one_is_told_to_make_can_be_made(document: str):
    told = set(re.findall(r"\bmake ([a-z]+)", code(read(document))))
    assert told
    assert told <= make_targets()


def test_what_the_readme_types_is_a_command():
    typed = set(re.findall(r"\bjornal ([a-z]+)", code(read("README.md"))))
    first_words = {command.split()[1] for command in commands()}
    assert typed <= first_words or not first_words


def test_every_target_has_its_line_of_help():
    explained = set(re.findall(r'echo "make ([a-z]+) ', read("Makefile")))
    assert explained == make_targets() - {"help", "setup"}


def test_every_page_can_be_found_from_the_first():
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert not [page for page in sorted(pages) if f"({page})" not in read("docs", "index.md")]


def test_every_decision_is_dated_and_listed():
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert decisions
    index = read("docs", "index.md")
    for decision in decisions:
        assert re.search(r"^\d{4}-\d{2}-\d{2}", decision.read_text(encoding="utf-8"), re.MULTILINE)
        assert f"decisions/{decision.name}" in index

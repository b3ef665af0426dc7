"""docs/terms.md says every key there is, and names proofs that exist."""

import re
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from jornal.terms import accruals, contracts, credit, deductions, floors, hours, markets, packs, shapes

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "terms.md").read_text(encoding="utf-8")
MODULES = (shapes, packs, accruals, floors, hours, deductions, credit, contracts, markets)
SHAPES = {
    name: shape
    for module in MODULES
    for name, shape in vars(module).items()
    if is_dataclass(shape) and isinstance(shape, type) and shape.__module__ == module.__name__
}
DATED = [field.name for field in fields(shapes.Dated)]


def section(name: str) -> tuple[str, list[str]]:
    found = re.search(rf"^### {name}: (.*?)$(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"{name} has no section"
    return found[1], re.findall(r"^\| `(\w+)` \|", found[2], re.MULTILINE)


@pytest.mark.parametrize("name", SHAPES)
def test_the_page_lists_every_key_of_a_shape(name: str):
    head, keys = section(name)
    own = [field.name for field in fields(SHAPES[name])]
    if issubclass(SHAPES[name], shapes.Dated) and name != "Dated":
        assert head.endswith("dated")
        own = own[len(DATED) :]
    assert keys == own


def test_the_page_has_no_shape_that_is_not_there():
    assert set(re.findall(r"^### (\w+):", PAGE, re.MULTILINE)) == set(SHAPES)


def proofs() -> list[tuple[int, str]]:
    rows = re.findall(r"^\| (\d+) \|.*\| ([^|]+) \|$", PAGE, re.MULTILINE)
    return [(int(number), proof.strip()) for number, said in rows for proof in said.split(",")]


def test_every_requirement_has_a_proof():
    assert sorted({number for number, _ in proofs()}) == list(range(1, 30))


def test_every_proof_is_there():
    folders = (ROOT / "src" / "jornal" / "terms" / "cases", ROOT / "tests" / "terms" / "cases")
    paths = [path for folder in folders for path in folder.glob("*.toml")]
    ids = {tomllib.loads(path.read_text(encoding="utf-8"))["id"] for path in paths}
    gone = {proof for _, proof in proofs() if not (proof in ids or (ROOT / proof.strip("`")).is_file())}
    assert not gone

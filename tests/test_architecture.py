"""The house rules of CONTRIBUTING.md, each as a sentence that fails when it stops being true."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
JORNAL = ROOT / "src" / "jornal"
SOURCES = sorted(
    path for path in JORNAL.rglob("*.py") if path.parent.name != "migrations"
)  # Django writes those
CODE = [*SOURCES, *sorted(p for room in ("tests", "bench", "tools") for p in (ROOT / room).rglob("*.py"))]
PAPERS = sorted(JORNAL.rglob("*.typ"))

MAY_IMPORT_LATE = {  # "room/module.py: function", each with its reason beside it
    "apps.py: guarded",  # Django loads the models, which the guards need, after this module
    "apps.py: ready",  # the checks need the models too
}
# "room/module.py": shapes without behaviour, tested where they are used.
NO_TEST_OF_THEIR_OWN: set[str] = {"rules/lines.py"}

# Two-letter codes that are also words ("it", "us") are left to the reader.
COUNTRIES = set(
    """
    brazil colombia denmark england wales india italy mexico peru philippines spain thailand usa
    cusco chiang texcoco inpe br gb mx pe th uk
    brl cop dkk eur gbp inr mxn pen php thb usd soles baht peso pesos pound pounds
""".split()
)
ENTERPRISES = {"qori", "trazo", "paso", "thimble"}
NEVER_RECORDED = re.compile(
    r"offen[cs]e|offender|crim(e|inal)|felon|victim|diagnos|convict"
    r"|sentence_?reason|reason_?for_?sentence|delito|delincuen|v[ií]ctima|forbrydelse",
    re.IGNORECASE,
)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return path.relative_to(JORNAL if path.is_relative_to(JORNAL) else ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def docstrings(path: Path) -> set[int]:
    """The nodes that are docstrings, by identity: prose, and free to name a law."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree(path)) if isinstance(node, owners)]
    first = [body[0].value for body in bodies if body and isinstance(body[0], ast.Expr)]
    return {id(node) for node in first if isinstance(node, ast.Constant)}


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every identifier and every string of a module, docstrings apart, with its line."""
    prose = docstrings(path)
    for node in ast.walk(tree(path)):
        line = getattr(node, "lineno", 0)
        match node:
            case ast.Name(id=text) | ast.Attribute(attr=text) | ast.alias(name=text):
                yield line, text
            case ast.arg(arg=text) | ast.keyword(arg=str(text)):
                yield line, text
            case ast.FunctionDef(name=text) | ast.AsyncFunctionDef(name=text) | ast.ClassDef(name=text):
                yield line, text
            case ast.Constant(value=str(text)) if id(node) not in prose:
                yield line, text


def words(text: str) -> set[str]:
    """`pesoOwed`, `peso_owed` and "peso owed" all hold the words peso and owed."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", text)}


def keys(table: object) -> Iterator[str]:
    if isinstance(table, dict):
        for key, value in table.items():
            yield key
            yield from keys(value)
    elif isinstance(table, list):
        for row in table:
            yield from keys(row)


def test_a_file_is_read_in_one_sitting():
    long = {
        name(p): n for p in [*CODE, *PAPERS] if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long, "Split these at a subject of their own; 300 lines is the most."


def test_a_function_fits_one_screen():
    lengths = {
        f"{name(path)}: {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in CODE
        for function in functions(path)
    }
    assert not {where: n for where, n in lengths.items() if n > 40}


def test_imports_stand_at_the_top():
    late = {
        f"{name(path)}: {function.name}"
        for path in SOURCES
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert late == MAY_IMPORT_LATE


def test_every_module_says_what_it_is_for():
    assert not [name(path) for path in SOURCES if not ast.get_docstring(tree(path))]


def test_every_public_function_says_what_it_gives_back():
    silent = [
        f"{name(path)}: {node.name}"
        for path in SOURCES
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not silent


@pytest.mark.parametrize("room", ["units", "rules"])
def test_figures_need_nothing_but_the_standard_library(room: str):
    modules = [".".join(path.relative_to(ROOT / "src").with_suffix("").parts) for path in SOURCES]
    ours = [module.removesuffix(".__init__") for module in modules if module.startswith(f"jornal.{room}.")]
    program = (
        f"import sys; before = set(sys.modules); import {', '.join(['jornal', *ours])}\n"
        "came = {m: str(getattr(sys.modules[m], '__file__', '')) for m in set(sys.modules) - before}\n"
        "print(*sorted(m for m, file in came.items() if 'site-packages' in file))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (run.stdout.split(), run.stderr) == ([], "")


def test_no_float_touches_money():
    floats = [
        f"{name(path)}:{node.lineno}"
        for path in [*(p for p in SOURCES if p.parent.name == "rules"), JORNAL / "units" / "money.py"]
        if path.exists()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name | ast.Constant)
        and (getattr(node, "id", "") == "float" or isinstance(getattr(node, "value", 0), float))
    ]
    assert not floats


def test_rules_know_no_country_and_no_currency():
    named = [
        f"{name(path)}:{line}: {text}"
        for path in SOURCES
        if path.parent.name == "rules"
        for line, text in texts(path)
        if words(text) & COUNTRIES
    ]
    assert not named


def test_no_enterprise_is_named_in_code():
    named = [
        f"{name(path)}:{line}: {text}"
        for path in SOURCES
        if "demo" not in path.relative_to(JORNAL).parts  # the demo is about these four
        for line, text in texts(path)
        if words(text) & ENTERPRISES
    ]
    assert not named


def test_no_name_in_code_asks_why_anyone_is_inside():
    asked = [
        f"{name(path)}:{line}: {text}"
        for path in SOURCES
        if "words" not in path.relative_to(JORNAL).parts  # translations and refusals may say the word
        for line, text in texts(path)
        if NEVER_RECORDED.search(text)
    ]
    assert not asked


def test_no_key_in_the_terms_asks_why_anyone_is_inside():
    asked = [
        f"{name(path)}: {key}"
        for path in sorted(JORNAL.rglob("*.toml"))
        for key in keys(tomllib.loads(path.read_text(encoding="utf-8")))
        if NEVER_RECORDED.search(key)
    ]
    assert not asked


def test_every_module_has_its_test_where_one_looks_for_it():
    modules = {name(path) for path in SOURCES if path.name not in ("__init__.py", "__main__.py")}
    tested = {
        (path.parent / path.name.removeprefix("test_")).relative_to(ROOT / "tests").as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
    }
    assert not modules - tested - NO_TEST_OF_THEIR_OWN
    assert not NO_TEST_OF_THEIR_OWN - modules, "These are gone; take them off the list."
    assert not NO_TEST_OF_THEIR_OWN & tested, "These have a test now; take them off the list."


def test_the_lock_is_hashed_and_names_no_address():
    for lock in (ROOT / "requirements.lock", ROOT / "tools" / "uv.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text

"""Finds every message the sources may say, for the tests of the catalogues."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jornal.facts.organisation import ROLES
from jornal.units.parts import AND_MORE, MORE

JORNAL = Path(__file__).parents[2] / "src" / "jornal"
ROOMS = ("papers", "cli", "pages", "accounts", "demo", "actions", "rules", "sheets", "words")
FAULTS = ("accounts", "actions", "journal", "pages", "terms", "units")
# What stands in faults by its name: the columns of facts whose choices are said as words.
NAMED = {
    "RoleGranted.what",
    "Consent.purpose",
    "OtherSum.what",
    "TrainingPlanned.state",
    "OfferAnswered.answer",
}
NAMED |= {"Payment.part", "RateCard.per"}
# What never stands on a paper by its label: days off, breaks, comparators, whole waterfalls.
UNPRINTED = ("holiday", "pause", "provision", "figure", "waterfall", "agreement")
# Messages that papers keep in tables, where they look like any other text of the code.
ALSO = set(
    "law authority contract standard employment training ready below above right payslip tally hours".split()
) | {
    "house rule",
    "craft work",
    "topped up",
    "on account",
    "no slip yet",
    "no rows",
    "invented",
    "{number} below by {amount}",
    "{number} above by {amount}",
    "{amount} above the floor for these hours.",
    "{amount} less was paid than was due.",
    "{amount} more was paid than was due.",
    "You asked to save {amount}.",
    "You asked to send {amount} to {payee}.",
}
LABELS = (
    "label",
    "paid_by",
    "pay_day",
    "payee",
    "if_no_account",
    "trade",
    "declared_gap",
    "model_note",
    "place",
    "decided_by",
)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def said() -> frozenset[str]:
    """Messages in the code: first arguments of say and count, sentences kept as constants, keys of faults."""
    found: set[str] = set(ALSO)
    for room in ROOMS:
        for path in sorted((JORNAL / room).rglob("*.py")):
            found |= set(_of(path, room))
    found |= set(_faults())
    for path in sorted((JORNAL / "pages" / "templates").rglob("*.html")):
        found |= set(_of_template(path.read_text(encoding="utf-8")))
    return frozenset(found)


@cache
def written() -> frozenset[str]:
    """Every text of the sources, the terms and the demo's world, and every word of those: what a name may lead to."""
    found: set[str] = set()
    for path in sorted(JORNAL.rglob("*.py")):
        nodes = ast.walk(_tree(path))
        found |= {
            node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    for path in sorted(JORNAL.rglob("*.toml")):
        found |= set(_leaves(tomllib.loads(path.read_text(encoding="utf-8"))))
    found |= {text.removesuffix(" (invented)") for text in found}
    return frozenset(found | {word for text in found for word in text.split()})


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _leaves(part)


def _of_template(text: str) -> Iterator[str]:
    """What the tags of a template say: the text of `say`, the two of `count`."""
    for tag in re.findall(r"{%\s*(?:say|count)\s(.*?)%}", text, re.DOTALL):
        yield from (one or other for one, other in re.findall(r"""(?<![=\w])(?:"([^"]+)"|'([^']+)')""", tag))


def _faults() -> Iterator[str]:
    """The sentences of faults that are told in every language, and their parts."""
    trees = [_tree(path) for room in FAULTS for path in sorted((JORNAL / room).rglob("*.py"))]
    classes = [node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    told: set[str] = set()
    more = {"Said"}
    while more:
        told |= more
        more = {one.name for one in classes if {ast.unparse(base) for base in one.bases} & told} - told
    for one in classes:
        if one.name in told:
            yield from _wordy(part for node in ast.walk(one) for part in _sentences(node))
    for tree in trees:
        parts = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
        yield from _wordy(
            node.args[0] for node in parts if getattr(node.func, "id", "") in ("Said", "Part", "Begun")
        )
    yield from _wordy(ast.Constant(one) for one in (MORE, AND_MORE, *kinds_and_choices()))


def _sentences(node: ast.AST) -> Iterator[ast.expr]:
    """What a fault passes on to its ancestor, and what it calls `says` before."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__":
        yield from node.args
    elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "says":
        yield node.value


def _wordy(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The texts of these expressions that have words beside their {placeholders}; both of a choice."""
    for node in nodes:
        if isinstance(node, ast.IfExp):
            yield from _wordy((node.body, node.orelse))
        elif isinstance(node, ast.Constant) and re.search(
            r"[^\W\d_]{2}", re.sub(r"{\w*}", "", str(node.value))
        ):
            yield str(node.value)


def kinds_and_choices() -> Iterator[str]:
    """The kinds of facts and the choices of NAMED columns, in words."""
    for path in sorted((JORNAL / "facts").glob("*.py")):
        for node in _tree(path).body:
            if isinstance(node, ast.ClassDef):
                yield from _of_fact(node)


def _of_fact(kind: ast.ClassDef) -> Iterator[str]:
    for node in kind.body:
        if not isinstance(node, ast.Assign):
            continue
        name, value = ast.unparse(node.targets[0]), node.value
        if name.startswith("(KIND") and isinstance(value, ast.Tuple):
            yield ast.literal_eval(value.elts[0]).replace("_", " ")
        elif f"{kind.name}.{name}" in NAMED and isinstance(value, ast.Call):
            given = [one for one in value.args if isinstance(one, ast.Constant)]
            texts = [str(one.value) for one in given] if given else ROLES
            yield from (f"the {one}" if name == "per" else one.replace("_", " ") for one in texts)


@cache
def labels() -> frozenset[str]:
    """What packs and enterprises call things; the kinds of time bring their own words in each language."""
    found: set[str] = set()
    for path in sorted((JORNAL / "terms").rglob("*.toml")):
        if "cases" not in path.parts and path.name != "kinds.toml":
            found |= set(_labels(tomllib.loads(path.read_text(encoding="utf-8"))))
    return frozenset(found)


def _labels(table: object) -> Iterator[str]:
    if isinstance(table, dict):
        for key, value in table.items():
            if key in LABELS and isinstance(value, str):
                yield from [value] if value and "(invented)" not in value else []
            elif key not in UNPRINTED:
                yield from _labels(value)
    elif isinstance(table, list):
        for row in table:
            yield from _labels(row)


def _of(path: Path, room: str) -> Iterator[str]:
    tree = _tree(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _called(node)
    if path.name in ("says.py", "choices.py") and room == "sheets":
        yield from (text for text in _constants(tree) if " " in text)
    elif (
        room in ("papers", "cli", "rules", "actions", "pages") and path.name != "main.py"
    ):  # what it lists is help
        yield from (text for text in _constants(tree) if _is_message(text))
    if room == "papers":
        yield from _listed(tree)


def _called(node: ast.Call) -> Iterator[str]:
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    first = {
        "say": node.args[:1], "count": node.args[1:3], "head": node.args[1:2], "Fault": node.args[1:2],
        "note": node.args[:1], "Asked": node.args[1:3], "Deed": node.args[:2], "Step": node.args[1:2],
    }  # fmt: skip
    for keyword in node.keywords if name in ("Page", "Asked", "Deed", "Step") else ():
        if (
            keyword.arg in ("label", "hint")
            and isinstance(keyword.value, ast.Constant)
            and keyword.value.value
        ):
            yield str(keyword.value.value)
    for argument in first.get(name, []):
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
            yield argument.value


def _constants(tree: ast.Module) -> Iterator[str]:
    """Texts of constants at the top of a module: alone, in a tuple, or as the values of a table."""
    for node in tree.body:
        value = getattr(node, "value", None) if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if value is not None:
            yield from _texts(value)


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _texts(value)
    elif isinstance(node, ast.Tuple | ast.List):
        for part in node.elts:
            yield from _texts(part)


def _listed(tree: ast.Module) -> Iterator[str]:
    """Labels in the pairs of a list, `("Employer", …)`, as papers keep their heads."""
    for node in ast.walk(tree):
        if isinstance(node, ast.List | ast.Tuple):
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and _is_message(part.value):
                    yield part.value


def _is_message(text: str) -> bool:
    """Whether a text has words, and is none of what a machine reads: markup, names of rules' confidence."""
    wordy = re.search(r"[^\W\d_]{2}", text) and (" " in text or text[:1].isupper())
    control = re.fullmatch(r"[A-Z]+(-[A-Z0-9]*)+", text)  # of the standard, or what a key begins with
    return bool(wordy) and not control and not re.search(r"[<=]|^K-", text) and text != " (invented)"

"""How grave it is when a control of the Standard does not hold."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Severity = Literal["critical", "major", "minor"]
FILE = Path(__file__).with_name("controls.toml")


def severity(control: str) -> Severity:
    """The severity of a control by its number, as "PAY-04"; one that no list names is critical: unknown is not pass."""
    return _severities().get(control, "critical")


def controls(of: Severity) -> list[str]:
    """The numbers of all controls of a severity, in the order of the Standard."""
    return [control for control, found in _severities().items() if found == of]


@cache
def _severities() -> dict[str, Severity]:
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {control: of for of in get_args(Severity) for control in read[of]}

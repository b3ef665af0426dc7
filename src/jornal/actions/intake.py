"""The file that keeps what `jornal init` was told until the register is founded, and a file of answers given whole."""

import json
import os
import tomllib
from pathlib import Path

from jornal.actions.questions import LISTED, NAMES, QUESTIONS, Answers

NAME = "init.toml"
FINISHED = "finished"


class BadAnswers(ValueError):
    """A file of answers that cannot be used, with everything that is wrong in it."""

    def __init__(self, path: Path, faults: list[str]) -> None:
        super().__init__(f"{path}: {' '.join(faults)} Nothing was made.")


def kept(home: Path) -> dict[str, str]:
    """The answers given so far; none where nothing was asked. Raises BadAnswers."""
    path = home / NAME
    if not path.is_file():
        return {}
    try:
        return {key: str(value) for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items()}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise BadAnswers(
            path, [f"it cannot be read ({fault}). Mend it, or remove it and begin again."]
        ) from None


def keep(home: Path, answers: Answers) -> None:
    """Writes the answers down in one step, for their owner alone; names and the passphrase are never among them."""
    part = home / f"{NAME}.part"
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in answers.items()]
    with os.fdopen(
        os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write("# What `jornal init` was told. It goes on from here.\n" + "".join(lines))
        file.flush()
        os.fsync(file.fileno())
    part.replace(home / NAME)


def read_whole(path: Path, listed: str = "") -> tuple[dict[str, str], dict[str, str]]:
    """A file of answers: every question answered, its usual answer where nothing is said; and the names in it.

    `listed` are the letters with which codes of a list of people begin. Raises BadAnswers with all its faults.
    """
    told = _told(path)
    answers: dict[str, str] = {}
    names = [one.key for one in NAMES]
    known = {*names, *(one.key for one in QUESTIONS)}
    faults = [f'"{key}" is no question.' for key in told if key not in known]
    for question in QUESTIONS:
        try:
            answers[question.key] = question.answer(told.get(question.key, ""), {**answers, LISTED: listed})
        except ValueError as fault:
            faults.append(f"{question.key}: {fault}")
            answers[question.key] = ""
    faults += [f"{name}: write the name." for name in names if not told.get(name, "").strip()]
    if faults:
        raise BadAnswers(path, faults)
    return answers, {name: told[name].strip() for name in names}


def _told(path: Path) -> dict[str, str]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise BadAnswers(path, [f"it cannot be read ({fault})."]) from None
    return {
        key: ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for key, value in table.items()
    }

"""The run folder: written under a temporary name and renamed when it is whole, so that half a run never looks like one."""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jornal.sheets.listed import Listed, mend_files

Papers = Callable[[dict[str, Any], Path], None]


class FolderTaken(ValueError):
    """A folder that is there and is not a run, which jornal will not overwrite."""

    def __init__(self, out: Path) -> None:
        super().__init__(
            f"{out} is there and is not a run of jornal, so it is left alone. Give another folder with --out."
        )


def check(out: Path) -> None:
    """Raises FolderTaken where `out` holds something that is not a run; an earlier run will be replaced whole."""
    if out.exists() and not (out / "run.json").is_file() and (not out.is_dir() or any(out.iterdir())):
        raise FolderTaken(out)


def write(
    found: dict[str, Any], out: Path, papers: Papers | None = None, listed: tuple[Listed, ...] = ()
) -> None:
    """The folder of a run: run.json, terms.json, the rows to mend, and the papers that `papers` draws into it."""
    check(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f".{out.name}.part")
    if part.exists():
        shutil.rmtree(part)
    part.mkdir(mode=0o700)
    try:
        body = {key: value for key, value in found.items() if key != "snapshot"}
        (part / "run.json").write_text(text(body), encoding="utf-8")
        (part / "terms.json").write_text(found["snapshot"] + "\n", encoding="utf-8")
        for name, rows in mend_files(listed).items():
            (part / name).write_text(rows, encoding="utf-8-sig", newline="")
        if papers:
            papers(body, part)
        _put(part, out)
    finally:
        if part.exists():
            shutil.rmtree(part, ignore_errors=True)


def _put(part: Path, out: Path) -> None:
    """The finished folder in place of an earlier one; at every moment one of the two is whole."""
    old = out.with_name(f".{out.name}.old")
    if old.exists():
        shutil.rmtree(old)
    if out.exists():
        os.replace(out, old)
    os.replace(part, out)
    if old.exists():
        shutil.rmtree(old, ignore_errors=True)


def text(found: Mapping[str, Any]) -> str:
    """run.json: one line a key, one line a worker, so that two runs can be read side by side."""
    lines = []
    for key, value in found.items():
        if key == "workers":
            rows = ",\n  ".join(json.dumps(worker, ensure_ascii=False) for worker in value)
            lines.append(f' "workers": [\n  {rows}\n ]' if value else ' "workers": []')
        else:
            lines.append(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def read(folder: Path) -> dict[str, Any]:
    """The table of a run folder. Raises ValueError with the next step where there is none."""
    try:
        found = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise ValueError(f"{folder} holds no run that can be read. Make one with `jornal pay`.") from None
    if not isinstance(found, dict) or found.get("format") != 1:
        raise ValueError(
            f"{folder} was written by another release of jornal. Make it again with `jornal pay`."
        )
    return found

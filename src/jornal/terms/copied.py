"""Copies the packaged terms beside the data, where they can be read and changed, and never over a change."""

import shutil
from pathlib import Path
from typing import Literal, NamedTuple

from jornal.terms.faults import TermsFaults
from jornal.terms.files import PACKAGED, shown

FOLDERS = ("jurisdictions", "enterprises")


class Copied(NamedTuple):
    """One file and what became of it: `new`, `same` as the packaged one, or `kept` because it differs."""

    path: Path
    outcome: Literal["new", "same", "kept"]


def copy(destination: Path) -> list[Copied]:
    """Copies what is not there yet; a file that differs from the packaged one is kept and said to be so.

    Raises `TermsFaults` where nothing can be written there; files already copied stay.
    """
    done = []
    for source in packaged_files():
        target = destination / source.relative_to(PACKAGED)
        try:
            done.append(Copied(target, _outcome(source, target)))
        except OSError as fault:
            reason = fault.strerror or "it is refused"
            raise TermsFaults(
                [f"{shown(target)} cannot be written: {reason}. Name a folder you may write in."]
            ) from None
    return done


def packaged_files() -> list[Path]:
    """The files of terms that ship with jornal, in order."""
    return [path for folder in FOLDERS for path in sorted((PACKAGED / folder).rglob("*.toml"))]


def said(done: list[Copied], destination: Path) -> str:
    """What was copied, in words, with every kept file named."""
    new, same = (sum(each.outcome == outcome for each in done) for outcome in ("new", "same"))
    kept = [each.path for each in done if each.outcome == "kept"]
    lines = [
        f"{shown(destination)}: {new} files copied, {same} already there and the same, {len(kept)} kept."
    ]
    lines += [f"  kept as you changed it: {shown(path)}" for path in kept]
    if kept:
        lines.append("To take the packaged one again, move your file away and run this once more.")
    lines.append("jornal now reads these files before its own. Change them, then run `jornal terms check`.")
    return "\n".join(lines) + "\n"


def _outcome(source: Path, target: Path) -> Literal["new", "same", "kept"]:
    if target.exists():
        return "same" if target.is_file() and target.read_bytes() == source.read_bytes() else "kept"
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    shutil.copyfile(source, unfinished)
    unfinished.replace(target)
    return "new"

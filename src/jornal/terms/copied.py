"""Copies the packaged terms beside the data, where they can be read and changed, and never over a change."""

import shutil
from pathlib import Path
from typing import Literal, NamedTuple

from jornal.terms.faults import TermsFaults
from jornal.terms.files import FOLDERS, PACKAGED, shown

Outcome = Literal["copied", "already there", "kept, because it was changed"]


class Copied(NamedTuple):
    """One file and what became of it."""

    path: Path
    outcome: Outcome


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


def _outcome(source: Path, target: Path) -> Outcome:
    if target.exists():
        same = target.is_file() and target.read_bytes() == source.read_bytes()
        return "already there" if same else "kept, because it was changed"
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    shutil.copyfile(source, unfinished)
    unfinished.replace(target)
    return "copied"

"""The run folder: made under a temporary name and renamed when whole; half a run never looks like one."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jornal.sheets.listed import Listed, mend_files
from jornal.words.catalogue import Words

if sys.platform != "win32":  # which removes no folder that is in use, and so needs no lock
    import fcntl

Papers = Callable[[dict[str, Any], Path], None]

OURS = frozenset(
    ("run.json", "terms.json", "index.html", "totals.pdf", "slips", "tallies", "hours", "comparison")
)
"""What a run folder holds beside files to mend; docs/run.md lists it."""


class FolderTaken(ValueError):
    """A folder that is there and is not a run, which jornal will not overwrite."""

    def __init__(self, out: Path) -> None:
        super().__init__(
            f"{out} is there and is not a run of jornal, so it is left alone. Give another folder with --out."
        )


class WouldBeLost(ValueError):
    """A file of somebody's in a run's folder, or a file to mend that was worked on; a new run would replace it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was written or changed by somebody and would be lost. Move it, or give another folder with --out."
        )


class BeingWritten(ValueError):
    """A second run into the same folder while the first is still at work."""

    def __init__(self, out: Path) -> None:
        super().__init__(f"{out} is being written by another jornal. Wait until it is done and try again.")


def check(out: Path, given: Collection[Path] = ()) -> None:
    """Raises FolderTaken where `out` is not a run, WouldBeLost where somebody else's file lies in it.

    An earlier run is replaced whole, but for the files `given` to this run, which stay. A file to mend
    that was worked on and is not given is somebody's work too.
    """
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    if not (out / "run.json").is_file():
        raise FolderTaken(out)
    kept = set(_inside(out, given).values())
    unmended = _as_written(out)
    for path in sorted(out.rglob("*")):
        at = path.relative_to(out)
        if path.is_dir() or at in kept or _of_the_system(path.name):
            continue
        if path.name.startswith("to-mend-") and len(at.parts) == 1:
            ours = path.read_bytes() in unmended
        else:
            ours = str(at) in OURS or (at.parts[0] in OURS and len(at.parts) == 2 and path.suffix == ".pdf")
        if not ours:
            raise WouldBeLost(path)


def _as_written(out: Path) -> set[bytes]:
    """What the files to mend of an earlier run held when it wrote them; one that differs was worked on."""
    try:
        run = read(out)
        rows = [Listed(**row) for row in run.get("listed", ()) if row.get("headers") or row.get("text")]
    except (TypeError, ValueError, AttributeError):
        return set()
    said = (
        mend_files(rows, say=say) for say in (_words(run).say, str.format)
    )  # an earlier release wrote English
    return {text.encode("utf-8-sig") for files in said for text in files.values()}


def _words(run: Mapping[str, Any]) -> Words:
    """The first language of a run's site, in which its manager reads."""
    site = run.get("site") or {}
    return Words((site.get("languages") or ["en"])[0])


def _of_the_system(name: str) -> bool:
    """Whether a file is one that a file manager leaves behind, or the mark of an open spreadsheet."""
    left_behind = (".ds_store", ".directory", "thumbs.db", "desktop.ini")
    return name.startswith(("._", ".~lock.", "~$")) or name.lower() in left_behind


def _inside(out: Path, read: Collection[Path]) -> dict[Path, Path]:
    """The files read that lie in `out`, each with its path within."""
    real = Path(os.path.realpath(out))
    found = {path: Path(os.path.realpath(path)) for path in read}
    return {path: at.relative_to(real) for path, at in found.items() if at.is_relative_to(real)}


def write(
    found: dict[str, Any],
    out: Path,
    papers: Papers | None = None,
    listed: tuple[Listed, ...] = (),
    read: Collection[Path] = (),
) -> tuple[str, ...]:
    """The folder of a run: run.json, terms.json, the rows to mend, and the papers that `papers` draws.

    Gives the names of the files to mend. Files that were `read` and lie in the folder stay in it. Raises what
    `check` raises, and BeingWritten.
    """
    check(out, read)
    inside, out = _inside(out, read), Path(os.path.realpath(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    _bring_back(out)
    with _held(out) as part:
        body = {key: value for key, value in found.items() if key != "snapshot"}
        (part / "run.json").write_text(text(body), encoding="utf-8")
        (part / "terms.json").write_text(found["snapshot"] + "\n", encoding="utf-8")
        for path, at in inside.items():
            (part / at).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, part / at)
        mend = mend_files(listed, taken=[at.name for at in inside.values()], say=_words(found).say)
        for name, rows in mend.items():
            (part / name).write_text(rows, encoding="utf-8-sig", newline="")
        if papers:
            papers(body, part)
        _put(part, out)
    return tuple(mend)


@contextmanager
def _held(out: Path) -> Iterator[Path]:
    """A fresh temporary folder beside `out`, for this run alone; removed if the run fails."""
    part = out.with_name(f".{out.name}.part")
    if part.exists():  # of a run that was killed, unless its run still holds it
        _let_go(_hold(part, out))
        shutil.rmtree(part)
    try:
        part.mkdir(mode=0o700)
    except FileExistsError:
        raise BeingWritten(out) from None
    hold = _hold(part, out)
    try:
        yield part
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    finally:
        _let_go(hold)


def _hold(part: Path, out: Path) -> int | None:
    """A lock on a temporary folder, None where the system has none; raises BeingWritten where it is taken."""
    if sys.platform == "win32":
        return None
    try:
        hold = os.open(part, os.O_RDONLY)
    except FileNotFoundError:
        raise BeingWritten(out) from None
    if not _locked(hold) or not part.exists() or not os.path.samestat(part.stat(), os.fstat(hold)):
        os.close(hold)
        raise BeingWritten(out)
    return hold


def _locked(hold: int) -> bool:
    """Whether no other run has the lock; some shared disks have no locks at all."""
    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _let_go(hold: int | None) -> None:
    if hold is not None:
        os.close(hold)


def _bring_back(out: Path) -> None:
    """An earlier run that a killed one had already set aside stands at its place again."""
    old = out.with_name(f".{out.name}.old")
    if not out.exists() and (old / "run.json").is_file():
        old.replace(out)


def _put(part: Path, out: Path) -> None:
    """The finished folder in place of an earlier one; at every moment one of the two is whole."""
    old = out.with_name(f".{out.name}.old")
    if old.exists():
        shutil.rmtree(old)
    if out.exists():
        out.replace(old)
    part.replace(out)
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
    except (OSError, ValueError, RecursionError):
        raise ValueError(f"{folder} holds no run that can be read. Make one with `jornal pay`.") from None
    if not isinstance(found, dict) or found.get("format") != 1:
        raise ValueError(
            f"{folder} was written by another release of jornal. Make it again with `jornal pay`."
        )
    return found


def whole(folder: Path) -> dict[str, Any]:
    """The table of a run folder with all its parts; raises ValueError where one is missing."""
    found = read(folder)
    if not _is_run(found):
        raise ValueError(f"{folder}/run.json was changed or cut short. Make it again with `jornal pay`.")
    return found


def _is_run(found: dict[str, Any]) -> bool:
    """Whether a run has the parts that its readers need, each of its kind."""
    parts = (found.get("enterprise"), found.get("site"), found.get("period"))
    workers = found.get("workers")
    return (
        all(isinstance(part, dict) and part for part in parts)
        and isinstance(workers, list)
        and all(isinstance(one, dict) and one.keys() >= WORKER and _has_lines(one) for one in workers)
    )


WORKER = frozenset(("code", "name", "language", "status", "lines", "totals", "faults", "how_paid"))


def _has_lines(worker: dict[str, Any]) -> bool:
    return all(
        isinstance(worker[name], list) and all(isinstance(one, dict) for one in worker[name])
        for name in ("lines", "faults")
    )

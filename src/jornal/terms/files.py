"""Where terms lie and how their files are read.

A given folder, then ./terms beside the data, then the packaged ones.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jornal.terms.faults import NoSuchTerms, TermsFaults

PACKAGED = Path(__file__).parent
BESIDE = Path("terms")
FOLDERS = ("jurisdictions", "enterprises")
LARGEST = 4_000_000
"""The most bytes a file of terms may have; a pack has some forty thousand."""


def places(folder: Path | None = None) -> list[Path]:
    """The folders to look in, nearest first; each may hold `jurisdictions/` and `enterprises/`."""
    near = [folder] if folder is not None else []
    if BESIDE.is_dir() and (folder is None or BESIDE.resolve() != folder.resolve()):
        near.append(BESIDE)
    return [*near, PACKAGED]


def pack_folders(folder: Path | None = None) -> dict[str, Path]:
    """Each jurisdiction's folder by id; one that lies nearer hides one that lies farther."""
    found: dict[str, Path] = {}
    for place in reversed(places(folder)):
        for inside in _sorted(place / "jurisdictions"):
            if inside.is_dir() and any(inside.glob("*.toml")):
                found[inside.name] = inside
    return dict(sorted(found.items()))


def enterprise_files(folder: Path | None = None) -> dict[str, Path]:
    """Each enterprise's file by id; one that lies nearer hides one that lies farther."""
    found: dict[str, Path] = {}
    for place in reversed(places(folder)):
        found |= {path.stem: path for path in _sorted(place / "enterprises") if path.suffix == ".toml"}
    return dict(sorted(found.items()))


def pack_files(name: str, folder: Path | None = None) -> tuple[Path, ...]:
    """The files a jurisdiction is read from; raises `NoSuchTerms`."""
    known = pack_folders(folder)
    if name not in known:
        raise NoSuchTerms("jurisdiction", name, map(shown, places(folder)), known)
    return tuple(sorted(known[name].glob("*.toml")))


def enterprise_file(id_or_path: str | Path, folder: Path | None = None) -> Path:
    """The file of an enterprise named by its id or by a path; raises `NoSuchTerms`."""
    text = str(id_or_path)
    if isinstance(id_or_path, Path) or text.endswith(".toml") or "/" in text or "\\" in text:
        return Path(id_or_path)
    known = enterprise_files(folder)
    if text not in known:
        raise NoSuchTerms("enterprise", text, map(shown, places(folder)), known)
    return known[text]


def shown(path: Path) -> str:
    """A path as a message names it: short from here, and packaged ones from `jornal/`."""
    if path.is_relative_to(PACKAGED):
        return "/".join(("jornal", "terms", *path.relative_to(PACKAGED).parts))
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def table(path: Path) -> dict[str, Any]:
    """What a TOML file holds; raises `TermsFaults` with one sentence for anything that is not one."""
    try:
        return tomllib.loads(text(path))
    except tomllib.TOMLDecodeError as fault:
        says = f"{shown(path)} is not valid TOML: {_one_line(fault)}. Mend it there and try again."
    except RecursionError:
        says = f"{shown(path)} nests its tables too deep. Write each row as a [[table]] of its own."
    except ValueError as fault:  # a number of thousands of digits, a day that no calendar has
        says = (
            f"{shown(path)} holds a value that cannot be read: {_one_line(fault)}. Correct it and try again."
        )
    raise TermsFaults([says])


def text(path: Path) -> str:
    """What a file of terms says, lines ended as everywhere; raises `TermsFaults` where it cannot be read."""
    try:
        if path.is_dir():
            raise TermsFaults([f"{shown(path)} is a folder. Name a file that ends in .toml."])
        if not path.is_file():
            raise TermsFaults([f"There is no file {shown(path)}. Check its name and folder."])
        if path.stat().st_size > LARGEST:
            raise TermsFaults(
                [f"{shown(path)} is too large for terms. Put at most {LARGEST} bytes in one file."]
            )
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        says = f"{shown(path)} is not UTF-8 text (byte {fault.start + 1}). Save it as UTF-8 and try again."
    except (OSError, ValueError) as fault:
        if isinstance(fault, TermsFaults):
            raise
        reason = getattr(fault, "strerror", None) or _one_line(fault)
        says = f"{shortened_name(path)} cannot be read: {reason}. Check its name and whether you may open it."
    raise TermsFaults([says])


def shortened_name(path: Path) -> str:
    """A name that may be too long or hold a NUL, as a sentence can bear it."""
    name = "".join(letter if letter.isprintable() else "?" for letter in str(path))
    return name if len(name) <= 120 else f"{name[:120]}…"


def _one_line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:200].rstrip(".")


def _sorted(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.iterdir())) if folder.is_dir() else iter(())

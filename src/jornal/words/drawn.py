"""Which letters our fonts can draw, read from their own character maps, so that none is lost on paper."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg_noto_sans
import fontpkg_noto_sans_thai

FOLDERS = tuple(Path(part.ROOT) / "files" for part in (fontpkg_noto_sans, fontpkg_noto_sans_thai))
_UNDRAWN = frozenset("\n\u00ad\u200b\u2060")


def undrawable(texts: Iterable[str]) -> str:
    """The first character of these texts that no font can draw, or an empty text."""
    known = _drawable()
    for text in texts:
        if not known.issuperset(text):
            return next(letter for letter in text if letter not in known)
    return ""


def drawn_name(worker: dict[str, Any]) -> str:
    """A worker's name, or her code where no font can draw the name: one name may not cost others their page."""
    name, code = str(worker["name"]), str(worker["code"])
    return code if undrawable([name]) else name


def letter_name(letter: str) -> str:
    """A character as a message may show it: itself where that helps, its number and its Unicode name."""
    shown = f'"{letter}" ' if letter.isprintable() else ""
    return f"{shown}U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()


@cache
def _drawable() -> frozenset[str]:
    known: set[str] = set(_UNDRAWN)
    for folder in FOLDERS:
        for font in sorted(folder.glob("*.ttf")):
            if "Italic" not in font.name:
                known.update(map(chr, _characters(font)))
    return frozenset(letter for letter in known if letter == "\n" or unicodedata.category(letter) != "Cc")


def _characters(font: Path) -> Iterator[int]:
    """The code points of a font's `cmap` table in its formats 4 and 12."""
    with font.open("rb") as file:
        head = file.read(12)
        tables = file.read(16 * int.from_bytes(head[4:6]))
        entries = [tables[at : at + 16] for at in range(0, len(tables), 16)]
        offset, length = next(struct.unpack(">II", entry[8:]) for entry in entries if entry[:4] == b"cmap")
        file.seek(offset)
        cmap = file.read(length)
    for number in range(int.from_bytes(cmap[2:4])):
        (start,) = struct.unpack_from(">I", cmap, 8 + 8 * number)
        form = int.from_bytes(cmap[start : start + 2])
        if form == 12:
            yield from _grouped(cmap, start)
        elif form == 4:
            yield from _segmented(cmap, start)


def _grouped(cmap: bytes, start: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">I", cmap, start + 12)
    for group in range(groups):
        first, last = struct.unpack_from(">II", cmap, start + 16 + 12 * group)
        yield from range(first, last + 1)


def _segmented(cmap: bytes, start: int) -> Iterator[int]:
    twice = int.from_bytes(cmap[start + 6 : start + 8])
    ends = struct.unpack_from(f">{twice // 2}H", cmap, start + 14)
    starts = struct.unpack_from(f">{twice // 2}H", cmap, start + 16 + twice)
    for first, last in zip(starts, ends, strict=True):
        if first != 0xFFFF:
            yield from range(first, last + 1)

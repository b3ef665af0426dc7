"""Terms adopted: law and agreements recorded whole by somebody outside sales and production, before they compute."""

import hashlib
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from jornal.actions.office import Office, check
from jornal.facts.organisation import Site
from jornal.facts.terms import TermsAdopted
from jornal.journal.canon import canonical
from jornal.journal.fact import Cursor
from jornal.terms import files, load
from jornal.terms.contracts import Enterprise
from jornal.terms.packs import Pack
from jornal.terms.snapshot import plain
from jornal.units.parts import Several
from jornal.units.said import Said

ROLES = ("hq_finance",)


class NotAdopted(Said):
    """An enterprise without terms that were adopted."""

    def __init__(self, enterprise: str = "") -> None:
        if enterprise:
            super().__init__(
                "No terms of {enterprise} were adopted here. "
                "Headquarters finance adopts them: `jornal terms adopt FILE`.",
                enterprise=enterprise,
            )
        else:
            super().__init__(
                "No terms were adopted here. Headquarters finance adopts them: `jornal terms adopt FILE`."
            )


class NotPublished(Said):
    """A row that holds for days that were worked already, without the day on which it was made public."""

    def __init__(self, rows: list[str]) -> None:
        super().__init__(
            "These rows hold for days before today: {rows}. Say since when they are public, with --published.",
            rows=Several(rows, 5, more=" …"),
        )


def adopt(
    office: Office, name: str | Path, folder: Path | None = None, *, published: date | None = None
) -> TermsAdopted:
    """The terms of an enterprise as a fact of headquarters' book for all; the same terms again change nothing.

    Raises NotYourRole, NotGranted, NotPublished where a new row reaches back, and the faults of the terms themselves.
    """
    check(office, "Adopting terms", ROLES)
    wanted = proposed(name, folder)
    before = wanted.before
    if before is not None and before.digest == wanted.digest:
        return before
    back = wanted.reaching_back(office.day)
    if before is not None and back and published is None:
        raise NotPublished(back)
    fact = TermsAdopted(
        enterprise=wanted.enterprise, number=wanted.number, files=wanted.files, digest=wanted.digest,
        approver=office.hand.by, published=published, changes={"rows": wanted.rows[:200]},
    )  # fmt: skip
    return office.put([fact], "hq")[0]


class Proposed(NamedTuple):
    """Terms as they lie on the disk, beside those that were adopted last: what would be recorded, and what is new.

    `changes` are the rows that came or went, each with its first day; none where nothing was adopted before.
    """

    enterprise: str
    number: int
    files: dict[str, str]
    digest: str
    before: TermsAdopted | None
    changes: list[tuple[str, str]]

    @property
    def rows(self) -> list[str]:
        """The rows that came or went."""
        return [row for row, _ in self.changes]

    @property
    def is_new(self) -> bool:
        """Whether they say anything else than those that were adopted last."""
        return self.before is None or self.before.digest != self.digest

    def reaching_back(self, today: date) -> list[str]:
        """The rows among them that hold for days before today."""
        return [row for row, since in self.changes if since < today.isoformat()]


def proposed(name: str | Path, folder: Path | None = None) -> Proposed:
    """What adopting the terms of an enterprise would record; nothing is. Raises the faults of the terms themselves."""
    enterprise = load.enterprise(name, folder)
    found = _files(enterprise, name, folder)
    digest = hashlib.sha256(canonical({"files": found}).encode()).hexdigest()
    before = latest(enterprise.id)
    number = before.number + 1 if before else 1
    changes = _changes(before, found, enterprise.id)
    return Proposed(enterprise.id, number, found, digest, before, changes)


def latest(enterprise: str = "", upto: Cursor | None = None) -> TermsAdopted | None:
    """The terms that were adopted last, as the books stood; of any enterprise where none is named."""
    # The files are long, and read once: what they say is kept by their digest.
    found = TermsAdopted.objects.current(upto).defer("files")
    if enterprise:
        found = found.filter(enterprise=enterprise)
    return found.order_by("seq").last()


def adopted(site: str = "", upto: Cursor | None = None) -> TermsAdopted:
    """The terms that a site may be computed with: its enterprise's, else the only ones. Raises NotAdopted."""
    found = adopted_for(site, upto)
    if found is None:
        raise NotAdopted
    return found


def adopted_for(site: str = "", upto: Cursor | None = None) -> TermsAdopted | None:
    """The same; None where none were adopted yet."""
    of = Site.objects.current(upto).filter(site=site).values_list("enterprise", flat=True).first()
    return (latest(of, upto) if of else None) or latest("", upto)


def terms_of(fact: TermsAdopted) -> tuple[Enterprise, dict[str, Pack]]:
    """The enterprise and its packs as they were adopted, whatever lies on the disk today."""
    key = fact.digest, fact.enterprise
    found = _known.get(key)
    if found is None:
        found = _known[key] = _read(fact.enterprise, fact.files)
        for old in list(_known)[:-KEPT]:
            _known.pop(old, None)
    return found


KEPT = 8
_known: dict[tuple[str, str], tuple[Enterprise, dict[str, Pack]]] = {}
"""What was read last, by the digest of its files, which are never changed: other files have another digest."""


def _read(enterprise: str, found_files: dict[str, str]) -> tuple[Enterprise, dict[str, Pack]]:
    with tempfile.TemporaryDirectory(prefix="jornal-terms-") as name:
        folder = Path(name)
        for path, content in found_files.items():
            at = folder / path
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_text(content, encoding="utf-8", newline="\n")
        found = load.enterprise(enterprise, folder)
        packs = {site.jurisdiction: load.pack(site.jurisdiction, folder) for site in found.site}
    return found, packs


def _files(enterprise: Enterprise, name: str | Path, folder: Path | None) -> dict[str, str]:
    """The text of every file that these terms are read from, by its path within a folder of terms."""
    paths = {f"enterprises/{enterprise.id}.toml": files.enterprise_file(name, folder)}
    for pack in sorted({site.jurisdiction for site in enterprise.site}):
        for path in files.pack_files(pack, folder):
            paths[f"jurisdictions/{pack}/{path.name}"] = path
    return {name: files.text(path) for name, path in paths.items()}


def _changes(before: TermsAdopted | None, found: dict[str, str], enterprise: str) -> list[tuple[str, str]]:
    """The dated rows that came or went since the terms before: each with its first day.

    A row that goes reaches back too: the value before it holds for its days again.
    """
    if before is None:
        return []
    new = set(_dated(plain(list(_read(enterprise, found))), ""))
    old = set(_dated(plain(list(terms_of(before))), ""))
    came = [(row, since) for row, since in new - old]
    return sorted([*came, *((f"{row} (gone)", since) for row, since in old - new)])


def _dated(value: Any, at: str) -> Iterator[tuple[str, str]]:
    """Every row with a first day: its place and what it says itself, without the rows within it."""
    if isinstance(value, dict):
        names = (str(value[key]) for key in ("id", "code", "operation", "grade") if value.get(key))
        here = " ".join((at, *names)).strip()
        if isinstance(value.get("since"), str):
            says = (
                f"{key} {held}" for key, held in value.items() if key not in NOT_SAID and not _within(held)
            )
            yield f"{here}: {', '.join(says)}", value["since"]
        for key, held in value.items():
            yield from _dated(held, f"{here} {key}".strip() if _within(held) else here)
    elif isinstance(value, list):
        for held in value:
            yield from _dated(held, at)


NOT_SAID = frozenset(
    ("id", "code", "operation", "grade", "source", "confidence", "checked", "note", "published")
)
"""What tells of a row and is not what it says: a better source changes no figure."""


def _within(held: Any) -> bool:
    return isinstance(held, dict | list)

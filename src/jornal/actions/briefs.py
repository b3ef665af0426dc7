"""An issued month's slips in brief: what a list of them adds up, narrows and sorts by, kept beside the register.

They are derived: a file that is missing, of another release or not of these very slips is made again from the slips.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from jornal import __version__
from jornal.actions.slips import Whole, row_of
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.reads import pay
from jornal.reads.money import Owed, beside_payments
from jornal.reads.pay import final
from jornal.rules import beside

Row = dict[str, Any]

PAID = ("ready", "on_account")
FIGURES = ("gross", "top_up", "deductions", "instructions", "held", "in_hand")
SENT = ("deduction", "instruction")
FOLDER = "briefs"
"""In the register's folder, and in no backup."""
IN_MEMORY = 2
"""Months that a program keeps; one of 10,000 workers takes 10 MB."""


class Against(NamedTuple):
    """A floor as somebody's pay is held against it."""

    label: str
    measure: str
    layer: str
    source: str
    declared_gap: str


class Taken(NamedTuple):
    """What is taken or sent of a worker's pay: part of the slip, code and payee, the name that the terms give it."""

    part: str
    code: str
    payee: str
    label: str


class Brief(NamedTuple):
    """One worker's slip in brief, amounts in minor units; `slip` is None in a draft.

    `minutes` is None where nothing was compared. `earned` is held against `floor`, each None where it is not known.
    `open` tells whether something is stopped or held. `sent` is what leaves for others, in the order of the lines.
    """

    code: str
    slip: UUID | None
    status: str
    contract: str
    minutes: int | None
    earned: int | None
    floor: int | None
    against: Against
    gross: int
    top_up: int
    deductions: int
    instructions: int
    held: int
    in_hand: int
    open: bool
    sent: tuple[tuple[Taken, int], ...]

    @property
    def paid(self) -> bool:
        """Whether a slip was or will be handed over."""
        return self.status in PAID

    @property
    def below(self) -> bool:
        """Whether her pay, top-up included, stays under the floor that her contract answers to."""
        return self.paid and self.earned is not None and self.floor is not None and self.earned < self.floor


def brief(row: Row, slip: UUID | None = None) -> Brief:
    """A worker's row of a month in brief."""
    held = beside.compared(row)
    against = Against(*(held.get(name) or "" for name in Against._fields))
    lines, totals = row["lines"], row["totals"]
    sent = tuple(
        (Taken(line["part"], line["code"], line["payee"], line["label"]), line["amount"])
        for line in lines
        if line["part"] in SENT
    )
    open_ = any(fault["stops"] for fault in row["faults"]) or any(line["part"] == "held" for line in lines)
    known = held.get("minutes"), beside.effective(row), beside.floor(row), against
    figures = [totals[name] for name in FIGURES]
    return Brief._make(
        [row["code"], slip, row["status"], row["contract"]["id"], *known, *figures, open_, sent]
    )


def of_slip(slip: Slip) -> Brief:
    """A slip in brief."""
    return brief(row_of(slip), slip.root)


def deductions(briefs: Iterable[Brief]) -> dict[str, str]:
    """What is taken of these workers, by code: the name that the terms give it, in the order of their lines."""
    known = dict.fromkeys(of for one in briefs for of, _ in one.sent if of.part == "deduction")
    return {of.code: of.label or of.payee or of.code for of in known}


def taken(one: Brief) -> Counter[str]:
    """What is taken of one worker by code, in minor units."""
    sums: Counter[str] = Counter()
    for of, amount in one.sent:
        if of.part == "deduction":
            sums[of.code] += amount
    return sums


def sums(briefs: Iterable[Brief]) -> Counter[str]:
    """What the slips of these workers come to: `FIGURES`, the minutes held against the floor, and `deduction:code`."""
    paid = [one for one in briefs if one.paid]
    whole = Counter({name: sum(getattr(one, name) for one in paid) for name in FIGURES})
    whole["minutes"] = sum(one.minutes or 0 for one in paid)
    for one in paid:
        for of, amount in one.sent:
            if of.part == "deduction":
                whole[f"deduction:{of.code}"] += amount
    return whole


def owed_of(briefs: Iterable[Brief]) -> list[Owed]:
    """Every sum that leaves for these slips of a run beside what was paid, as `owed` gives them, no payment named."""
    return beside_payments((one.slip, one.code, _owed(one.slip, one)) for one in briefs if one.slip)


def _owed(slip: UUID, one: Brief) -> list[Owed]:
    """The sums of one slip: hers first, then each payee's; nothing of nought."""
    sums: dict[tuple[str, str], int] = {("in_hand", ""): one.in_hand}
    for of, amount in one.sent:
        key = (of.part, of.payee or of.code)
        sums[key] = sums.get(key, 0) + amount
    return [Owed(slip, one.code, part, payee, amount) for (part, payee), amount in sums.items() if amount]


def of_run(run: Run, whole: RunIssued, home: Path | None) -> tuple[Brief, ...]:
    """The slips of an issued run in brief, by worker: as they are kept in the register's folder, else made and kept.

    They are kept where the slips that stand here give the digest with which the run was issued.
    """
    if home is None:
        return _made(run)[0]
    key = _path(home, run, whole)
    found = _last.get(key) or kept(home, run, whole)
    if found is None:
        found, digest = _made(run)
        if digest != whole.digest:
            return found
        keep(home, run, whole, found)
    _last[key] = found
    for old in list(_last)[:-IN_MEMORY]:
        _last.pop(old, None)
    return found


def readied(home: Path) -> int:
    """Makes what is not kept yet of the months that are looked at, the last of each site, and gives back how many.

    A new release keeps them anew; done before anybody asks, nobody waits for it.
    """
    made = 0
    for site in final(Run).values_list("site", flat=True).distinct().order_by("site"):
        for run in pay.runs_of(site)[-IN_MEMORY:]:
            whole = pay.issued(run)
            if whole is not None and kept(home, run, whole) is None:
                of_run(run, whole, home)
                made += 1
    return made


def _made(run: Run) -> tuple[tuple[Brief, ...], str]:
    """Every slip of a run in brief, and the digest that they give."""
    whole = Whole()
    made = []
    for slip in pay.slips_unsealed(run):
        whole.add(slip)
        made.append(of_slip(slip))
    return tuple(made), whole.digest


_last: dict[Path, tuple[Brief, ...]] = {}
"""The months that were looked at last, by their files: an issued month never changes, and its digest names the file."""


def keep(home: Path, run: Run, whole: RunIssued, briefs: Sequence[Brief]) -> None:
    """Writes them for its owner alone, whole or not at all; a disk that refuses leaves them to be made again."""
    body = json.dumps(_packed(briefs), ensure_ascii=False, separators=(",", ":"))
    path = _path(home, run, whole)
    new = path.with_name(f"{path.name}.{uuid4().hex}")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with os.fdopen(
                os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
            ) as file:
                file.write(f"{_head(whole, body)}\n{body}")
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def kept(home: Path, run: Run, whole: RunIssued) -> tuple[Brief, ...] | None:
    """What is kept of these very slips by this release; None where nothing is, or it does not come to the same sums."""
    try:
        head, _, body = _path(home, run, whole).read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    if head != _head(whole, body):
        return None
    found = tuple(_unpacked(json.loads(body)))
    out = sum(one.in_hand + one.deductions + one.instructions for one in found)
    come_to = (len(found), sum(one.gross for one in found), sum(one.in_hand for one in found), out)
    return found if come_to == (whole.slips, whole.gross, whole.in_hand, whole.total) else None


def _path(home: Path, run: Run, whole: RunIssued) -> Path:
    return home / FOLDER / f"{run.site}-{run.month}-{whole.digest[:32]}.json"


def _head(whole: RunIssued, body: str) -> str:
    """The first line: which release made it, of which slips, and a digest under which a damaged file is seen."""
    return f"{__version__} {whole.digest} {hashlib.sha256(body.encode()).hexdigest()}"


def _packed(briefs: Sequence[Brief]) -> Row:
    """As it is written: floors and names once, and in each row their place."""
    against = {of: at for at, of in enumerate(dict.fromkeys(one.against for one in briefs))}
    names = {of: at for at, of in enumerate(dict.fromkeys(of for one in briefs for of, _ in one.sent))}
    rows = []
    for one in briefs:
        said: Row = one._asdict()
        said |= {"slip": one.slip.hex if one.slip else "", "against": against[one.against]}
        said["sent"] = [(names[of], amount) for of, amount in one.sent]
        rows.append(list(said.values()))
    return {"against": list(against), "names": list(names), "rows": rows}


def _unpacked(said: Row) -> Iterator[Brief]:
    against = [Against(*one) for one in said["against"]]
    names = [Taken(*one) for one in said["names"]]
    slip, at, sent = map(Brief._fields.index, ("slip", "against", "sent"))
    for row in said["rows"]:
        row[slip] = UUID(row[slip])
        row[at] = against[row[at]]
        row[sent] = tuple((names[of], amount) for of, amount in row[sent])
        yield Brief._make(row)

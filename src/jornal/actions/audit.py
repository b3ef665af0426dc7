"""The audit: every check of the register in a list, each with what it found and what it could not see."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import file_digest
from pathlib import Path

from django.db import connection

from jornal.actions import recompute
from jornal.facts.family import TrustBalance
from jornal.facts.pay import Run
from jornal.journal import guard
from jornal.journal.faults import HEAD_UNKNOWN
from jornal.journal.keys import Keys
from jornal.journal.opening import TextsPutAway
from jornal.journal.place import books
from jornal.journal.replay import counts_faults, replayed_faults
from jornal.journal.vaultlog import Reader
from jornal.journal.verify import Verified, chain_faults, checkpoint
from jornal.journal.witness import Witnessed, book_of, witnessed
from jornal.reads.pay import final
from jornal.reads.savings import standing, unexplained


@dataclass(frozen=True)
class Asked:
    """What an audit was asked: all of it or the daily part, the printed codes, archives, and names where open."""

    full: bool = False
    codes: tuple[str, ...] = ()
    keys: Keys | None = None
    reader: Reader | None = None
    archives: tuple[Path, ...] = ()


@dataclass
class Checked:
    """What one check found: its name, what is true, what is a fault; both as sentences."""

    name: str
    says: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def stands(self) -> bool:
        """Whether nothing was wrong."""
        return not self.faults


Check = Callable[[Asked], Iterable[Checked]]


def audited(asked: Asked) -> Iterator[Checked]:
    """Each check done in turn, as soon as it is done; an audit stands where every one of them does.

    A check that what it reads brings to a stop is a fault of its own, and those after it are done all the same.
    """
    for check in (*DAILY, *(FULL if asked.full else ())):
        yield from _to_its_end(check.__name__, check(asked))


def _to_its_end(name: str, checks: Iterable[Checked]) -> Iterator[Checked]:
    try:
        yield from checks
    except Exception as fault:  # noqa: BLE001 (an altered row can be anything, and hides no other)
        told = (
            f"It came to a stop over something that was altered: {type(fault).__name__}, {str(fault)[:200]}."
        )
        yield Checked(name, [], [told])


def guards(_: Asked) -> Iterator[Checked]:
    """Whether every table has its guard, and the database keeps what it acknowledged."""
    found = Checked("guards")
    try:
        guard.check(connection)
        found.says.append(f"{len(guard.guarded())} tables take new rows only")
    except guard.GuardMissing as fault:
        found.faults.append(str(fault).removeprefix("Nothing was recorded: "))
    yield found


def chains(asked: Asked) -> Iterator[Checked]:
    """Whether each book follows from its first entry, or for the daily audit from the last month's close."""
    for book in books():
        verified = chain_faults(book, None if asked.full else checkpoint(book))
        yield Checked(f"chain of {book}", [_span(verified)], [str(fault) for fault in verified.faults])


def _span(found: Verified) -> str:
    heads = _counted(found.heads, "signed head", "signed heads")
    since = (
        f"entries {found.since + 1} to {found.last}"
        if found.since
        else _counted(found.last, "entry", "entries")
    )
    rows = f", {found.rows} of them by their rows, because their texts were put away" if found.rows else ""
    return f"{since}, {heads}, until {found.until[:16].replace('T', ' ')} UTC{rows}"


def archives(asked: Asked) -> Iterator[Checked]:
    """What was put away and where to, and whether the archives that were shown are what was written."""
    shown: dict[str, list[Path]] = {}
    for path in asked.archives:
        try:
            with path.open("rb") as file:
                shown.setdefault(file_digest(file, "sha256").hexdigest(), []).append(path)
        except OSError as fault:
            yield Checked("archive", [], [f"{path} cannot be read: {fault.strerror}."])
    for one in TextsPutAway.objects.order_by("book", "seq"):
        what = f"archive of {one.book}"
        says = f"texts before entry {one.upto}, put away on {one.recorded_at:%Y-%m-%d}"
        paths = shown.get(one.archive)
        seen = f"{paths[0]} is as it was written" if paths else "it was not shown"
        yield Checked(what, [says, f"SHA-256 {one.archive}", seen])
    known = set(TextsPutAway.objects.values_list("archive", flat=True))
    for path in (path for digest in shown.keys() - known for path in shown[digest]):
        told = f"{path} is no archive of this register, or it was changed. Look for the copy that was kept elsewhere."
        yield Checked("archive", [], [told])


def witnesses(asked: Asked) -> Iterator[Checked]:
    """What the codes that others keep prove of each book, and which span nobody witnessed."""
    own: dict[str, list[str]] = {book: [] for book in books()}
    unknown: list[str] = []
    for code in asked.codes:
        own.get(book_of(code) or "", unknown).append(code)
    if unknown and own:
        yield Checked("printed codes", [], _not_found(list(own), unknown))
    for book, codes in own.items():
        proved = witnessed(book, codes)
        yield Checked(f"witness of {book}", _proved(proved), [str(fault) for fault in proved.faults])


def _not_found(kept: Sequence[str], codes: Sequence[str]) -> list[str]:
    """Codes that are heads of no book here: mistyped, or the head is gone."""
    faults = [fault for code in codes for fault in witnessed(kept[0], [code]).faults]
    return [str(replace(one, book=" or ".join(kept)) if one.key == HEAD_UNKNOWN else one) for one in faults]


def _proved(found: Witnessed) -> list[str]:
    says = []
    if found.through:
        says.append(f"entries 1 to {found.through} are as they were when {_codes(found.stood)} was printed")
    if found.beyond:
        span = " to ".join(dict.fromkeys(at[:10] for at in (found.first, found.last)))
        says.append(f"{_counted(found.beyond, 'entry', 'entries')} of {span} not witnessed by any code given")
    return says


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _codes(stood: Sequence[str]) -> str:
    return ", ".join(f"{code[:5]} {code[5:]}" for code in stood)


def counts(_: Asked) -> Iterator[Checked]:
    """Whether each table holds as many rows as were recorded."""
    yield Checked("counts", ["as many rows as entries"], [str(fault) for fault in counts_faults()])


def replay(_: Asked) -> Iterator[Checked]:
    """Whether the tables are what the entries give when they are entered again."""
    faults = [str(fault) for fault in replayed_faults()]
    yield Checked("replay", ["the tables are what was recorded"], faults)


def runs(asked: Asked) -> Iterator[Checked]:
    """Whether each issued run comes out again from what it read, its terms and its release."""
    for run in recompute.runs():
        name = f"run {run.site} {run.month}"
        yield from _to_its_end(name, _again(name, run, asked))


def _again(name: str, run: Run, asked: Asked) -> Iterator[Checked]:
    found = list(recompute.computed_again(run, asked.keys, asked.reader))
    yield _of_run(name, found, ["the same slips come out again"])


def money(_: Asked) -> Iterator[Checked]:
    """Whether what was issued, approved and paid adds up over both books; what is under way is named."""
    for run in recompute.runs():
        name = f"money {run.site} {run.month}"
        yield from _to_its_end(name, _adds_up(name, run))


def _adds_up(name: str, run: Run) -> Iterator[Checked]:
    where = recompute.transit(run)
    says = f"{where.due} due = {where.received} received + {where.in_transit} under way + {where.open} not yet out"
    found = list(recompute.closes(run))
    yield _of_run(name, found, [f"{says}, in minor units of {where.currency}"])


def savings(_: Asked) -> Iterator[Checked]:
    """Whether each bank day's ledger comes out again from what was recorded then; what is not explained is said."""
    for one in final(TrustBalance).order_by("site", "day", "number"):
        again, off = standing(one.site, one.day, one.cursor), unexplained(one)
        told = f"{one.amount} in the trust account, {one.ledger} saved, {one.under_way} of it under way"
        says = f"{told}: {off} is not explained" if off else told
        wrong = f"{one.site} {one.day}: {one.ledger} was recorded as saved, and {again.ledger} comes out now."
        fits = (again.ledger, again.under_way) == (one.ledger, one.under_way)
        yield Checked(f"savings {one.site} {one.day}", [says], [] if fits else [wrong])


def _of_run(name: str, found: Sequence[recompute.Found], says: list[str]) -> Checked:
    """What was found of a run: faults, or what is only to be said; where nothing was, what is true."""
    faults = [one.says for one in found if one.fails]
    told = [one.says for one in found if not one.fails]
    return Checked(name, told or says, faults)


DAILY: list[Check] = [guards, chains, archives, witnesses, counts, money, savings]
FULL: list[Check] = [replay, runs]
"""What takes longer, and is asked for with --full."""

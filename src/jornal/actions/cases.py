"""Cases run and compared with what they expect, line by line."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jornal.actions.casefile import Case, case
from jornal.actions.casekeys import CaseFault
from jornal.rules.comparators import MEASURES, average_month
from jornal.rules.credit import forfeited, reckoned
from jornal.rules.lines import Line
from jornal.rules.pay import paid
from jornal.rules.plan import laid_out
from jornal.rules.rows import Month
from jornal.units.money import major, minor
from jornal.units.rounding import rounded


@dataclass
class Result:
    """What a case came to: lines, totals in minor units, comparators, credit, faults, direct tallies, its currency."""

    case: Case
    lines: list[Line] = field(default_factory=list)
    totals: dict[str, int] = field(default_factory=dict)
    comparators: dict[str, int | None] = field(default_factory=dict)
    credit: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    tallies: list[tuple[int, int]] = field(default_factory=list)

    @property
    def gross(self) -> int:
        """Gross in minor units."""
        return self.totals.get("gross", 0)

    @property
    def own(self) -> int:
        """Her own portion in minor units."""
        return self.totals.get("own", 0)

    @property
    def in_hand(self) -> int:
        """What she gets in hand, in minor units."""
        return self.totals.get("in_hand", 0)


def run_case(raw: Mapping[str, Any], name: str = "case") -> Result:
    """The lines, totals, comparators, credit and faults (by what they stop) of a case. Raises as `case` does."""
    read = case(raw, name)
    found = Result(read)
    if read.month is not None:
        _run_month(read, read.month, found)
    for row in raw.get("tally", ()):
        found.tallies.append(_tally(row, read))
    return found


def _run_month(read: Case, month: Month, found: Result) -> None:
    plan = laid_out(read.terms, month.period)
    outcome = paid(month, plan, trace=True)
    found.lines, found.totals = outcome.lines, outcome.totals
    found.faults = [fault.stops for fault in (*read.faults, *outcome.faults) if fault.stops]
    found.comparators = {name: outcome.comparison.get(name) for name in MEASURES}
    if read.raw.get("average_month"):
        exact = average_month(plan, month.worker.birth_year, month.period.start)
        found.comparators = {
            name: None if exact.get(name) is None else rounded(exact[name] or 0) for name in MEASURES
        }
    for tally in outcome.credit:
        found.credit.append(
            {
                "code": tally.code,
                "days": tally.days,
                "credited": tally.credited,
                "days_carried": tally.days_carried,
                "minutes_carried": tally.minutes_carried,
                "status": tally.status,
            }
        )


def _tally(row: Mapping[str, Any], read: Case) -> tuple[int, int]:
    """Days credited, and what is carried: days, or minutes where hours are counted."""
    rules = read.terms.credit.get(row["code"], ())
    if not rules:
        raise CaseFault(
            f'{read.id}: there is no credit rule "{row["code"]}". Known: {", ".join(sorted(read.terms.credit))}.'
        )
    rule, months = rules[-1], row.get("months", 0)
    minutes = row.get("hours", 0) * 60 + row.get("minutes", 0)
    credited, rest = reckoned(
        rule,
        days=row.get("days", 0),
        minutes=minutes,
        months=months,
        carried=row.get("carried", 0),
        conduct_class=row.get("class", ""),
        months_served=row.get("months_served", months),
    )
    if rule.unit == "hours" and rule.num:
        rest = minutes - credited * rule.den * 60 // rule.num
    return (credited - forfeited(credited, rule) if row.get("forfeited") else credited), rest


def differences(found: Result) -> list[str]:
    """One sentence for everything that differs from what the case expects; empty when it holds."""
    expect, raw = found.case.raw.get("expect", {}), found.case.raw
    currency = found.case.terms.site.currency
    told = list(_of_money(found, expect, currency))
    if "credit" in expect:
        told += _of_credit(found, expect["credit"])
    if "faults" in expect:
        told += _of_faults(found, expect["faults"])
    for row, (credited, carried) in zip(raw.get("tally", ()), found.tallies, strict=True):
        for key, want in row.get("expect", {}).items():
            had = credited if key == "credited" else carried
            if had != want:
                told.append(f"{row['code']}: {key} {had}, expected {want}")
    return told


def _of_money(found: Result, expect: Mapping[str, Any], currency: str) -> Iterator[str]:
    def differs(amount: int | None, text: str) -> bool:
        return text != "unknown" if amount is None else text == "unknown" or minor(text, currency) != amount

    def shown(amount: int | None) -> str:
        return "unknown" if amount is None else major(amount, currency)

    totals = {"gross": found.gross, "net": found.own, "in_hand": found.in_hand}
    for name, had in totals.items():
        if name in expect and differs(had, expect[name]):
            yield f"{name}: {shown(had)}, expected {expect[name]}"
    for name, text in expect.get("lines", {}).items():
        amount = sum(line.amount for line in found.lines if _is_named(line, name))
        if differs(amount, text):
            yield f"{name}: {shown(amount)}, expected {text}"
    for name, text in expect.get("comparators", {}).items():
        if differs(found.comparators.get(name), text):
            yield f"{name}: {shown(found.comparators.get(name))}, expected {text}"


def _is_named(line: Line, name: str) -> bool:
    """Whether a line is of a kind, a part, or a kind:code; held lines answer to "held" alone."""
    if line.part == "held":
        return name in ("held", f"held:{line.code}")
    kind, _, code = name.partition(":")
    return kind in (line.kind, line.part) and (not code or code in (line.code, line.code.partition(":")[2]))


def _of_credit(found: Result, want: Mapping[str, Any]) -> Iterator[str]:
    have = next((one for one in found.credit if one["code"] == want.get("code", one["code"])), {})
    for key, value in want.items():
        if have.get(key) != value:
            yield f"credit {key}: {have.get(key)}, expected {value}"


def _of_faults(found: Result, want: Mapping[str, Any]) -> Iterator[str]:
    if want.get("none") and found.faults:
        yield f"faults: {', '.join(found.faults)}, expected none"
    for stops in want.get("stops", ()):
        if stops not in found.faults:
            yield f"faults: {', '.join(found.faults) or 'none'}, expected one that stops {stops}"


def case_files(path: Path) -> list[Path]:
    """The case files of a folder, or the one file."""
    return sorted(path.glob("**/*.toml")) if path.is_dir() else [path]


def run_file(path: Path) -> tuple[Result, list[str]]:
    """A case file run: its result and what differs. Raises CaseFault, naming the file, where it cannot be read."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        raise CaseFault(f"{path.name}: {fault}. A case is a TOML file, see docs/cases.md.") from None
    try:
        found = run_case(raw, path.name)
        return found, differences(found)
    except ValueError as fault:
        said = str(fault)
        raise CaseFault(said if path.name in said else f"{path.name}: {said}") from fault


def packaged() -> Path:
    """The folder of the worked examples that come with jornal."""
    return Path(__file__).parent.parent / "terms" / "cases"

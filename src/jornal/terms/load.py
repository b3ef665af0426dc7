"""TOML into packs, enterprises and rows.

Everything that is wrong is said at once, and nothing wrong is computed with.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from jornal.terms.agreed import joined
from jornal.terms.contractchecks import (
    contract_faults,
    enterprise_faults,
    money_faults,
    site_faults,
    zone_faults,
)
from jornal.terms.contracts import Contract, Enterprise, Rules, Site
from jornal.terms.faults import NoSuchTerms, TermsFaults
from jornal.terms.files import (
    FOLDERS,
    enterprise_file,
    enterprise_files,
    pack_files,
    pack_folders,
    shown,
    table,
)
from jornal.terms.hours import Holiday
from jornal.terms.namechecks import contract_names, name_faults
from jornal.terms.packs import Pack
from jornal.terms.parse import shaped
from jornal.terms.rowchecks import Found, dated_faults, holiday_faults, number_faults, row_faults
from jornal.terms.rowname import Place, says
from jornal.terms.unconfirmed import as_known
from jornal.units.money import NO_CURRENCY, exponent

Shaped = TypeVar("Shaped")
Where = Callable[[Place], str]
KINDS = tuple(kind.name for kind in fields(Rules))


def packs(folder: Path | None = None) -> dict[str, Pack]:
    """Every jurisdiction by id; raises `TermsFaults` with the faults of all of them."""
    return _all(pack_folders(folder), lambda name: pack(name, folder))


def enterprises(folder: Path | None = None) -> dict[str, Enterprise]:
    """Every enterprise by id; raises `TermsFaults` with the faults of all of them."""
    return _all(enterprise_files(folder), lambda name: enterprise(name, folder))


def checked(folder: Path | None = None) -> list[str]:
    """Every fault of every pack and enterprise found from here, each one sentence.

    An empty list is a clean bill.
    """
    if folder is not None and not any((folder / part).is_dir() for part in FOLDERS):
        return [
            f"{shown(folder)} holds neither {' nor '.join(FOLDERS)}. Name the folder that `terms init` made."
        ]
    faults: list[str] = []
    for read in (packs, enterprises):
        try:
            read(folder)
        except TermsFaults as wrong:
            faults += wrong.faults
    return list(dict.fromkeys(faults))


def pack(name: str, folder: Path | None = None) -> Pack:
    """One jurisdiction, merged from its files.

    Raises `NoSuchTerms`, and `TermsFaults` with all its faults.
    """
    raw, where = _merged(pack_files(name, folder))
    nested = {key: value for key, value in raw.items() if key not in KINDS}
    nested["rules"] = {key: raw[key] for key in KINDS if key in raw}

    def at(place: Place) -> str:
        return where(place[1:] if place[:1] == ("rules",) else place)

    found, faults = shaped(Pack, nested, at)
    if found is None:
        raise TermsFaults(fault.replace(", rules, ", ", ") for fault in faults)
    wrong = [
        *row_faults(found.rules, raw),
        *name_faults(found.rules, Rules()),
        *holiday_faults(found.holiday),
    ]
    wrong += [*money_faults(found.currency, ("currency",)), *zone_faults(found.zone, ("zone",))]
    wrong += [*number_faults({key: value for key, value in nested.items() if key != "rules"})]
    for number, figure in enumerate(found.figure):
        wrong += dated_faults(figure.value, ("figure", number, "value"))
    if found.id != name:
        wrong.append(
            Found(("id",), f'it is "{found.id[:60]}", and its folder is "{name}". Make them the same.')
        )
    _refuse(wrong, raw, where)
    return as_known(found)


def enterprise(id_or_path: str | Path, folder: Path | None = None) -> Enterprise:
    """One enterprise, checked against the packs of its sites.

    Raises `NoSuchTerms`, and `TermsFaults` with all its faults.
    """
    path = enterprise_file(id_or_path, folder)
    raw, name = table(path), shown(path)
    found, faults = shaped(Enterprise, raw, lambda _place: name)
    if found is None:
        raise TermsFaults(faults)
    own = raw.get("rules", {})
    wrong = [*enterprise_faults(found), *number_faults({key: raw[key] for key in raw if key != "rules"})]
    wrong += [Found(("rules", *place), what) for place, what in row_faults(found.rules, own)]
    for number, site in enumerate(found.site):
        wrong += site_faults(site, ("site", number))
    for number, each in enumerate(found.contract):
        wrong += contract_faults(each, ("contract", number), raw["contract"][number])
    laws, missing, faults = _laws(found, folder)
    wrong += missing or ([] if faults else _names(found, laws))
    _refuse(wrong, raw, lambda _place: name, faults)
    return as_known(found)


def rules(raw: Mapping[str, Any], name: str, over: Rules | None = None) -> Rules:
    """Rows written inside another file, such as a case.

    Names may lead to the rows of `over`. Raises `TermsFaults`.
    """
    found = _one(Rules, raw, name)
    _refuse([*row_faults(found, raw), *name_faults(found, over or Rules())], raw, lambda _place: name)
    return as_known(found)


def contract(raw: Mapping[str, Any], name: str) -> Contract:
    """A contract written inside another file.

    Id, label, since and source may be left out. Raises `TermsFaults`.
    """
    filled = {"id": "case", "label": "case", "since": date(1900, 1, 1), "source": name, **raw}
    found = _one(Contract, filled, name)
    _refuse([*contract_faults(found, (), filled), *number_faults(filled)], filled, lambda _place: name)
    return as_known(found)


def site(raw: Mapping[str, Any], name: str) -> Site:
    """A site written inside another file.

    Id, label and jurisdiction may be left out. Raises `TermsFaults`.
    """
    filled = {"id": "case", "label": "case", "jurisdiction": "", **raw}
    found = _one(Site, filled, name)
    _refuse(site_faults(found, ()), filled, lambda _place: name)
    return found


def holiday_rows(raw: list[Any], name: str) -> tuple[Holiday, ...]:
    """Holidays written inside another file. Raises `TermsFaults`."""
    whole = {"holiday": raw, "id": "case", "label": "case", "currency": NO_CURRENCY, "zone": "UTC"}
    found = _one(Pack, whole, name)
    _refuse(holiday_faults(found.holiday), whole, lambda _place: name)
    return found.holiday


def currency_scale(currency: str) -> int:
    """How many minor units make one: 100 where a currency has two decimals."""
    return int(10 ** exponent(currency))


def _one(kind: type[Shaped], raw: Mapping[str, Any], name: str) -> Shaped:
    found, faults = shaped(kind, raw, lambda _place: name)
    if found is None:
        raise TermsFaults(faults)
    return found


def _all(names: Iterable[str], read: Callable[[str], Shaped]) -> dict[str, Shaped]:
    found: dict[str, Shaped] = {}
    faults: list[str] = []
    for name in names:
        try:
            found[name] = read(name)
        except TermsFaults as wrong:
            faults += wrong.faults
    if faults:
        raise TermsFaults(faults)
    return found


def _merged(paths: Iterable[Path]) -> tuple[dict[str, Any], Where]:
    """The tables of several files as one, and which file a place of it came from."""
    merged: dict[str, Any] = {}
    origin: dict[tuple[object, ...], str] = {}
    faults: list[str] = []
    first = ""
    for path in paths:
        first = first or shown(path)
        try:
            raw = table(path)
        except TermsFaults as wrong:
            faults += wrong.faults
            continue
        for key, value in raw.items():
            if key in merged and not (isinstance(value, list) and isinstance(merged[key], list)):
                faults.append(f"{shown(path)}, {key}: it stands in {origin[key,]} too. Keep it in one file.")
                continue
            rows = value if isinstance(value, list) else []
            before = len(merged.get(key, ())) if rows else 0
            origin |= {(key, before + number): shown(path) for number in range(len(rows))}
            origin.setdefault((key,), shown(path))
            merged[key] = [*merged.get(key, []), *rows] if isinstance(value, list) else value
    if faults:
        raise TermsFaults(faults)
    return merged, lambda place: origin.get(place[:2]) or origin.get(place[:1]) or first


def _laws(found: Enterprise, folder: Path | None) -> tuple[dict[str, Rules], list[Found], list[str]]:
    """The law of each site, which of them are missing, and the faults of those that are there."""
    laws: dict[str, Rules] = {}
    missing: list[Found] = []
    faults: list[str] = []
    for number, place in enumerate(found.site):
        try:
            if place.jurisdiction not in laws:
                laws[place.jurisdiction] = pack(place.jurisdiction, folder).rules
        except NoSuchTerms as fault:
            missing.append(Found(("site", number, "jurisdiction"), str(fault)))
        except TermsFaults as wrong:
            faults += wrong.faults
    return laws, missing, faults


def _names(found: Enterprise, laws: Mapping[str, Rules]) -> list[Found]:
    """Names in the rules and the contracts that lead nowhere under the law of the sites that use them."""
    wrong: list[Found] = []
    for number, each in enumerate(found.contract):
        where = {place.jurisdiction for place in found.site if each.id in place.contracts}
        for law in sorted(where & laws.keys()):
            wrong += contract_names(each, joined(laws[law], found.rules), ("contract", number))
    every = Rules(
        **{kind: tuple(row for law in laws.values() for row in getattr(law, kind)) for kind in KINDS}
    )
    return wrong + [Found(("rules", *place), what) for place, what in name_faults(found.rules, every)]


def _refuse(wrong: Iterable[Found], raw: Any, where: Where, more: Iterable[str] = ()) -> None:
    faults = [*(says(where(place), place, raw, what) for place, what in wrong), *more]
    if faults:
        raise TermsFaults(faults)

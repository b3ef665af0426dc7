"""A card of rates: per hour, day or month by grade, or per piece by operation, each from a day on."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jornal.sheets import says
from jornal.sheets.cells import choice, is_unknown
from jornal.sheets.choices import choices
from jornal.sheets.days import Days
from jornal.sheets.figures import exact, rate
from jornal.sheets.listed import Sheet, Unreadable
from jornal.sheets.reading import Reading
from jornal.sheets.records import Record, Tray, opened
from jornal.terms.contracts import Rate, RateValue


class _Key(NamedTuple):
    """What a rate is for; rows with the same key are one rate through time."""

    per: str
    operation: str
    grade: str


def read(path: Path, reading: Reading) -> Sheet[Rate]:
    """The rates of a file, each with its values in order of their first day. Raises `SheetFault`.

    `used` counts rows, of which several can be one rate. A rate that is "unknown" or "?" is kept as not
    known. The source, where the file gives none, is the place of the row.
    """
    body = opened(path, "rates", reading)
    tray: Tray[Rate] = Tray(body, reading)
    days, decimal = body.days(reading, "since", "until"), body.decimal("amount")
    found: dict[_Key, list[Rate]] = {}
    places: dict[tuple[_Key, date], str] = {}

    def take(record: Record) -> None:
        key = _key(record)
        value = _value(record, days, reading.currency, decimal)
        if (key, value.since) in places:
            raise Unreadable(says.RATES_OVERLAP, ("other", places[key, value.since]))
        made = _rate(record, key, (value,))
        places[key, value.since] = record.place
        found.setdefault(key, []).append(made)
        tray.use()

    tray.each(take)
    for same in found.values():
        values = sorted((rate.value[0] for rate in same), key=lambda value: value.since)
        tray.rows.append(replace(same[0], value=tuple(values)))
    return tray.sheet()


def _key(record: Record) -> _Key:
    per = choice(record.need("per"), record.header("per"), choices("per"))
    operation = record.text("operation")
    if per == "piece" and not operation:
        raise Unreadable(says.RATE_WITHOUT_OPERATION)
    return _Key(per, operation, record.text("grade"))


def _value(record: Record, days: Days, currency: str, decimal: str) -> RateValue:
    written, last = record.need("amount"), record.get("until")
    since = days.day(record.need("since"))
    until = days.day(last) if last else None
    if until is not None and until < since:
        raise Unreadable(says.ENDS_FIRST, ("until", until.isoformat()), ("since", since.isoformat()))
    return RateValue(
        since=since,
        until=until,
        source=record.text("source") or record.place,
        confidence="V",
        amount=None if is_unknown(written) else rate(written, currency, decimal),
    )


def _rate(record: Record, key: _Key, values: tuple[RateValue, ...]) -> Rate:
    layer, minutes = record.get("layer"), record.get("standard_minutes")
    return Rate(
        per=key.per,  # type: ignore[arg-type]
        operation=key.operation,
        label=record.text("label"),
        grade=key.grade,
        layer=choice(layer, record.header("layer"), choices("layer")) if layer else "contract",  # type: ignore[arg-type]
        standard_minutes=exact(minutes, lone="decimals") if minutes else None,
        value=values,
    )

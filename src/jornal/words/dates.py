"""Days, months and stretches of days in words; Thai years are Buddhist."""

from collections.abc import Iterable
from datetime import date

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
}
_SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "da": "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
    "th": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "th": "วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์",
}
_IN_WORDS = {
    "en": "{weekday} {day} {month} {year}",
    "es": "{weekday} {day} de {month} de {year}",
    "da": "{weekday} {day}. {month} {year}",
    "th": "{weekday}ที่ {day} {month} {year}",
}
_DAY = {
    "en": "{day} {month} {year}",
    "es": "{day} de {month} de {year}",
    "da": "{day}. {month} {year}",
    "th": "{day} {month} {year}",
}
_SHORT = {"en": "{day} {short}", "es": "{day} {short}", "da": "{day}. {short}", "th": "{day} {short}"}
_MONTH = {"en": "{month} {year}", "es": "{month} de {year}", "da": "{month} {year}", "th": "{month} {year}"}
_DASH = "–"
_BUDDHIST = 543


def year(number: int, language: str) -> str:
    """The year as this language counts it: 2026, or พ.ศ. 2569."""
    return f"พ.ศ. {number + _BUDDHIST}" if language == "th" else str(number)


def month_name(number: int, language: str) -> str:
    """The name of a month, 1 to 12."""
    return _MONTHS[language].split()[number - 1]


def weekday_name(day: date, language: str) -> str:
    """The name of the day's weekday."""
    return _WEEKDAYS[language].split()[day.weekday()]


def day_in_words(day: date, language: str) -> str:
    """A day with its weekday: "Tuesday 6 October 2026"."""
    return _filled(_IN_WORDS, day, language)


def day_text(day: date, language: str) -> str:
    """A day without its weekday: "6 October 2026"."""
    return _filled(_DAY, day, language)


def short_day(day: date, language: str, *, with_year: bool = False) -> str:
    """A day as short as it stays clear: "6 Oct", or "6 Oct 2026"; a short Thai year bears no mark."""
    text = _filled(_SHORT, day, language)
    shown = day.year + _BUDDHIST if language == "th" else day.year
    return f"{text} {shown}" if with_year else text


def month_text(day: date, language: str) -> str:
    """The month a day is in: "October 2026"."""
    return _filled(_MONTH, day, language)


def month_named(month: str, language: str) -> str:
    """A month as the books write it, "2026-10", in words: "October 2026". Raises ValueError for any other text."""
    return month_text(date.fromisoformat(f"{month}-01"), language)


def stretch(since: date, until: date, language: str) -> str:
    """First day to last day: "1–31 October 2026", or both whole where the months differ."""
    if since == until:
        return day_text(since, language)
    if (since.year, since.month) != (until.year, until.month):
        return f"{day_text(since, language)} {_DASH} {day_text(until, language)}"
    return f"{_first(since, language)}{_DASH}{day_text(until, language)}"


def short_days(days: Iterable[date], language: str) -> str:
    """Days of a list, those that follow each other joined: "1–2, 5–9, 12 Oct, 2 Nov"."""
    ordered = sorted(set(days))
    groups: dict[tuple[int, int], list[list[date]]] = {}
    for day in ordered:
        runs = groups.setdefault((day.year, day.month), [])
        if runs and day.toordinal() - runs[-1][-1].toordinal() == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_month_of_runs(runs, language) for runs in groups.values())


def _month_of_runs(runs: list[list[date]], language: str) -> str:
    last = runs[-1][-1]
    ends = [f"{_first(run[0], language)}{_DASH}" if len(run) > 1 else "" for run in runs]
    texts = [end + _first(run[-1], language) for end, run in zip(ends, runs, strict=True)]
    return ", ".join([*texts[:-1], ends[-1] + short_day(last, language)])


def _first(day: date, language: str) -> str:
    return f"{day.day}." if language == "da" else str(day.day)


def _filled(patterns: dict[str, str], day: date, language: str) -> str:
    return patterns[language].format(
        weekday=weekday_name(day, language),
        day=day.day,
        month=month_name(day.month, language),
        short=_SHORT_MONTHS[language].split()[day.month - 1],
        year=year(day.year, language),
    )

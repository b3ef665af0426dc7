"""The questions of `jornal init`: what each asks, its usual answer, and what an answer may be."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from jornal.actions.minting import STAFF, new_codes
from jornal.terms import load
from jornal.terms.contracts import Enterprise, Site
from jornal.terms.files import pack_folders
from jornal.units.money import exponent

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ROLES = ("site_manager", "trainer", "quality", "hq_operations", "hq_finance")

Answers = Mapping[str, str]


LISTED = "listed"
"""Among the answers that a question looks at, never kept: the letters with which codes of a list of people begin."""


class NotAnAnswer(ValueError):
    """An answer that a question does not take."""


class Question(NamedTuple):
    """A question: its key, what it asks, its usual answer, and what makes a typed one its plain form or refuses it.

    Where there are terms they decide the answers of some; then nobody is asked.
    """

    key: str
    asks: str
    usual: Callable[[Answers], str]
    read: Callable[[str, Answers], str]
    by_terms: bool = False

    def decided(self, answers: Answers) -> str:
        """The answer that the terms give; empty where a person has to."""
        return self.usual(answers) if self.by_terms and answers["terms"] != "new" else ""

    def answer(self, text: str, answers: Answers) -> str:
        """The plain form of an answer; the usual one where none is given. Raises NotAnAnswer, and what units say."""
        said = self.read(text.strip() or self.usual(answers), answers)
        decided = self.decided(answers)
        if decided and said != decided:
            raise NotAnAnswer(f"the terms say {decided}, not {said}.")
        return said


class Name(NamedTuple):
    """A name that is asked for: its key and what is asked."""

    key: str
    asks: str


@lru_cache(maxsize=4)
def enterprise_of(terms: str) -> Enterprise | None:
    """The enterprise whose terms are named; None where a first file is to be made."""
    return load.enterprise(terms) if terms != "new" else None


def site_of(answers: Answers) -> Site | None:
    """The site as the terms have it, where there are terms."""
    found = enterprise_of(answers["terms"])
    return next((one for one in found.site if one.id == answers.get("site")), None) if found else None


def week_of(text: str) -> dict[str, int]:
    """The planned minutes of each weekday, from "5h x5", "6:30 x6", seven numbers of minutes, or "none"."""
    if text == "none":
        return dict.fromkeys(DAYS, 0)
    numbers = re.fullmatch(r"\d{1,4}(?:[ ,]+\d{1,4}){6}", text)
    if numbers:
        minutes = [int(one) for one in re.findall(r"\d+", text)]
    else:
        times = re.fullmatch(r"(\d{1,2})(?:h|:)?(\d\d)?h? ?[x×*] ?([1-7])", text.lower())
        if times is None:
            raise NotAnAnswer(
                'write hours and days, as "5h x5" or "6:30 x6", seven numbers of minutes, or "none".'
            )
        each = int(times[1]) * 60 + int(times[2] or 0)
        minutes = [each if day < int(times[3]) else 0 for day in range(7)]
    if max(minutes) > 1440:
        raise NotAnAnswer("a day has 24 hours.")
    return dict(zip(DAYS, minutes, strict=True))


def country_of(zone: str) -> str:
    """The two capitals of the country that a time zone is of, as the tables of time zones have it; else "ZZ"."""
    rows = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    found = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return next((code for code, _, name, *_ in found if name == zone), "ZZ")


def _terms(text: str, _: Answers) -> str:
    if text != "new":
        enterprise_of(text)
        return str(Path(text).absolute()) if text.endswith(".toml") else text
    return text


def _id(text: str, _: Answers) -> str:
    if not re.fullmatch("[a-z0-9][a-z0-9_-]{0,38}", text) or text == "hq":
        raise NotAnAnswer("write small letters, digits and dashes, such as cusco; hq is headquarters.")
    return text


def _label(text: str, _: Answers) -> str:
    if not text or len(text) > 200 or not text.isprintable():
        raise NotAnAnswer("write something of at most 200 letters, on one line.")
    return text


def _one_of(*known: str) -> Callable[[str, Answers], str]:
    def read(text: str, _: Answers) -> str:
        if text.lower() not in known:
            raise NotAnAnswer(f"write one of {', '.join(known)}.")
        return text.lower()

    return read


def _site(text: str, answers: Answers) -> str:
    found = enterprise_of(answers["terms"])
    known = [one.id for one in found.site] if found else []
    return _one_of(*known)(text, answers) if known else _id(text, answers)


def _country(text: str, answers: Answers) -> str:
    return _one_of(*pack_folders())(text, answers)


def _currency(text: str, _: Answers) -> str:
    exponent(text.upper())
    return text.upper()


def _zone(text: str, _: Answers) -> str:
    if country_of(text) == "ZZ":
        raise NotAnAnswer("write continent and city, such as America/Lima.")
    return text


def _letters(text: str, _: Answers) -> str:
    if not re.fullmatch("[A-HJ-NP-TV-Z]{2,4}", text.upper()):
        raise NotAnAnswer("write two to four letters, not I, O or U.")
    return text.upper()


def _languages(text: str, _: Answers) -> str:
    found = [part for part in re.split(r"[\s,;]+", text.lower()) if part]
    if not found or not all(re.fullmatch("[a-z]{2,3}", part) for part in found):
        raise NotAnAnswer('write codes of two or three letters, as "es, en".')
    return ", ".join(dict.fromkeys(found))


def _timetable(text: str, _: Answers) -> str:
    week_of(text)
    return text


def _token(text: str, answers: Answers) -> str:
    if not re.fullmatch(r"[A-Z][A-Z0-9]{1,19}", text.upper()):
        raise NotAnAnswer("write letters and digits, such as S001X; no name.")
    if text.upper() == answers.get("manager"):
        raise NotAnAnswer("that is the site manager. Pay is approved by a second person: give another.")
    return text.upper()


def _roles(text: str, answers: Answers) -> str:
    found = [part for part in re.split(r"[\s,;]+", text.lower().replace("-", "_")) if part]
    if not found or not set(found) <= set(ROLES):
        raise NotAnAnswer(f"write some of {', '.join(ROLES)}.")
    if "manager_roles" not in answers:
        if "site_manager" not in found or "hq_finance" in found:
            raise NotAnAnswer("the first person is the site manager, and never approves pay (hq_finance).")
        return ", ".join(found)
    if not {"hq_finance", "hq_operations"} <= {*found, *answers["manager_roles"].split(", ")}:
        raise NotAnAnswer(
            "somebody has to be hq_operations, who grants roles, and the second person hq_finance."
        )
    return ", ".join(found)


def _of_enterprise(name: str, other: str = "") -> Callable[[Answers], str]:
    return lambda answers: str(getattr(enterprise_of(answers["terms"]), name, other))


def _of_site(name: str, other: Callable[[Answers], str] = lambda _: "") -> Callable[[Answers], str]:
    return lambda answers: str(getattr(site_of(answers), name, "")) or other(answers)


def _of_pack(name: str) -> Callable[[Answers], str]:
    return lambda answers: str(getattr(load.pack(answers["country"]), name))


def _first_site(answers: Answers) -> str:
    found = enterprise_of(answers["terms"])
    return found.site[0].id if found and found.site else ""


def _spoken(answers: Answers) -> str:
    found = site_of(answers)
    return ", ".join(found.languages) if found else "en"


def _planned(answers: Answers) -> str:
    found, site = enterprise_of(answers["terms"]), site_of(answers)
    tables = [one.timetable for one in found.contract if site and one.id in site.contracts] if found else []
    week = next((table.week for table in tables if table), None)
    return _shortly(week) if week else "none" if answers["model"] == "craft" else "5h x5"


def _shortly(week: Sequence[int]) -> str:
    """A week as it is asked for, "5h x5", where its days are alike and in whole hours; else the minutes of each."""
    days = [minutes for minutes in week if minutes]
    alike = len(set(days)) == 1 and not days[0] % 60 and list(week[: len(days)]) == days
    return f"{days[0] // 60}h x{len(days)}" if alike else " ".join(map(str, week))


def _begins_codes(answers: Answers) -> str:
    """The letters that the codes of a list of people have already, else those of the site's name."""
    if answers.get(LISTED):
        return answers[LISTED]
    allowed = re.sub("[^A-HJ-NP-TV-Z]", "", answers["site"].upper())
    return allowed[:2] if len(allowed) > 1 else "QC"


def _nth(number: int) -> Callable[[Answers], str]:
    return lambda _: [code for code, _ in zip(new_codes(STAFF, ()), range(number), strict=False)][-1]


QUESTIONS = (
    Question(
        "terms",
        'The enterprise\'s terms: its id, its .toml file, or "new" for a first file to fill in later',
        lambda _: "new",
        _terms,
    ),
    Question(
        "enterprise",
        "Short name of the enterprise, in small letters",
        _of_enterprise("id"),
        _id,
        by_terms=True,
    ),
    Question(
        "enterprise_label", "Name of the enterprise, as it stands on papers", _of_enterprise("label"), _label
    ),
    Question(
        "model",
        "Model that it declares in public: employment, craft or training",
        _of_enterprise("model", "employment"),
        _one_of("employment", "craft", "training"),
        by_terms=True,
    ),
    Question("site", "Short name of the first site, in small letters", _first_site, _site),
    Question("site_label", "Name of the site", _of_site("label"), _label),
    Question("country", "Country, by its pack of law", _of_site("jurisdiction"), _country, by_terms=True),
    Question("currency", "Currency", _of_site("currency", _of_pack("currency")), _currency, by_terms=True),
    Question("zone", "Time zone", _of_site("zone", _of_pack("zone")), _zone),
    Question("employer", "Legal employer of the workers", _of_site("legal_employer"), _label),
    Question("authority", "Prison authority", _of_site("authority"), _label),
    Question("letters", "Letters with which the codes of its workers begin", _begins_codes, _letters),
    Question("languages", "Languages of the site, the first one for papers and pages", _spoken, _languages),
    Question(
        "timetable",
        'Planned week: hours a day and days, as "5h x5"; "none" where nobody sets hours',
        _planned,
        _timetable,
    ),
    Question("manager", "Code of the site manager (no name)", _nth(1), _token),
    Question(
        "manager_roles", "Roles of the site manager", lambda _: "site_manager, trainer, quality", _roles
    ),
    Question("second", "Code of the second person, who approves pay at headquarters", _nth(2), _token),
    Question("second_roles", "Roles of the second person", lambda _: "hq_operations, hq_finance", _roles),
)
"""The questions, each with the answers before it."""

NAMES = (
    Name("manager_name", "Name of the site manager"),
    Name("second_name", "Name of the second person"),
)
"""What is asked as well and goes into the vault at once, never into the file."""

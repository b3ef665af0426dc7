"""Whatever can be recorded at a command line has its form on a page, or its reason here."""

import importlib
import pkgutil
import re

from jornal import pages
from jornal.actions.verbs import VERBS
from jornal.pages.deed import Deed
from words.collect import JORNAL

WITHOUT = {
    "found-enterprise": "an enterprise is founded once, before it has a page: `jornal init`",
    "clock-is-right": "said at the computer whose clock it is, by whoever can see it",
    "offer-work": "the steps of an offer record it with what it rests on: `actions/onoffer`",
    "mark-all": "the page of a day records it for whoever stands there unmarked: `actions/markday`",
    "agree-to-tell": "recorded with what she tells, at her elbow: `actions/telling`",
}
"""The verbs that no form is named for, each with why."""


def deeds() -> dict[str, set[str]]:
    """By verb, the titles of the forms that the pages have for it."""
    found: dict[str, set[str]] = {}
    for module in pkgutil.iter_modules(pages.__path__):
        for table in vars(importlib.import_module(f"jornal.pages.{module.name}")).values():
            for verb, deed in table.items() if isinstance(table, dict) else ():
                if isinstance(deed, Deed):
                    found.setdefault(verb, set()).add(deed.title)
    return found


def named() -> set[str]:
    """The verbs that a page does by its own form; the tables of ways name them without doing any."""
    sources = [path for path in (JORNAL / "pages").glob("*.py") if path.stem not in ("ways", "menu")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    return {verb for verb in VERBS if re.search(rf'"{verb}"', text)}


def test_a_verb_has_its_form_or_its_reason():
    assert sorted(VERBS.keys() - deeds().keys() - named()) == sorted(WITHOUT)

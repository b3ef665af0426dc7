"""What can be recorded of a worker: every form fits the verb it is for."""

from typing import Any, Literal, get_args, get_origin

import pytest

from jornal.actions.verbs import VERBS
from jornal.journal.fact import kinds
from jornal.pages import agreementdeeds, planned, ratedeeds
from jornal.pages.choices import FOUND, WORDS
from jornal.pages.deed import GROUPS, Deed, roles_of
from jornal.pages.doing import DEEDS
from walked import FORMS

OF_THEIR_OWN = {
    "offer-work",
    "enrol",
    "withdraw-consent",
    "choose-mark",
    "withdraw-mark",
    "give-release-papers",
    "agree-to-tell",
    "tell-groups",
    "check-in",
    "attach-photo",
}
"""Verbs about a worker with a page of their own."""
BEFORE = {"transfer": {"into"}}
"""Fields that say where a verb is done, and are none of its row's."""
VERBS_OF_ROWS = [(verb, deed) for verb, deed in DEEDS.items() if not deed.corrects]
CORRECTIONS = [(name, deed) for name, deed in DEEDS.items() if deed.corrects]


def ids(value: Any) -> str:
    return value if isinstance(value, str) else ""


def literals(kind: Any) -> set[str]:
    """The words that a field of a row takes, "" where it takes any."""
    if get_origin(kind) is Literal:
        return {str(one) for one in get_args(kind)}
    return {one for part in get_args(kind) for one in literals(part)}


def test_every_verb_about_a_worker_is_reached_from_her_page():
    about = {
        name for name, verb in VERBS.items() if {"worker", "who", "workers"} & verb.row.model_fields.keys()
    }
    assert about - DEEDS.keys() == OF_THEIR_OWN


@pytest.mark.parametrize(("verb", "deed"), VERBS_OF_ROWS, ids=ids)
def test_a_form_asks_for_fields_of_its_verb_and_leaves_none_out_that_is_needed(verb: str, deed: Deed):
    fields = VERBS[verb].row.model_fields
    asked = {one.name for one in deed.asked} - BEFORE.get(verb, set())
    assert asked <= fields.keys()
    needed = {name for name, field in fields.items() if field.is_required()} - {deed.who, "from_site"}
    assert needed <= asked
    assert needed <= {one.name for one in deed.asked if one.wanted}


@pytest.mark.parametrize(("verb", "deed"), VERBS_OF_ROWS, ids=ids)
def test_what_a_form_offers_is_what_the_verb_takes(verb: str, deed: Deed):
    fields = VERBS[verb].row.model_fields
    for name, source in deed.choices.items():
        assert source in WORDS or source in FOUND, source
        takes = literals(fields[name].annotation) if name in fields else set()
        if takes and source in WORDS:
            assert set(WORDS[source]) <= takes, name
            assert takes - set(WORDS[source]) <= {"not_asked"}, name


@pytest.mark.parametrize(("name", "deed"), CORRECTIONS, ids=ids)
def test_a_correction_asks_for_columns_and_the_reason(name: str, deed: Deed):
    columns = {field.name for field in kinds()[deed.corrects].content()}
    assert {one.name for one in deed.asked} - columns == {"why"}
    assert roles_of(name) == ("site_manager",)


@pytest.mark.parametrize(("verb", "deed"), DEEDS.items(), ids=ids)
def test_each_has_its_words_and_its_place(verb: str, deed: Deed):
    assert deed.group in GROUPS
    assert deed.done.endswith(".")
    assert set(deed.choices) <= {one.name for one in deed.asked}
    offers = (
        "choice",
        "select",
        "several",
        "text",
        "lines",
        "country",
    )  # beside what is typed they are suggested
    assert all(one.kind in offers for one in deed.asked if one.name in deed.choices), verb


def test_what_cannot_be_undone_is_checked_first():
    assert {verb for verb, deed in DEEDS.items() if deed.check} == {
        "leave",
        "work-from-home",
        "transfer",
        "forget",
        "take-back-telling",
    }


def test_no_deed_of_a_site_stands_twice():
    families = (ratedeeds.FAMILY, agreementdeeds.OF_A_SITE, agreementdeeds.HEADQUARTERS, planned.FAMILY)
    verbs = [verb for family in families for verb in family.deeds]
    assert len(set(verbs)) == len(verbs)


EVERY = [pair for deeds, _ in FORMS.values() for pair in deeds.items()]
UNSAID = (
    "SHA-256", "ten-thousand", "minor units", "semicolon", "short names", "owed_back", "pack", "Tokens", "Codes with",
)  # fmt: skip
"""Words of those who wrote the program, and ways of typing that nobody knows who holds a pen."""


@pytest.mark.parametrize(("verb", "deed"), EVERY, ids=lambda one: one if isinstance(one, str) else "")
def test_no_form_asks_for_what_only_a_program_knows(verb: str, deed: Deed):
    said = [text for one in deed.asked for text in (one.label, one.hint)]
    assert [text for text in said if any(word in text for word in UNSAID)] == []


@pytest.mark.parametrize(("verb", "deed"), EVERY, ids=lambda one: one if isinstance(one, str) else "")
def test_no_form_folds_away_what_its_verb_cannot_do_without(verb: str, deed: Deed):
    fields = VERBS[verb].row.model_fields if verb in VERBS and not deed.corrects else {}
    needed = {name for name, field in fields.items() if field.is_required()}
    assert needed & {one.name for one in deed.asked if not (one.wanted or one.kind == "short")} == set()

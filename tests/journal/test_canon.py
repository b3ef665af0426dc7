"""Canonical bytes.

The golden bodies beside this file were written once by each kind's first release and are kept for ever: a register
somewhere holds such bytes, and heads of them are printed on paper. Never change or write one again to make a test
pass. A kind that gets a column gets a raised version and, with it, a second golden body.
"""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from jornal.facts.attendance import Shift
from jornal.facts.people import Enrolled
from jornal.journal.canon import NotCanonical, UnknownKind, body_of, canonical, fact_from, instant
from jornal.journal.columns import LARGEST
from jornal.journal.fact import kinds
from jornal.journal.opening import ClockSet
from journal.goldens import AT, GOLDEN, sample

BODIES = sorted(GOLDEN.glob("*.json"))
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-LARGEST, LARGEST)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="ascii", exclude_characters="\0")), inner, max_size=4)
    ),
    max_leaves=12,
)


def test_every_version_of_every_kind_has_a_golden_body():
    written = [json.loads(path.read_text(encoding="utf-8")) for path in BODIES]
    assert sorted((body["kind"], body["v"]) for body in written) == sorted(
        (name, version) for name, kind in kinds().items() for version in range(1, kind.VERSION + 1)
    )


@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
def test_stored_bytes_are_read_and_would_be_written_the_same_for_ever(path):
    text = path.read_text(encoding="utf-8")
    body = json.loads(text)
    again = body_of(fact_from(body), body["epoch"])
    if body["v"] < again["v"]:  # columns that came later have their constant default
        again |= {
            "v": body["v"],
            "is": {name: value for name, value in again["is"].items() if name in body["is"]},
        }
    assert canonical(again) == text


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.KIND)
def test_a_fact_comes_back_from_its_bytes_as_it_was(kind):
    fact = sample(kind)
    back = fact_from(json.loads(canonical(body_of(fact, 1))))
    assert {f.name: getattr(back, f.name) for f in kind._meta.concrete_fields} == {
        f.name: getattr(fact, f.name) for f in kind._meta.concrete_fields
    }


@settings(max_examples=150, deadline=None)
@given(PLAIN)
def test_the_bytes_are_those_of_rfc_8785(value):
    assert canonical({"a": value}).encode() == rfc8785.dumps({"a": value})


def test_a_column_that_is_newer_than_the_bytes_has_its_default():
    body = body_of(sample(Shift), 1)
    del body["is"]["trade"]
    assert fact_from(body).trade == ""


@pytest.mark.parametrize("change", [{"kind": "lottery"}, {"v": 2}, {"v": 0}], ids=str)
def test_a_kind_or_version_of_a_newer_release_is_refused_with_the_next_step(change):
    with pytest.raises(UnknownKind, match="Install a newer jornal"):
        fact_from(body_of(sample(Shift), 1) | change)


@pytest.mark.parametrize(
    ("kind", "column", "value", "why"),
    [
        (Shift, "worker", "half \ud800", "half a character"),
        (Shift, "worker", "nothing \0 there", "null character"),
        (Shift, "worker", 7, "not text"),
        (Shift, "worker", None, "must be given"),
        (Shift, "worker", "", "must be given"),
        (Shift, "site", "x" * 61, "longer than 60"),
        (Shift, "minutes", 1.0, "whole number"),
        (Shift, "minutes", LARGEST + 1, "whole number"),
        (Shift, "number", True, "whole number"),
        (Shift, "substitute", 1, "neither yes nor no"),
        (Shift, "day", datetime(2026, 10, 1, tzinfo=UTC), "not a day"),
        (Shift, "note", b"bytes", "not text"),
        (Enrolled, "reads", "sometimes", "it is one of"),
        (Enrolled, "languages", [1.5], "not plain"),
        (Enrolled, "languages", {1: "es"}, "keys"),
        (Enrolled, "languages", {"é": "es"}, "keys"),
        (Enrolled, "languages", [LARGEST + 1], "whole number"),
        (ClockSet, "set_at", datetime(2026, 10, 1), "UTC instant"),  # noqa: DTZ001
        (ClockSet, "set_at", AT + timedelta(microseconds=1), "UTC instant"),
        (ClockSet, "set_at", AT.astimezone(timezone(timedelta(hours=-5))), "UTC instant"),
    ],
    ids=str,
)
def test_a_value_without_one_form_is_refused(kind, column, value, why):
    fact = sample(kind)
    setattr(fact, column, value)
    with pytest.raises(NotCanonical, match=why):
        canonical(body_of(fact, 1))


def test_a_backslash_before_u0000_is_text_like_any_other():
    fact = sample(Shift)
    fact.worker = "\\u0000"
    assert fact_from(json.loads(canonical(body_of(fact, 1)))).worker == "\\u0000"


def test_an_instant_is_told_in_utc_to_the_millisecond():
    assert instant(datetime(2026, 10, 1, 7, 5, 9, 1999, tzinfo=UTC)) == "2026-10-01T07:05:09.001Z"
